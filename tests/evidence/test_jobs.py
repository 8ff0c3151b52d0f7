"""Recurring jobs: their timers and the records they leave."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.jobs import days_since, record, states

PATH = "/var/lib/hubops/job/status.json"
SHOWN = "Id=a.timer\nActiveState=active\nUnitFileState=enabled\n\nId=b.timer\nActiveState=inactive\nUnitFileState=masked\n"


@pytest.mark.parametrize(
    ("seconds", "days"), [(0, 0), (86399, 0), (86400, 1), (40 * 86400 + 5, 40), (-1, -1)]
)
def test_days_are_whole(monkeypatch: pytest.MonkeyPatch, seconds: int, days: int) -> None:
    monkeypatch.setattr(time, "time", lambda: 1_800_000_000.0)
    assert days_since(1_800_000_000 - seconds) == days


def test_no_moment_has_no_age() -> None:
    assert days_since(None) is None


def test_states_in_the_order_asked(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {}, {"systemctl": SHOWN})
    assert states(host, ("b.timer", "a.timer", "c.timer")) == [
        {"name": "b.timer", "enabled": False, "active": False},
        {"name": "a.timer", "enabled": True, "active": True},
        {"name": "c.timer", "enabled": False, "active": False},
    ]
    assert host.unreadable == []


def test_without_systemd_nothing_is_known(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    assert states(host, ("a.timer",)) == [{"name": "a.timer", "enabled": False, "active": False}]
    assert host.unreadable


def test_a_job_that_never_ran_left_no_record(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    assert record(host, PATH) is None
    assert host.unreadable == []


@pytest.mark.parametrize("text", ["", "{", "[]", "7", '{"completed": true}', '{"finished": "soon"}'])
def test_a_record_that_is_none_is_unreadable(tmp_path: Path, text: str) -> None:
    host = FakeProbe(tmp_path, {PATH: text})
    assert record(host, PATH) is None
    assert host.unreadable


@pytest.mark.parametrize(("owner", "mode"), [("hubops", 0o600), ("root", 0o620), ("root", 0o602)])
def test_a_record_that_others_may_write_is_no_evidence(tmp_path: Path, owner: str, mode: int) -> None:
    host = FakeProbe(tmp_path, {PATH: '{"finished": 1}'}, owners={PATH: (owner, "root")})
    host.chmod(PATH, mode)
    assert record(host, PATH) is None
    assert host.unreadable == [{"what": PATH, "why": "not only root may write it"}]
