"""What the SSH server does once the role has been applied."""

import pytest


@pytest.fixture(scope="module")
def effective(host):
    with host.sudo():
        lines = host.check_output("sshd -T").splitlines()
    return dict(line.partition(" ")[::2] for line in lines)


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("permitrootlogin", "no"),
        ("passwordauthentication", "no"),
        ("kbdinteractiveauthentication", "no"),
        ("permitemptypasswords", "no"),
        ("allowtcpforwarding", "no"),
        ("allowagentforwarding", "no"),
        ("x11forwarding", "no"),
        ("allowgroups", "ssh-users"),
        ("clientaliveinterval", "300"),
        ("clientalivecountmax", "3"),
        ("maxstartups", "10:30:60"),
        ("requiredrsasize", "3072"),
    ],
)
def test_effective(effective, option, value):
    assert effective[option] == value


def test_offers_no_weak_algorithm(effective):
    offered = ",".join(effective[option] for option in ("ciphers", "macs", "kexalgorithms"))
    assert not [name for name in offered.split(",") if "sha1" in name or "cbc" in name or "umac-64" in name]


def test_root_is_refused(host):
    """Root has the same key as the account that gets in: the answer is the server's, not the key's."""
    with host.sudo():
        host.check_output("install -d -m 0700 /root/.ssh && ssh-keygen -q -t ed25519 -N '' -f /root/.ssh/try")
        host.check_output("cat /root/.ssh/try.pub >> /root/.ssh/authorized_keys")
        answer = host.run(
            "ssh -i /root/.ssh/try -o BatchMode=yes -o StrictHostKeyChecking=no root@localhost true; echo $?"
        )
    assert answer.stdout.strip() == "255"
    assert "Permission denied" in answer.stderr


def test_no_guard_is_left(host):
    with host.sudo():
        assert "hubops-guard" not in host.check_output("systemctl list-timers --all")
        assert host.check_output("ls /var/lib/hubops/guard") == "ssh_server"
