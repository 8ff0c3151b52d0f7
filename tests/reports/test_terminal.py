"""The terminal: within 80 columns in both languages, plain when piped, never marked up by what it shows."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from rich.cells import cell_len
from rich.console import Console

from hubops.reports import Lang, Report, terminal
from tests.reports import estate, sample
from tests.reports.strategies import reports

ALL = (
    terminal.print_findings,
    terminal.print_failures,
    terminal.print_unsure,
    terminal.print_waived,
    terminal.print_comparison,
    terminal.print_summary,
)


def printed(report: Report, *prints: Callable[..., None], width: int = 80, colour: bool = False) -> str:
    out = io.StringIO()
    console = Console(file=out, width=width, force_terminal=colour, _environ={})
    for each in prints:
        each(console, report)
    return out.getvalue()


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("made", [sample.report, estate.report])
def test_nothing_is_wider_than_80_columns(made: Callable[[Lang], Report], lang: Lang) -> None:
    text = printed(made(lang), *ALL)
    assert max(cell_len(line) for line in text.splitlines()) <= 80
    assert "\x1b" not in text


def test_colour_is_for_terminals() -> None:
    assert "\x1b[" in printed(sample.report(), terminal.print_summary, colour=True)


def test_findings_leave_out_what_is_met_unless_asked() -> None:
    report = sample.report()
    assert "ssh/root_login_denied" not in printed(report, terminal.print_findings, width=120)
    out = io.StringIO()
    terminal.print_findings(Console(file=out, width=120), report, every=True)
    assert "ssh/root_login_denied" in out.getvalue()


def test_a_failure_shows_item_expected_actual_and_command() -> None:
    text = printed(sample.report(), terminal.print_failures, width=120)
    assert "/etc/shadow-  Expected <= 0640  Actual 0644" in text
    assert "→ hubops apply --tags accounts_files --limit hub-2" in text


def test_long_lists_of_items_say_how_many_are_left() -> None:
    before = Report(sample.results(applied=False), sample.CONTROLS)
    assert "+ 3 more; results.json lists them all" in printed(before, terminal.print_failures, width=120)


def test_the_comparison_counts_both_runs() -> None:
    line = next(
        line.split()
        for line in printed(sample.report(), terminal.print_comparison).splitlines()
        if line.strip().startswith("SSH")
    )
    assert line == ["SSH", "9", "39", "-", "-", "48", "-", "-", "-"]
    alone = Report(sample.results(), sample.CONTROLS)
    assert "Before" not in printed(alone, terminal.print_comparison)


def test_what_could_not_be_judged_says_why() -> None:
    text = printed(sample.report("zh"), terminal.print_unsure)
    assert "未采集到证据 time" in text


def test_what_is_waived_names_its_waiver_once_for_all_subjects() -> None:
    text = printed(estate.report(), terminal.print_waived, width=300)
    names = ", ".join(sorted(host.name for host in estate.HOSTS))
    assert f"Waived  ssh/forwarding_denied  {names}" in text
    assert text.count("waived by WVR-2026-011 until 2027-02-28") == 1
    assert "由 WVR-2026-011 豁免" in printed(estate.report("zh"), terminal.print_waived)


def test_a_failure_that_is_waived_in_part_says_so() -> None:
    text = printed(estate.report(), terminal.print_failures, width=120)
    assert "hub-1  1 of 3 violations is waived by WVR-2026-007" in text


@given(reports())
@settings(deadline=None, max_examples=60)
def test_no_text_reaches_the_terminal_as_a_command(report: Report) -> None:
    text = printed(report, *ALL)
    assert not set(text) & set("\x00\x07\x0b\x1b\u202e")
