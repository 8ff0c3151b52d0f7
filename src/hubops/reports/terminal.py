"""What the command line shows: tables that fit 80 columns, in both languages.

Each function prints to a Rich console, which leaves colour out where its output is no terminal.
Text of hosts and people never goes through Rich's markup, and is made printable first.
"""

from __future__ import annotations

from collections.abc import Container, Iterable

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich

from hubops.model import Item, Status
from hubops.reports import show, words
from hubops.reports.report import Lang, Report
from hubops.reports.rows import (
    UNSURE,
    Failure,
    Row,
    Tally,
    alike,
    by_domain,
    failures,
    overall,
    rows,
    verdict,
)
from hubops.reports.words import SEVERITY, STATUS, WORD

STYLES = {
    Status.FAIL: "bold red",
    Status.ERROR: "magenta",
    Status.UNKNOWN: "yellow",
    Status.STALE: "yellow",
    Status.WAIVED: "blue",
    Status.NOT_APPLICABLE: "dim",
    Status.PASS: "green",
}
_SEVERITY_STYLES = {"high_risk": "bold red", "high": "red", "medium": "yellow", "low": "dim"}
_QUIET = frozenset({Status.PASS, Status.NOT_APPLICABLE})
_MOST_ITEMS = 5


def print_findings(console: Console, report: Report, *, every: bool = False) -> None:
    """The findings, what needs eyes first on top, one line for all subjects of a control that are alike.

    Those met or not applicable are listed only with `every`; nothing is printed when none is left.
    """
    alike: dict[tuple[Status, str], list[Row]] = {}
    for row in rows(report):
        if every or row.finding.status not in _QUIET:
            alike.setdefault((row.finding.status, row.finding.control), []).append(row)
    if not alike:
        return
    table = _table(report.lang, "status", "severity", "subject")
    table.add_column(WORD["control"].of(report.lang), ratio=1, overflow="fold")
    for (status, _), group in alike.items():
        row = group[0]
        table.add_row(
            _status(status, report.lang),
            _severity(row, report.lang),
            Rich(show.printable(", ".join(each.subject.name for each in group))),
            Group(
                Rich(show.printable(row.title.of(report.lang))),
                Rich(show.printable(row.finding.control), "dim"),
            ),
        )
    console.print(table)


def print_summary(console: Console, report: Report) -> None:
    """One line of counts by status, then the run in a few words."""
    line = Rich()
    for status, count in overall(report).counts.items():
        if count:
            line.append(f"{count} ", STYLES[status]).append(STATUS[status].of(report.lang), STYLES[status])
            line.append("  ")
    line.rstrip()
    console.print(line)
    console.print(Rich(verdict(report).of(report.lang)))


def print_comparison(console: Console, report: Report) -> None:
    """Per domain how many findings pass, fail or could not be judged, before and after.

    Without an earlier run the columns of `before` are left out.
    """
    lang = report.lang
    compared = report.before is not None
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, collapse_padding=True)
    table.add_column(WORD["domain"].of(lang), overflow="fold")
    for when in ("before", "after") if compared else ("after",):
        for index, (word, style) in enumerate(_COMPARED):
            heading = Rich(STATUS[word].of(lang) if word in STATUS else WORD[word].of(lang), style)
            if compared:
                top = WORD[when].of(lang) if index == 0 else ""
                heading = Rich(top + "\n", "bold").append_text(heading)
            table.add_column(heading, justify="right")
    listed = [*by_domain(report), overall(report)]
    for tally in listed:
        if tally is listed[-1]:
            table.add_section()
        table.add_row(Rich(show.printable(tally.label.of(lang))), *_counts(tally))
    console.print(table)


def print_failures(console: Console, report: Report, *, most: int | None = None) -> None:
    """Each control that fails: where, item by item, and the command or the work that mends it.

    `most` limits how many controls are told; the rest are counted.
    """
    found = failures(rows(report))
    for failure in found[:most]:
        console.print(_failure(failure, report.lang))
    left = len(found) - len(found[:most])
    if left:
        console.print(Rich(f"+ {left} {WORD['more_findings'].of(report.lang)}", "dim"))


