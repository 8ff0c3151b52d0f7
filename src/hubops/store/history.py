"""Reads what came before: how each finding stands, since when, and what changed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

import sqlalchemy as sa

from hubops.model import Finding, Run, Standing, Status, Transition, moment, timestamp
from hubops.store import tables
from hubops.store.database import Store

FLAPPING_CHANGES = 3
FLAPPING_SPAN = timedelta(days=7)


def transitions(
    store: Store, hub: str, *, control: str = "", subject: str = "", until: str = "", most: int = 50
) -> list[Transition]:
    """The newest changes of status first, of a control, of a subject, or of all of the hub."""
    changes = tables.transitions.c
    query = sa.select(*(changes[name] for name in Transition.model_fields)).where(changes.hub == hub)
    for column, wanted in ((changes.control, control), (changes.subject, subject)):
        query = query.where(column == wanted) if wanted else query
    query = query.where(changes.at <= until) if until else query
    query = query.order_by(changes.at.desc(), changes.run.desc(), changes.control, changes.subject)
    with store.reading() as connection:
        return [Transition(**row) for row in connection.execute(query.limit(most)).mappings()]


def runs(store: Store, hub: str, *, until: str = "", most: int = 20) -> list[tuple[Run, dict[Status, int]]]:
    """The newest runs first, with how many findings of each status they had."""
    query = sa.select(*(tables.runs.c[name] for name in Run.model_fields)).where(tables.runs.c.hub == hub)
    query = query.where(tables.runs.c.finished <= until) if until else query
    query = query.order_by(tables.runs.c.finished.desc(), tables.runs.c.id.desc()).limit(most)
    found = tables.findings.c
    with store.reading() as connection:
        listed = [Run(**row) for row in connection.execute(query).mappings()]
        counted = connection.execute(
            sa.select(found.run, found.status, sa.func.count().label("findings"))
            .where(found.run.in_([run.id for run in listed]))
            .group_by(found.run, found.status)
        )
        counts = {(row.run, row.status): row.findings for row in counted}
    return [(run, {s: counts.get((run.id, s.value), 0) for s in Status}) for run in listed]


def standing(
    store: Store, hub: str, *, control: str = "", subject: str = "", until: str = ""
) -> list[Standing]:
    """How each control and subject stands (at `until`): its newest finding and what is remembered of it."""
    with store.reading() as connection:
        newest = connection.execute(_newest(hub, control, subject, until)).mappings().all()
        marks = {
            (row.control, row.subject): row
            for row in connection.execute(_marks(hub, control, subject, until))
        }
    changes = transitions(store, hub, control=control, subject=subject, until=until, most=100_000)
    flapping = _flapping(changes, until or timestamp())
    listed = []
    for row in newest:
        key = (row["control"], row["subject"])
        listed.append(
            Standing(
                finding=Finding.model_validate_json(row["body"]),
                run=row["run"],
                judged=row["finished"],
                first_failed=marks[key].first_failed,
                last_passed=marks[key].last_passed,
                flapping=key in flapping,
            )
        )
    return listed


def _judged(hub: str, control: str, subject: str, until: str, *columns: Any) -> sa.Select[Any]:
    """Findings with their runs, narrowed down."""
    found, run = tables.findings.c, tables.runs.c
    query = sa.select(*columns).join(tables.runs, run.id == found.run).where(run.hub == hub)
    for column, wanted in ((found.control, control), (found.subject, subject)):
        query = query.where(column == wanted) if wanted else query
    return query.where(run.finished <= until) if until else query


def _newest(hub: str, control: str, subject: str, until: str) -> sa.Select[Any]:
    found, run = tables.findings.c, tables.runs.c
    place = sa.func.row_number().over(
        partition_by=(found.control, found.subject), order_by=(run.finished.desc(), run.id.desc())
    )
    columns = (found.control, found.subject, found.body, found.run, run.finished, place.label("place"))
    ranked = _judged(hub, control, subject, until, *columns).subquery()
    query = sa.select(ranked).where(ranked.c.place == 1)
    return query.order_by(ranked.c.control, ranked.c.subject)


def _marks(hub: str, control: str, subject: str, until: str) -> sa.Select[Any]:
    found, run = tables.findings.c, tables.runs.c

    def when(status: Status) -> Any:
        return sa.case((found.status == status.value, run.finished))

    columns = (
        found.control,
        found.subject,
        sa.func.min(when(Status.FAIL)).label("first_failed"),
        sa.func.max(when(Status.PASS)).label("last_passed"),
    )
    return _judged(hub, control, subject, until, *columns).group_by(found.control, found.subject)


def _flapping(changes: Iterable[Transition], now: str) -> set[tuple[str, str]]:
    """The controls and subjects whose status went to and fro of late; being seen first is no change."""
    since = timestamp(moment(now) - FLAPPING_SPAN)
    counts: dict[tuple[str, str], int] = {}
    for change in changes:
        if change.was is not None and change.at >= since:
            counts[change.control, change.subject] = counts.get((change.control, change.subject), 0) + 1
    return {key for key, count in counts.items() if count >= FLAPPING_CHANGES}
