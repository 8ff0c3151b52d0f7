"""Section `updates`."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.updates import collect
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
NOW = 1_800_000_000
CONFIG = """\
APT "";
APT::Periodic "";
APT::Periodic::Update-Package-Lists "1";
APT::Periodic::Unattended-Upgrade "1";
Unattended-Upgrade::Origins-Pattern "";
Unattended-Upgrade::Origins-Pattern:: "origin=Debian,codename=${distro_codename}-security,label=Debian-Security";
Unattended-Upgrade::SyslogEnable "true";
"""
UPGRADE = """\
Inst tzdata [2026a-0] (2026b-0 Debian:12.15/oldstable [all])
Inst openssl [3.0.16-1~deb12u1] (3.0.17-1~deb12u3 Debian-Security:12/oldstable-security [amd64])
Inst linux-image-6.1.0-40 (6.1.150-1 Debian-Security:12/oldstable-security [amd64])
Conf tzdata (2026b-0 Debian:12.15/oldstable [all])
"""
SIMULATE = "apt-get --simulate --quiet=2 -o Debug::NoLocking=1"
LISTS = "/var/lib/apt/lists/deb.debian.org_debian-security_dists_bookworm-security_InRelease"
RECORD = "/var/lib/hubops/updates/status.json"


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(NOW))


def _host(tmp_path: Path, files: dict[str, str] | None = None, **commands: str) -> FakeProbe:
    said = {
        "apt-config": CONFIG,
        "apt-mark": "",
        "unattended-upgrade": "",
        f"{SIMULATE} dist-upgrade": "",
        f"{SIMULATE} autoremove": "",
        "systemctl": "Id=apt-daily.timer\nActiveState=active\nUnitFileState=enabled\n",
        **commands,
    }
    return FakeProbe(tmp_path, files or {}, said)


def _dated(host: FakeProbe, path: str, days: float) -> None:
    os.utime(host.path(path), (NOW - days * 86400, NOW - days * 86400))


def _valid(host: FakeProbe) -> dict[str, Any]:
    found = collect(host)
    assert validate("updates", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def test_settings(tmp_path: Path) -> None:
    host = _host(tmp_path)
    automatic = _valid(host)["automatic"]
    assert automatic == {
        "lists_every_days": 1,
        "upgrade_every_days": 1,
        "security_origin": True,
        "excluded": [],
        "removes_unused_kernels": True,
        "removes_unused": False,
        "reboots": False,
        "reports_to_syslog": True,
        "reports_by_mail": False,
    }
    assert host.unreadable == []


@pytest.mark.parametrize(
    ("line", "field", "value"),
    [
        ('APT::Periodic::Unattended-Upgrade "0";', "upgrade_every_days", None),
        ('APT::Periodic::Unattended-Upgrade "always";', "upgrade_every_days", 1),
        ('APT::Periodic::Unattended-Upgrade "7d";', "upgrade_every_days", 7),
        ('APT::Periodic::Unattended-Upgrade "12h";', "upgrade_every_days", 1),
        ('APT::Periodic::Unattended-Upgrade "often";', "upgrade_every_days", None),
        ('APT::Periodic::Enable "0";', "lists_every_days", None),
        ('Unattended-Upgrade::Package-Blacklist:: "linux-";', "excluded", ["linux-"]),
        ('unattended-upgrade::automatic-reboot "yes";', "reboots", True),
        ('Unattended-Upgrade::Mail "duty@hub.example";', "reports_by_mail", True),
        ('Unattended-Upgrade::SyslogEnable "no";', "reports_to_syslog", False),
    ],
)
def test_the_last_value_counts(tmp_path: Path, line: str, field: str, value: object) -> None:
    assert _valid(_host(tmp_path, **{"apt-config": f"{CONFIG}{line}\n"}))["automatic"][field] == value


def test_lists_and_runs_by_their_age(tmp_path: Path) -> None:
    stamp = "/var/lib/apt/periodic/upgrade-stamp"
    host = _host(tmp_path, {LISTS: "x", stamp: ""})
    _dated(host, LISTS, 3.5)
    _dated(host, stamp, 1.2)
    found = _valid(host)
    assert found["lists"] == {"days": 3, "security": True}
    assert found["last_run_days"] == 1
    fetched = "/var/lib/apt/periodic/update-success-stamp"
    host.write(fetched, "")
    _dated(host, fetched, 0.1)
    assert _valid(host)["lists"]["days"] == 0


def test_a_mark_without_lists_tells_nothing(tmp_path: Path) -> None:
    host = _host(tmp_path, {"/var/lib/apt/periodic/update-success-stamp": ""})
    assert _valid(host)["lists"] == {"days": None, "security": False}


@pytest.mark.parametrize(
    ("record", "days"),
    [
        (None, [None, None]),
        ({"finished": NOW - 86400 * 2, "pending": {"openssl=3.0.17-1~deb12u3": NOW - 86400 * 9}}, [2, 9]),
        ({"finished": NOW, "pending": {"openssl=3.0.16": NOW - 86400 * 9}}, [0, 0]),
    ],
)
def test_how_long_security_updates_have_been_pending(tmp_path: Path, record: Any, days: list[Any]) -> None:
    host = _host(tmp_path, **{f"{SIMULATE} dist-upgrade": UPGRADE})
    if record:
        host.write(RECORD, json.dumps(record), 0o600)
    pending = _valid(host)["security_pending"]
    assert [one["name"] for one in pending] == ["linux-image-6.1.0-40", "openssl"]
    assert [one["days"] for one in pending] == days


def test_held_obsolete_and_restart(tmp_path: Path) -> None:
    commands = {"apt-mark": "openssl\n", f"{SIMULATE} autoremove": "Remv libold1 [1.0]\nRemv libold2 [2]\n"}
    host = _host(tmp_path, {"/run/reboot-required": ""}, **commands)
    _dated(host, "/run/reboot-required", 4)
    found = _valid(host)
    assert (found["held"], found["obsolete"]) == (["openssl"], ["libold1", "libold2"])
    assert found["reboot"] == {"required": True, "days": 4}
