"""Writes runs whole or not at all, and reads back what came before."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, MutableMapping
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert

from hubops.errors import BrokenInput
from hubops.model import Decision, Evidence, Finding, Results, Run, Subject, Text, canonical
from hubops.store import tables

_BUSY_SECONDS = 30


class Store:
    """One database. Everything a run has to say is written in a single transaction."""

    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def save(self, results: Results, evidence: Iterable[Evidence]) -> Results:
        """Stores a run with its evidence; gives the results back with each finding's `since`.

        `since` is when the finding's status was first seen without a break: this run's end, or what
        the run before said where the status has not changed.
        """
        with self._engine.begin() as connection:
            known = _latest_states(connection)
            dated = results.model_copy(
                update={"findings": tuple(_dated(f, known, results.run.finished) for f in results.findings)}
            )
            run = dated.run.model_dump()
            connection.execute(
                sa.insert(tables.runs),
                {**run, "subjects": _dump([s.model_dump(mode="json") for s in dated.subjects])},
            )
            if dated.findings:
                connection.execute(
                    sa.insert(tables.findings), [_finding_row(dated.run.id, f) for f in dated.findings]
                )
            for section in evidence:
                _add_evidence(connection, dated.run.id, section)
        return dated

    def latest(self) -> Results | None:
        """The newest run with its findings, None where nothing was stored yet."""
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(tables.runs).order_by(*_NEWEST).limit(1)).mappings().first()
            return None if row is None else _results(connection, dict(row))

    def run(self, run_id: str) -> Results | None:
        """One run with its findings, None where there is no such run."""
        with self._engine.connect() as connection:
            row = (
                connection.execute(sa.select(tables.runs).where(tables.runs.c.id == run_id))
                .mappings()
                .first()
            )
            return None if row is None else _results(connection, dict(row))

    @property
    def decisions(self) -> MutableMapping[str, Decision]:
        """Decisions by what they depend on; a pure function's answers never go bad."""
        return _Decisions(self._engine)

    def close(self) -> None:
        self._engine.dispose()


class _Decisions(MutableMapping[str, Decision]):
    def __init__(self, engine: sa.Engine) -> None:
        self._engine = engine

    def __getitem__(self, key: str) -> Decision:
        query = sa.select(tables.decisions.c.body).where(tables.decisions.c.key == key)
        with self._engine.connect() as connection:
            body = connection.execute(query).scalar()
        if body is None:
            raise KeyError(key)
        return Decision.model_validate_json(body)

    def __setitem__(self, key: str, value: Decision) -> None:
        with self._engine.begin() as connection:
            row = {"key": key, "body": value.model_dump_json()}
            connection.execute(_insert_new(connection, tables.decisions), row)

    def __delitem__(self, key: str) -> None:
        with self._engine.begin() as connection:
            connection.execute(sa.delete(tables.decisions).where(tables.decisions.c.key == key))

    def __iter__(self) -> Iterator[str]:
        with self._engine.connect() as connection:
            yield from connection.execute(sa.select(tables.decisions.c.key)).scalars().all()

    def __len__(self) -> int:
        with self._engine.connect() as connection:
            return connection.execute(sa.select(sa.func.count()).select_from(tables.decisions)).scalar_one()


def open_store(url: str) -> Store:
    """The store at a database URL (`sqlite:///PATH`, `postgresql+psycopg://…`), brought up to date.

    Raises BrokenInput naming the database when it is none of ours, corrupt, locked or unreachable.
    """
    try:
        engine = sa.create_engine(url)
        if engine.dialect.name == "sqlite":
            sa.event.listen(engine, "connect", _prepare_sqlite)
        with engine.begin() as connection:
            config = Config()
            config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
        return Store(engine)
    except sa.exc.SQLAlchemyError as error:
        place = sa.engine.make_url(url).render_as_string(hide_password=True)
        cause = getattr(error, "orig", None) or error
        raise BrokenInput(
            f"the results database {place} cannot be used: {cause}",
            f"结果数据库 {place} 无法使用：{cause}",
            Text(
                en="Move it away and the next run starts a new one, or restore it from a backup.",
                zh="将其移走后，下次运行会新建一个；也可从备份恢复。",
            ),
        ) from error


_NEWEST = (tables.runs.c.finished.desc(), tables.runs.c.id.desc())


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Readers never wait for the writer, and what was acknowledged survives a kill."""
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _insert_new(connection: sa.Connection, table: sa.Table) -> Any:
    """An insert that leaves a row be that is there already."""
    insert = postgresql_insert if connection.dialect.name == "postgresql" else sqlite_insert
    return insert(table).on_conflict_do_nothing()


def _latest_states(connection: sa.Connection) -> dict[tuple[str, str], tuple[str, str]]:
    """(status, since) of each control and subject in the newest run that judged them."""
    ranked = sa.select(
        tables.findings.c.control,
        tables.findings.c.subject,
        tables.findings.c.status,
        tables.findings.c.since,
        sa.func.row_number()
        .over(partition_by=(tables.findings.c.control, tables.findings.c.subject), order_by=_NEWEST)
        .label("place"),
    ).join(tables.runs, tables.runs.c.id == tables.findings.c.run)
    newest = ranked.subquery()
    rows = connection.execute(sa.select(newest).where(newest.c.place == 1))
    return {(row.control, row.subject): (row.status, row.since) for row in rows}


def _dated(finding: Finding, known: dict[tuple[str, str], tuple[str, str]], now: str) -> Finding:
    status, since = known.get((finding.control, finding.subject), ("", now))
    return finding.model_copy(update={"since": since if status == finding.status else now})


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
    sighting = section.model_dump(exclude={"data", "subject_kind"})
    connection.execute(sa.insert(tables.sightings), {**sighting, "run": run, "digest": section.digest})


def _results(connection: sa.Connection, row: dict[str, Any]) -> Results:
    subjects = [Subject(**subject) for subject in json.loads(row.pop("subjects"))]
    query = sa.select(tables.findings.c.body).where(tables.findings.c.run == row["id"])
    query = query.order_by(tables.findings.c.control, tables.findings.c.subject)
    bodies = connection.execute(query).scalars()
    found = tuple(Finding.model_validate_json(body) for body in bodies)
    return Results(run=Run(**row), subjects=tuple(subjects), findings=found)


def _dump(value: Any) -> str:
    return canonical(value).decode()
