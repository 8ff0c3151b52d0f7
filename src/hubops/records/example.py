"""A made-up record of a kind, as forms show one: valid, so that whoever copies it begins from something that works."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any

from pydantic import ValidationError

from hubops.records import due
from hubops.records.base import FORM
from hubops.records.forms import Column, Shape, form
from hubops.records.importing import Fields
from hubops.records.kinds import KINDS

_TEXTS = (
    "Example", "EX-001", "08:00", "2026", "2026-03", "2026Q1", "1.0", "v1.0.0", "10.0.0.1", "10.0.0.0/24", "HUB-A1", "a" * 64,
    "0" * 18, "https://example.com/", "E",
)  # fmt: skip
_DAYS = {True: "2027-02-28", False: "2026-03-01"}


@dataclass(frozen=True)
class _Way:
    """How to make values up: ends after beginnings or on the same day, one person everywhere or several, counts."""

    later: bool
    several: bool
    counted: bool


_WAYS = [_Way(*choices) for choices in product((True, False), (False, True), (True, False))]


def cells_of(kind: str) -> dict[str, Any]:
    """Values by the column's name that together make a valid record, as many as can stand together.

    Empty where none can be made up: a kind may join its fields in ways that nobody could guess.
    """
    return next((found for way in _WAYS if is_valid(kind, found := _made_up(kind, way))), {})


def _made_up(kind: str, way: _Way) -> dict[str, Any]:
    columns = [column for column in form(kind).columns if not _is_half(kind, column)]
    values = {
        column.name: _value(kind, column, way, number) for number, column in enumerate(columns, start=1)
    }
    chosen = {column.name: values[column.name] for column in columns if column.required}
    groups: dict[Any, dict[str, Any]] = {}
    for column in columns:
        if column.name not in chosen and column.path[0] not in due.SETTLED:
            groups.setdefault(column.path[:2], {})[column.name] = values[column.name]
            if not any(isinstance(part, int) for part in column.path):
                groups.setdefault(column.path[:1], {})[column.name] = values[column.name]
    for group in groups.values():
        more = {**chosen, **group}
        if is_valid(kind, more) or not is_valid(kind, chosen):
            chosen = more
    return {column.name: chosen[column.name] for column in columns if column.name in chosen}


def _is_half(kind: str, column: Column) -> bool:
    """Whether the column is one language of a name that another column holds in both."""
    whole = {other.path for other in form(kind).columns if other.shape.kind == "name"}
    return column.path[:-1] in whole


def is_valid(kind: str, values: Mapping[str, Any]) -> bool:
    """Whether values by the name of their column make a record."""
    fields = Fields()
    for column in form(kind).columns:
        fields.put(column, values.get(column.name))
    try:
        KINDS[kind].model_validate(fields.whole(), strict=False)
    except ValidationError:
        return False
    return True


def _value(kind: str, column: Column, way: _Way, number: int) -> Any:
    if column.path == ("id",):
        return _id(kind, 1)
    end = way.later and due.is_end(str(column.path[-1]), column.due)
    return _sample(column.shape, way, number if way.several else 1, end)


def _sample(shape: Shape, way: _Way, number: int, end: bool) -> Any:
    node = shape.node
    if shape.kind == "list" and shape.item:
        return [_sample(shape.item, way, number, end)]
    if shape.refers:
        return _id(shape.refers, number)
    if shape.kind == "enum":
        return next(iter(shape.values))
    if shape.kind in {"int", "float"}:
        low = node.get("minimum", node.get("exclusiveMinimum", 0) + ("exclusiveMinimum" in node))
        return int(max(low, min(int(way.counted), node.get("maximum", 1))))
    if FORM in node and "example" in node[FORM]:
        return node[FORM]["example"]
    if shape.kind == "text":
        return _text(node)
    values = {"day": _DAYS[end], "bool": True, "name": {"en": "示例 Example", "zh": "示例 Example"}}
    return values[shape.kind]


def _text(node: Mapping[str, Any]) -> str:
    """A text that the field can have, by its pattern and length."""
    formats = {"date-time": "2026-03-01T08:00:00+08:00", "time": "08:00:00"}
    if node.get("format") in formats:
        return formats[node["format"]]
    low, high = node.get("minLength", 1), node.get("maxLength", 10**6)
    fit = (one for one in _TEXTS if low <= len(one) <= high and re.search(node.get("pattern", ""), one))
    return next(fit, "Example")


def _id(kind: str, number: int) -> str:
    """An id such as an office would give: EP-001 for the first emergency plan."""
    words = kind.split("_")
    return ("".join(word[0] for word in words) if len(words) > 1 else kind[:3]).upper() + f"-{number:03}"
