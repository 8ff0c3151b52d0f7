"""What fail2ban does once the role has been applied."""

import time


def test_runs_and_starts_with_the_host(host):
    assert host.service("fail2ban").is_running
    assert host.service("fail2ban").is_enabled


def test_a_guesser_is_banned_and_the_automation_is_not(host):
    """The failures are written as sshd writes them; the ban shows that the journal is read."""
    with host.sudo():
        for address in ("192.0.2.66", "10.88.0.1"):
            line = f"Failed password for invalid user admin from {address} port 4711 ssh2"
            for _ in range(6):
                host.check_output("systemd-run --quiet --wait --unit=ssh-try --collect true")
                host.check_output("logger --id=$$ -t sshd -p auth.info %s", line)
        host.check_output("fail2ban-client set sshd banip 192.0.2.77")
        for _ in range(20):
            rules = host.check_output("nft list table inet f2b-table")
            if "192.0.2.77" in rules:
                break
            time.sleep(0.5)
        assert "192.0.2.77" in rules
        assert "10.88.0.1" not in rules


def test_a_ban_is_told_to_the_system_log(host):
    with host.sudo():
        assert "Ban 192.0.2.77" in host.check_output("journalctl -t fail2ban.actions -t fail2ban --no-pager")
