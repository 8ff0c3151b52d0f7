"""The words of the product as types; every stage imports these and no other stage.

The published forms (`docs/schemas/`) are derived from the models here, so a field
changes in one place. Times are RFC 3339 strings in UTC; digests read `sha256:<hex>`.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

Json = Any  # whatever json.loads gives
CHINA = timezone(timedelta(hours=8))
"""The days of records and reports are days of China Standard Time."""
Params = Mapping[str, Mapping[str, Mapping[str, Json]]]  # domain → control → name → value

RESULTS_SCHEMA = "hubops/results/1"


_BOUND = r"^((<=|>=)\d+(\.\d+)?|subset|subset_or_empty|superset|masks|fixed)$"


def finite(value: Json) -> Json:
    """The value; ValueError where it holds a number that JSON cannot spell, as a reader makes of `1e999`."""
    try:
        json.dumps(value, allow_nan=False)
    except ValueError as error:
        raise ValueError("a number is too large") from error
    return value


class Status(StrEnum):
    """What a finding says; exactly one for each control and subject."""

    FAIL = "fail"
    ERROR = "error"
    UNKNOWN = "unknown"
    STALE = "stale"
    WAIVED = "waived"
    NOT_APPLICABLE = "not_applicable"
    PASS = "pass"


class Severity(StrEnum):
    """How bad a failure is; `high_risk` marks the cases that assessors may not mitigate."""

    HIGH_RISK = "high_risk"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 for the worst, for sorting and for `--severity` thresholds."""
        return list(Severity).index(self)


class SubjectKind(StrEnum):
    """What a control is checked on."""

    HOST = "host"
    STACK = "stack"
    HUB = "hub"


class Frozen(BaseModel):
    """A value that is what its fields say, refuses unknown fields and never changes."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Text(Frozen):
    """Something a person reads, in both languages."""

    en: str
    zh: str

    def of(self, lang: str) -> str:
        return self.zh if lang == "zh" else self.en


class Wrong(ValueError):
    """What a validator raises to say in both languages what is wrong with a value."""

    def __init__(self, en: str, zh: str) -> None:
        super().__init__(en)
        self.text = Text(en=en, zh=zh)


def _said(value: Any) -> Any:
    return {"en": value, "zh": value} if isinstance(value, str) else value


Said = Annotated[Text, BeforeValidator(_said)]
"""What a person of the hub wrote: `{en, zh}`, or one text that stands for both."""


class Parameter(Frozen):
    """A threshold: its value, and the bound that the standard sets to it, if any.

    Bounds: `<=90` (above zero) and `>=5` for numbers; `subset`, `subset_or_empty` and `superset` for lists,
    of the default; `masks` for octal text that has at least the default's bits; `fixed` for the default alone.
    """

    default: Json
    bound: Annotated[str, Field(pattern=_BOUND)] | None = None

    @property
    def allowed(self) -> Text | None:
        """What the standard allows, in words; None where it sets no bound."""
        return _ALLOWED.get(self.bound, Text(en=self.bound, zh=self.bound)) if self.bound else None


_ALLOWED = {
    "subset": Text(en="some of the default", zh="默认值中的一部分"),
    "subset_or_empty": Text(en="some of the default, or none", zh="默认值中的一部分，或为空"),
    "superset": Text(en="the default and more", zh="默认值，并可增加"),
    "masks": Text(en="at least the bits of the default", zh="至少包含默认值的各位"),
    "fixed": Text(en="the default alone", zh="仅限默认值"),
}


class Remedy(Frozen):
    """What makes a control pass: a role's tag, or work for a person."""

    role: str | None = None
    tag: str | None = None
    manual: Text | None = None


class Control(Frozen):
    """One check, as the METADATA header of its Rego file describes it; `id` is its folder.

    `dated`: it reads the date of judging. `measured`: the numbers it denies change by themselves, as an age
    does, so they are no part of what a waiver recognises a violation by.
    """

    id: str
    title: str
    title_zh: str
    description: str
    description_zh: str
    severity: Severity
    subject: SubjectKind
    requirements: tuple[str, ...]
    evidence: tuple[str, ...]
    max_age_seconds: int
    params: dict[str, Parameter] = Field(default_factory=dict)
    remedy: Remedy
    dated: bool = False
    measured: bool = False
    digest: str

    @property
    def domain(self) -> str:
        return self.id.partition("/")[0]

    def name_of(self, lang: str) -> str:
        return self.title_zh if lang == "zh" else self.title

    def with_params(self, values: Mapping[str, Json]) -> Control:
        """The same control with other thresholds."""
        changed = {name: self.params[name].model_copy(update={"default": v}) for name, v in values.items()}
        return self.model_copy(update={"params": {**self.params, **changed}})


