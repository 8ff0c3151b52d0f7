"""Which row of a table is its header, and which field each column holds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from hubops.errors import UsageError
from hubops.faults import shown
from hubops.model import Text
from hubops.records.forms import MOST, Column, form
from hubops.records.kinds import KINDS
from hubops.records.sheets import MAX_COLUMNS, Merged, Sheet, Unread, letters
from hubops.records.words import HEADERS, MARKER, PERSON_NUMBERS, ROW_NUMBERS, is_personal_header, plain

_LOOKED_AT = 40

Role = Literal["field", "personal", "row_number", "marker", "left_out", "unknown", "ambiguous", "empty"]


@dataclass(frozen=True)
class Heading:
    """One column of a table: what stands above it, and what it is taken for."""

    number: int
    text: str
    role: Role
    column: Column | None = None
    options: tuple[str, ...] = ()

    @property
    def letter(self) -> str:
        return letters(self.number)


@dataclass(frozen=True)
class Head:
    """The header of a table: its last row, counted from 0, and what each column is."""

    first: int
    last: int
    headings: tuple[Heading, ...]


Tiers = tuple[Mapping[str, frozenset[str]], ...]


def find(sheet: Sheet, kind: str, given: Mapping[str, str]) -> Head:
    """The header of a table of the kind; `given` maps headers to fields, "" for one to leave out.

    Raises UsageError where no row looks like a header, or a header or field that is given does not exist.
    """
    best: Head | None = None
    top = _top(sheet)
    for row in range(min(_LOOKED_AT, len(top))):
        head = _head(sheet, top, row, kind, given)
        if best is None or _score(head) > _score(best):
            best = head
    if best is None or not _score(best):
        fields = [column for column in form(kind).columns if column.required]
        raise UsageError(
            f"{sheet.path}: no row of the first {_LOOKED_AT} is a header of a {kind}; "
            f"valid headers: {', '.join(c.header.en for c in fields)}, …",
            f"{sheet.path}：前 {_LOOKED_AT} 行中没有 {KINDS[kind].label.zh} 的表头；"
            f"可用的列名：{'、'.join(c.header.zh for c in fields)}……",
            Text(
                en=f"See all of them: hubops records template {kind}",
                zh=f"查看全部列名：hubops records template {kind}",
            ),
        )
    _refuse_strangers(best, given)
    return best


def field(kind: str, header: str) -> Column:
    """The column that a header or a field's path names. Raises UsageError where that is none, or several."""
    heading = _heading(0, header, kind, {})
    if heading.column:
        return heading.column
    valid = [column.name for column in form(kind).columns]
    if heading.options:
        raise UsageError(
            f"{header!r} may be {' or '.join(heading.options)} of a {kind}; write one of them",
            f"{header!r} 可能指 {KINDS[kind].label.zh} 的 {' 或 '.join(heading.options)}；请写明其中之一",
        )
    raise UsageError(
        f"a {kind} has no field {header!r}; valid: {', '.join(valid)}",
        f"{KINDS[kind].label.zh}没有字段 {header!r}；可用：{'、'.join(valid)}",
    )


def _head(sheet: Sheet, top: list[list[str]], row: int, kind: str, given: Mapping[str, str]) -> Head:
    """The row taken as the header, with those that merged cells join to it."""
    joined = [m for m in sheet.merged if m.top - 1 <= row < m.bottom <= row + 4]
    last = max((m.bottom - 1 for m in joined), default=row)
    over = [m for m in joined if m.right > m.left]
    if over and last == row and row + 1 < len(top) and _below(top[row + 1], over):
        last = row + 1
    last = min(last, len(top) - 1)
    width = max(len(line) for line in top[row : last + 1])
    found = []
    for number in range(width):
        texts = [line[number] for line in top[row : last + 1] if number < len(line) and line[number]]
        whole = _heading(number, " ".join(dict.fromkeys(texts)), kind, given)
        alone = _heading(number, texts[-1], kind, given) if texts else whole
        found.append(alone if whole.role == "unknown" else whole)
    return Head(row, last, _told_apart(found))


def _below(line: list[str], over: list[Merged]) -> bool:
    """Whether the row holds headings of its own, and different ones, below each of those merged cells."""
    for merged in over:
        texts = line[merged.left - 1 : merged.right]
        if len(texts) < merged.right - merged.left + 1 or not all(texts) or len(set(texts)) < len(texts):
            return False
    return True


def _top(sheet: Sheet) -> list[list[str]]:
    """The texts of the first rows; each of several cells that are merged has that of the first."""
    rows = [[_text(raw) for raw in row] for row in sheet.rows[: _LOOKED_AT + 4]]
    for merged in sheet.merged:
        if merged.top > len(rows):
            continue
        first = rows[merged.top - 1]
        text = first[merged.left - 1] if merged.left <= len(first) else ""
        right = min(merged.right, MAX_COLUMNS)
        for row in rows[merged.top - 1 : merged.bottom]:
            row += [""] * (right - len(row))
            row[merged.left - 1 : right] = [text] * (right - merged.left + 1)
    return rows


def _text(raw: Any) -> str:
    return "" if raw is None or isinstance(raw, Unread) else re.sub(r"\s+", " ", str(raw)).strip()[:200]


