"""What the SSH server does once the role has been applied; logins are tried, not only settings read."""

import base64
import hashlib
import hmac
import struct
import time

import pytest

SECRETS = {"ann": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "ben": "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U"}


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
        ("kbdinteractiveauthentication", "yes"),
        ("authenticationmethods", "publickey,keyboard-interactive:pam"),
        ("authorizedkeysfile", ".ssh/authorized_keys"),
        ("banner", "/etc/issue.net"),
        ("rekeylimit", "1073741824 3600"),
        ("hostkeyalgorithms", "ssh-ed25519,rsa-sha2-512,rsa-sha2-256"),
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


def one_time_password(secret, at=None):
    """RFC 6238 with steps of 30 s and six digits."""
    counter = struct.pack(">Q", int((at or time.time()) // 30))
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 10**6:06d}"


@pytest.fixture(scope="module")
def people(host):
    """Ann and Ben, who are enrolled, and Cat, who is not; one key opens all of their accounts."""
    with host.sudo():
        host.check_output("rm -f /root/otp && ssh-keygen -q -t ed25519 -N '' -f /root/otp")
        for name in ("ann", "ben", "cat"):
            host.check_output(
                f"useradd -m -s /bin/bash -G ssh-users {name} && install -d -m 0700 -o {name} /home/{name}/.ssh"
                f" && install -m 0600 -o {name} /root/otp.pub /home/{name}/.ssh/authorized_keys"
            )
    yield
    with host.sudo():
        host.run("for name in ann ben cat; do userdel -rf $name; rm -f /run/faillock/$name; done")


def login(host, name, password=None):
    """Whether the key, and the one-time password if there is one, let somebody in."""
    answers = "-o BatchMode=yes"
    if password:
        answers = "-o NumberOfPasswordPrompts=1"
    with host.sudo():
        host.check_output(f"printf '#!/bin/sh\\necho {password}\\n' >/root/ask && chmod 0700 /root/ask")
        said = host.run(
            "SSH_ASKPASS=/root/ask SSH_ASKPASS_REQUIRE=force setsid -w ssh -i /root/otp -o IdentitiesOnly=yes"
            f" -o StrictHostKeyChecking=no {answers} {name}@localhost id -un"
            " || true"  # 255, as ssh says that it was refused, testinfra takes for an answer of its own connection
        )
    return said.stdout.strip() == name


def test_key_and_one_time_password(host, people):
    password = one_time_password(SECRETS["ann"])
    assert not login(host, "ann"), "the key alone"
    assert login(host, "ann", password)
    assert not login(host, "ann", password), "it was used"


def test_a_wrong_or_old_one_time_password_is_refused_and_counted(host, people):
    assert not login(host, "ben", one_time_password(SECRETS["ann"]))
    assert not login(host, "ben", one_time_password(SECRETS["ben"], time.time() - 600))
    with host.sudo():
        assert host.check_output("faillock --user ben").count("RHOST") == 2
    assert login(host, "ben", one_time_password(SECRETS["ben"]))


def test_who_is_not_enrolled_is_refused(host, people):
    assert not login(host, "cat", "000000")


def test_guessing_locks_the_account(host, people):
    assert not any([login(host, "ben", "000000") for _ in range(5)])
    assert not login(host, "ben", one_time_password(SECRETS["ben"], time.time() + 30))
    with host.sudo():
        host.check_output("faillock --user ben --reset")
    assert login(host, "ben", one_time_password(SECRETS["ben"], time.time() + 30))


def test_the_automation_is_let_in_from_where_it_comes_only(host):
    asked = "sshd -T -C user=hubops,host=h,addr={} | grep ^authenticationmethods"
    with host.sudo():
        source = host.check_output("grep -o 'Address .*' /etc/ssh/sshd_config.d/00-hubops.conf").split()[1]
        assert host.check_output(asked.format(source)) == "authenticationmethods publickey"
        assert host.check_output(asked.format("192.0.2.1")).endswith("publickey,keyboard-interactive:pam")


def test_secrets_are_for_root_alone(host):
    with host.sudo():
        file = host.file("/etc/users.oath")
        assert (file.mode, file.user, file.group) == (0o600, "root", "root")


def test_no_guard_is_left(host):
    with host.sudo():
        assert "hubops-guard" not in host.check_output("systemctl list-timers --all")
        assert host.check_output("ls /var/lib/hubops/guard") == "ssh_server"
