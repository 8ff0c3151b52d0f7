"""The product on one page: collect → decide → judge → store; reports are made of what comes back."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from hubops import catalog, provision, records
from hubops.bundle import Bundle
from hubops.decisions import OpaServer, Question, decide_with
from hubops.errors import BrokenInput, ExitCode, HubopsError, UsageError
from hubops.evidence import estate, hosts, plan
from hubops.evidence import improvements as improvements_evidence
from hubops.evidence import records as records_evidence
from hubops.evidence import waivers as waivers_evidence
from hubops.evidence.schema import checked
from hubops.findings import Exceptions, Rules, excluded, improvements, judge
from hubops.hub import Hub
from hubops.model import (
    CHINA,
    Control,
    Decision,
    Evidence,
    Finding,
    Params,
    Results,
    Run,
    Status,
    Subject,
    SubjectKind,
    Text,
    digest,
    params_of,
    timestamp,
)
from hubops.store import Store, standing

LOCAL = "localhost"
"""What this machine is remembered as when it is looked at alone."""
_FAULTS_NAMED = 3

Decisions = Mapping[tuple[str, str], Decision]
Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are (0: not known)."""


@dataclass(frozen=True)
class Scope:
    """What to look at: this machine alone, or a hub's hosts, stack and records, these also of another date."""

    hub: Hub
    local: bool = False
    hosts: bool = True
    limit: str = ""
    stack: str | None = None
    records: bool = True
    as_of: datetime | None = None


@dataclass
class Collection:
    """Evidence on the subjects of a hub. One that could not be asked is in it too, with the reason."""

    hub: str
    subjects: list[Subject] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)

    def add(self, subjects: Iterable[Subject], evidence: Iterable[Evidence]) -> None:
        self.subjects.extend(subjects)
        self.evidence.extend(evidence)

    def validate(self, bundle: Bundle) -> None:
        """Holds all evidence against its section's schema; what breaks it is marked, not dropped."""
        self.evidence = [checked(section, bundle.schemas) for section in self.evidence]

    def of(self, subject: Subject) -> dict[str, Evidence]:
        return {section.section: section for section in self.evidence if subject.owns(section)}


def collect(bundle: Bundle, scope: Scope, controls: Mapping[str, Control], progress: Progress) -> Collection:
    """The evidence that the controls read, on all that is in scope; what none of them reads is not asked for.

    A source that fails leaves evidence that says so; it does not stop the others.
    """
    sections = _of_hosts(controls, scope)
    kinds = {control.subject for control in controls.values()}
    collection = Collection(LOCAL if scope.local else scope.hub.name)
    if scope.local and sections:
        collection.add(*hosts.collect_local(sections))
    elif scope.hosts and sections:
        collection.add(*hosts.collect_hosts(bundle, scope.hub.inventory, sections, scope.limit, progress))
    if scope.stack and SubjectKind.STACK in kinds:
        progress(scope.stack, 0, 0)
        collection.add([Subject(name=scope.stack, kind=SubjectKind.STACK)], [_plan(bundle, scope.stack)])
    if scope.records and SubjectKind.HUB in kinds:
        collection.add([Subject(name=scope.hub.name, kind=SubjectKind.HUB)], [_records(scope)])
    collection.validate(bundle)
    if scope.records and scope.hosts and _reads_estate(controls):
        collection.add([], [_estate(bundle, scope, collection)])
        collection.validate(bundle)
    return collection


def answerable(controls: Mapping[str, Control], scope: Scope) -> dict[str, Control]:
    """Those that can be judged in this scope: what hosts show together they show now, and as a whole."""
    return {id_: c for id_, c in controls.items() if scope.hosts or estate.SECTION not in c.evidence}


