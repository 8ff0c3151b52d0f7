"""A month of a hub: a real store with a run on most days, the baseline applied in the middle, and real evidence.

`python -m reporting.month STATE HUB PERIOD` makes such a store, to look at what is compiled of it.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from reports import sample

from hubops.model import (
    Evidence,
    EvidenceRef,
    Finding,
    Remedy,
    Results,
    Run,
    Severity,
    Status,
    SubjectKind,
    timestamp,
)
from hubops.reporting.period import Period, parse
from hubops.store import Store, open_store

SECTIONS = ("monitoring", "backup", "database", "drills")
SILENT = (4, 5, 6, 20)
"""Days of the month on which nothing was checked."""


def fill(store: Store, hub: str, period: Period) -> None:
    """One run on the day before the period, and one on each of its days but a few."""
    length = (period.last - period.first).days + 1
    for number in range(length + 1):
        day = period.first + timedelta(days=number - 1)
        if number not in SILENT:
            at = timestamp(datetime.combine(day, time(2, 30), UTC))
            store.save(_results(number, number > length // 2, at), _evidence(at), hub)


def _results(number: int, applied: bool, at: str) -> Results:
    found = sample.results(applied)
    run = Run(id=f"{at}-{number}", started=at, finished=at, bundle=found.run.bundle, as_of=at)
    watched = [_watched(host.name, at) for host in sample.HOSTS]
    return Results(run=run, subjects=found.subjects, findings=(*found.findings, *watched))


def _evidence(at: str) -> list[Evidence]:
    return [
        one.model_copy(update={"collected_at": at})
        for one in sample.EVIDENCE
        if one.subject_kind is SubjectKind.HOST and one.section in SECTIONS
    ]


def _watched(host: str, at: str) -> Finding:
    """A finding that rests on what the host showed of monitoring, backups and drills."""
    return Finding(
        control="monitoring/targets_up",
        subject=host,
        subject_kind=SubjectKind.HOST,
        status=Status.PASS,
        severity=Severity.HIGH,
        requirements=("HUB-C1.3",),
        evidence=tuple(
            EvidenceRef(section=one.section, digest=one.digest, collected_at=at)
            for one in _evidence(at)
            if one.subject == host
        ),
        remedy=Remedy(role="monitoring", tag="monitoring"),
    )


if __name__ == "__main__":
    state, hub, name = sys.argv[1:]
    Path(state).mkdir(parents=True, exist_ok=True)
    fill(open_store(f"sqlite:///{state}/results.db"), hub, parse(name))
