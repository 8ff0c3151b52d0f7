"""What fail2ban does once the role has been applied."""

import subprocess
import time

import pytest


def told(host, words):
    """Whether fail2ban says so in the system's log, within half a minute."""
    with host.sudo():
        for _ in range(30):
            if words in host.check_output(
                "journalctl --no-pager -t fail2ban -t fail2ban.actions -t fail2ban.filter"
            ):
                return True
            time.sleep(1)
    return False


def test_runs_and_starts_with_the_host(host):
    assert host.service("fail2ban").is_running
    assert host.service("fail2ban").is_enabled


def test_a_failed_login_is_seen_and_the_automation_is_not_banned(host):
    """We are the automation: our failure is read from the journal, and passed over."""
    address = host.check_output("hostname -I").split()[0]
    ssh = [
        "ssh",
        "-F",
        "none",
        "-o",
        "BatchMode=yes",
        "-o",
        "IdentitiesOnly=yes",
        "-o",
        "IdentityFile=/dev/null",
    ]
    ssh += ["-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null"]
    for _ in range(6):
        assert subprocess.run([*ssh, f"guesser@{address}", "true"], capture_output=True).returncode == 255
    assert told(host, "Ignore 10.88.0.1 by ip")
    with host.sudo():
        assert "10.88.0.1" not in host.check_output("nft list table inet f2b-table")


@pytest.mark.parametrize("address", ["192.0.2.77", "2001:db8::77"])
def test_a_ban_is_a_rule_and_is_told_to_the_system_log(host, address):
    with host.sudo():
        host.check_output(f"fail2ban-client set sshd banip {address}")
        assert told(host, f"Ban {address}")
        assert address in host.check_output("nft list table inet f2b-table")
        host.check_output(f"fail2ban-client set sshd unbanip {address}")