def check(
    bundle: Bundle,
    collection: Collection,
    given: Rules,
    store: Store,
    opa: Callable[[], AbstractContextManager[OpaServer]],
    progress: Progress,
    as_of: datetime | None = None,
) -> Results:
    """The verdict on each control and each subject of its kind, stored with its evidence.

    `as_of` judges as of another date than now; such a run is a question and is not stored.
    """
    started = datetime.now(UTC)
    now = as_of or started
    collection.validate(bundle)  # it may come from a folder, where anybody can have changed it
    controls, exceptions = given.controls, given.exceptions

    def decided(asked: Iterable[Control], params: Params) -> Decisions:
        return _decided(asked, params, collection, now, store, opa, progress)

    def found(asked: Iterable[Control], decisions: Decisions) -> list[Finding]:
        return _found(asked, collection, decisions, now, replace(given, exceptions=exceptions))

    judged = {id_: c for id_, c in controls.items() if id_ not in given.tailored.excluded}
    params = params_of(controls)
    first = [c for c in judged.values() if waivers_evidence.SECTION not in c.evidence]
    decisions = decided(first, params)
    laxer = [controls[id_] for id_ in exceptions.relaxed if id_ in judged]
    exceptions = replace(exceptions, relaxed_decisions=decided(laxer, given.relaxed_params))
    if waivers_evidence.SECTION not in {section.section for section in collection.evidence}:
        used = _waivers_used(collection, exceptions, given, decisions, now)
        collection.add([], [checked(section, bundle.schemas) for section in used])
    decisions = {**decisions, **decided([c for c in judged.values() if c not in first], params)}
    last = [c for c in controls.values() if improvements_evidence.SECTION in c.evidence]
    findings = found([c for c in controls.values() if c not in last], decisions)
    if last and improvements_evidence.SECTION not in {section.section for section in collection.evidence}:
        effects = _effects(bundle, collection, findings, store, now)
        collection.add([], [checked(section, bundle.schemas) for section in effects])
    findings += found(last, decided([c for c in last if c.id in judged], params))
    run = Run(
        id=f"{started:%Y%m%d-%H%M%S}-{secrets.token_hex(3)}",
        started=timestamp(started),
        finished=timestamp(),
        bundle=digest([sorted(control.digest for control in controls.values()), params]),
        as_of=timestamp(now),
    )
    ordered = tuple(sorted(findings, key=lambda finding: (finding.control, finding.subject)))
    results = Results(run=run, subjects=tuple(collection.subjects), findings=ordered)
    return results if as_of else store.save(results, collection.evidence, collection.hub)


def judged_as_of(
    collection: Collection,
    given: Rules,
    store: Store,
    opa: Callable[[], AbstractContextManager[OpaServer]],
    moment: datetime,
) -> list[Finding]:
    """What would be found of evidence that was held against its schemas, were it collected at `moment`.

    For looking ahead at many days: nothing is collected, checked or stored again.
    """
    redated = Collection(
        collection.hub,
        collection.subjects,
        [one.model_copy(update={"collected_at": timestamp(moment)}) for one in collection.evidence],
    )
    controls = given.controls.values()
    params = params_of(given.controls)
    decisions = _decided(controls, params, redated, moment, store, opa, lambda *_: None)
    return _found(controls, redated, decisions, moment, given)


def check_waivers(
    bundle: Bundle,
    hub: Hub,
    given: Rules,
    store: Store,
    opa: Callable[[], AbstractContextManager[OpaServer]],
    progress: Progress,
) -> Results:
    """The verdict of the controls on waivers alone, from what the newest runs found; as old as those are."""
    stands = standing(store, hub.name)
    remembered = {
        (s.finding.control, s.finding.subject): Decision(control=s.finding.control, denials=s.finding.items)
        for s in stands
        if s.finding.status in {Status.PASS, Status.FAIL, Status.WAIVED}
    }
    seen = [run for run in map(store.run, sorted({s.run for s in stands})) if run]
    subjects = list({(s.kind, s.name): s for run in seen for s in run.subjects}.values())
    usage = given.exceptions.usage(given.controls, subjects, remembered, datetime.now(UTC))
    named = {waiver.control for waiver in given.exceptions.waivers}
    oldest = min((s.judged for s in stands if s.finding.control in named), default=timestamp())
    collection = Collection(
        hub.name,
        [Subject(name=hub.name, kind=SubjectKind.HUB)],
        [waivers_evidence.section(hub.name, usage, oldest)],
    )
    mine = {id_: c for id_, c in given.controls.items() if waivers_evidence.SECTION in c.evidence}
    return check(bundle, collection, given.judging(mine), store, opa, progress)


def exit_code(results: Results) -> ExitCode:
    """What the results tell CI; nothing checked at all is never fine."""
    statuses = {finding.status for finding in results.findings}
    if Status.FAIL in statuses:
        return ExitCode.FAIL
    unsure = statuses & {Status.UNKNOWN, Status.STALE, Status.ERROR}
    return ExitCode.UNSURE if unsure or not statuses else ExitCode.OK


def _pairs(
    controls: Iterable[Control], collection: Collection
) -> list[tuple[Control, Subject, Mapping[str, Evidence]]]:
    """Each control with each subject of its kind and the evidence on that."""
    held = [(subject, collection.of(subject)) for subject in collection.subjects]
    return [
        (c, subject, sections) for c in controls for subject, sections in held if subject.kind is c.subject
    ]


def _decided(
    asked: Iterable[Control],
    params: Params,
    collection: Collection,
    now: datetime,
    store: Store,
    opa: Callable[[], AbstractContextManager[OpaServer]],
    progress: Progress,
) -> Decisions:
    """What OPA says of the controls, or said before of the same evidence."""
    questions = _questions(asked, collection, now)
    return decide_with(opa, questions, params, store.decisions, lambda done, of: progress("", done, of))