def print_unsure(console: Console, report: Report) -> None:
    """What could not be judged, by control and reason."""
    _print_reasons(console, report, UNSURE)


def print_waived(console: Console, report: Report) -> None:
    """What is waived, by control and waiver."""
    _print_reasons(console, report, {Status.WAIVED})


def _print_reasons(console: Console, report: Report, statuses: Container[Status]) -> None:
    for group in alike(rows(report), statuses):
        found = group[0].finding
        head = _status(found.status, report.lang).append("  ").append(_name(group[0]), "bold")
        console.print(head.append("  " + show.printable(", ".join(row.subject.name for row in group))))
        reason = found.reason or words.STATUS_MEANING[found.status]
        console.print(Padding(Rich(show.printable(reason.of(report.lang)), "dim"), (0, 0, 0, 2)))


_COMPARED = (("pass", "green"), ("fail", "red"), ("unsure", "yellow"), ("other", "dim"))


def _counts(tally: Tally) -> Iterable[RenderableType]:
    """Pass, fail, could not be judged, and waived or not applicable: before, then after."""
    for counts in (tally.before, tally.counts):
        if counts is None:
            continue
        unsure = sum(counts[status] for status in UNSURE)
        other = counts[Status.WAIVED] + counts[Status.NOT_APPLICABLE]
        numbers = (counts[Status.PASS], counts[Status.FAIL], unsure, other)
        for number, (_, style) in zip(numbers, _COMPARED, strict=True):
            yield Rich(str(number), style) if number else Rich("-", "dim")


def _failure(failure: Failure, lang: Lang) -> RenderableType:
    row = failure.first
    head = _severity(row, lang).append("  ").append(show.printable(row.title.of(lang)), "bold")
    body: list[RenderableType] = [head.append(f"  {_name(row)}", "dim")]
    for each in failure.rows:
        where = Rich.assemble((show.printable(each.subject.name), "cyan"))
        if each.finding.reason:
            where.append("  " + show.printable(each.finding.reason.of(lang)), "dim")
        body.append(Padding(where, (0, 0, 0, 2)))
        body += [Padding(_item(item, lang), (0, 0, 0, 4)) for item in each.items[:_MOST_ITEMS]]
        if len(each.items) > _MOST_ITEMS:
            more = f"+ {len(each.items) - _MOST_ITEMS} {WORD['more_items'].of(lang)}"
            body.append(Padding(Rich(more, "dim"), (0, 0, 0, 4)))
    return Padding(Group(*body, Padding(_remedy(failure, lang), (0, 0, 0, 2))), (0, 0, 1, 0))


def _item(item: Item, lang: Lang) -> Rich:
    line = Rich(show.printable(item.item))
    line.append(f"  {WORD['expected'].of(lang)} ", "dim").append(show.value(item.expected).of(lang))
    return line.append(f"  {WORD['actual'].of(lang)} ", "dim").append(show.value(item.actual).of(lang), "red")


def _remedy(failure: Failure, lang: Lang) -> Rich:
    if failure.command:
        return Rich("→ ", "green").append(failure.command, "green")
    manual = failure.first.finding.remedy.manual
    told = show.printable(manual.of(lang)) if manual else WORD["none"].of(lang)
    return Rich("→ ", "green").append(f"{WORD['manual'].of(lang)}: ", "dim").append(told)


def _table(lang: Lang, *columns: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    for column in columns:
        fixed = column != "subject"
        table.add_column(
            WORD[column].of(lang), no_wrap=fixed, overflow="fold", max_width=None if fixed else 18
        )
    return table


def _name(row: Row) -> str:
    return show.printable(row.finding.control)


def _status(status: Status, lang: Lang) -> Rich:
    return Rich(STATUS[status].of(lang), STYLES[status])


def _severity(row: Row, lang: Lang) -> Rich:
    severity = row.finding.severity
    return Rich(SEVERITY[severity].of(lang), _SEVERITY_STYLES[severity])
