"""Section `intrusion`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.intrusion import collect
from hubops.evidence.host.probe import Outcome

ANSWERS = [
    "Status\n|- Number of jail:\t2\n`- Jail list:\trecidive, sshd\n",
    "Current logging target is:\n`- SYSLOG\n",
    "Current logging level is 'INFO'\n",
    "3600\n",
    "600\n",
    "5\n",
    "These IP addresses/networks are ignored:\n|- 127.0.0.0/8\n|- 192.0.2.1\n`- ::1\n",
    "The jail sshd has the following actions:\nnftables\n",
    "Current match filter:\n_SYSTEMD_UNIT=ssh.service + _COMM=sshd\n",
    "No file is currently monitored\n",
    "",
]
UNIT = {"/usr/lib/systemd/system/fail2ban.service": "[Install]\nWantedBy=multi-user.target\n"}


def _host(tmp_path: Path, answers: str | Outcome, active: str = "active") -> FakeProbe:
    commands = {
        "systemctl": f"fail2ban.service loaded {active} running x\n",
        "sh": answers,
        "fail2ban-server": "",
    }
    return FakeProbe(tmp_path, UNIT, commands)


def _said(*answers: str) -> str:
    return "Fail2Ban v1.0.2\n\n" + "".join(f"fail2ban> {answer}" for answer in answers)


def test_a_running_server(tmp_path: Path) -> None:
    host = _host(tmp_path, _said(*ANSWERS))
    assert collect(host) == {
        "installed": True,
        "enabled": False,
        "active": True,
        "jails": ["recidive", "sshd"],
        "log": {"target": "SYSLOG", "level": "INFO"},
        "ssh": {
            "ban_seconds": 3600,
            "find_seconds": 600,
            "max_retries": 5,
            "ignored": ["127.0.0.0/8", "192.0.2.1", "::1"],
            "actions": ["nftables"],
            "watches_journal": True,
            "files": [],
        },
    }
    assert host.unreadable == []


def test_a_server_without_such_a_jail(tmp_path: Path) -> None:
    answers = [
        "Status\n|- Number of jail:\t0\n`- Jail list:\t\n",
        *ANSWERS[1:3],
        *["Sorry but the jail 'sshd' does not exist\n"] * 8,
    ]
    found = collect(_host(tmp_path, _said(*answers)))
    assert (found["jails"], found["ssh"]) == ([], None)


def test_a_file_that_is_read(tmp_path: Path) -> None:
    answers = [
        *ANSWERS[:8],
        "No journal match filter set\n",
        "Current monitored log file(s):\n`- /var/log/auth.log\n",
        "",
    ]
    found = collect(_host(tmp_path, _said(*answers)))
    assert found["ssh"]["files"] == ["/var/log/auth.log"]
    assert found["ssh"]["watches_journal"] is False


def test_a_stopped_server_is_not_asked(tmp_path: Path) -> None:
    host = _host(tmp_path, _said(*ANSWERS), active="inactive")
    assert collect(host)["ssh"] is None
    assert not [line for line in host.ran if line.startswith("sh ")]


@pytest.mark.parametrize("said", ["", _said(ANSWERS[0]), Outcome(255, "", "Failed to access socket path")])
def test_an_answer_that_is_none_is_unreadable(tmp_path: Path, said: str | Outcome) -> None:
    host = _host(tmp_path, said)
    assert collect(host)["ssh"] is None
    assert host.unreadable


def test_a_number_that_is_none_is_unreadable(tmp_path: Path) -> None:
    host = _host(tmp_path, _said(*ANSWERS[:3], "for a while\n", *ANSWERS[4:]))
    assert collect(host)["ssh"]["ban_seconds"] is None
    assert host.unreadable
