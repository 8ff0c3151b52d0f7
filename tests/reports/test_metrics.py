"""Metrics: what Prometheus reads is what was found."""

from __future__ import annotations

import re
from collections import Counter
from datetime import datetime

from hypothesis import given

from hubops.model import Severity, Status
from hubops.reports import Report
from hubops.reports.metrics import render
from tests.reports import sample
from tests.reports.strategies import reports

SERIES = re.compile(r'hubops_finding\{((?:\w+="(?:[^"\\\n]|\\["\\n])*",?)+)\} (\d+)')
LABEL = re.compile(r'(\w+)="((?:[^"\\]|\\.)*)"')
UNESCAPED = {"\\\\": "\\", "\\n": "\n", '\\"': '"'}


def series(text: str) -> dict[tuple[str, ...], int]:
    """(kind, subject, status, severity) → how many; every other line must be known too."""
    found = {}
    for line in text.removesuffix("\n").split("\n"):
        if match := SERIES.fullmatch(line):
            labels = {
                name: re.sub(r'\\[\\n"]', lambda one: UNESCAPED[one[0]], value)
                for name, value in LABEL.findall(match[1])
            }
            found[tuple(labels[name] for name in ("kind", "subject", "status", "severity"))] = int(match[2])
        else:
            assert line.startswith(("# HELP ", "# TYPE ", "hubops_check_timestamp_seconds ")), line
    return found


@given(reports())
def test_counts_are_those_of_the_findings_whatever_a_subject_is_called(report: Report) -> None:
    counted = Counter(
        (f.subject_kind.value, f.subject, f.status.value, f.severity.value) for f in report.results.findings
    )
    found = series(render(report))
    for subject in report.results.subjects:
        for status in Status:
            for severity in Severity:
                key = (subject.kind.value, subject.name, status.value, severity.value)
                assert found[key] == counted[key]


def test_it_says_when_that_was_found() -> None:
    report = sample.report()
    (line,) = (line for line in render(report).splitlines() if line.startswith("hubops_check_timestamp"))
    moment = datetime.fromisoformat(report.results.run.finished).timestamp()
    assert float(line.split()[1]) == moment
