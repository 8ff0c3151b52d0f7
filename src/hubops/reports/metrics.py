"""Numbers for Prometheus: how many findings of each status a subject has, and when that was found.

The text is the exposition format 0.0.4, which the node exporter's textfile collector reads too
(https://prometheus.io/docs/instrumenting/exposition_formats/).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import datetime

from hubops.model import Severity, Status
from hubops.reports.report import Report


def render(report: Report) -> str:
    """A series for each subject, status and severity, zeros among them: one that is gone would raise no alert."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    results = report.results
    counted = Counter((f.subject_kind, f.subject, f.status, f.severity) for f in results.findings)
    yield "# HELP hubops_finding Findings of a subject in the last check, by status and severity."
    yield "# TYPE hubops_finding gauge"
    for subject in results.subjects:
        for status in Status:
            for severity in Severity:
                labels = {
                    "kind": subject.kind,
                    "subject": subject.name,
                    "status": status,
                    "severity": severity,
                }
                count = counted[subject.kind, subject.name, status, severity]
                yield f"hubops_finding{{{_labels(labels)}}} {count}"
    yield "# HELP hubops_check_timestamp_seconds When the last check was finished, as Unix time."
    yield "# TYPE hubops_check_timestamp_seconds gauge"
    # A run that does not tell when it ended is missed by the alert on this series.
    with suppress(ValueError):
        yield f"hubops_check_timestamp_seconds {datetime.fromisoformat(results.run.finished).timestamp():.3f}"


def _labels(labels: Mapping[str, str]) -> str:
    return ",".join(f'{name}="{_escaped(value)}"' for name, value in labels.items())


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("\n", "\\n").replace('"', '\\"')
