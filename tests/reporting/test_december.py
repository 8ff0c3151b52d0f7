"""A month of a hub, day by day: what is wrong appears and clears on its days, and the month's report says so.

The clock is moved through December 2026. People write their records when things happen, a check runs every
day and is stored; in January the report is compiled, approved by another, archived, and verified.
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import time_machine
from records.lab import COMPLIANT, changed
from reporting.signed import key
from typer.testing import CliRunner

from hubops import bundle, engines, hub, pipeline
from hubops.cli.app import app
from hubops.decisions import OpaServer, connect
from hubops.findings import load_rules
from hubops.hub import Hub
from hubops.model import CHINA, Results, Status
from hubops.store import open_store

BUNDLE = bundle.find()
FIRST, LAST = date(2026, 12, 1), date(2026, 12, 31)
DAYS = [FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)]
REPORT = "RPT-operation-2026-12"

# The lab's hub with nothing wrong, but an agreement that ends on the 8th, no roster for January yet, and none
# of the reports that the lab has for the months to come.
BEFORE = {
    "AGR-009": {"expires": "2026-12-08"},
    "DUTY-2027-01A": None,
    **{f"RPT-operation-{month}": None for month in ("2026-12", "2027-01", "2027-02")},
}


def text(en: str, zh: str) -> dict[str, str]:
    return {"en": en, "zh": zh}


LEAK = {
    "id": "PRB-2026-12",
    "title": text("Water drips from an air conditioner", "空调滴水"),
    "source": "inspection",
    "severity": "medium",
    "owner": "POST-02",
    "opened": "2026-12-02",
    "due": "2026-12-09",
}
MEETING = {
    "id": "MTG-2026-12",
    "topic": "regular",
    "held": "2026-12-07",
    "chair": "P-001",
    "attended": ["P-002", "P-003", "P-004", "P-008"],
    "minutes": "2026-12-08",
}
ACTION = {"what": text("Order spare disks", "采购备用硬盘"), "owner": "P-002", "due": "2026-12-16"}
IMPROVEMENT = {
    "id": "IMP-2026-12",
    "title": text("Air conditioners are looked after every quarter", "空调按季度维护"),
    "source": {"kind": "problem", "reference": "PRB-2026-12"},
    "opened": "2026-12-10",
    "proposed_by": "P-002",
    "owner": "P-003",
    "approved": "2026-12-11",
    "approved_by": "P-001",
    "plan": text("A contract for maintenance, and its first round", "签订维保合同并完成首次维护"),
}
ROUND = {"title": text("First round", "首次维护"), "due": "2026-12-20"}

# What is written into which file on which day.
WRITTEN: list[tuple[int, str, dict[str, Any]]] = [
    (2, "problem", LEAK),
    (8, "meeting", {**MEETING, "actions": [ACTION]}),
    (
        11,
        "agreement",
        {"id": "AGR-010", "topic": "confidentiality", "person": "P-009", "signed": "2026-12-11"},
    ),
    (11, "improvement", {**IMPROVEMENT, "milestones": [ROUND]}),
    (
        14,
        "problem",
        {
            **LEAK,
            "closed": "2026-12-14",
            "solution": text("Drain cleaned", "疏通排水"),
            "confirmed_by": "P-003",
        },
    ),
    (18, "meeting", {**MEETING, "actions": [{**ACTION, "done": "2026-12-18"}]}),
    (23, "improvement", {**IMPROVEMENT, "milestones": [{**ROUND, "done": "2026-12-23"}]}),
    (28, "roster", {"id": "DUTY-2027-01B", "starts": "2027-01-01", "ends": "2027-02-15", "person": "P-008"}),
]

# Control, item → the first and the last day of December on which it is denied.
DENIED: dict[tuple[str, str], tuple[int, int]] = {
    ("people/agreements_signed", "P-009"): (9, 10),
    ("operation/problems_solved", "PRB-2026-12.closed"): (10, 13),
    # One late among the five that were closed this year: less than the share that the control demands.
    ("operation/problems_solved", "closed in time, percent"): (14, 31),
    ("organisation/meetings_followed_up", "MTG-2026-12.actions.0"): (17, 17),
    ("improvement/carried_out", "IMP-2026-12.milestones.1"): (21, 22),
    ("people/roster_covered", "2027-01-01"): (25, 27),
    ("people/roster_covered", "2027-01-02"): (26, 27),
    ("people/roster_covered", "2027-01-03"): (27, 27),
}


@dataclass
class Month:
    """What each day's check found, and the hub with its keys and its store afterwards."""

    city: Hub
    keys: Path
    state: Path
    found: dict[int, Results]


def moment(day: date) -> datetime:
    """Half past ten in the morning, in China."""
    return datetime.combine(day, time(10, 30), CHINA)


def checked(city: Hub, state: Path, server: OpaServer, as_of: datetime | None = None) -> Results:
    """A check of the records as they are; stored, unless it asks of another day."""
    rules = load_rules(BUNDLE, city, as_of)
    scope = pipeline.Scope(city, hosts=False, as_of=as_of)
    controls = pipeline.answerable(rules.controls, scope)
    collection = pipeline.collect(BUNDLE, scope, controls, lambda *_: None)
    store = open_store(f"sqlite:///{state}/results.db")
    try:
        return pipeline.check(
            BUNDLE,
            collection,
            rules.judging(controls),
            store,
            lambda: nullcontext(server),
            lambda *_: None,
            as_of,
        )
    finally:
        store.close()


