"""The days and moments that options name; it loads nothing that a command's help would have to wait for."""

from __future__ import annotations

from datetime import date, datetime

from hubops.errors import UsageError
from hubops.model import CHINA
from hubops.records import cells, forms


def moment(option: str, text: str) -> datetime | None:
    """The moment that an option names, None for none; a day is meant to its end, in China."""
    if not text:
        return None
    try:
        named = datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"{option} {text!r}; valid: 2026-12-31, or 2026-12-31T18:00+08:00",
            f"{option} {text!r}；应为 2026-12-31 或 2026-12-31T18:00+08:00",
        ) from error
    if len(text) == len("2026-12-31"):
        return named.replace(hour=23, minute=59, second=59, tzinfo=CHINA)
    return named.astimezone()


def day(option: str, text: str) -> date | None:
    """The day that an option names, in any of the ways in which offices write one, None for none."""
    if not text:
        return None
    try:
        return date.fromisoformat(str(cells.value(text, forms.Shape("day"))))
    except ValueError as error:
        raise UsageError(
            f"{option} {text!r}; valid: a day such as 2026-09-30",
            f"{option} {text!r}；应为日期，例如 2026-09-30",
        ) from error
