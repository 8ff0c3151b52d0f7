"""Section `drills`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.drills import collect
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
SETTINGS = "/etc/hubops/drills.json"
FOLDER = "/var/lib/hubops/drills"
KEEPER = json.dumps({"keeper": "ops-1", "here": True})


def _record(kind: str, stamp: str, days: float = 0, **other: Any) -> dict[str, Any]:
    return {
        "id": f"{kind}-{stamp}", "kind": kind, "host": "hub-1", "started": 0, "finished": time.time() - days * 86400,
        "passed": True, "why": "", "measured": {"notified_seconds": 70.5}, "promised": {"notified_seconds": 240},
        "facts": {"alert": "HostDown"}, **other,
    }  # fmt: skip


def _host(tmp_path: Path, *records: dict[str, Any], settings: str | None = KEEPER) -> FakeProbe:
    files = {f"{FOLDER}/{one['id']}.json": json.dumps(one) for one in records}
    host = FakeProbe(tmp_path, {**files, **({SETTINGS: settings} if settings is not None else {})}, {})
    for path in files:
        host.chmod(path, 0o600)
    return host


def _valid(host: FakeProbe) -> dict[str, Any]:
    found = collect(host)
    assert validate("drills", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def test_records_of_all_kinds_come_newest_first(tmp_path: Path) -> None:
    host = _host(
        tmp_path,
        _record(
            "restore",
            "20261101T080000Z",
            days=26.5,
            passed=False,
            measured={"rto_minutes": None},
            facts={"source": "hub-2"},
        ),
        _record("alert", "20261110T080000Z", days=17.2),
        _record("alert", "20261001T080000Z", days=57),
    )
    found = _valid(host)
    assert [(one["kind"], one["days"], one["passed"]) for one in found["records"]] == [
        ("alert", 17, True), ("restore", 26, False), ("alert", 57, True),
    ]  # fmt: skip
    assert found["records"][1]["numbers"] == [
        {"name": "notified_seconds", "measured": None, "promised": 240.0},
        {"name": "rto_minutes", "measured": None, "promised": None},
    ]
    assert [one["source"] for one in found["records"]] == [None, "hub-2", None]
    assert found["settings"] == {"keeper": "ops-1", "here": True}
    assert host.unreadable == []


def test_a_host_that_was_told_nothing(tmp_path: Path) -> None:
    assert _valid(_host(tmp_path, settings=None)) == {"settings": None, "records": []}


@pytest.mark.parametrize(
    "settings", ["", "{", "[]", "{}", '{"keeper": "ops-1"}', '{"keeper": "", "here": true}']
)
def test_settings_that_are_not_understood_are_noted(tmp_path: Path, settings: str) -> None:
    host = _host(tmp_path, settings=settings)
    assert _valid(host)["settings"] is None
    assert [one["what"] for one in host.unreadable] == [SETTINGS]


@pytest.mark.parametrize(
    "broken", [{"measured": 1}, {"measured": {"a": "b"}}, {"host": None, "promised": []}]
)
def test_a_record_that_is_not_understood_is_noted(tmp_path: Path, broken: dict[str, Any]) -> None:
    host = _host(tmp_path, _record("alert", "20261110T080000Z", **broken))
    assert _valid(host)["records"] == []
    assert len(host.unreadable) == 1


def test_a_record_that_others_may_write_is_no_evidence(tmp_path: Path) -> None:
    host = _host(tmp_path, _record("alert", "20261110T080000Z"))
    host.chmod(f"{FOLDER}/alert-20261110T080000Z.json", 0o666)
    assert _valid(host)["records"] == []
    assert len(host.unreadable) == 1
