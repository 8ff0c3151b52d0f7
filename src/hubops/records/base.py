"""What all kinds of record share: identity, dates, references, and words in both languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, ConfigDict, Field, StringConstraints, WithJsonSchema

from hubops.model import Frozen, Text, Wrong

EARLIEST, LATEST = date(1990, 1, 1), date(2199, 12, 31)  # a year beyond these is a slip of the pen


def _day(value: Any) -> Any:
    """A plain day from its text; a time of day is refused, not cut off."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
            raise Wrong(
                "should be a day without a time, for example 2026-03-01",
                "应为不含时刻的日期，例如 2026-03-01",
            )
        try:
            value = date.fromisoformat(value)
        except ValueError as error:
            raise Wrong("no such day in the calendar", "日历上没有这一天") from error
        if not EARLIEST <= value <= LATEST:
            raise Wrong(
                f"should be a day from {EARLIEST} to {LATEST}", f"应为 {EARLIEST} 至 {LATEST} 之间的日期"
            )
    return value


Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9._-]{0,63}$")]
Day = Annotated[
    date,
    BeforeValidator(_day),
    WithJsonSchema(
        {"type": "string", "format": "date", "pattern": "^(199[0-9]|2[01][0-9]{2})-[01][0-9]-[0-3][0-9]$"}
    ),
]


def said(
    en: str,
    zh: str,
    *,
    header: tuple[str, str] | None = None,
    aliases: tuple[str, ...] = (),
    words: Mapping[str, str] | None = None,
    due: bool | Literal["last"] | None = None,
    example: Any = None,
    **limits: Any,
) -> Any:
    """A field with its meaning in both languages; `limits` are pydantic's own (`ge`, `min_length` …).

    The rest is for forms, and seldom needed. `header` is the column's short name in English and Chinese; by
    default the field's name, and the Chinese text up to its first ；：，（ or 。. `aliases` are other headers that
    offices use. `words` names the values of a Literal in Chinese; by default the Chinese text lists them after its
    ：, in the order of the Literal. `due` says whether the day is an end that somebody
    has to act on; "last" where only the latest of the kind is, as of shifts; by default its name tells.
    `example` is the value that forms show.
    """
    form: dict[str, Any] = {
        "header": header,
        "aliases": aliases,
        "words": words,
        "due": due,
        "example": example,
    }
    kept = {key: value for key, value in form.items() if value not in (None, ())}
    extra: Any = {"description_zh": zh, **({FORM: kept} if kept else {})}
    return Field(description=en, json_schema_extra=extra, **limits)


FORM = "x-form"
"""Where `said` keeps what forms alone need; no published schema holds it."""


class Value(Frozen):
    """A part of a record; types are taken as written: `id: 007` is a number, not an id."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Name(Text):
    """What a thing is called, in both languages."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, str_min_length=1)


class Attachment(Value):
    """A file beside the records, as a scan with its signatures, held to its digest."""

    path: str = said(
        "Its path below the folder of records", "附件在记录目录中的路径", min_length=1, max_length=300
    )
    sha256: str = said(
        "SHA-256 digest of the file, as sha256sum prints it",
        "附件的 SHA-256 摘要，即 sha256sum 的输出",
        pattern=r"^[0-9a-f]{64}$",
    )


class Record(Value):
    """A fact that only people know: `label` names its kind, `refers` maps fields to the kind they name.

    `answers` is true of kinds that can owe something: whoever a record refers to among them has to act on its ends.
    """

    label: ClassVar[Text]
    refers: ClassVar[dict[str, str]] = {}
    answers: ClassVar[bool] = False

    id: Id = said("Identifier, unique among all records of the hub", "编号，在本中枢全部记录中唯一")
    attachments: tuple[Attachment, ...] = said(
        "Files that prove it, kept below the folder of records",
        "附件：证明文件，保存在记录目录中",
        default=(),
        max_length=50,
    )

    def references(self) -> Iterator[tuple[str, str, str]]:
        """Each id that this record points at, as (field, kind, id)."""
        for field, kind in self.refers.items():
            value = getattr(self, field)
            for target in (value,) if isinstance(value, str) else value or ():
                yield field, kind, target