def denied(results: Results) -> set[tuple[str, str]]:
    odd = {f.control: f.status for f in results.findings if f.status not in {Status.PASS, Status.FAIL}}
    assert set(odd.values()) <= {Status.NOT_APPLICABLE}, odd
    return {(f.control, item.item) for f in results.findings if f.status is Status.FAIL for item in f.items}


def expected(day: int) -> set[tuple[str, str]]:
    return {what for what, (first, last) in DENIED.items() if first <= day <= last}


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        yield running


@pytest.fixture(scope="module")
def month(server: OpaServer, tmp_path_factory: pytest.TempPathFactory) -> Month:
    base = tmp_path_factory.mktemp("december")
    folder = base / "city"
    for path in (folder / "records", base / "keys", base / "state"):
        path.mkdir(parents=True)
    (folder / "hosts.yaml").write_text("all: {hosts: {}}\n", encoding="utf-8")
    changed(folder / "records", COMPLIANT, BEFORE)
    city = hub.find(BUNDLE, str(folder))
    found = {}
    for day in DAYS:
        for _, kind, record in (written for written in WRITTEN if written[0] == day.day):
            path = folder / "records" / kind / f"{record['id']}.yaml"
            path.parent.mkdir(exist_ok=True)
            path.write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
        with time_machine.travel(moment(day)):
            found[day.day] = checked(city, base / "state", server)
    return Month(city, base / "keys", base / "state", found)


def test_each_day_finds_what_is_wrong_on_it_and_nothing_else(month: Month) -> None:
    assert {day: denied(results) for day, results in month.found.items()} == {
        day.day: expected(day.day) for day in DAYS
    }


def test_asked_afterwards_each_day_shows_the_same(month: Month, server: OpaServer) -> None:
    """Records say what happened when: `--as-of` finds again what the check of that day had found."""
    for day in (1, 8, 9, 10, 13, 14, 17, 22, 23, 26):
        asked = checked(month.city, month.state, server, moment(date(2026, 12, day)))
        still = {what for what in expected(day) if what[0] != "people/roster_covered"}
        assert denied(asked) == still, day


def test_the_month_s_report_is_compiled_approved_archived_and_verified(
    month: Month, server: OpaServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HUBOPS_STATE", str(month.state))
    people = {person: key(month.keys, person) for person in ("P-001", "P-008")}

    def report(day: int, *arguments: str, by: str = "") -> tuple[int, str]:
        signed = ("--by", by, "--key", str(people[by])) if by else ()
        with time_machine.travel(moment(date(2027, 1, day))):
            said = CliRunner().invoke(app, ["report", *arguments, *signed, "-i", str(month.city.folder)])
        return said.exit_code, said.output

    def failing(day: int) -> set[tuple[str, str]]:
        asked = checked(month.city, month.state, server, moment(date(2027, 1, day)))
        return {what for what in denied(asked) if what[0].startswith("reporting/")}

    for person, path in people.items():
        assert report(4, "enrol", person, str(path.with_suffix(".pub")))[0] == 0
    compiling = ("compile", "operation", "--period", "2026-12")
    code, said = report(5, *compiling, by="P-008")
    assert code == 0, said
    assert failing(10) == set()
    assert failing(11) == {("reporting/approved_and_archived", f"{REPORT}.submitted")}
    assert report(6, "submit", REPORT, by="P-008")[0] == 0
    assert failing(11) == set()
    assert report(7, "approve", REPORT, by="P-008")[0] != 0
    assert report(8, "approve", REPORT, "--decision", "Renew two air conditioners", by="P-001")[0] == 0
    assert failing(21) == {("reporting/approved_and_archived", f"{REPORT}.archived")}
    assert report(12, "archive", REPORT, by="P-008")[0] == 0
    assert failing(21) == set()

    said = json.loads((month.city.reports / REPORT / "report.json").read_text(encoding="utf-8"))
    sources = {one["name"]: one["entries"] for one in said["sources"]}
    assert sources["run"] == len(DAYS)
    page = (month.city.reports / REPORT / "report.html").read_text(encoding="utf-8")
    assert "PRB-2026-12" in page
    assert report(13, "verify", REPORT, "--by", "P-001")[0] == 0


def test_outside_tools_verify_the_archive_and_find_one_changed_byte(month: Month) -> None:
    """In `readme()`'s order: what the archive itself tells its reader to type."""
    folder = month.city.reports / REPORT
    readme = (folder / "README.md").read_text(encoding="utf-8")
    commands = [line.strip() for line in readme.splitlines() if line.startswith("    ")]
    tools = {command.split()[0] for command in commands}
    assert tools == {"sha256sum", "ssh-keygen"}

    def ended() -> list[int]:
        return [
            subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, check=False).returncode
            for command in commands
        ]

    assert set(ended()) == {0}
    page = folder / "report.pdf"
    whole = page.read_bytes()
    os.chmod(page, 0o644)
    page.write_bytes(whole[:1000] + bytes([whole[1000] ^ 1]) + whole[1001:])
    assert set(ended()) != {0}
    asked = ["report", "verify", REPORT, "-i", str(month.city.folder)]
    said = CliRunner().invoke(app, asked)
    assert (said.exit_code, "report.pdf was altered" in said.output) == (1, True), said.output
    page.write_bytes(whole)
    assert CliRunner().invoke(app, asked).exit_code == 0
