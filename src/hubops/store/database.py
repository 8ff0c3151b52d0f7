"""Writes runs whole or not at all, and reads back what came before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from hubops.errors import unknown_name
from hubops.model import (
    Decision,
    Evidence,
    Finding,
    Json,
    Results,
    Run,
    Status,
    Subject,
    Transition,
    canonical,
)
from hubops.store import tables
from hubops.store.faults import told

_NEWEST = (tables.runs.c.finished.desc(), tables.runs.c.id.desc())
_States = Mapping[tuple[str, str], tuple[str, str]]


class Store:
    """One database. Everything a run has to say is written in a single transaction.

    Each method raises StoreFailed when the database is locked, full, corrupt or gone.
    """

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine

    def save(self, results: Results, evidence: Iterable[Evidence], hub: str = "") -> Results:
        """Stores a run with its evidence; gives the results back with each finding's `since`.

        `hub` is whose subjects these are. `since` is when the finding's status was first seen without a
        break: this run's end, or what the run before said where the status has not changed.
        """
        with self.writing() as connection:
            known = _latest_states(connection, hub)
            dated = results.model_copy(
                update={"findings": tuple(_dated(f, known, results.run.finished) for f in results.findings)}
            )
            subjects = _dump([s.model_dump(mode="json") for s in dated.subjects])
            connection.execute(
                sa.insert(tables.runs), {**dated.run.model_dump(), "subjects": subjects, "hub": hub}
            )
            for table, rows in (
                (tables.findings, [_finding_row(dated.run.id, f) for f in dated.findings]),
                (tables.transitions, list(_transitions(dated, known, hub))),
            ):
                if rows:
                    connection.execute(sa.insert(table), rows)
            for section in evidence:
                _add_evidence(connection, dated.run.id, section)
        return dated

    def latest(self, hub: str | None = None) -> Results | None:
        """The newest run with its findings (of one hub), None where nothing was stored yet."""
        query = sa.select(tables.runs).order_by(*_NEWEST).limit(1)
        return self._read(query if hub is None else query.where(tables.runs.c.hub == hub))

    def run(self, run_id: str) -> Results | None:
        """One run with its findings, None where there is no such run."""
        return self._read(sa.select(tables.runs).where(tables.runs.c.id == run_id))

    def named(self, text: str, hub: str) -> Results:
        """The run that a person names: its id or how that begins, `latest`, or `latest~1` for the one before.

        Raises UsageError with the valid ones where it is none, or more than one.
        """
        with self.reading() as connection:
            query = sa.select(tables.runs.c.id).where(tables.runs.c.hub == hub).order_by(*_NEWEST)
            ids = list(connection.execute(query).scalars())
        base, tilde, back = text.partition("~")
        if base == "latest" and (not tilde or back.isdecimal()):
            found = ids[int(back or 0) : int(back or 0) + 1]
        else:
            found = [id_ for id_ in ids if id_.startswith(text)] if text else []
        results = self.run(found[0]) if len(found) == 1 else None
        if results is None:
            raise unknown_name("run", text, ["latest", *(f"latest~{n}" for n in range(1, 3)), *ids[:10]])
        return results

    def evidence(self, digest: str) -> Json:
        """The data of stored evidence, None where there is none of this digest."""
        query = sa.select(tables.evidence.c.data).where(tables.evidence.c.digest == digest)
        with self.reading() as connection:
            data = connection.execute(query).scalar()
        return None if data is None else json.loads(data)

    @property
    def decisions(self) -> MutableMapping[str, Decision]:
        """Decisions by what they depend on; a pure function's answers never go bad."""
        return _Decisions(self)

    def close(self) -> None:
        self.engine.dispose()

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        with told(self.engine.url), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """A transaction that is written whole or not at all, and takes its turn with others."""
        with told(self.engine.url), self.engine.execution_options(writes=True).begin() as connection:
            yield connection

    def _read(self, query: sa.Select[Any]) -> Results | None:
        with self.reading() as connection:
            row = connection.execute(query).mappings().first()
            return None if row is None else _results(connection, dict(row))


