"""Approved exceptions: read, matched with violations, and summed up as evidence; every face uses these.

A waiver recognises a violation by its fingerprint (control, item, actual value) on the subjects that it
names. What has another fingerprint, or is on another subject, is a new violation and stays one.
"""

from __future__ import annotations

import fnmatch
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import AwareDatetime, ConfigDict, Field, StringConstraints, model_validator

from hubops import documents
from hubops.errors import BrokenInput, UsageError, unknown_name
from hubops.files import write_whole
from hubops.model import Control, Decision, Frozen, Item, Json, Said, Severity, Subject, Text, digest

# The longest that an exception may last, by how bad a failure is.
LONGEST_DAYS = {Severity.HIGH_RISK: 30, Severity.HIGH: 90, Severity.MEDIUM: 180, Severity.LOW: 365}
SELECTORS = ("zone", "role", "platform")
PARAMS = "params."
"""What an item begins with that is a threshold of the profile."""

Name = Annotated[str, StringConstraints(min_length=1, max_length=255)]
Fingerprint = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]


class Waiver(Frozen):
    """One exception. `subjects` are names (`hub-1`, `hub-*`) or `zone:…`, `role:…`, `platform:…`.

    `items` holds, by item, the fingerprints of the violations that were there when it was approved.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z][A-Za-z0-9._-]{0,63}$")]
    control: str
    subjects: Annotated[tuple[Name, ...], Field(min_length=1)]
    items: Annotated[dict[str, Annotated[tuple[Fingerprint, ...], Field(min_length=1)]], Field(min_length=1)]
    reason: Said
    requester: Name
    approver: Name
    ticket: Name
    since: AwareDatetime = Field(alias="from")
    until: AwareDatetime

    @model_validator(mode="after")
    def _two_people_and_an_end(self) -> Self:
        if self.requester == self.approver:
            raise ValueError(f"`approver` {self.approver} is the requester; valid: somebody else")
        if self.until <= self.since:
            raise ValueError("`until` is not after `from`")
        for selector in self.subjects:
            kind, colon, name = selector.partition(":")
            if colon and (kind not in SELECTORS or not name):
                raise ValueError(f"subject {selector!r}; valid: a name, or {', '.join(SELECTORS)}:NAME")
        return self

    def in_force(self, as_of: datetime) -> bool:
        return self.since <= as_of < self.until

    def state(self, as_of: datetime) -> Literal["in_force", "expired", "to_come"]:
        if self.until <= as_of:
            return "expired"
        return "in_force" if self.since <= as_of else "to_come"

    def days_left(self, as_of: datetime) -> int:
        """Whole days until it ends; below zero when it has."""
        return (self.until - as_of) // timedelta(days=1)

    def allows(self, control: Control, item: str, value: Json) -> bool:
        """Whether it lets the profile set this threshold (`params.…`), which holds for all subjects."""
        everywhere = self.control == control.id and "*" in self.subjects
        return everywhere and self.covers(control, Item(item=item, expected=None, actual=value))

    def covers(self, control: Control, item: Item) -> bool:
        """Whether it knows this violation."""
        return fingerprint(control, item.item, item.actual) in self.items.get(item.item, ())


def selected(selectors: Iterable[str], subject: Subject) -> bool:
    """Whether a subject is among those that are named, by name, by pattern or by what it is."""
    traits = {"zone": subject.zone, "role": subject.role, "platform": subject.platform}
    for selector in selectors:
        kind, colon, name = selector.partition(":")
        if traits[kind] == name if colon else fnmatch.fnmatchcase(subject.name, selector):
            return True
    return False


def fingerprint(control: Control, item: str, actual: Json) -> str:
    """What a violation is recognised by, 16 hex digits.

    In a control whose numbers change by themselves (`measured`) a number is no part of it; what a profile
    sets (`params.…`) does not change by itself.
    """
    number = isinstance(actual, (int, float)) and not isinstance(actual, bool)
    told = "number" if control.measured and number and not item.startswith(PARAMS) else actual
    return digest([control.id, item, told]).removeprefix("sha256:")[:16]


def load(path: Path, controls: Mapping[str, Control]) -> tuple[Waiver, ...]:
    """The waivers of a file, none where there is no file.

    Raises BrokenInput with each fault's file and line: a field that is missing or wrong, an unknown
    control, an id used twice, a longer time than the control's severity allows.
    """
    if not path.is_file():
        return ()
    document = documents.read(path)
    if not isinstance(document.data, list | None):
        was = documents.shown(document.data)
        raise BrokenInput(f"{path}: {was} is no list of waivers", f"{path}：{was} 不是豁免列表")
    faults: list[Text] = []
    loaded: dict[str, Waiver] = {}
    for number, entry in enumerate(document.data or ()):
        try:
            waiver = documents.checked(Waiver, document, (number,), entry)
        except BrokenInput as error:
            faults += error.faults
            continue
        for name, said in problems(waiver, controls, loaded):
            faults.append(documents.at(document.at((number, name)), said))
        loaded[waiver.id] = waiver
    if faults:
        raise documents.joined(faults)
    return tuple(loaded.values())


def problems(
    waiver: Waiver, controls: Mapping[str, Control], others: Mapping[str, Waiver]
) -> Iterator[tuple[str, Text]]:
    """What is wrong with a waiver beside its form, as (field, sentence); `others` are known by their ids."""
    if waiver.id in others:
        yield "id", Text(en=f"the id {waiver.id} is used twice", zh=f"编号 {waiver.id} 重复")
    control = controls.get(waiver.control)
    if control is None:
        yield "control", unknown_name("control", waiver.control, controls).advice
        return
    longest = LONGEST_DAYS[control.severity]
    if waiver.until - waiver.since > timedelta(days=longest):
        days = (waiver.until - waiver.since).days
        yield (
            "until",
            Text(
                en=f"{waiver.id} lasts {days} days; a failure of severity {control.severity} "
                f"is waived for {longest} days at most",
                zh=f"{waiver.id} 为期 {days} 天；严重程度为 {control.severity} 的不通过项最长豁免 {longest} 天",
            ),
        )


def append(path: Path, entry: Mapping[str, Json], controls: Mapping[str, Control]) -> Waiver:
    """Adds a waiver to the file, whose text stays as it is; raises UsageError where it would not be valid."""
    text = path.read_text(encoding="utf-8").rstrip() if path.is_file() else ""
    known = {waiver.id: waiver for waiver in load(path, controls)}
    try:
        made = documents.checked(Waiver, documents.Document(path, None, {}), (), entry)
    except BrokenInput as error:
        whats = [(f.en.partition(": ")[2], f.zh.partition("：")[2]) for f in error.faults]
        raise UsageError("; ".join(en for en, _ in whats), "；".join(zh for _, zh in whats)) from error
    wrong = [said for _, said in problems(made, controls, known)]
    if wrong:
        raise UsageError("; ".join(said.en for said in wrong), "；".join(said.zh for said in wrong))
    added = yaml.safe_dump([dict(entry)], allow_unicode=True, sort_keys=False, width=110)
    try:
        write_whole(path, f"{text}\n{added}" if known else added)
    except OSError as error:
        raise UsageError(
            f"{path} cannot be written: {error.strerror}", f"{path} 无法写入：{error.strerror}"
        ) from error
    return made


def next_id(known: Iterable[Waiver], begin: datetime) -> str:
    """An id that is not taken: `WVR-2026-001`, by the year in which it begins."""
    taken = {waiver.id for waiver in known}
    return next(id_ for n in count(1) if (id_ := f"WVR-{begin.year}-{n:03}") not in taken)


@dataclass(frozen=True)
class Relaxed:
    """A control under thresholds laxer than the standard's bound, which these waivers allow."""

    params: Mapping[str, Json]
    waivers: tuple[Waiver, ...]


