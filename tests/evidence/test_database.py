"""Section `database`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.database import collect
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
NOW = 1_800_000_000
ONLINE = "15  main    5432 online postgres /var/lib/postgresql/15/main /var/log/postgresql/a.log\n"
TOLD: dict[str, Any] = {
    "checksums": True,
    "ssl": True,
    "ssl_min": "TLSv1.2",
    "password_encryption": "scram-sha-256",
    "listen": "localhost, 10.0.0.1",
    "archive_mode": "on",
    "archive_command": True,
    "archive_timeout": 600,
    "hba": [{"line": 3, "type": "local", "address": "", "method": "peer", "valid": True}],
    "weak": ["ann"],
    "archiver": {"archived": NOW - 130, "failed": NOW - 600},
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(NOW))


def _valid(host: FakeProbe) -> dict[str, Any]:
    found = collect(host)
    assert validate("database", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def _host(tmp_path: Path, told: Any, clusters: str = ONLINE) -> FakeProbe:
    said = told if isinstance(told, Outcome) else json.dumps(told)
    return FakeProbe(tmp_path, {}, {"pg_lsclusters": clusters, "runuser": said})


def test_a_host_without_a_database(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    assert _valid(host) == {"clusters": [], "backups": [], "dump": None}
    assert host.unreadable == []


def test_what_a_cluster_tells_of_itself(tmp_path: Path) -> None:
    cluster = _valid(_host(tmp_path, TOLD))["clusters"][0]
    assert (cluster["version"], cluster["name"], cluster["port"], cluster["online"]) == (
        "15",
        "main",
        5432,
        True,
    )
    settings = cluster["settings"]
    assert settings["listen"] == ["10.0.0.1", "localhost"]
    assert settings["archived_minutes"] == 2
    assert settings["archiving_fails"] is False
    assert settings["weak_passwords"] == ["ann"]


@pytest.mark.parametrize(
    ("archiver", "minutes", "fails"),
    [
        ({"archived": None, "failed": None}, None, False),
        ({"archived": None, "failed": NOW}, None, True),
        ({"archived": NOW - 60, "failed": NOW - 30}, 1, True),
    ],
)
def test_whether_archiving_fails(tmp_path: Path, archiver: Any, minutes: Any, fails: bool) -> None:
    settings = _valid(_host(tmp_path, {**TOLD, "archiver": archiver}))["clusters"][0]["settings"]
    assert (settings["archived_minutes"], settings["archiving_fails"]) == (minutes, fails)


def test_a_cluster_that_is_down_or_does_not_answer(tmp_path: Path) -> None:
    host = _host(tmp_path, TOLD, ONLINE.replace("online", "down"))
    assert _valid(host)["clusters"][0]["settings"] is None
    assert host.unreadable == []
    host = _host(tmp_path, Outcome(2, "", "psql: error: connection failed"))
    assert not _valid(host)["clusters"][0]["online"]
    assert host.unreadable
    host = _host(tmp_path, {"checksums": True})
    assert not _valid(host)["clusters"][0]["online"]
    assert host.unreadable


def test_backups_by_kind(tmp_path: Path) -> None:
    backups = [
        {"type": "full", "timestamp": {"stop": NOW - 90000}, "error": False},
        {"type": "full", "timestamp": {"stop": NOW - 3600}, "error": True},
        {"type": "diff", "timestamp": {"stop": NOW - 7200}},
    ]
    info = [{"name": "hub", "status": {"code": 0}, "cipher": "aes-256-cbc", "backup": backups}]
    command = "runuser -u postgres -- pgbackrest info --output=json"
    commands = {"pg_lsclusters": "", command: json.dumps(info), "pgbackrest": ""}
    host = FakeProbe(tmp_path, {"/etc/pgbackrest.conf": "repo1-cipher-pass=hidden"}, commands)
    found = _valid(host)
    assert found["backups"] == [
        {
            "name": "hub",
            "sound": True,
            "encrypted": True,
            "full_hours": 25,
            "diff_hours": 2,
            "incr_hours": None,
        }
    ]
    assert "hidden" not in json.dumps(found)


def test_an_answer_of_pgbackrest_that_is_not_understood_is_noted(tmp_path: Path) -> None:
    command = "runuser -u postgres -- pgbackrest info --output=json"
    host = FakeProbe(
        tmp_path, {"/etc/pgbackrest.conf": ""}, {"pg_lsclusters": "", command: "ERROR", "pgbackrest": ""}
    )
    assert _valid(host)["backups"] == []
    assert host.unreadable


def test_the_last_dump(tmp_path: Path) -> None:
    said = {"finished": NOW - 7200, "dataset": "a", "databases": [{"name": "hub", "bytes": 1, "entries": 2}]}
    host = FakeProbe(tmp_path, {"/var/lib/hubops/backup/dump.json": json.dumps(said)}, {"pg_lsclusters": ""})
    assert _valid(host)["dump"] == {"dataset": "a", "hours": 2, "databases": said["databases"]}
