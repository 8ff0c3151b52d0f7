"""What each administrator can do through sudo, and what not; sudo itself is asked."""

import pytest

SYSTEM, AUDIT, SECURITY = "sys-chen", "aud-liu", "sec-zhao"
PASSWORD = "Correct-Horse-7-Battery"

ALLOWED = [
    (SYSTEM, "systemctl restart cron.service"),
    (SYSTEM, "apt-get update"),
    (AUDIT, "ausearch -m LOGIN -ts today"),
    (AUDIT, "aureport --summary -i"),
    (AUDIT, "journalctl --no-pager -u ssh.service --since=today"),
    (AUDIT, "journalctl"),
    (SECURITY, "useradd -m bob"),
    (SECURITY, "passwd bob"),
    (SECURITY, "nft list ruleset"),
    (SECURITY, "fail2ban-client set sshd unbanip 192.0.2.7"),
    (SECURITY, "systemctl reload nftables.service"),
]
REFUSED = [
    (SYSTEM, "systemctl stop auditd.service"),
    (SYSTEM, "systemctl stop nftables.service"),
    (SYSTEM, "systemctl stop cron.service rsyslog.service"),
    (SYSTEM, "systemctl edit cron.service"),
    (SYSTEM, "journalctl"),
    (SYSTEM, "useradd -m bob"),
    (SYSTEM, "sh"),
    (SYSTEM, "apt-get install x"),
    (AUDIT, "ausearch --checkpoint /etc/passwd"),
    (AUDIT, "ausearch -m LOGIN --checkpoint /etc/passwd"),
    (AUDIT, "journalctl --vacuum-time=1s"),
    (AUDIT, "journalctl -u ssh --rotate"),
    (AUDIT, "systemctl restart cron.service"),
    (AUDIT, "auditctl -e 0"),
    (AUDIT, "cat /etc/shadow"),
    (SECURITY, "passwd root"),
    (SECURITY, "passwd -l hubops"),
    (SECURITY, "passwd sys-chen"),
    (SECURITY, "passwd"),
    (SECURITY, "userdel -r aud-liu"),
    (SECURITY, "useradd -o -u 0 bob"),
    (SECURITY, "useradd -m bob --uid 0"),
    (SECURITY, "journalctl"),
    (SECURITY, "ausearch -m LOGIN"),
    (SECURITY, "apt-get update"),
]


def asked(host, user, command):
    """Whether sudo would let them, by its own word."""
    program, _, arguments = command.partition(" ")
    with host.sudo():
        found = host.run(f"PATH=$PATH:/usr/sbin command -v {program}").stdout.strip()
        return host.run(f"sudo -l -U {user} {found} {arguments}").rc == 0


@pytest.mark.parametrize(("user", "command"), ALLOWED)
def test_allowed(host, user, command):
    with host.sudo():
        there = host.run(f"PATH=$PATH:/usr/sbin command -v {command.split()[0]}").rc == 0
    if not there:
        pytest.skip("not installed")
    assert asked(host, user, command)


@pytest.mark.parametrize(("user", "command"), REFUSED)
def test_refused(host, user, command):
    assert not asked(host, user, command)


def test_people_are_asked_for_their_password(host):
    with host.sudo():
        host.check_output(f"echo '{AUDIT}:{PASSWORD}' | chpasswd")
        as_auditor = f"runuser -u {AUDIT} -- "
        assert host.run(f"{as_auditor}sudo -n journalctl -n 1").rc != 0
        assert host.run(f"echo {PASSWORD} | {as_auditor}sudo -S journalctl --no-pager -n 1").rc == 0
        assert host.run(f"echo {PASSWORD} | {as_auditor}sudo -S cat /etc/shadow").rc != 0


def test_settings_are_edited_by_sudoedit(host):
    with host.sudo():
        host.check_output(f"echo '{SYSTEM}:{PASSWORD}' | chpasswd")
        edit = f"echo {PASSWORD} | runuser -u {SYSTEM} -- env EDITOR=/bin/true sudo -S -e "
        assert host.run(f"{edit} /etc/hosts").rc == 0
        assert host.run(f"{edit} /etc/sudoers").rc != 0


def test_automation_keeps_sudo(host):
    assert host.check_output("sudo -n id -u") == "0"


def test_a_program_starts_no_other(host):
    """`apt-get` alone, which runs dpkg, may."""
    with host.sudo():
        rules = host.check_output("cat /etc/sudoers.d/zz-hub-administrators")
    assert rules.count("NOEXEC: ") == 4  # its explanation is one
    assert rules.count(" EXEC: ") == 1


def test_auditors_read_logs_without_sudo(host):
    with host.sudo():
        assert host.run(f"runuser -u {AUDIT} -- journalctl -n 1 --no-pager").rc == 0
        assert {"adm", "systemd-journal", "hub-auditors"} <= set(host.user(AUDIT).groups)
        assert not {"adm", "systemd-journal"} & set(host.user(SYSTEM).groups)


def test_no_guard_is_left(host):
    with host.sudo():
        assert "hubops-guard" not in host.check_output("systemctl list-timers --all")
