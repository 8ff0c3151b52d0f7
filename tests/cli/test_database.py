"""A results database that cannot be used is named in one line, and what it holds is not harmed."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

CHECK = ("check", "--host", "localhost", "-c", "packages/sources_authenticated", "-q")


@pytest.fixture
def database(hubops, tmp_path: Path) -> Path:
    """A database with one run in it."""
    assert hubops(*CHECK)[0] in {0, 1, 3}
    return tmp_path / "state/results.db"


def runs(database: Path) -> int:
    with sqlite3.connect(database) as plain:
        return plain.execute("SELECT count(*) FROM runs").fetchone()[0]


def test_a_corrupt_database_is_named_with_what_to_do(hubops, database: Path) -> None:
    database.with_name("results.db-wal").unlink(missing_ok=True)
    database.write_bytes(b"by no means a database" * 1000)
    code, out, err = hubops(*CHECK)
    assert (code, out) == (3, "")
    said = [line for line in err.splitlines() if not line.startswith(("Collecting", "Deciding"))]
    assert said[0].startswith(f"error: the results database {database} cannot be used: it is no database")
    assert said[1:] == ["Move it away and the next run starts a new one, or restore it from a backup."]
    code, _, err = hubops("history", "--lang", "zh")
    assert code == 3
    assert f"结果数据库 {database} 无法使用" in err


def test_a_locked_database_is_waited_for_and_then_named(hubops, database: Path) -> None:
    holder = sqlite3.connect(database, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    try:
        code, _, err = hubops(*CHECK)
        assert code == 3
        assert f"{database} cannot be used: another process holds it" in err
        assert "Traceback" not in err
        assert hubops("doctor", "--format", "json")[0] in {0, 4}, "readers do not wait"
    finally:
        holder.rollback()
        holder.close()
    assert runs(database) == 1, "what was stored before is there, and nothing else"
    assert hubops(*CHECK)[0] in {0, 1, 3}
    assert runs(database) == 2


def test_a_database_of_a_newer_version_is_left_alone(hubops, database: Path) -> None:
    with sqlite3.connect(database) as plain:
        plain.execute("UPDATE alembic_version SET version_num = '9999'")
    code, _, err = hubops("history")
    assert code == 3
    assert "of a newer HubOps" in err
    assert runs(database) == 1


def test_a_broken_row_is_an_error_and_no_traceback(hubops, database: Path) -> None:
    with sqlite3.connect(database) as plain:
        plain.execute("UPDATE findings SET body = substr(body, 1, 20)")
    code, _, err = hubops("history", "packages/sources_authenticated", "--format", "json")
    assert code in {2, 3}
    assert "Traceback" not in err
    assert json.loads(hubops("history", "--format", "json")[1])["runs"] is not None