class Subject(Frozen):
    """What was looked at: a host, a stack, or the hub itself.

    `platform` says what kind of host showed the evidence (`container`, `vm`, `machine`),
    because a container cannot show everything; it is None where that is not known.
    """

    name: str
    kind: SubjectKind
    platform: str | None = None
    zone: str | None = None
    role: str | None = None

    def owns(self, evidence: Evidence) -> bool:
        return (evidence.subject, evidence.subject_kind) == (self.name, self.kind)


class Evidence(Frozen):
    """One section of facts on one subject, with where it came from.

    A hub and its stack may have one name, so the subject is told by its kind as well.

    `data` is None where collecting failed; `error` then says why. `violation` says what is wrong
    with data that is not what the section's schema demands; it is kept apart because a host that
    could not be asked is `unknown`, while a collector that answers nonsense is an `error`.
    """

    subject: str
    subject_kind: SubjectKind = SubjectKind.HOST
    section: str
    collected_at: str
    collector: str
    source: str
    data: Json = None
    error: Said | None = None
    violation: str | None = None

    @cached_property
    def digest(self) -> str:
        """Of the data; each control that reads the section asks for it."""
        return digest(self.data)


class Item(Frozen):
    """One violation: what, what it should be, what it is (null where it is absent)."""

    item: str
    expected: Json
    actual: Json


class Decision(Frozen):
    """What OPA said of one control on one set of evidence; pure, so it may be cached for ever."""

    control: str
    denials: tuple[Item, ...] = ()
    not_applicable: Text | None = None
    error: str | None = None


class EvidenceRef(Frozen):
    section: str
    digest: str
    collected_at: str


class Finding(Frozen):
    """The verdict on one control and one subject; `since` is when this status was first seen."""

    control: str
    subject: str
    subject_kind: SubjectKind
    status: Status
    severity: Severity
    requirements: tuple[str, ...]
    items: tuple[Item, ...] = ()
    reason: Text | None = None
    evidence: tuple[EvidenceRef, ...] = ()
    remedy: Remedy
    since: str | None = None


class Run(Frozen):
    """One pass of the loop. `bundle` is the digest of the controls that judged; `as_of` its date."""

    id: str
    started: str
    finished: str
    bundle: str
    as_of: str


class Transition(Frozen):
    """A change of status between runs; `was` is None where the control was not judged there before."""

    control: str
    subject: str
    at: str
    run: str
    was: Status | None
    status: Status


class Standing(Frozen):
    """The newest finding on a control and subject, with what is remembered of it.

    `flapping`: its status changed at least three times in the week before.
    """

    finding: Finding
    run: str
    judged: str
    first_failed: str | None = None
    last_passed: str | None = None
    flapping: bool = False


class Results(Frozen):
    """All that one run found: what reports are made of and what is stored."""

    run: Run
    subjects: tuple[Subject, ...]
    findings: tuple[Finding, ...]

    @property
    def summary(self) -> dict[str, int]:
        """How many findings there are of each status, all statuses named."""
        counts = {status.value: 0 for status in Status}
        for finding in self.findings:
            counts[finding.status.value] += 1
        return counts


def canonical(value: Json) -> bytes:
    """The one spelling of a JSON value: sorted keys, no spaces, UTF-8 (RFC 8785 in spirit).

    Half a surrogate pair, as a file name that is no UTF-8 becomes, is spelt as JSON escapes it.
    """
    text = json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return text.encode("utf-8", "backslashreplace")


def digest(value: Json) -> str:
    """The identity of a JSON value, `sha256:<hex>` of its canonical form."""
    return "sha256:" + hashlib.sha256(canonical(value)).hexdigest()


def timestamp(moment: datetime | None = None) -> str:
    """RFC 3339 in UTC to the second, of now unless a moment is given: `2026-03-01T08:00:00Z`."""
    return (moment or datetime.now(UTC)).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def today_in_china() -> date:
    """The day it is for the people who write the records, wherever this runs."""
    return datetime.now(CHINA).date()


def moment(text: str) -> datetime:
    """The time that an RFC 3339 string names; ValueError if it names none or has no zone."""
    parsed = datetime.fromisoformat(text)
    if parsed.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone")
    return parsed


def params_of(controls: Mapping[str, Control]) -> dict[str, dict[str, dict[str, Json]]]:
    """`data.params` as the controls read it: domain → control → name → value."""
    tree: dict[str, dict[str, dict[str, Json]]] = {}
    for control in controls.values():
        domain, _, name = control.id.partition("/")
        tree.setdefault(domain, {})[name] = {key: p.default for key, p in control.params.items()}
    return tree
