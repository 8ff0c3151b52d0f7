"""Records of any kind as a table: what happened in the period, and what was still open at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from hubops.model import Text
from hubops.reporting.content import Block, Cell, Data, Kind, Note, Record, Table
from hubops.reporting.period import Period
from hubops.reporting.words import KINDS, SECTION, VALUE, WORD, no_records, none_in_period

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_CLOSING = ("closed", "done")
_NAMED = ("title", "name", "matter", "what", "problem")


@dataclass(frozen=True)
class Entry:
    """A record that the period saw, or that was still open at its end."""

    record: Record
    new: bool
    """Whether its first day lies in the period."""
    closed: str | None
    """The day it was closed, by the end of the period; None where it is open or cannot be closed."""
    open: bool
    overdue: bool


def entries(kind: Kind, period: Period) -> list[Entry]:
    """Those with a day in the period, and those begun before it and open at its end; the oldest first."""
    found = []
    last = period.last.isoformat()
    for record in kind.records:
        days = [day for _, day in _days(record)]
        if not days or min(days) > last:
            continue
        closing = next((name for name in _CLOSING if name in kind.fields), None)
        ended = record.get(closing) if closing else None
        closed = ended if ended and ended <= last else None
        is_open = closing is not None and closed is None
        if is_open or any(period.holds(day) for day in days):
            due = record.get("due")
            found.append(
                Entry(record, period.holds(min(days)), closed, is_open, bool(is_open and due and due < last))
            )
    return sorted(found, key=lambda one: min(day for _, day in _days(one.record)))


def blocks(data: Data, section: str, skipping: int = 0) -> Iterator[Block]:
    """A table of each kind that a section lists, or a line that says why there is none."""
    for name in KINDS[section][skipping:]:
        kind = data.kinds.get(name)
        if kind is None:
            yield Note(no_records(SECTION[section]), quiet=True)
        elif not kind.records:
            yield Note(no_records(kind.label), quiet=True)
        else:
            found = entries(kind, data.period)
            yield (
                _table(kind, found)
                if found
                else Note(none_in_period(kind.label, len(kind.records)), quiet=True)
            )


def what(record: Record) -> Text:
    """What a record is about, in the words it has."""
    for name in _NAMED:
        value = record.get(name)
        if isinstance(value, dict) and {"en", "zh"} <= set(value):
            return Text(en=value["en"], zh=value["zh"])
        if isinstance(value, str):
            return both(value)
    said = [
        named(str(record[name]))
        for name in ("topic", "scope", "group", "form", "outcome")
        if record.get(name)
    ]
    if not said:
        return both("—")
    return Text(en=" · ".join(one.en for one in said), zh=" · ".join(one.zh for one in said))


def named(value: str) -> Text:
    """A field's one word, in both languages where it is known."""
    return VALUE.get(value, both(value))


def both(text: str) -> Text:
    return Text(en=text, zh=text)


def _table(kind: Kind, found: list[Entry]) -> Table:
    headings = [WORD["id"], kind.label, WORD["days"]]
    stated = any(one.open or one.closed for one in found)
    rows = []
    for one in found:
        cells = [Cell(both(str(one.record["id"]))), Cell(what(one.record)), Cell(_dated(kind, one.record))]
        rows.append((*cells, _state(one)) if stated else tuple(cells))
    return Table((*headings, WORD["state"]) if stated else tuple(headings), tuple(rows))


def _state(one: Entry) -> Cell:
    if one.closed:
        return Cell(Text(en=f"closed {one.closed}", zh=f"{one.closed} 办结"), "good")
    return Cell(WORD["overdue"], "bad") if one.overdue else Cell(WORD["open"], "missing" if one.open else "")


def _dated(kind: Kind, record: Record) -> Text:
    """The days of a record, each with what it is the day of."""
    parts = [(kind.fields.get(name, both(name)), day) for name, day in _days(record)]
    return Text(
        en="; ".join(f"{label.en} {day}" for label, day in parts),
        zh="；".join(f"{label.zh} {day}" for label, day in parts),
    )


def _days(record: Record) -> Iterator[tuple[str, str]]:
    for name, value in record.items():
        if isinstance(value, str) and _DAY.fullmatch(value):
            yield name, value
