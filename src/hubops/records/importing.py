"""What importing a table would do: the records that it holds, what could not be read, and how it differs from what is there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from pydantic import ValidationError

from hubops.faults import refusal, sentence, shown
from hubops.model import Text, Wrong
from hubops.records import cells, headings, loader
from hubops.records.base import Record
from hubops.records.forms import Column, form
from hubops.records.headings import Head, Heading
from hubops.records.kinds import KINDS
from hubops.records.loader import Loaded
from hubops.records.sheets import Advance, Merged, Sheet, Unread, letters
from hubops.records.words import looks_like_name, plain

_FILLED_MOST = 300_000


@dataclass(frozen=True)
class CellFault:
    """What could not be read, and where: `cell` is `C5`, `C` for a whole column, `5` for a whole row."""

    cell: str
    header: str
    value: str
    why: Text


@dataclass(frozen=True)
class Change:
    """A field whose value in the table is another than the recorded one."""

    field: str
    before: Any
    after: Any


@dataclass(frozen=True)
class Entry:
    """One row as a record, and what there was of it: `state` is new, same or changed."""

    row: int
    record: Record
    state: Literal["new", "same", "changed"] = "new"
    changes: tuple[Change, ...] = ()
    there: Loaded | None = None


@dataclass(frozen=True)
class Plan:
    """What importing a table would do; with faults, nothing."""

    kind: str
    sheet: Sheet
    head: Head
    entries: tuple[Entry, ...]
    faults: tuple[CellFault, ...]
    skipped: int

    def of(self, state: str) -> list[Entry]:
        return [entry for entry in self.entries if entry.state == state]


@dataclass
class _Reading:
    """The work on one table."""

    kind: str
    sheet: Sheet
    head: Head
    faults: list[CellFault] = field(default_factory=list)
    texts: dict[int, list[str]] = field(default_factory=dict)
    unclear: bool = False
    halves: list[tuple[int, dict[str, Any]]] = field(default_factory=list)
    """What could be read of rows that are no records, whose references are judged all the same."""

    def fault(self, row: int, heading: Heading | None, raw: Any, why: Text) -> None:
        cell = self.sheet.reference(row, heading.number) if heading else str(row + 1)
        value = raw.shown if isinstance(raw, Unread) else "" if raw is None else _plain_shown(raw)
        self.faults.append(CellFault(cell, heading.text if heading else "", value, why))


def plan(
    folder: Path, kind: str, sheet: Sheet, given: Mapping[str, str], advance: Advance = lambda *_: None
) -> Plan:
    """What importing the table as records of the kind would do.

    Raises UsageError where no header is found, BrokenInput where the records that are there are broken.
    """
    there = {one.record.id: one for one in loader.whole(folder)}
    reading = _Reading(kind, sheet, headings.find(sheet, kind, given))
    _judge_columns(reading)
    reading.unclear = bool(reading.faults)
    found: list[tuple[int, Record]] = []
    skipped = 0
    filled = _filled(sheet, reading.head.last + 1)
    for row in range(reading.head.last + 1, len(sheet.rows)):
        if row % 200 == 0:
            advance("", row, len(sheet.rows))
        line = filled.get(row, sheet.rows[row])
        if _is_blank(line) or _repeats_header(reading, line):
            continue
        if _is_marked(reading, line):
            skipped += 1
            continue
        record = _record(reading, row, line)
        if record:
            found.append((row, record))
    _judge_names(reading)
    entries = tuple(_compared(reading, found, there))
    faults = sorted(reading.faults, key=lambda fault: _row_of(fault.cell))
    return Plan(kind, sheet, reading.head, entries, tuple(faults), skipped)


def _row_of(cell: str) -> int:
    """The row of a cell's name, 0 for a whole column."""
    digits = cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return int(digits or 0)


