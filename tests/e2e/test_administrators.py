"""Each of the three administrators can do his part on a real host, and nothing of the others'."""

from __future__ import annotations

import pytest
from e2e.hubops_cli import Cli

pytestmark = pytest.mark.lab

HOST = "hub-1"
SYSTEM, AUDIT, SECURITY = "sys-chen", "aud-liu", "sec-zhao"
PASSWORD = "Correct-Horse-7-Battery"


@pytest.fixture(scope="module")
def cli(guarded: Cli) -> Cli:
    """A lab with the baseline's administrators, each with a password that the next apply gave its age."""
    for name in (SYSTEM, AUDIT, SECURITY):
        guarded.on(HOST, f"echo {name}:{PASSWORD} | chpasswd")
    guarded.run("apply", "-i", str(guarded.state / "enrolled"), "-l", HOST, "--tags", "accounts")
    return guarded


def does(cli: Cli, user: str, command: str) -> bool:
    """Whether the administrator's sudo runs the command, with his password."""
    # What fails for another reason than sudo's refusal was let through.
    said = cli.on(
        HOST, f"echo {PASSWORD} | runuser -u {user} -- sudo -k -S -p '' {command} 2>&1 >/dev/null || true"
    )
    return "is not allowed to execute" not in said and "may not run sudo" not in said


@pytest.mark.parametrize(
    ("user", "command"),
    [
        (SYSTEM, "systemctl status ssh.service"),
        (SYSTEM, "systemctl daemon-reload"),
        (AUDIT, "journalctl --no-pager -n 1"),
        (AUDIT, "journalctl -u ssh.service --no-pager"),
        (SECURITY, "useradd -m visitor"),
        (SECURITY, "passwd -S visitor"),
        (SECURITY, "userdel -r visitor"),
    ],
)
def test_his_own_part(cli: Cli, user: str, command: str) -> None:
    assert does(cli, user, command)


@pytest.mark.parametrize(
    ("user", "command"),
    [
        (SYSTEM, "journalctl --no-pager -n 1"),
        (SYSTEM, "useradd -m visitor2"),
        (SYSTEM, "systemctl stop rsyslog.service"),
        (SYSTEM, "bash -c id"),
        (AUDIT, "systemctl daemon-reload"),
        (AUDIT, "journalctl --vacuum-time=1s"),
        (AUDIT, "cat /etc/shadow"),
        (AUDIT, "useradd -m visitor2"),
        (SECURITY, "journalctl --no-pager -n 1"),
        (SECURITY, "systemctl daemon-reload"),
        (SECURITY, f"passwd -S {SYSTEM}"),
        (SECURITY, "passwd -d root"),
    ],
)
def test_not_the_others_part(cli: Cli, user: str, command: str) -> None:
    assert not does(cli, user, command)


def test_the_controls_agree(cli: Cli) -> None:
    found = cli.check("-l", HOST, "-c", "sudo", "-c", "accounts")
    wrong = {key: one["items"] for key, one in found.items() if one["status"] == "fail"}
    assert wrong == {}


def test_automation_keeps_its_sudo(cli: Cli) -> None:
    assert cli.on(HOST, "id -u") == "0\n"
