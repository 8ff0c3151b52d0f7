"""Joining, ordering and counting."""

from __future__ import annotations

from hypothesis import given, settings

from hubops.model import Status, Text
from hubops.reports import Report, rows, show, words
from tests.reports import estate, sample
from tests.reports.strategies import reports


def test_what_needs_eyes_first_is_on_top() -> None:
    listed = rows.rows(sample.report())
    assert listed[0].finding.status is Status.FAIL
    assert listed[0].finding.severity == "high_risk"
    assert listed[-1].finding.status is Status.PASS


def test_failures_come_worst_first_with_one_command_for_all_their_hosts() -> None:
    report = sample.report()
    before = Report(sample.results(applied=False), report.controls)
    found = rows.failures(rows.rows(before))
    ranks = [failure.first.finding.severity.rank for failure in found]
    assert ranks == sorted(ranks)
    ssh = next(failure for failure in found if failure.first.finding.control == "ssh/root_login_denied")
    names = ",".join(row.subject.name for row in ssh.rows)
    assert ssh.command == f"hubops apply --tags ssh_access --limit {names}"


def test_a_command_is_safe_to_paste() -> None:
    finding = sample.results(applied=False).findings[0]
    assert rows.command(finding, ["hub-1", "x; reboot"]) == (
        "hubops apply --tags ssh_access --limit 'hub-1,x; reboot'"
    )


def test_what_a_container_could_not_show_names_who_did() -> None:
    hidden = {entry.control.finding.control: entry for entry in rows.not_shown(rows.rows(sample.report()))}
    assert set(hidden) == {
        "kernel/forwarding_disabled", "kernel/ipv4_hardened", "kernel/ipv6_hardened", "kernel/links_protected",
        "kernel/memory_protected", "kernel/settings_persistent", "time/clock_in_step", "time/sources_sufficient",
    }  # fmt: skip
    entry = hidden["kernel/ipv4_hardened"]
    assert entry.containers == ("hub-1", "ops-1")
    assert [row.subject.name for row in entry.instead] == ["data-1", "hub-2"]


def test_a_change_of_status_is_told_and_no_change_is_not() -> None:
    report = sample.report()
    listed = rows.rows(report)
    assert any(row.was is Status.FAIL and row.finding.status is Status.PASS for row in listed)
    assert not [row for row in listed if row.was is row.finding.status]
    assert not [row for row in rows.rows(Report(report.results, report.controls)) if row.was]


def test_a_requirement_belongs_to_its_longest_chapter() -> None:
    chapters = {key: Text(en=key, zh=key) for key in ("G-8", "G-8.1.1", "G-8.1.10", "H-A")}
    assert rows.chapter("G-8.1.10.2.a", chapters) == "G-8.1.10"
    assert rows.chapter("G-8.1.1.2.a", chapters) == "G-8.1.1"
    assert rows.chapter("G-8.1.12.a", chapters) == "G-8"
    assert rows.chapter("H-A1", chapters) == "H-A"
    assert rows.chapter("X-1.2", chapters) == "X"


def test_chapters_stand_in_the_standards_order_and_beginnings_of_ids_without_any() -> None:
    report = sample.report()
    keys = [tally.key for tally in rows.by_chapter(report)]
    ordered = [key for standard in sample.STANDARDS.values() for key in standard.chapters]
    assert keys == [key for key in ordered if key in keys]
    assert keys[:2] == ["GBT22239-8.1.2", "GBT22239-8.1.3"]
    bare = Report(report.results, report.controls)
    assert [tally.key for tally in rows.by_chapter(bare)] == ["GBT22239", "HUB"]


def test_what_is_alike_is_told_once() -> None:
    groups = rows.alike(rows.rows(estate.report()), {Status.WAIVED})
    found = {group[0].finding.control: [row.subject.name for row in group] for group in groups}
    assert found["ssh/forwarding_denied"] == sorted(host.name for host in estate.HOSTS)
    assert found["packages/cleartext_servers_absent"] == ["data-1"]


def test_values_are_told_apart() -> None:
    assert show.value(None).of("zh") == "无"
    assert show.value(False).en == "false"
    assert show.value("").en == '""'
    assert show.value(["a", None]).en == '["a", null]'
    assert show.value("no\x1b[0m").en == r"no\x1b[0m"
    assert show.time("2026-03-01T08:00:00Z") == "2026-03-01 08:00 UTC"


@given(reports())
@settings(deadline=None, max_examples=60)
def test_every_finding_is_counted_once_in_each_table(report: Report) -> None:
    total = len(report.results.findings)
    assert len(rows.rows(report)) == total
    assert rows.overall(report).total == total
    assert sum(tally.total for tally in rows.by_domain(report)) == total
    assert sum(tally.total for tally in rows.by_subject(report)) == total
    assert sum(tally.total for tally in rows.by_chapter(report)) >= total


def test_every_word_is_in_both_languages() -> None:
    tables = (
        words.STATUS,
        words.STATUS_MEANING,
        words.SEVERITY,
        words.KIND,
        words.PLATFORM,
        words.DOMAIN,
        words.WORD,
    )
    for table in tables:
        for key, text in table.items():
            assert text.en.strip(), key
            assert text.zh.strip(), key
    assert set(words.STATUS) == set(words.STATUS_MEANING) == {status.value for status in Status}
