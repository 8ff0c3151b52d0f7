"""Opens the database at a URL, made or brought up to date by the migrations."""

from __future__ import annotations

from contextlib import ExitStack
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from hubops.errors import StoreFailed
from hubops.files import locked
from hubops.model import Text
from hubops.store.database import Store
from hubops.store.faults import failure, told

_BUSY_SECONDS = 20
_MIGRATIONS = Path(__file__).parent / "migrations"
HEAD = max(path.name.partition("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def open_store(url: str) -> Store:
    """The store at a database URL (`sqlite:///PATH`, `postgresql+psycopg://…`), brought up to date.

    Raises StoreFailed naming the database when it is none of ours, corrupt, locked, newer or unreachable.
    """
    engine = sa.create_engine(url)
    sqlite = engine.dialect.name == "sqlite"
    if sqlite:
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    try:
        with told(engine.url):
            if _revision(engine) != HEAD:
                with ExitStack() as stack:
                    if sqlite and engine.url.database:  # two that start at once must not both make the tables
                        stack.enter_context(locked(Path(str(engine.url.database) + ".lock")))
                    _migrate(engine)
    except OSError as error:
        raise failure(engine.url, f"unable to open: {error.strerror}") from error
    return Store(engine)


def _revision(engine: sa.Engine) -> str | None:
    """What the database says that it is, None for a new one."""
    with engine.connect() as connection:
        if not sa.inspect(connection).has_table("alembic_version"):
            return None
        found = connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar()
        return None if found is None else str(found)


def _migrate(engine: sa.Engine) -> None:
    from alembic import command  # only here: most openings need no migration, and it is slow to load
    from alembic.config import Config
    from alembic.util import CommandError

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    try:
        with engine.execution_options(writes=True).begin() as connection:
            config.attributes["connection"] = connection
            command.upgrade(config, "head")
    except CommandError as error:
        place = engine.url.render_as_string(hide_password=True)
        raise StoreFailed(
            f"the results database {place} is of a newer HubOps: {error}",
            f"结果数据库 {place} 由更新版本的 HubOps 写入：{error}",
            Text(
                en="Install that version, or name another state folder.",
                zh="请安装该版本，或指定其他状态目录。",
            ),
        ) from error


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    """Readers never wait for the writer, and what was acknowledged survives a kill."""
    connection.isolation_level = None  # SQLAlchemy's own BEGIN decides, see _begin_sqlite
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {_BUSY_SECONDS * 1000}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: sa.Connection) -> None:
    """A writer takes the lock at once: had it read first, another's write in between would fail it."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
