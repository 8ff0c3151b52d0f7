"""CSV: one line per violation, read by spreadsheets without running anything."""

from __future__ import annotations

import csv
import io

from hypothesis import given, settings

from hubops.model import Finding, Item, Remedy, Severity, Status, SubjectKind
from hubops.reports import Report
from hubops.reports.csv import render
from tests.reports import sample
from tests.reports.strategies import reports


def lines(report: Report) -> list[list[str]]:
    text = render(report)
    assert text.startswith("\ufeff")
    return list(csv.reader(io.StringIO(text[1:], newline="")))


def test_there_is_a_line_for_each_violation_and_each_finding_without_one() -> None:
    report = sample.report()
    header, *body = lines(report)
    assert len(body) == sum(max(1, len(finding.items)) for finding in report.results.findings)
    first = dict(zip(header, body[0], strict=True))
    assert first["Control"] == "listeners/risky_ports_closed"
    assert (first["Item"], first["Expected"], first["Actual"]) == ("0.0.0.0:23/tcp", "absent", "telnetd")
    assert (first["Status"], first["Severity"], first["Subject"]) == ("Fail", "High risk", "data-1")


def test_headers_and_words_are_in_the_language_of_the_report() -> None:
    header, *body = lines(sample.report("zh"))
    assert header[:3] == ["控制项", "标题", "检查对象"]
    assert body[0][header.index("状态")] == "不通过"


def test_no_cell_is_a_formula() -> None:
    hostile = ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "＝1", "\n=1", "|calc", "%0A"]
    finding = Finding(
        control="ssh/x",
        subject="=cmd()",
        subject_kind=SubjectKind.HOST,
        status=Status.FAIL,
        severity=Severity.LOW,
        requirements=(),
        items=tuple(Item(item=text, expected=text, actual=-1) for text in hostile),
        remedy=Remedy(),
    )
    results = sample.results().model_copy(update={"findings": (finding,), "subjects": ()})
    header, *body = lines(Report(results, {}))
    assert len(body) == len(hostile)
    for line in body:
        for column in ("Subject", "Item", "Expected", "Actual"):
            assert line[header.index(column)].startswith("'")


@given(reports())
@settings(deadline=None, max_examples=60)
def test_any_text_keeps_the_table_whole(report: Report) -> None:
    header, *body = lines(report)
    assert all(len(line) == len(header) for line in body)
    assert len(body) == sum(max(1, len(finding.items)) for finding in report.results.findings)
    assert not [cell for line in body for cell in line if cell.lstrip()[:1] in ("=", "+", "@", "-")]
