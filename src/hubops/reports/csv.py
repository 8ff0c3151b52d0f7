"""A table for spreadsheets: one line per violation, or one per finding without any."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator

from hubops.model import Item
from hubops.reports import show
from hubops.reports.report import Report
from hubops.reports.rows import Row, rows
from hubops.reports.words import KIND, PLATFORM, SEVERITY, STATUS, WORD, named

_COLUMNS = [
    "control",
    "title",
    "subject",
    "kind",
    "platform",
    "zone",
    "status",
    "severity",
    "item",
    "expected",
    "actual",
    "reason",
    "requirements",
    "remedy",
    "since",
    "evidence",
]

# What a spreadsheet takes for a formula, in both widths, also behind blanks that it ignores.
_FORMULA = re.compile(r"[\s\u3000]*[=+\-@＝＋－＠|%]|[\t\n]")


def render(report: Report) -> str:
    """CSV with a byte order mark, by which Excel knows UTF-8, and headers in the report's language."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_cell(WORD[column].of(report.lang)) for column in _COLUMNS)
    for row in rows(report):
        for line in _lines(row, report.lang):
            writer.writerow(_cell(line[column]) for column in _COLUMNS)
    return "\ufeff" + out.getvalue()


def _lines(row: Row, lang: str) -> Iterator[dict[str, str]]:
    finding, subject = row.finding, row.subject
    same = {
        "control": finding.control,
        "title": row.title.of(lang),
        "subject": subject.name,
        "kind": KIND[subject.kind].of(lang),
        "platform": named(PLATFORM, subject.platform).of(lang) if subject.platform else "",
        "zone": subject.zone or "",
        "status": STATUS[finding.status].of(lang),
        "severity": SEVERITY[finding.severity].of(lang),
        "reason": finding.reason.of(lang) if finding.reason else "",
        "requirements": " ".join(finding.requirements),
        "remedy": row.command or (finding.remedy.manual.of(lang) if finding.remedy.manual else ""),
        "since": finding.since or "",
        "evidence": " ".join(f"{e.section}@{e.collected_at}={e.digest}" for e in finding.evidence),
    }
    items: list[Item | None] = [*row.items] or [None]
    for item in items:
        yield same | {
            "item": item.item if item else "",
            "expected": show.value(item.expected).of(lang) if item else "",
            "actual": show.value(item.actual).of(lang) if item else "",
        }


def _cell(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run as a formula."""
    text = show.printable(text)
    return "'" + text if _FORMULA.match(text) else text