def _judge_columns(reading: _Reading) -> None:
    """Columns that nobody can tell, and fields that must be there and have no column."""
    known = [heading.column for heading in reading.head.headings if heading.column]
    for heading in reading.head.headings:
        if heading.role in {"unknown", "ambiguous"}:
            reading.faults.append(CellFault(heading.letter, heading.text, "", headings.valid(heading)))
        elif heading.role == "empty" and _holds_something(reading, heading.number):
            why = Text(en="holds values and has no header", zh="该列有内容却没有列名")
            reading.faults.append(CellFault(heading.letter, "", "", why))
    width = len(reading.head.headings)
    for number in range(width, max((len(row) for row in reading.sheet.rows), default=0)):
        if _holds_something(reading, number):
            why = Text(en="holds values and has no header", zh="该列有内容却没有列名")
            reading.faults.append(CellFault(letters(number), "", "", why))
    names = {column.path[0] for column in known}
    whole = form(reading.kind)
    for column in whole.columns:
        if column.required and column.path[0] not in names:
            names.add(column.path[0])
            why = Text(
                en=f"the table has no column for `{column.name}`, which every {reading.kind} has",
                zh=f"表中缺少必填字段 `{column.name}` 的列",
            )
            reading.faults.append(CellFault(str(reading.head.last + 1), column.header.zh, "", why))
    needed = {name for name, node in whole.model.model_fields.items() if node.is_required()}
    for name in needed & set(whole.outside):
        why = Text(
            en=f"`{name}` has too many parts for a table; write these records as YAML",
            zh=f"`{name}` 结构复杂，无法用表格填写；请直接编写 YAML",
        )
        reading.faults.append(CellFault(str(reading.head.last + 1), name, "", why))


def _holds_something(reading: _Reading, number: int) -> bool:
    return any(
        number < len(row) and not cells.is_empty(row[number])
        for row in reading.sheet.rows[reading.head.last + 1 :]
    )


def _filled(sheet: Sheet, first: int) -> dict[int, list[Any]]:
    """The rows with merged cells below the header, each of these with the value that all of them share."""
    found: dict[int, list[Any]] = {}
    count = 0
    for merged in sheet.merged:
        if merged.top - 1 < first or merged.left != merged.right:
            continue  # one that is as wide as several columns is a note, not a value
        count += merged.bottom - merged.top
        if count > _FILLED_MOST:
            break
        _fill(sheet, merged, found)
    return found


def _fill(sheet: Sheet, merged: Merged, found: dict[int, list[Any]]) -> None:
    top = sheet.rows[merged.top - 1] if merged.top <= len(sheet.rows) else ()
    value = top[merged.left - 1] if merged.left <= len(top) else None
    for row in range(merged.top - 1, min(merged.bottom, len(sheet.rows))):
        line = found.setdefault(row, list(sheet.rows[row]))
        line += [None] * (merged.left - len(line))
        line[merged.left - 1] = value


def _is_blank(line: Sequence[Any]) -> bool:
    return all(not isinstance(raw, Unread) and cells.is_empty(raw) for raw in line)


