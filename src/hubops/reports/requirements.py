"""The requirements of the standards, and what a run shows of each."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from hubops.model import Status, Text
from hubops.reports import rows
from hubops.reports.report import Report
from hubops.standards import Requirement, Standard

Counts = Mapping[Status | None, int]
"""How many requirements stand where; those without any control are under None."""


@dataclass(frozen=True)
class Standing:
    """One requirement: where it stands, now and before, and the controls that are bound to it.

    Its status is the worst that its controls' findings have; what does not apply is left out unless
    nothing applies. Without any control there is no status, unless the hub said why it does not apply.
    """

    requirement: Requirement
    status: Status | None
    was: Status | None
    controls: tuple[str, ...]
    excluded: Text | None = None
    met: int = 0
    """How many of the controls are met or do not apply."""


@dataclass(frozen=True)
class Group:
    """The requirements under one heading: a chapter, or a standard with its chapters."""

    key: str
    title: Text
    standings: tuple[Standing, ...]
    compared: bool
    chapters: tuple[Group, ...] = ()
    glance: bool = False

    @cached_property
    def counts(self) -> Counts:
        return _count(standing.status for standing in self.standings)

    @cached_property
    def before(self) -> Counts | None:
        return _count(standing.was for standing in self.standings) if self.compared else None

    @property
    def total(self) -> int:
        return len(self.standings)

    @property
    def covered(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if standing.status)

    @property
    def uncovered(self) -> tuple[Standing, ...]:
        return tuple(standing for standing in self.standings if not standing.status)


def by_standard(report: Report) -> list[Group]:
    """Each of the report's standards with its chapters, in the standards' order."""
    bound = _bound(report)
    now = _statuses(report)
    before = None if report.before is None else _statuses(dataclasses.replace(report, results=report.before))

    def standing(requirement: Requirement) -> Standing:
        controls, why = tuple(sorted(bound.get(requirement.id, ()))), report.excluded.get(requirement.id)
        if why:
            absent = Status.NOT_APPLICABLE
            return Standing(requirement, absent, None if before is None else absent, controls, why)
        was = None if before is None else _worst(controls, before)
        met = sum(_worst([id_], now) in {Status.PASS, Status.NOT_APPLICABLE} for id_ in controls)
        return Standing(requirement, _worst(controls, now), was, controls, met=met)

    titles = rows.chapter_titles(report)
    return [
        _group(standard, list(map(standing, standard.requirements.values())), titles, before is not None)
        for standard in report.standards.values()
    ]


def _group(
    standard: Standard, standings: list[Standing], titles: Mapping[str, Text], compared: bool
) -> Group:
    chapters = (
        Group(key, titles[key], tuple(s for s in standings if s.requirement.chapter == key), compared)
        for key in standard.chapters
    )
    return Group(standard.id, standard.title, tuple(standings), compared, tuple(chapters), standard.glance)


def _bound(report: Report) -> dict[str, set[str]]:
    """The controls of each requirement; a finding may be of a control that the report was not given."""
    bound: dict[str, set[str]] = {}
    named = {finding.control: finding.requirements for finding in report.results.findings}
    named |= {id_: control.requirements for id_, control in report.controls.items()}
    for id_, requirements in named.items():
        for requirement in requirements:
            bound.setdefault(requirement, set()).add(id_)
    return bound


def _statuses(report: Report) -> dict[str, set[Status]]:
    """What the findings of each control say; what containers alone were asked and could not show is unknown."""
    found: dict[str, set[Status]] = {}
    for finding in report.results.findings:
        found.setdefault(finding.control, set()).add(finding.status)
    for hidden in rows.not_shown(rows.rows(report)):
        if not hidden.instead:
            found[hidden.control.finding.control] = {Status.UNKNOWN}
    return found


def _worst(controls: Iterable[str], found: Mapping[str, set[Status]]) -> Status | None:
    """None without controls; a control without findings was not checked, so it is unknown."""
    statuses = {status for id_ in controls for status in found.get(id_, {Status.UNKNOWN})}
    applying = statuses - {Status.NOT_APPLICABLE}
    return min(applying or statuses, key=list(Status).index, default=None)


def _count(statuses: Iterable[Status | None]) -> Counts:
    counted = Counter(statuses)
    return {status: counted[status] for status in (*Status, None)}
