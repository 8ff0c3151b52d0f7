"""What all kinds of record share: identity, dates, references, and words in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from hubops.model import Frozen, Text

_EARLIEST, _LATEST = date(1990, 1, 1), date(2199, 12, 31)  # a year beyond these is a slip of the pen


def _day(value: Any) -> Any:
    """A plain day from its text; a time of day is refused, not cut off."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise ValueError("should be a day without a time, for example 2026-03-01")
        value = date.fromisoformat(value)
        if not _EARLIEST <= value <= _LATEST:
            raise ValueError(f"should be a day from {_EARLIEST} to {_LATEST}")
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9._-]{0,63}$")]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {"type": "string", "format": "date", "pattern": "^(199[0-9]|2[01][0-9]{2})-[01][0-9]-[0-3][0-9]$"}
    ),
]


def said(en: str, zh: str, **limits: Any) -> Any:
    """A field with its meaning in both languages; `limits` are pydantic's own (`ge`, `min_length` …)."""
    return Field(description=en, json_schema_extra={"description_zh": zh}, **limits)


class Value(Frozen):
    """A part of a record; types are taken as written: `id: 007` is a number, not an id."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Name(Text):
    """What a thing is called, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_min_length=1)


class Record(Value):
    """A fact that only people know: `label` names its kind, `refers` maps fields to the kind they name."""

    label: ClassVar[Text]
    refers: ClassVar[dict[str, str]] = {}

    id: Id = said("Identifier, unique among all records of the hub", "编号，在本中枢全部记录中唯一")

    def references(self) -> Iterator[tuple[str, str, str]]:
        """Each id that this record points at, as (field, kind, id)."""
        for field, kind in self.refers.items():
            value = getattr(self, field)
            for target in (value,) if isinstance(value, str) else value or ():
                yield field, kind, target
