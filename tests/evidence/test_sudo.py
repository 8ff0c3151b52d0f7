"""Section `sudo`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import sudo
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

POLICY = """\
{
    "Defaults": [
        {"Options": [{"env_reset": true}, {"use_pty": true}, {"timestamp_timeout": "0.5"}, {"mail_badpass": true}]},
        {"Options": [{"syslog": false}, {"logfile": "/var/log/sudo.log"}]},
        {"Binding": [{"username": "bob"}, {"usergroup": "sys"}],
         "Options": [{"authenticate": false}, {"timestamp_timeout": "-1"}, {"insults": true}, {"syslog": false}]}
    ],
    "User_Specs": [
        {
            "User_List": [{"username": "bob"}, {"usergroup": "wheel"}, {"username": "carol", "negated": true}, {"userid": 7}],
            "Host_List": [{"hostname": "ALL"}],
            "Cmnd_Specs": [
                {
                    "runasusers": [{"username": "www"}],
                    "Options": [
                        "runcwd": "/x",
                        { "authenticate": false },
                        { "noexec": true }
                    ],
                    "Commands": [
                        { "command": "/bin/ls -l", "sha224": "d14a" },
                        { "command": "/bin/sh", "negated": true }
                    ]
                },
                {"Commands": [{"command": "ALL"}], "Options": [{"setenv": true}]}
            ]
        },
        {"User_List": [], "Host_List": [], "Cmnd_Specs": [{"Commands": [{"command": "ALL"}]}]}
    ]
}
"""
FILES = {
    "/usr/bin/sudo": "",
    "/etc/sudoers": "",
    "/etc/sudoers.d/site": "",
    "/etc/sudoers.d/site~": "",
    "/etc/sudoers.d/site.bak": "",
}
FINE = "/etc/sudoers: parsed OK\n/etc/sudoers.d/site: parsed OK\n"


@pytest.fixture
def host(tmp_path: Path) -> FakeProbe:
    probe = FakeProbe(tmp_path, FILES, {"sh": FINE, "cvtsudoers": POLICY, "sudo": ""})
    probe.chmod("/etc/sudoers", 0o440)
    return probe


def collect(probe: FakeProbe) -> dict[str, Any]:
    """The section, which must be as its schema says."""
    found = sudo.collect(probe)
    assert validate("sudo", {**found, "unreadable": probe.unreadable}, SCHEMAS) == []
    return found


def test_rules(host: FakeProbe) -> None:
    first, second = collect(host)["rules"]
    assert first == {
        "users": ["bob", "%wheel", "!carol", "#7"],
        "runas": ["www"],
        "commands": ["/bin/ls -l", "!/bin/sh"],
        "authenticate": False,
        "noexec": True,
        "setenv": False,
    }
    assert (second["runas"], second["authenticate"], second["setenv"]) == (["root"], True, True)
    assert host.unreadable == []


def test_settings_for_all_and_for_some(host: FakeProbe) -> None:
    found = collect(host)
    settings = found["defaults"]
    assert (settings["use_pty"], settings["timestamp_timeout"], settings["syslog"]) == (True, 0.5, None)
    assert (settings["logfile"], settings["authenticate"]) == ("/var/log/sudo.log", True)
    to = ["bob", "%sys"]
    assert found["bound"] == [
        {"to": to, "name": "authenticate", "value": "off"},
        {"to": to, "name": "timestamp_timeout", "value": "-1"},
        {"to": to, "name": "syslog", "value": "off"},
    ]


def test_what_no_file_says_is_as_sudo_does_it(tmp_path: Path) -> None:
    settings = collect(FakeProbe(tmp_path, FILES, {"sh": FINE, "cvtsudoers": json.dumps(
        {"User_Specs": [{"User_List": [{"username": "root"}], "Cmnd_Specs": [{"Commands": [{"command": "ALL"}]}]}]}
    ), "sudo": ""}))["defaults"]  # fmt: skip
    assert settings == {**sudo.FLAGS, **sudo.TEXTS, "timestamp_timeout": 15.0}


def test_files_that_sudo_reads(host: FakeProbe) -> None:
    files = collect(host)["files"]
    assert [(file["path"], file["kind"]) for file in files] == [
        ("/etc/sudoers", "file"),
        ("/etc/sudoers.d", "directory"),
        ("/etc/sudoers.d/site", "file"),
    ]
    assert files[0]["mode"] == "0440"


def test_faults(tmp_path: Path) -> None:
    said = "/etc/sudoers: parsed OK\n/etc/sudoers.d/site:3:16: syntax error\nDefaults>x y\n   ^~\nvisudo: /etc/no: gone\n"
    probe = FakeProbe(
        tmp_path,
        FILES,
        {
            "sh": Outcome(1, said, ""),
            "cvtsudoers": Outcome(1, "", "/etc/sudoers.d/site:3:16: syntax error"),
            "sudo": "",
        },
    )
    found = collect(probe)
    assert found["valid"] is False
    assert found["faults"] == ["/etc/sudoers.d/site:3:16: syntax error", "visudo: /etc/no: gone"]
    assert [one["what"] for one in probe.unreadable] == ["cvtsudoers -e -f json /etc/sudoers"]


@pytest.mark.parametrize("said", ["", "no JSON", "[]", Outcome(-9, "", "", "no end after 10 s")])
def test_an_answer_that_is_none(tmp_path: Path, said: str | Outcome) -> None:
    probe = FakeProbe(tmp_path, FILES, {"sh": FINE, "cvtsudoers": said, "sudo": ""})
    found = sudo.collect(probe)
    assert found["rules"] == []
    assert probe.unreadable or validate("sudo", {**found, "unreadable": []}, SCHEMAS)


def test_without_its_tools_it_is_unreadable(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, FILES, {"sudo": ""})
    assert collect(probe)["valid"] is None
    assert [one["what"] for one in probe.unreadable] == ["cvtsudoers -e -f json /etc/sudoers"]


def test_without_sudo(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, {"/etc/passwd": ""})
    found = collect(probe)
    assert (found["installed"], found["valid"], found["rules"]) == (False, None, [])
    assert probe.ran == []


@given(st.text())
def test_no_answer_breaks_the_parser(text: str) -> None:
    sudo.faults(text)
