"""Monitoring and backups in the report: what real hosts showed, and that nothing missing looks good."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from hubops.model import Evidence, SubjectKind, Text
from hubops.reports import Report, html
from hubops.reports.operations import SHOWN, Cell, Operations, operations, span
from tests.reports import sample
from tests.reports.strategies import HOSTILE
from tests.reports.test_html import Page

Change = Callable[[Any], Any]


def changed(section: str, host: str, change: Change) -> Report:
    """The sample with one section of a host changed."""

    def one(evidence: Evidence) -> Evidence:
        if (evidence.section, evidence.subject) != (section, host):
            return evidence
        data = copy.deepcopy(evidence.data)
        change(data)
        return evidence.model_copy(update={"data": data})

    return replace(sample.report(), evidence=tuple(map(one, sample.EVIDENCE)))


def shown(report: Report) -> Operations:
    state = operations(report)
    assert state
    return state


def marks(report: Report, *hosts: str) -> set[str]:
    """Of all that is said of these hosts and of the figures."""
    state = shown(report)
    cells = [cell for _, cell in state.figures]
    for host in state.hosts:
        if host.name in hosts:
            cells += [host.asked, host.available, host.copied, host.off_site, host.checked]
    for one in state.sets:
        if one.host in hosts:
            cells += [one.age, one.restored, *(each.age for each in one.copies)]
    return {cell.mark for cell in cells}


def said(cell: Cell) -> tuple[str, str]:
    return cell.mark, cell.text.en


def data_set(report: Report, host: str, name: str) -> Any:
    return next(one for one in shown(report).sets if (one.host, one.name) == (host, name))


def host(report: Report, name: str) -> Any:
    return next(one for one in shown(report).hosts if one.name == name)


def test_what_real_hosts_showed() -> None:
    state = shown(sample.report())
    assert {name.en: said(cell) for name, cell in state.figures} == {
        "Hosts that answer": ("bad", "3 / 4"),
        "Availability of the platform": ("missing", "not probed"),
        "Alerts firing": ("bad", "1"),
        "Watchdog arrived": ("good", "31 s ago"),
        "Data sets within their RPO": ("good", "8 / 8"),
        "Restored within their RTO": ("missing", "5 / 8"),
    }
    assert [one.name for one in state.hosts] == ["data-1", "hub-1", "hub-2", "ops-1"]
    hub = host(sample.report(), "hub-1")
    assert said(hub.available) == ("good", "100 %")
    assert hub.available.note == Text(en="in 43 min", zh="43 分钟内")
    archive = data_set(sample.report(), "hub-1", "platform_archive")
    assert [(one.host, one.off_site) for one in archive.copies] == [("ops-1", False), ("hub-2", True)]
    assert (archive.rpo.en, archive.rto.en, said(archive.restored)) == ("2 h", "4 h", ("good", "5.4 s"))
    assert said(data_set(sample.report(), "hub-2", "configuration").restored) == ("missing", "no drill")
    assert state.alerts
    assert [(one.name, one.summary.zh) for one in state.alerts] == [("HostDown", "主机 spare-1 无响应")]
    assert state.drills
    assert [(one.kind, one.source, one.host, one.passed) for one in state.drills] == [
        ("restore", "hub-1", "spare-1", True),
        ("restore", "hub-1", "spare-1", False),
        ("alert", None, "hub-1", True),
    ]
    numbers = dict(state.drills[1].numbers)["platform_database"]
    assert [(one.of.en, said(one.measured), one.promised.en) for one in numbers] == [
        ("RPO", ("good", "7.6 min"), "2 h"),
        ("RTO", ("bad", "not reached"), "4 h"),
    ]


def test_a_host_that_showed_nothing_is_missing_everywhere() -> None:
    assert marks(sample.report(), "data-1") >= {"missing", "bad"}
    one = host(sample.report(), "data-1")
    assert said(one.asked) == ("bad", "not asked")
    assert {cell.mark for cell in (one.available, one.copied, one.off_site, one.checked)} == {"missing"}


@pytest.mark.parametrize(
    "broken", [{"data": None, "error": "no route"}, {"error": "late"}, {"violation": "central: 7"}]
)
def test_broken_evidence_is_missing_and_never_good(broken: dict[str, Any]) -> None:
    evidence = tuple(one.model_copy(update=broken) for one in sample.EVIDENCE)
    report = replace(sample.report(), evidence=evidence)
    assert marks(report, *(one.name for one in sample.HOSTS)) == {"missing"}
    state = shown(report)
    assert (state.sets, state.alerts, state.drills) == ((), None, None)
    assert Page(html.render(report)).words.count("Not known: nobody could tell.") == 2


def test_without_evidence_of_it_the_section_is_left_out() -> None:
    none = tuple(one for one in sample.EVIDENCE if one.section not in SHOWN)
    for report in (replace(sample.report(), evidence=none), replace(sample.report(), evidence=())):
        assert operations(report) is None
        assert not Page(html.render(report)).all("h2", id="operations")
    elsewhere = tuple(one.model_copy(update={"subject_kind": SubjectKind.HUB}) for one in sample.EVIDENCE)
    assert operations(replace(sample.report(), evidence=elsewhere)) is None
    assert Page(html.render(sample.report())).all("h2", id="operations")


def test_a_server_that_does_not_answer_leaves_all_of_it_missing() -> None:
    report = changed("monitoring", "ops-1", lambda data: data["central"].update(answers=False))
    assert said(host(report, "hub-1").asked) == ("missing", "missing")
    assert said(host(report, "hub-1").available) == ("missing", "missing")
    assert [cell.mark for _, cell in shown(report).figures][:4] == ["missing"] * 4


@pytest.mark.parametrize(
    ("health", "expected"), [("down", ("bad", "down")), ("unknown", ("missing", "not yet"))]
)
def test_a_host_that_does_not_answer(health: str, expected: tuple[str, str]) -> None:
    def change(data: Any) -> None:
        for target in data["central"]["targets"]:
            target["health"] = health

    assert said(host(changed("monitoring", "ops-1", change), "hub-2").asked) == expected


def test_a_platform_that_is_probed() -> None:
    probe = {
        "name": "platform",
        "availability_percent": 99.999,
        "days": 30,
        "measured_percent": 100,
        "response_seconds": None,
    }
    report = changed("monitoring", "ops-1", lambda d: d["central"]["indicators"].update(probes=[probe]))
    figures = {name.en: said(cell) for name, cell in shown(report).figures}
    assert figures["platform: Availability"] == ("none", "99.99 %")
    assert figures["platform: Response (95 %)"] == ("missing", "missing")


@pytest.mark.parametrize(
    "lost", [{"fires": False}, {"arrived": False}, {"seconds": None}], ids=["fires", "arrived", "seconds"]
)
def test_a_watchdog_that_does_not_arrive(lost: dict[str, Any]) -> None:
    report = changed("monitoring", "ops-1", lambda data: data["central"]["watchdog"].update(lost))
    assert said(dict((n.en, c) for n, c in shown(report).figures)["Watchdog arrived"]) == (
        "bad",
        "does not arrive",
    )


@pytest.mark.parametrize(
    ("hours", "expected"),
    [(8, ("good", "8 h")), (9, ("bad", "9 h")), (None, ("missing", "missing")), (-1, ("bad", "-3600 s"))],
)
def test_a_copy_is_as_old_as_was_promised_or_it_is_not_good(
    hours: int | None, expected: tuple[str, str]
) -> None:
    def change(data: Any) -> None:
        for one in data["copies"]:
            if (one["dataset"], one["repository"]) == ("platform_files", "off_site"):
                one["hours"] = hours

    report = changed("backup", "hub-1", change)
    files = data_set(report, "hub-1", "platform_files")
    assert said(files.copies[1].age) == expected
    assert said(files.copies[0].age) == ("good", "< 1 h")
    assert host(report, "hub-1").off_site.mark == expected[0]
    assert host(report, "hub-1").copied.mark == "good"


@pytest.mark.parametrize(
    ("check", "expected"),
    [
        ({"hours": None}, ("missing", "never")),
        ({"sound": False}, ("bad", "damaged")),
        ({"hours": 30}, ("good", "30 h")),
        ({"repository": "other"}, ("missing", "never")),
    ],
)
def test_a_repository_that_is_not_known_to_be_whole(check: dict[str, Any], expected: tuple[str, str]) -> None:
    report = changed("backup", "hub-1", lambda data: data["checks"][0].update(check))
    assert said(host(report, "hub-1").checked) == expected


def test_a_host_that_has_nothing_to_back_up_says_why() -> None:
    why = {"en": "It is rebuilt.", "zh": "可重建。"}
    report = changed("backup", "hub-2", lambda data: data["catalogue"].update(sets=[], none=why))
    one = host(report, "hub-2")
    assert (said(one.copied), one.copied.note) == (("none", "nothing to back up"), Text(**why))
    forgotten = changed("backup", "hub-2", lambda data: data["catalogue"].update(sets=[]))
    assert said(host(forgotten, "hub-2").copied) == ("missing", "missing")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda data: data.update(backups=[]), ("missing", "missing")),
        (lambda data: data.update(clusters=[]), ("missing", "missing")),
        (lambda data: data["backups"][0].update(full_hours=None), ("missing", "missing")),
        (lambda data: data["backups"][0].update(sound=False), ("bad", "damaged")),
        (lambda data: data["clusters"][0]["settings"].update(archived_minutes=121), ("bad", "2 h")),
    ],
)
def test_a_database_that_could_not_be_restored_as_promised(change: Change, expected: tuple[str, str]) -> None:
    report = changed("database", "hub-1", change)
    assert said(data_set(report, "hub-1", "platform_database").age) == expected


@pytest.mark.parametrize(("hours", "expected"), [(0, ("good", "< 1 h")), (3, ("bad", "3 h"))])
def test_where_no_log_was_archived_yet_a_database_is_as_old_as_its_newest_backup(
    hours: int, expected: tuple[str, str]
) -> None:
    def change(data: Any) -> None:
        data["clusters"][0]["settings"] = None
        data["backups"][0].update(full_hours=30, diff_hours=hours)

    report = changed("database", "hub-1", change)
    assert said(data_set(report, "hub-1", "platform_database").age) == expected


def test_the_last_drill_counts_also_where_it_failed() -> None:
    def change(data: Any) -> None:
        slow = {"rto_minutes platform_dump": None, "rto_minutes platform_files": 241}
        for one in data["records"][0]["numbers"]:
            one["measured"] = slow.get(one["name"], one["measured"])

    report = changed("drills", "ops-1", change)
    assert said(data_set(report, "hub-1", "platform_dump").restored) == ("bad", "not reached")
    assert said(data_set(report, "hub-1", "platform_files").restored) == ("bad", "4 h")


def test_what_was_not_read_in_full_is_named() -> None:
    some = [{"what": "/var/lib/hubops/backup/x.json", "why": "no record"}]
    report = changed("backup", "hub-1", lambda data: data.update(unreadable=some))
    assert shown(report).partly == ("hub-1 (backup)",)
    assert " hub-1 (backup)" in Page(html.render(report)).words


def test_many_rows_are_folded() -> None:
    def change(data: Any) -> None:
        data["catalogue"]["sets"] = [{**data["catalogue"]["sets"][0], "name": f"set-{n}"} for n in range(40)]

    page = Page(html.render(changed("backup", "hub-1", change)))
    assert "+ 23" in page.words
    assert all(f"set-{n}" in page.words for n in range(40))


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_no_text_of_a_host_becomes_markup(text: str) -> None:
    def change(data: Any) -> None:
        for one in data["catalogue"]["sets"]:
            one.update(owner=text, name=text, way=text)
        for one in data["catalogue"]["repositories"]:
            one["host"] = text

    page = Page(html.render(changed("backup", "ops-1", change)))
    assert not page.open
    assert len(page.all("script")) == 1
    assert not page.all("img")


@pytest.mark.parametrize(
    ("seconds", "en", "zh"),
    [
        (0.04, "0 s", "0 秒"),
        (5.4, "5.4 s", "5.4 秒"),
        (59.4, "59 s", "59 秒"),
        (60, "1 min", "1 分钟"),
        (642, "11 min", "11 分钟"),
        (3600, "1 h", "1 小时"),
        (26 * 3600, "26 h", "26 小时"),
        (30 * 86400, "30 d", "30 天"),
    ],
)
def test_a_length_of_time_has_the_unit_that_fits(seconds: float, en: str, zh: str) -> None:
    assert span(seconds) == Text(en=en, zh=zh)
