"""Section `integrity`."""

from __future__ import annotations

import hashlib
import json
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.integrity import collect
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
CONFIG = "database_in=file:/var/lib/hubops/integrity/base.gz\n/etc Watched\n"
BASE = "/var/lib/hubops/integrity/base.gz"
RECORD = "/var/lib/hubops/integrity/status.json"
DIGEST = hashlib.sha256(b"base").hexdigest()
RULE = "[X] f '/etc/x': selective rule: '/etc (none) l+p+u+g+s+n+sha256+ftype' (/etc/aide/hubops.conf:2: '/etc Watched')\n"


def _host(
    tmp_path: Path, record: Any = None, rule: str | Outcome = RULE, config: str = CONFIG, **commands: str
) -> FakeProbe:
    files = {"/etc/aide/hubops.conf": config, BASE: "base"}
    if record is not None:
        files[RECORD] = json.dumps({"finished": time.time(), **record})
    said: dict[str, str | Outcome] = {
        "aide": rule,
        f"sha256sum {BASE}": f"{DIGEST}  {BASE}\n",
        "systemctl": "Id=hubops-integrity.timer\nActiveState=active\nUnitFileState=enabled\n",
        **commands,
    }
    host = FakeProbe(tmp_path, files, said)
    host.chmod(BASE, 0o600)
    if record is not None:
        host.chmod(RECORD, 0o600)
    return host


def _valid(host: FakeProbe) -> dict[str, Any]:
    found = collect(host)
    assert validate("integrity", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def test_a_host_that_is_watched(tmp_path: Path) -> None:
    record = {"completed": True, "changes": {"added": [], "removed": [], "changed": []}, "altered": []}
    host = _host(tmp_path, record)
    found = _valid(host)
    assert found["base"] == {"path": BASE, "mode": "0600", "owner": "root", "empty": False, "sha256": DIGEST}
    assert found["kept_sha256"] is None
    assert all(one["covered"] and one["hashed"] for one in found["directories"] + found["files"])
    assert "/etc/shadow" in {one["path"] for one in found["files"]}
    assert found["last_check"]["days"] == 0
    assert found["last_check"]["altered"] == {"count": 0, "first": []}
    assert host.unreadable == []


def test_a_bare_host(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {}, {"systemctl": "Id=hubops-integrity.timer\n"})
    found = _valid(host)
    assert (found["installed"], found["config"], found["base"], found["last_check"]) == (
        False,
        None,
        None,
        None,
    )
    assert found["directories"] == found["files"] == []
    assert host.unreadable == []


@pytest.mark.parametrize(
    ("rule", "covered", "hashed"),
    [
        (Outcome(1, "[ ] f '/etc/x': no matching rule\n", ""), False, False),
        (Outcome(2, "[ ] f '/etc/x': negative rule: '!/etc' (a:1: '!/etc')\n", ""), False, False),
        (RULE.replace("+sha256", ""), True, False),
        (RULE.replace("sha256", "md5+sha1"), True, False),
        (RULE.replace("(none) l+p+u+g+s+n+sha256+ftype", "l+sha512"), True, True),
        ("", True, False),
    ],
)
def test_the_scope_is_the_program_s_answer(
    tmp_path: Path, rule: str | Outcome, covered: bool, hashed: bool
) -> None:
    for one in _valid(_host(tmp_path, rule=rule))["files"]:
        assert (one["covered"], one["hashed"]) == (covered, hashed)


def test_a_broken_configuration_covers_nothing_and_is_noted(tmp_path: Path) -> None:
    host = _host(tmp_path, rule=Outcome(17, "", "ERROR: /etc/aide/hubops.conf:3: syntax error"))
    assert not any(one["covered"] for one in _valid(host)["files"])
    assert host.unreadable


@pytest.mark.parametrize("config", ["", "database_in=file:/nowhere/base\n", "database_in=\n"])
def test_no_base(tmp_path: Path, config: str) -> None:
    assert _valid(_host(tmp_path, config=config))["base"] is None


def test_a_digest_that_could_not_be_made_is_noted(tmp_path: Path) -> None:
    host = _host(tmp_path, **{f"sha256sum {BASE}": "nonsense\n"})
    assert _valid(host)["base"] is None
    assert host.unreadable


def test_long_lists_are_cut_and_counted(tmp_path: Path) -> None:
    names = [f"/usr/bin/{n:03}" for n in reversed(range(80))]
    record = {"completed": True, "changes": {"added": names}, "altered": names}
    check = _valid(_host(tmp_path, record))["last_check"]
    assert check["altered"]["count"] == 80
    assert check["altered"]["first"] == sorted(names)[:50] == check["changes"]["added"]["first"]
    assert check["changes"]["removed"] == {"count": 0, "first": []}


def test_a_check_that_broke_off(tmp_path: Path) -> None:
    check = _valid(_host(tmp_path, {"completed": False, "changes": {}, "altered": None}))["last_check"]
    assert (check["completed"], check["altered"]) == (False, None)
