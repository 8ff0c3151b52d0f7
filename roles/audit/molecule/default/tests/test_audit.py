"""What a container can show: the files. The kernel's side of it needs a kernel, which the lab's virtual machine has."""

import pytest


@pytest.fixture(scope="module")
def rules(host):
    with host.sudo():
        return host.file("/etc/audit/audit.rules").content_string.splitlines()


@pytest.mark.parametrize(
    "rule",
    [
        "-w /etc/shadow -p wa -k identity",
        "-w /etc/sudoers.d -p wa -k scope",
        "-w /etc/audit -p wa -k audit-config",
        "-w /etc/hubops -p wa -k hub",
        "-a always,exit -F arch=b64 -S execve -C uid!=euid -F euid=0 -k priv_esc",
        "-a always,exit -F arch=b32 -S mount,umount2 -F auid>=1000 -F auid!=unset -k mounts",
    ],
)
def test_the_rule_is_merged(rules, rule):
    assert rule in rules


def test_a_broken_line_stops_nothing_and_the_lock_comes_last(rules):
    assert rules.index("-c") < min(n for n, rule in enumerate(rules) if rule.startswith(("-a", "-w")))
    assert rules[-1] == "-e 2"


def test_every_rule_is_for_both_tables(rules):
    calls = [rule for rule in rules if rule.startswith("-a")]
    of = {
        arch: [rule.replace(arch, "") for rule in calls if f"arch={arch} " in rule] for arch in ("b64", "b32")
    }
    assert of["b64"] == of["b32"] != []


def test_the_service_is_left_alone_where_the_kernel_is_not_the_host_s(host):
    with host.sudo():
        assert host.service("auditd").is_enabled
        assert not host.service("auditd").is_running
        assert "auditd" not in host.check_output("systemctl list-units --failed --plain --no-legend")


def test_it_may_not_be_stopped(host):
    with host.sudo():
        assert "RefuseManualStop=yes" in host.check_output("systemctl show auditd.service")
        assert host.run("systemctl stop auditd.service").rc != 0


def test_records_are_passed_on(host):
    with host.sudo():
        assert host.file("/etc/audit/plugins.d/syslog.conf").contains("^active = yes$")
    assert host.file("/sbin/audisp-syslog").exists