class _Decisions(MutableMapping[str, Decision]):
    def __init__(self, store: Store) -> None:
        self._store = store

    def __getitem__(self, key: str) -> Decision:
        query = sa.select(tables.decisions.c.body).where(tables.decisions.c.key == key)
        with self._store.reading() as connection:
            body = connection.execute(query).scalar()
        if body is None:
            raise KeyError(key)
        return Decision.model_validate_json(body)

    def __setitem__(self, key: str, value: Decision) -> None:
        self.update({key: value})

    def update(self, given: Mapping[str, Decision]) -> None:  # type: ignore[override]
        """Remembers many in one transaction: each costs a disk's round trip."""
        rows = [{"key": key, "body": value.model_dump_json()} for key, value in given.items()]
        if rows:
            with self._store.writing() as connection:
                connection.execute(_insert_new(connection, tables.decisions), rows)

    def __delitem__(self, key: str) -> None:
        with self._store.writing() as connection:
            connection.execute(sa.delete(tables.decisions).where(tables.decisions.c.key == key))

    def __iter__(self) -> Iterator[str]:
        with self._store.reading() as connection:
            yield from connection.execute(sa.select(tables.decisions.c.key)).scalars().all()

    def __len__(self) -> int:
        with self._store.reading() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(tables.decisions)).scalar_one()


def _insert_new(connection: sa.Connection, table: sa.Table) -> Any:
    """An insert that leaves a row be that is there already."""
    insert = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    return insert(table).on_conflict_do_nothing()


def _latest_states(connection: sa.Connection, hub: str) -> _States:
    """(status, since) of each control and subject of a hub: what the newest transition says."""
    changes = tables.transitions.c
    place = sa.func.row_number().over(
        partition_by=(changes.control, changes.subject), order_by=(changes.at.desc(), changes.run.desc())
    )
    ranked = sa.select(
        changes.control, changes.subject, changes.status, changes.at, place.label("place")
    ).where(changes.hub == hub)
    newest = ranked.subquery()
    rows = connection.execute(sa.select(newest).where(newest.c.place == 1))
    return {(row.control, row.subject): (row.status, row.at) for row in rows}


def _dated(finding: Finding, known: _States, now: str) -> Finding:
    status, since = known.get((finding.control, finding.subject), ("", now))
    return finding.model_copy(update={"since": since if status == finding.status else now})


def _transitions(results: Results, known: _States, hub: str) -> Iterator[dict[str, Any]]:
    """The rows of the findings whose status is another than before."""
    run = results.run
    for f in results.findings:
        was = known.get((f.control, f.subject), (None, ""))[0]
        if was != f.status.value:
            change = Transition(
                control=f.control,
                subject=f.subject,
                at=run.finished,
                run=run.id,
                was=None if was is None else Status(was),
                status=f.status,
            )
            yield {**change.model_dump(mode="json"), "hub": hub}


def _finding_row(run: str, finding: Finding) -> dict[str, Any]:
    return {
        "run": run,
        "control": finding.control,
        "subject": finding.subject,
        "status": finding.status.value,
        "since": finding.since,
        "body": finding.model_dump_json(),
    }


def _add_evidence(connection: sa.Connection, run: str, section: Evidence) -> None:
    row = {"digest": section.digest, "data": canonical(section.data).decode()}
    connection.execute(_insert_new(connection, tables.evidence), row)
    sighting = section.model_dump(exclude={"data", "subject_kind", "error"})
    error = section.error.en if section.error else None
    connection.execute(
        sa.insert(tables.sightings), {**sighting, "error": error, "run": run, "digest": section.digest}
    )


def _results(connection: sa.Connection, row: dict[str, Any]) -> Results:
    subjects = [Subject(**subject) for subject in json.loads(row.pop("subjects"))]
    query = sa.select(tables.findings.c.body).where(tables.findings.c.run == row["id"])
    query = query.order_by(tables.findings.c.control, tables.findings.c.subject)
    bodies = connection.execute(query).scalars()
    found = tuple(Finding.model_validate_json(body) for body in bodies)
    run = Run(**{name: row[name] for name in Run.model_fields})
    return Results(run=run, subjects=tuple(subjects), findings=found)


def _dump(value: Any) -> str:
    return canonical(value).decode()
