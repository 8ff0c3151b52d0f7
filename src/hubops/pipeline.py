"""The product on one page: collect → decide → judge → store; reports are made of what comes back."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime

from hubops import provision, records
from hubops.bundle import Bundle
from hubops.decisions import OpaServer, Question, decide_with
from hubops.errors import BrokenInput, ExitCode, HubopsError, UsageError
from hubops.evidence import hosts, plan
from hubops.evidence import records as records_evidence
from hubops.evidence.schema import checked
from hubops.findings import judge
from hubops.hub import Hub
from hubops.model import (
    Control,
    Evidence,
    Results,
    Run,
    Status,
    Subject,
    SubjectKind,
    digest,
    params_of,
    timestamp,
)
from hubops.store import Store

_FAULTS_NAMED = 3

Progress = Callable[[str, int, int], None]
"""Told what is being done, how many steps are done, and how many there are (0: not known)."""


@dataclass(frozen=True)
class Scope:
    """What to look at: this machine alone, or a hub's hosts, stack and records."""

    hub: Hub
    local: bool = False
    hosts: bool = True
    limit: str = ""
    stack: str | None = None
    records: bool = True


@dataclass
class Collection:
    """Evidence on subjects. A subject that could not be asked is in it too, with the reason."""

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
    """The evidence that the controls read, on all that is in scope.

    A source that fails leaves evidence that says so; it does not stop the others.
    """
    on_hosts = [control for control in controls.values() if control.subject is SubjectKind.HOST]
    sections = sorted({section for control in on_hosts for section in control.evidence})
    collection = Collection()
    if scope.local:
        collection.add(*hosts.collect_local(sections))
    elif scope.hosts:
        collection.add(*hosts.collect_hosts(bundle, scope.hub.inventory, sections, scope.limit, progress))
    if scope.stack:
        progress(scope.stack, 0, 0)
        collection.add([Subject(name=scope.stack, kind=SubjectKind.STACK)], [_plan(bundle, scope.stack)])
    if scope.records:
        collection.add([Subject(name=scope.hub.name, kind=SubjectKind.HUB)], [_records(scope.hub)])
    collection.validate(bundle)
    return collection


def check(
    bundle: Bundle,
    collection: Collection,
    controls: Mapping[str, Control],
    store: Store,
    opa: Callable[[], AbstractContextManager[OpaServer]],
    progress: Progress,
) -> Results:
    """The verdict on each control and each subject of its kind, stored with its evidence."""
    now = datetime.now(UTC)
    collection.validate(bundle)  # it may come from a folder, where anybody can have changed it
    pairs = [(c, s) for c in controls.values() for s in collection.subjects if s.kind is c.subject]
    sections = {subject: collection.of(subject) for subject in collection.subjects}
    today = now.strftime("%Y-%m-%dT00:00:00Z")
    questions = [
        Question(
            control, subject.name, {name: sections[subject][name].data for name in control.evidence}, today
        )
        for control, subject in pairs
        if _whole(control, sections[subject])
    ]
    decisions = {}
    if questions:
        decisions = decide_with(
            opa, questions, params_of(controls), store.decisions, lambda done, of: progress("", done, of)
        )
    findings = [judge(c, s, sections[s], decisions.get((c.id, s.name)), now) for c, s in pairs]
    run = Run(
        id=uuid.uuid4().hex,
        started=timestamp(now),
        finished=timestamp(),
        bundle=digest(sorted(control.digest for control in controls.values())),
        as_of=timestamp(now),
    )
    ordered = tuple(sorted(findings, key=lambda finding: (finding.control, finding.subject)))
    return store.save(
        Results(run=run, subjects=tuple(collection.subjects), findings=ordered), collection.evidence
    )


def exit_code(results: Results) -> ExitCode:
    """What the results tell CI; nothing checked at all is never fine."""
    statuses = {finding.status for finding in results.findings}
    if Status.FAIL in statuses:
        return ExitCode.FAIL
    unsure = statuses & {Status.UNKNOWN, Status.STALE, Status.ERROR}
    return ExitCode.UNSURE if unsure or not statuses else ExitCode.OK


def _whole(control: Control, sections: Mapping[str, Evidence]) -> bool:
    """OPA is shown only evidence that is there and is what its schema says."""
    read = [sections.get(name) for name in control.evidence]
    return all(s is not None and s.data is not None and not s.error and not s.violation for s in read)


def _plan(bundle: Bundle, stack: str) -> Evidence:
    try:
        return plan.section(stack, provision.preview(bundle, stack))
    except UsageError:  # there is no such stack, and so nothing to have a finding on
        raise
    except HubopsError as error:
        return plan.broken(stack, str(error))


def _records(hub: Hub) -> Evidence:
    now = timestamp()
    try:
        return records_evidence.section(hub.name, records.load(hub.records), now, kinds=records.KINDS)
    except BrokenInput as error:
        faults = str(error).splitlines()  # every control on records repeats them, so a few will do
        more = f"; and {len(faults) - _FAULTS_NAMED} more" if len(faults) > _FAULTS_NAMED else ""
        return records_evidence.broken(hub.name, "; ".join(faults[:_FAULTS_NAMED]) + more, now)