def _told_apart(headings: list[Heading]) -> tuple[Heading, ...]:
    """The headings, those that name one field twice made ambiguous."""
    names = Counter(heading.column.name for heading in headings if heading.column)
    return tuple(
        Heading(h.number, h.text, "ambiguous", None, (h.column.name,))
        if h.column and names[h.column.name] > 1
        else h
        for h in headings
    )


def _score(head: Head) -> int:
    """How much a row looks like a header: a title above it names one field at most."""
    known = sum(heading.role in {"field", "ambiguous"} for heading in head.headings)
    others = sum(
        heading.role in {"personal", "row_number", "marker", "left_out"} for heading in head.headings
    )
    return (known * 2 + others) if known else 0


def _heading(number: int, text: str, kind: str, given: Mapping[str, str]) -> Heading:
    if not text:
        return Heading(number, text, "empty")
    for key in (text, letters(number)):
        if key in given:
            name = given[key]
            return (
                Heading(number, text, "field", field(kind, name))
                if name
                else Heading(number, text, "left_out")
            )
    key = plain(text)
    if key in MARKER:
        return Heading(number, text, "marker")
    columns, tiers = _names(kind)
    for spelling in _spellings(text):
        for place, tier in enumerate(tiers):
            found = sorted(tier.get(spelling, ()))
            if found and (place == 0 or not is_personal_header(text)):
                if len(found) > 1:
                    return Heading(number, text, "ambiguous", None, tuple(found))
                return Heading(number, text, "field", columns[found[0]])
    if is_personal_header(text):
        return Heading(number, text, "personal")
    if key in {plain(word) for word in ROW_NUMBERS if plain(word)} or text == "#":
        return Heading(number, text, "row_number")
    return Heading(number, text, "unknown")


def _spellings(text: str) -> Iterator[str]:
    """The header as it is compared, then without its notes in brackets, the last of them first."""
    while True:
        if plain(text):
            yield plain(text)
        shorter = re.sub(r"[(（\[【][^(（\[【]*[)）\]】](?!.*[)）\]】])", "", text)
        if shorter == text:
            return
        text = shorter


@cache
def _names(kind: str) -> tuple[Mapping[str, Column], Tiers]:
    """The kind's columns by name, and what finds them: own names first, then common ones, then vague ones."""
    columns = {column.name: column for column in form(kind, MOST).columns}
    tiers: tuple[dict[str, set[str]], ...] = ({}, {}, {})
    for column in columns.values():
        for place, text in _said(kind, column):
            if plain(text):
                tiers[place].setdefault(plain(text), set()).add(column.name)
    return columns, tuple({text: frozenset(names) for text, names in tier.items()} for tier in tiers)


def _said(kind: str, column: Column) -> Iterator[tuple[int, str]]:
    """The texts that name a column, each with how clearly."""
    label = KINDS[kind].label
    yield from ((0, text) for text in (column.name, column.header.en, column.header.zh, *column.aliases))
    first = len(column.path) == 1
    if first or (len(column.path) == 3 and column.path[1] == 0):
        yield from ((1, text) for text in (column.meaning.en, column.meaning.zh))
    leaf = str(column.path[-1])
    if first:
        yield from ((1, text) for text in HEADERS.get(leaf, ()))
        refers = KINDS[kind].refers.get(leaf)
        if refers:
            target = KINDS[refers].label
            yield from ((2, text) for text in (f"{target.zh}编号", target.zh, f"{target.en} id", target.en))
            yield from ((0, text) for text in (f"{column.header.zh}编号", f"{column.header.en} id"))
    if column.path == ("id",):
        yield from ((0, text) for text in (f"{label.zh}编号", f"{label.en} id", f"{label.zh}代码"))
        if KINDS[kind].answers:
            yield from ((2, text) for text in PERSON_NUMBERS)
    if len(column.path) == 3 and column.path[1] == 0:  # the first of several parts, whose number is left out
        above, _, below = column.header.zh.partition("1·")
        yield from ((1, text) for text in (f"{above}{below}", f"{column.path[0]} {leaf}"))
    if len(column.path) > 1:
        yield 2, column.header.zh.rpartition("·")[2]


def _refuse_strangers(head: Head, given: Mapping[str, str]) -> None:
    there = {heading.text for heading in head.headings} | {heading.letter for heading in head.headings}
    for header in given:
        if header not in there:
            names = [heading.text for heading in head.headings if heading.text]
            raise UsageError(
                f"--map: the table has no column {header!r}; valid: {', '.join(names)}",
                f"--map：表中没有列 {header!r}；可用：{'、'.join(names)}",
            )


def valid(heading: Heading) -> Text:
    """What is to be done about a column that could not be told."""
    name = shown(heading.text)
    if heading.role == "ambiguous":
        fields = ", ".join(heading.options)
        return Text(
            en=f"may be {fields}; say which: --map {name[:-1]}=FIELD'",
            zh=f"可能对应 {fields}；请用 --map {name[:-1]}=字段' 指明",
        )
    return Text(
        en=f"no field has this name; say which is meant: --map {name[:-1]}=FIELD', or leave it out: --map {name[:-1]}='",
        zh=f"没有同名字段；请用 --map {name[:-1]}=字段' 指明，或用 --map {name[:-1]}=' 略去该列",
    )
