"""Section `services`."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops.evidence.host.probe import Outcome
from hubops.evidence.host.services import collect

UNITS = """\
boot.mount                 loaded    failed   failed    Boot
ghost.service              not-found inactive dead      ghost.service
logrotate.timer            loaded    active   waiting   Daily rotation of log files
● broken.service           loaded    failed   failed    Broken
ssh.service                loaded    active   running   OpenBSD Secure Shell server
ssh@1-10.0.0.1:22-10.0.0.2:9.service loaded active running per connection
getty@tty1.service         loaded    active   running   Getty on tty1
user@1000.service          loaded    active   running   User Manager for UID 1000
user-runtime-dir@1000.service loaded active   exited    User Runtime Directory
session-3.scope            loaded    active   running   Session 3
"""
INSTALL = "[Install]\nWantedBy=multi-user.target\n"


def _host(tmp_path: Path) -> FakeProbe:
    names = ("broken.service", "chrony.service", "getty@.service", "logrotate.timer", "ssh.service")
    host = FakeProbe(
        tmp_path, {f"/usr/lib/systemd/system/{name}": INSTALL for name in names}, {"systemctl": UNITS}
    )
    wants = tmp_path / "etc/systemd/system/multi-user.target.wants"
    wants.mkdir(parents=True)
    for name in names:
        if name != "chrony.service":
            (wants / name).symlink_to(f"/usr/lib/systemd/system/{name}")
    return host


def test_units_with_their_states(tmp_path: Path) -> None:
    host = _host(tmp_path)
    found = {unit.pop("name"): unit for unit in collect(host)["units"]}
    assert found == {
        "broken.service": {"load": "loaded", "active": "failed", "sub": "failed", "enabled": "enabled"},
        "chrony.service": {"load": None, "active": "inactive", "sub": "dead", "enabled": "disabled"},
        "getty@.service": {"load": None, "active": "inactive", "sub": "dead", "enabled": "enabled"},
        "getty@tty1.service": {"load": "loaded", "active": "active", "sub": "running", "enabled": "enabled"},
        "logrotate.timer": {"load": "loaded", "active": "active", "sub": "waiting", "enabled": "enabled"},
        "ssh.service": {"load": "loaded", "active": "active", "sub": "running", "enabled": "enabled"},
    }
    assert host.unreadable == []


def test_failed_names_units_of_every_kind(tmp_path: Path) -> None:
    assert collect(_host(tmp_path))["failed"] == ["boot.mount", "broken.service"]


def test_units_that_come_and_go_with_logins_are_left_out(tmp_path: Path) -> None:
    names = [unit["name"] for unit in collect(_host(tmp_path))["units"]]
    assert not [name for name in names if name.startswith(("user", "ssh@", "session"))]


def test_no_systemd_is_not_the_same_as_nothing_failed(tmp_path: Path) -> None:
    absent = FakeProbe(tmp_path)
    collect(absent)
    assert absent.unreadable[0]["what"] == "systemctl"
    silent = FakeProbe(tmp_path, {}, {"systemctl": Outcome(1, "", "System has not been booted with systemd")})
    collect(silent)
    assert "not been booted" in silent.unreadable[0]["why"]
