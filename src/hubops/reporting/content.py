"""What a compiled report is made of, in both languages and in no format yet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Literal

from hubops.model import Control, Frozen, Json, Run, Standing, Status, Text, Transition, canonical
from hubops.reporting.period import Period

Mark = Literal["", "good", "bad", "missing"]
Record = Mapping[str, Json]


@dataclass(frozen=True)
class Cell:
    text: Text
    mark: Mark = ""


@dataclass(frozen=True)
class Table:
    headings: tuple[Text, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True)
class Bar:
    label: Text
    value: float
    shown: Text
    mark: Mark = ""


@dataclass(frozen=True)
class Bars:
    """Lengths beside one another."""

    title: Text
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Lines:
    """Numbers over time: for each of the lines as many values as there are days."""

    title: Text
    days: tuple[str, ...]
    lines: tuple[tuple[Text, Mark, tuple[float, ...]], ...]


@dataclass(frozen=True)
class Points:
    """Sentences that stand one below another."""

    points: tuple[Text, ...]


@dataclass(frozen=True)
class Note:
    """A sentence; `quiet` where it says that there is nothing."""

    text: Text
    quiet: bool = False


Block = Table | Bars | Lines | Points | Note


@dataclass(frozen=True)
class Section:
    name: str
    title: Text
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Source:
    """Data that the report was made of, as its record names it."""

    name: str
    label: Text
    starts: str
    ends: str
    entries: int
    digest: str

    @property
    def record(self) -> dict[str, Json]:
        return {key: getattr(self, key) for key in ("name", "starts", "ends", "entries", "digest")}


@dataclass(frozen=True)
class Kind:
    """A kind of record: what it and its fields are called, and what is recorded of it."""

    name: str
    label: Text
    fields: Mapping[str, Text]
    records: Sequence[Record]


@dataclass(frozen=True)
class Figure:
    """Something measured on the hosts, with how it is marked there."""

    label: Text
    value: Text
    target: Text
    mark: Mark


@dataclass(frozen=True)
class Held:
    """A drill as the host that keeps records has it."""

    id: str
    kind: Text
    host: str
    day: str
    passed: bool
    numbers: tuple[Text, ...]


@dataclass(frozen=True)
class Data:
    """All that a report can be made of: what was stored of the period, and the records as they are."""

    hub: str
    period: Period
    kinds: Mapping[str, Kind]
    controls: Mapping[str, Control]
    domains: Mapping[str, Text]
    runs: Sequence[tuple[Run, Mapping[Status, int]]] = ()
    """Of the period, the oldest first."""
    before: Sequence[Standing] = ()
    """How findings stood when the period began."""
    after: Sequence[Standing] = ()
    changes: Sequence[Transition] = ()
    evidence: Sequence[Mapping[str, str]] = ()
    """The evidence that findings at its end rest on: subject, section, digest, when."""
    figures: Sequence[Figure] = ()
    drills: Sequence[Held] = ()


@dataclass(frozen=True)
class Compiled:
    id: str
    title: Text
    definition: str
    hub: str
    period: Period
    compiled: str
    compiled_by: str
    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    analysis: Text
    posts: tuple[tuple[str, Text], ...] = field(default=())

    @property
    def contents(self) -> tuple[str, ...]:
        return tuple(section.name for section in self.sections)

    @property
    def json(self) -> bytes:
        """Everything that is in the report, for programs."""
        return canonical(_plain(asdict(self))) + b"\n"


def _plain(value: Json) -> Json:
    if isinstance(value, Frozen):
        return value.model_dump(mode="json")
    if isinstance(value, dict):
        return {key: _plain(entry) for key, entry in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(entry) for entry in value]
    return value if isinstance(value, str | int | float | bool | None) else str(value)
