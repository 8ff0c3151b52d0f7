"""What can go wrong with a database, each in one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa

from hubops.errors import StoreFailed
from hubops.model import Text

_RESTORE = Text(
    en="Move it away and the next run starts a new one, or restore it from a backup.",
    zh="请将其移走（下次运行会新建），或从备份恢复。",
)
# By what the database says of itself, in the order of asking: what is wrong, and what to do.
_CAUSES = {
    "locked": (
        Text(en="another process holds it", zh="被其他进程占用"),
        Text(en="Wait until that has ended, then run this again.", zh="请等待其结束后重试。"),
    ),
    "full": (
        Text(en="the disk is full", zh="磁盘已满"),
        Text(en="Make room; what was stored before is unharmed.", zh="请清理磁盘空间；此前保存的内容完好。"),
    ),
    "readonly": (
        Text(en="it cannot be written", zh="无法写入"),
        Text(
            en="Make the state folder writable, or name another one in HUBOPS_STATE.",
            zh="请使状态目录可写，或用 HUBOPS_STATE 指定其他目录。",
        ),
    ),
    "unable to open": (
        Text(en="it cannot be opened or made", zh="无法打开或创建"),
        Text(
            en="Make the state folder writable, or name another one in HUBOPS_STATE.",
            zh="请使状态目录可写，或用 HUBOPS_STATE 指定其他目录。",
        ),
    ),
    "disk i/o": (
        Text(en="the disk does not take it", zh="磁盘读写失败"),
        Text(
            en="See to the disk; what was stored before is unharmed.", zh="请检查磁盘；此前保存的内容完好。"
        ),
    ),
    "malformed": (Text(en="it is corrupt", zh="已损坏"), _RESTORE),
    "not a database": (Text(en="it is no database, or corrupt", zh="不是数据库，或已损坏"), _RESTORE),
}


@contextmanager
def told(url: sa.URL) -> Iterator[None]:
    """Turns what a database complains of into StoreFailed; faults of our own statements stay what they are."""
    try:
        yield
    except (sa.exc.IntegrityError, sa.exc.ProgrammingError):
        raise
    except sa.exc.DBAPIError as error:
        raise failure(url, str(error.orig)) from error


def failure(url: sa.URL, said: str) -> StoreFailed:
    """The error for a database that said this."""
    place = url.database if url.get_backend_name() == "sqlite" else url.render_as_string(hide_password=True)
    cause, hint = next(
        (known for mark, known in _CAUSES.items() if mark in said.lower()),
        (Text(en="it does not answer", zh="无响应"), _RESTORE),
    )
    return StoreFailed(
        f"the results database {place} cannot be used: {cause.en} ({said})",
        f"结果数据库 {place} 无法使用：{cause.zh}（{said}）",
        hint,
    )
