"""Section `backup`."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.backup import collect
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
NOW = 1_800_000_000
STATE = "/var/lib/hubops/backup"
SHOWN = "Id=hubops-backup-a.timer\nActiveState=active\nUnitFileState=enabled\n"
SET = {
    "name": "a",
    "owner": "hub",
    "way": "files",
    "paths": ["/etc"],
    "frequency_hours": 24,
    "retention": {"daily": 7, "weekly": 4, "monthly": 6},
    "rpo_hours": 26,
    "rto_hours": 4,
    "off_site": True,
}
CATALOGUE = {
    "host": "hub-1",
    "sets": [SET],
    "none": None,
    "repositories": [{"name": "main", "host": "ops-1", "off_site": False}],
    "keeps": [],
}


@pytest.fixture(autouse=True)
def _clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(time, "time", lambda: float(NOW))


def _host(tmp_path: Path, files: dict[str, Any], **owners: tuple[str, str]) -> FakeProbe:
    texts = {path: said if isinstance(said, str) else json.dumps(said) for path, said in files.items()}
    return FakeProbe(tmp_path, texts, {"systemctl": SHOWN}, owners)


def _valid(host: FakeProbe) -> dict[str, Any]:
    found = collect(host)
    assert validate("backup", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def test_a_bare_host(tmp_path: Path) -> None:
    host = _host(tmp_path, {})
    found = _valid(host)
    assert found["catalogue"] is None
    assert found["looked_hours"] is None
    assert found["units"] == found["copies"] == found["checks"] == found["kept"] == found["keys"] == []
    assert host.unreadable == []


def test_what_has_to_run_follows_from_the_catalogue(tmp_path: Path) -> None:
    sets = [SET, {**SET, "name": "b", "way": "postgres"}]
    keeps = [{"client": "x", "repository": "main", "sets": [{"name": "a", "way": "files", "rpo_hours": 2}]}]
    found = _valid(_host(tmp_path, {"/etc/hubops/backup.json": {**CATALOGUE, "sets": sets, "keeps": keeps}}))
    assert [one["name"] for one in found["units"]] == [
        "hubops-backup-a.timer",
        "hubops-backup-check.timer",
        "hubops-postgres-full.timer",
        "hubops-postgres-diff.timer",
        "hubops-postgres-state.timer",
        "hubops-backup-keeper.timer",
        "hubops-backup-sshd.service",
    ]
    assert found["units"][0] == {"name": "hubops-backup-a.timer", "enabled": True, "active": True}
    assert not found["units"][1]["active"]


@pytest.mark.parametrize("text", ["{", "[]", '{"sets": [{}]}', '{"sets": [], "none": null}'])
def test_a_broken_catalogue_is_noted(tmp_path: Path, text: str) -> None:
    host = _host(tmp_path, {"/etc/hubops/backup.json": text})
    assert _valid(host)["catalogue"] is None
    assert host.unreadable[0]["what"] == "/etc/hubops/backup.json"


def test_copies_and_checks_by_age(tmp_path: Path) -> None:
    copy = {
        "dataset": "a",
        "repository": "main",
        "finished": NOW,
        "succeeded": False,
        "last_success": NOW - 7300,
        "bytes": 90,
        "files": 3,
        "sizes": [100, 300, 200, 90],
        "paths": ["/etc"],
        "encryption": "repokey-blake2",
    }
    never = {"dataset": "a", "repository": "off_site", "finished": NOW, "succeeded": False}
    check = {"repository": "main", "finished": NOW, "sound": False, "last_success": NOW - 3599}
    found = _valid(
        _host(
            tmp_path,
            {
                f"{STATE}/a.main.json": copy,
                f"{STATE}/a.off_site.json": never,
                f"{STATE}/check.main.json": check,
            },
        )
    )
    assert found["copies"][0] == {
        "dataset": "a",
        "repository": "main",
        "hours": 2,
        "succeeded": False,
        "bytes": 90,
        "files": 3,
        "usual_bytes": 200,
        "paths": ["/etc"],
        "encryption": "repokey-blake2",
    }
    assert (found["copies"][1]["hours"], found["copies"][1]["usual_bytes"]) == (None, None)
    assert found["checks"] == [{"repository": "main", "hours": 0, "sound": False}]


def test_a_record_that_others_may_write_is_no_evidence(tmp_path: Path) -> None:
    host = _host(tmp_path, {f"{STATE}/a.main.json": {"finished": NOW, "last_success": NOW}})
    host.chmod(f"{STATE}/a.main.json", 0o666)
    assert _valid(host)["copies"] == []
    assert host.unreadable


def test_what_is_kept_for_others(tmp_path: Path) -> None:
    one = {
        "client": "hub-1",
        "repository": "main",
        "present": True,
        "error": False,
        "encryption": "repokey-blake2",
        "missing": ["a-1", "a-2"],
        "archives": {"a-3": NOW},
        "sets": [{"name": "a", "count": 1, "newest": NOW - 3600, "oldest": NOW - 90000}],
    }
    host = _host(tmp_path, {f"{STATE}/keeper.json": {"finished": NOW - 8000, "kept": [one]}})
    found = _valid(host)
    assert found["looked_hours"] == 2
    assert found["kept"] == [
        {
            "client": "hub-1",
            "repository": "main",
            "present": True,
            "readable": True,
            "encryption": "repokey-blake2",
            "missing": 2,
            "sets": [{"name": "a", "count": 1, "newest_hours": 1, "oldest_hours": 25}],
        }
    ]


def test_what_keys_may_do_without_the_keys(tmp_path: Path) -> None:
    text = (
        "# comment\n"
        'restrict,command="borg serve --append-only --restrict-to-repository /srv/backup/a" ssh-ed25519 AAAAC3Nz a\n'
        'command="echo restrict,x" ssh-ed25519 AAAAC3Nz b\n'
        "ssh-ed25519 AAAAC3Nz c\n"
    )
    found = _valid(_host(tmp_path, {"/etc/hubops/backup/authorized_keys": text}))
    assert found["keys"] == [
        {"restrict": True, "command": "borg serve --append-only --restrict-to-repository /srv/backup/a"},
        {"restrict": False, "command": "echo restrict,x"},
        {"restrict": False, "command": None},
    ]
    assert "AAAAC3Nz" not in json.dumps(found)


def test_rights_of_secrets_and_never_what_they_hold(tmp_path: Path) -> None:
    secret = "c2VjcmV0LXBhc3NwaHJhc2U="
    host = _host(tmp_path, {"/etc/hubops/backup/passphrase": secret, "/etc/hubops/backup/clients/x": secret})
    host.chmod("/etc/hubops/backup/passphrase", 0o400)
    found = _valid(host)
    assert {(one["path"], one["mode"]) for one in found["secrets"]} == {
        ("/etc/hubops/backup/passphrase", "0400"),
        ("/etc/hubops/backup/clients/x", "0644"),
    }
    assert secret not in json.dumps(found)
