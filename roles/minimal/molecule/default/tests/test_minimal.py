"""What a host needs is still there, and what it does not need cannot start."""

import pytest


@pytest.mark.parametrize(
    "name", ["openssh-server", "sudo", "python3", "python3-apt", "systemd", "ca-certificates"]
)
def test_what_manages_the_host_stays(host, name):
    assert host.package(name).is_installed


@pytest.mark.parametrize("name", ["ssh", "dbus"])
def test_what_is_needed_runs(host, name):
    assert host.service(name).is_running


def test_the_debug_shell_cannot_start(host):
    with host.sudo():
        assert host.run("systemctl start debug-shell.service").rc != 0


def test_nothing_failed_on_the_way(host):
    assert host.check_output("dpkg --audit") == ""


def test_what_a_needed_package_holds_stays(host):
    """A package that is not allowed but on which an allowed one depends."""
    assert host.package("openssl").is_installed
    assert host.package("ca-certificates").is_installed