def _found(
    asked: Iterable[Control], collection: Collection, decisions: Decisions, now: datetime, given: Rules
) -> list[Finding]:
    """What is found by the controls; one that the hub excludes is not judged."""
    return [
        excluded(control, subject, why)
        if (why := given.tailored.excluded.get(control.id))
        else judge(
            control, subject, sections, decisions.get((control.id, subject.name)), now, given.exceptions
        )
        for control, subject, sections in _pairs(asked, collection)
    ]


def _questions(controls: Iterable[Control], collection: Collection, now: datetime) -> list[Question]:
    """What OPA is asked: it is shown only evidence that is there and is what its schema says."""
    today = (
        f"{now.astimezone(CHINA):%Y-%m-%d}T00:00:00Z"  # to OPA, which counts in days of China, its morning
    )
    questions = []
    for control, subject, sections in _pairs(controls, collection):
        read = {name: sections[name] for name in control.evidence if name in sections}
        whole = all(s.data is not None and not s.error and not s.violation for s in read.values())
        if whole and len(read) == len(control.evidence):
            questions.append(Question(control, subject.name, {n: s.data for n, s in read.items()}, today))
    return questions


def _of_hosts(controls: Mapping[str, Control], scope: Scope) -> list[str]:
    """The sections that hosts are asked for: what controls on hosts read, and what the estate is made of."""
    read = {section for c in controls.values() if c.subject is SubjectKind.HOST for section in c.evidence}
    whole = scope.records and scope.hosts and _reads_estate(controls)
    return sorted(read | (set(estate.READS) if whole else set()))


def _reads_estate(controls: Mapping[str, Control]) -> bool:
    return any(estate.SECTION in control.evidence for control in controls.values())


def _estate(bundle: Bundle, scope: Scope, collection: Collection) -> Evidence:
    """What the hosts that were asked and the hub's stack show together."""
    hosts_ = [subject for subject in collection.subjects if subject.kind is SubjectKind.HOST]
    updates, holes = [], []
    try:
        updates = provision.history(bundle, scope.hub.stack) if scope.hub.stack else []
    except HubopsError as error:
        holes = [{"what": f"history of stack {scope.hub.stack}", "why": error.text.en}]
    return estate.section(
        scope.hub.name, hosts_, collection.evidence, updates, timestamp(scope.as_of), holes=holes
    )


def _waivers_used(
    collection: Collection, exceptions: Exceptions, given: Rules, decisions: Decisions, now: datetime
) -> list[Evidence]:
    """What the hub's waivers cover in this run, as evidence on the hub where the hub is looked at."""
    hubs = [subject for subject in collection.subjects if subject.kind is SubjectKind.HUB]
    usage = exceptions.usage(given.controls, collection.subjects, decisions, now)
    return [waivers_evidence.section(hub.name, usage, timestamp(now)) for hub in hubs]


def _effects(
    bundle: Bundle, collection: Collection, findings: list[Finding], store: Store, now: datetime
) -> list[Evidence]:
    """How the controls stand that show the effects of the hub's improvements, in this run or else of late."""
    sections = []
    ids = catalog.ids(bundle)
    unjudged = ids - {finding.control for finding in findings}
    for section in collection.evidence:
        if section.section != records_evidence.SECTION or section.data is None or section.violation:
            continue
        recorded = section.data["improvement"]
        asked = unjudged & {improvements.control_of(improvement) for improvement in recorded}
        stands = [
            stand
            for id_ in sorted(asked)
            for stand in standing(store, section.subject, control=id_, until=timestamp(now))
        ]
        effects = improvements.effects(recorded, [*findings, *improvements.fresh(stands, now)], ids)
        sections.append(improvements_evidence.section(section.subject, effects, timestamp(now)))
    return sections


def _plan(bundle: Bundle, stack: str) -> Evidence:
    try:
        return plan.section(stack, provision.preview(bundle, stack))
    except UsageError:  # there is no such stack, and so nothing to have a finding on
        raise
    except HubopsError as error:
        return plan.broken(stack, error.text)


def _records(scope: Scope) -> Evidence:
    """What people know; their files say it of any date."""
    hub, now = scope.hub, timestamp(scope.as_of)
    try:
        return records_evidence.section(hub.name, records.load(hub.records), now, kinds=records.KINDS)
    except BrokenInput as error:
        return records_evidence.broken(hub.name, _few(error), now)


def _few(error: BrokenInput) -> Text:
    """The first of several faults: every control on records repeats them."""
    faults = error.faults or (error.text,)
    more = len(faults) - _FAULTS_NAMED
    en, zh = (
        "; ".join(f.en for f in faults[:_FAULTS_NAMED]),
        "；".join(f.zh for f in faults[:_FAULTS_NAMED]),
    )
    return Text(
        en=en + (f"; and {more} more" if more > 0 else ""), zh=zh + (f"；另有 {more} 处" if more > 0 else "")
    )