def _repeats_header(reading: _Reading, line: Sequence[Any]) -> bool:
    """Whether the row is the header once more, as printed pages begin with it."""
    headings_ = {h.number: plain(h.text) for h in reading.head.headings}
    texts = {number: plain(raw) for number, raw in enumerate(line) if isinstance(raw, str) and plain(raw)}
    alike = [headings_.get(number, "").endswith(text) for number, text in texts.items()]
    return all(alike) and len(alike) >= max(2, len(headings_) // 2)


def _is_marked(reading: _Reading, line: Sequence[Any]) -> bool:
    return any(
        h.role == "marker" and h.number < len(line) and not cells.is_empty(line[h.number])
        for h in reading.head.headings
    )


def _record(reading: _Reading, row: int, line: Sequence[Any]) -> Record | None:
    """The row as a record; None where it is none, with its faults noted."""
    before = len(reading.faults)
    fields = Fields()
    for heading in reading.head.headings:
        raw = line[heading.number] if heading.number < len(line) else None
        if heading.column is None:
            continue
        try:
            fields.put(heading.column, _value(reading, heading.column, heading.number, raw))
        except Wrong as error:
            reading.fault(row, heading, raw, error.text)
    if len(reading.faults) == before:
        try:
            return _validated(reading.kind, fields.whole())
        except ValidationError as error:
            if not reading.unclear:  # what a row lacks may stand in a column that nobody could tell
                _explain(reading, row, line, error)
    reading.halves.append((row, fields.whole()))
    return None


def _value(reading: _Reading, column: Column, number: int, raw: Any) -> Any:
    if isinstance(raw, Unread):
        raise Wrong(raw.why.en, raw.why.zh)
    if not column.required and cells.is_forever(raw, column.shape):
        return None
    value = cells.value(raw, column.shape, from_1904=reading.sheet.from_1904)
    if isinstance(raw, str) and column.shape.kind in {"text", "name"} and not column.shape.refers:
        reading.texts.setdefault(number, []).append(raw)
    return value


def _validated(kind: str, fields: Mapping[str, Any]) -> Record:
    return KINDS[kind].model_validate_json(json.dumps(fields))


class Fields:
    """The values of one row, put together as the record that they are of."""

    def __init__(self) -> None:
        self._values: dict[tuple[str | int, ...], Any] = {}

    def put(self, column: Column, value: Any) -> None:
        if value is not None:
            self._values[column.path] = value

    def whole(self) -> dict[str, Any]:
        tree: dict[Any, Any] = {}
        for path, value in sorted(self._values.items(), key=lambda pair: len(pair[0])):
            node = tree
            for part in path[:-1]:
                node = node.setdefault(part, {})
            node[path[-1]] = dict(value) if isinstance(value, dict) else value
        return {name: _finished(value) for name, value in tree.items()}


def _finished(node: Any) -> Any:
    """Numbered parts as a list, and a name that is given in one language in both."""
    if not isinstance(node, dict):
        return node
    if node and all(isinstance(key, int) for key in node):
        return [_finished(node[key]) for key in sorted(node)]
    if set(node) in ({"zh"}, {"en"}):
        (text,) = node.values()
        return {"en": text, "zh": text}
    return {key: _finished(value) for key, value in node.items()}


def _explain(reading: _Reading, row: int, line: Sequence[Any], error: ValidationError) -> None:
    """What the model refuses, at the cell that it is about, else at the row."""
    absent = {h.column.path[0] for h in reading.head.headings if h.column}
    for fault in error.errors(include_url=False):
        refused = refusal(fault)
        place = tuple(fault["loc"])
        if refused.kind == "missing" and len(place) == 1 and place[0] not in absent:
            continue  # said once, of the column
        heading = _heading_of(reading, place)
        raw = line[heading.number] if heading and heading.number < len(line) else None
        column = heading.column if heading else None
        why = _required(column) if column and refused.kind == "missing" else None
        if column and fault["type"] == "string_pattern_mismatch":
            valid = cells.valid(column.shape)
            why = Text(en=f"valid: {valid.en}", zh=f"应为：{valid.zh}")
        reading.fault(row, heading, raw, why or (refused.why if heading else sentence(refused)))


def _required(column: Column) -> Text:
    valid = cells.valid(column.shape)
    return Text(en=f"must not be empty; valid: {valid.en}", zh=f"不能为空；应为：{valid.zh}")


def _heading_of(reading: _Reading, place: tuple[Any, ...]) -> Heading | None:
    """The heading of the column that a place in a record came from."""
    known = [heading for heading in reading.head.headings if heading.column]
    for length in range(len(place), 0, -1):
        for heading in known:
            if heading.column and heading.column.path == place[:length]:
                return heading
    return next((h for h in known if place and h.column and h.column.path[0] == place[0]), None)


def _judge_names(reading: _Reading) -> None:
    """Columns of free text that hold persons' names."""
    for heading in reading.head.headings:
        texts = set(reading.texts.get(heading.number, ()))
        if len(texts) >= 3 and sum(map(looks_like_name, texts)) >= 0.8 * len(texts):
            why = Text(
                en="looks like personal names, which records never hold; write the person's number, "
                f"or leave the column out: --map '{heading.text}='",
                zh=f"疑似人员姓名，记录中不得登记姓名；请改填人员编号，或用 --map '{heading.text}=' 略去该列",
            )
            reading.faults.append(CellFault(heading.letter, heading.text, "", why))


def _compared(
    reading: _Reading, found: Sequence[tuple[int, Record]], there: Mapping[str, Loaded]
) -> Iterator[Entry]:
    """The rows as entries: new, as they are, or changed; ids used twice and references to nothing are faults."""
    heading = _heading_of(reading, ("id",))
    rows: dict[str, int] = {}
    mine = [record.id for _, record in found] + [str(fields.get("id")) for _, fields in reading.halves]
    kinds = {**dict.fromkeys(mine, reading.kind), **{id_: one.kind for id_, one in there.items()}}
    covered = {str(h.column.path[0]) for h in reading.head.headings if h.column}
    _judge_halves(reading, kinds)
    for row, record in found:
        first = rows.setdefault(record.id, row)
        old = there.get(record.id)
        if first != row:
            again = Text(en=f"the id is used in row {first + 1} too", zh=f"该编号在第 {first + 1} 行已出现")
            reading.fault(row, heading, record.id, again)
        elif old and old.kind != reading.kind:
            other = Text(
                en=f"the id is that of a {old.kind}, at {old.place}",
                zh=f"该编号已用于 {old.kind}，见 {old.place}",
            )
            reading.fault(row, heading, record.id, other)
        else:
            _judge_references(reading, row, record.references(), kinds)
            yield _entry(row, record, old, covered)


def _judge_halves(reading: _Reading, kinds: Mapping[str, str]) -> None:
    """References of rows that are no records: whoever mends those is to see all that is wrong with them."""
    for row, fields in reading.halves:
        for name, kind in KINDS[reading.kind].refers.items():
            value = fields.get(name) or []
            targets = value if isinstance(value, list) else [value]
            found = ((name, kind, target) for target in targets if isinstance(target, str))
            _judge_references(reading, row, found, kinds)


def _judge_references(
    reading: _Reading, row: int, references: Iterable[tuple[str, str, str]], kinds: Mapping[str, str]
) -> None:
    for name, kind, target in references:
        is_ = kinds.get(target)
        if is_ != kind:
            what_en, what_zh = (
                (f"a {is_}", f"{KINDS[is_].label.zh}") if is_ else ("no record", "不存在的记录")
            )
            why = Text(
                en=f"{target} is {what_en}; valid: the id of a {kind} that is recorded",
                zh=f"{target} 是{what_zh}；应为已登记的{KINDS[kind].label.zh}的编号",
            )
            reading.fault(row, _heading_of(reading, tuple(name.split("."))), target, why)


def _entry(row: int, record: Record, old: Loaded | None, covered: set[str]) -> Entry:
    if old is None:
        return Entry(row, record)
    before, after = old.record.model_dump(mode="json"), record.model_dump(mode="json")
    changes = tuple(
        Change(name, before[name], after[name])
        for name in after
        if name in covered and not _agrees(before[name], after[name])
    )
    if not changes:
        return Entry(row, old.record, "same", (), old)
    return Entry(row, record, "changed", changes, old)


def _agrees(before: Any, after: Any) -> bool:
    """Whether the table says what is recorded: a name that it has in one language stands for either."""
    if isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        return all(map(_agrees, before, after))
    if isinstance(before, dict) and isinstance(after, dict) and set(before) == set(after):
        if set(after) == {"en", "zh"} and after["en"] == after["zh"]:
            return after["en"] in before.values()
        return all(_agrees(before[key], after[key]) for key in after)
    return bool(before == after)


def _plain_shown(raw: Any) -> str:
    text = raw if isinstance(raw, str) else str(raw)
    return text if len(text) <= 60 else shown(text)
