"""Records travel, wait while the server is away, and are kept."""

import time

import pytest
import testinfra


@pytest.fixture(scope="module")
def server(request, host):
    return testinfra.get_host(
        "ansible://server", ansible_inventory=host.backend.ansible_runner.inventory_file
    )


def wait(server, text, seconds=30):
    """The file in which it arrived; sudo logs this search, and that must not be what is found."""
    pattern = f"[{text[0]}]{text[1:]}"
    for _ in range(seconds * 2):
        with server.sudo():
            found = server.run(f"grep -rl '{pattern}' /var/log/hub").stdout
        if found:
            return found
        time.sleep(0.5)
    return ""


def test_a_record_arrives(host, server):
    name = host.backend.get_hostname()
    text = f"hello-from-{name}-{time.time_ns()}"
    host.check_output(f"logger {text}")
    assert wait(server, text).startswith(f"/var/log/hub/{name}/")


def test_a_record_waits_for_the_server(host, server):
    if host.backend.get_hostname() == "server":
        pytest.skip("it is the server")
    text = f"while-away-{time.time_ns()}"
    with server.sudo():
        server.check_output("systemctl stop rsyslog syslog.socket")
    host.check_output(f"logger {text}")
    time.sleep(2)
    with server.sudo():
        server.check_output("systemctl start rsyslog")
    assert wait(server, text)


def test_settings_are_valid(host):
    with host.sudo():
        assert host.run("rsyslogd -N1").rc == 0
        assert ".conf:" not in host.run("logrotate --debug /etc/logrotate.conf").stderr


def test_no_log_is_open(host):
    with host.sudo():
        assert host.check_output("find /var/log -type f -perm /007 ! -name wtmp ! -name lastlog") == ""
