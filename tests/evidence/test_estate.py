"""What hosts show together: it is whole or says what is missing, and is as old as its oldest part."""

from __future__ import annotations

import json
from typing import Any

from hubops import bundle
from hubops.evidence import estate
from hubops.evidence.schema import validate
from hubops.model import Evidence, Subject, SubjectKind

BUNDLE = bundle.find()
STORED = [
    json.loads(path.read_text(encoding="utf-8"))
    for path in sorted((BUNDLE.root / "tests/data/evidence/applied").glob("host-*.json"))
]
HOSTS = [Subject(**host["subject"]) for host in STORED]
SECTIONS = [Evidence(**one) for host in STORED for one in host["evidence"]]
AS_OF = "2026-11-23T00:00:00Z"
UPDATE = {"stack": "lab", "version": 3, "day": "2026-11-22", "changed": 4}


def made(hosts: list[Subject] = HOSTS, sections: list[Evidence] = SECTIONS, **more: Any) -> Any:
    found = estate.section("lab", hosts, sections, [UPDATE], AS_OF, **more)
    assert (found.subject, found.subject_kind, found.section) == ("lab", SubjectKind.HUB, "estate")
    assert validate("estate", found.data, BUNDLE.schemas) == []
    return found


def test_it_says_who_has_accounts_where() -> None:
    data = made().data
    assert data["inventory"] == [host["name"] for host in data["hosts"]] == ["hub-1", "hub-2", "ops-1"]
    accounts = {one["name"]: one for one in data["hosts"][0]["accounts"]}
    assert accounts["hubops"]["keys"] == 1
    assert accounts["sys-chen"]["can_login"]
    assert "hub-sysadmins" in accounts["sys-chen"]["groups"]
    assert not accounts["sys-chen"]["system"]
    assert not accounts["daemon"]["can_login"]


def test_it_says_what_is_backed_up_and_what_the_stack_changed() -> None:
    data = made().data
    assert "configuration" in data["hosts"][0]["backup_sets"]
    assert data["updates"] == [UPDATE]
    assert data["unreadable"] == []


def test_a_host_that_did_not_tell_is_missed() -> None:
    silent = [one for one in SECTIONS if (one.subject, one.section) != ("hub-2", "access")]
    data = made(sections=silent).data
    assert data["inventory"] == ["hub-1", "hub-2", "ops-1"]
    assert [host["name"] for host in data["hosts"]] == ["hub-1", "ops-1"]
    assert data["unreadable"] == [{"what": "access of hub-2", "why": "the host was not asked"}]


def test_what_failed_or_breaks_its_schema_is_no_view_of_the_host() -> None:
    def spoilt(one: Evidence) -> Evidence:
        if (one.subject, one.section) == ("hub-1", "accounts"):
            return one.model_copy(update={"data": None, "error": "unreachable: no route"})
        if (one.subject, one.section) == ("ops-1", "drills"):
            return one.model_copy(update={"violation": "drills.records: no list"})
        return one

    data = made(sections=[spoilt(one) for one in SECTIONS]).data
    assert [host["name"] for host in data["hosts"]] == ["hub-2"]
    assert data["unreadable"] == [
        {"what": "accounts of hub-1", "why": "unreachable: no route"},
        {"what": "drills of ops-1", "why": "what it told is not what the schema says"},
    ]


def test_what_a_host_could_not_read_is_not_read_here_either() -> None:
    hole = {"what": "/etc/shadow", "why": "permission denied"}

    def holed(one: Evidence) -> Evidence:
        if (one.subject, one.section) != ("hub-1", "accounts"):
            return one
        return one.model_copy(update={"data": {**dict(one.data), "unreadable": [hole]}})  # type: ignore[arg-type]

    other = {"what": "history of stack lab", "why": "locked"}
    data = made(sections=[holed(one) for one in SECTIONS], holes=[other]).data
    assert data["unreadable"] == [other, {"what": "/etc/shadow of hub-1", "why": "permission denied"}]


def test_it_is_as_old_as_its_oldest_part() -> None:
    oldest = "2026-01-01T00:00:00Z"
    aged = [
        one.model_copy(update={"collected_at": oldest})
        if (one.subject, one.section) == ("ops-1", "backup")
        else one
        for one in SECTIONS
    ]
    assert made(sections=aged).collected_at == oldest