@dataclass(frozen=True)
class Exceptions:
    """The waivers of a hub, matched with what controls deny.

    `relaxed` holds, by control, what laxer thresholds the profile sets; `relaxed_decisions` what OPA
    says under them, by (control, subject).
    """

    waivers: Sequence[Waiver] = ()
    relaxed: Mapping[str, Relaxed] = field(default_factory=dict)
    relaxed_decisions: Mapping[tuple[str, str], Decision] = field(default_factory=dict)

    def covering(self, control: Control, subject: Subject, item: Item, as_of: datetime) -> Waiver | None:
        """The waiver in force that covers a violation, None where it counts."""
        for waiver in self.waivers:
            applies = waiver.control == control.id and waiver.in_force(as_of)
            if applies and selected(waiver.subjects, subject) and waiver.covers(control, item):
                return waiver
        laxer = self.relaxed_decisions.get((control.id, subject.name))
        if laxer is None or laxer.error or laxer.not_applicable:
            return None
        left = {(denial.item, repr(denial.actual)) for denial in laxer.denials}
        return None if (item.item, repr(item.actual)) in left else self.relaxed[control.id].waivers[0]

    def usage(
        self,
        controls: Mapping[str, Control],
        subjects: Sequence[Subject],
        decisions: Mapping[tuple[str, str], Decision],
        as_of: datetime,
    ) -> dict[str, Json]:
        """The section `waivers`: what each waiver is, and what it covers in a run with these decisions.

        A waiver is `unreadable`, for nobody can say what it covers, where one of its subjects was not
        judged, or where the run looked at nothing of their kind. One whose subjects are gone covers nothing.
        """
        entries, unreadable = [], []
        for waiver in self.waivers:
            control = controls.get(waiver.control)
            meant = [
                s for s in subjects if control and s.kind is control.subject and selected(waiver.subjects, s)
            ]
            judged = [s for s in meant if (waiver.control, s.name) in decisions]
            idle_subjects, used = [], set()
            for subject in judged:
                denials = decisions[waiver.control, subject.name].denials
                covered = {i.item for i in denials if control and waiver.covers(control, i)}
                used |= covered
                if not covered:
                    idle_subjects.append(subject.name)
            if waiver in getattr(self.relaxed.get(waiver.control), "waivers", ()):
                used |= {item for item in waiver.items if item.startswith(PARAMS)}
                idle_subjects = []
            looked = control is not None and any(s.kind is control.subject for s in subjects)
            if len(judged) < len(meant) or not (looked or used):
                unreadable.append({"what": waiver.id, "why": "not all that it is for was judged in this run"})
            entries.append(_entry(waiver, used, idle_subjects, as_of))
        return {"waivers": entries, "unreadable": unreadable}


def _entry(waiver: Waiver, used: set[str], idle_subjects: list[str], as_of: datetime) -> dict[str, Json]:
    return {
        "id": waiver.id,
        "control": waiver.control,
        "subjects": list(waiver.subjects),
        "requester": waiver.requester,
        "approver": waiver.approver,
        "ticket": waiver.ticket,
        "from": waiver.since.isoformat(),
        "until": waiver.until.isoformat(),
        "state": waiver.state(as_of),
        "days_left": waiver.days_left(as_of),
        "used_items": sorted(used),
        "idle_items": sorted(set(waiver.items) - used),
        "idle_subjects": sorted(idle_subjects),
    }
