"""Findings joined with their control and subject, and counted; what every format starts from."""

from __future__ import annotations

import json
import re
import shlex
from collections import Counter
from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import dataclass

from hubops.model import Control, Finding, Item, Results, Status, Subject, Text
from hubops.reports import words
from hubops.reports.report import Report
from hubops.reports.show import printable

UNSURE = frozenset({Status.ERROR, Status.UNKNOWN, Status.STALE})
_STATUSES = list(Status)


@dataclass(frozen=True)
class Row:
    """One finding with what it is about; `control` is None where the report was given no such control."""

    finding: Finding
    control: Control | None
    subject: Subject
    was: Status | None = None  # in the earlier run, where it differs
    chapters: tuple[str, ...] = ()  # of the standards, by id

    @property
    def domain(self) -> str:
        return self.finding.control.partition("/")[0]

    @property
    def title(self) -> Text:
        if self.control is None:
            return Text(en=self.finding.control, zh=self.finding.control)
        return Text(en=self.control.title, zh=self.control.title_zh)

    @property
    def description(self) -> Text:
        if self.control is None:
            return words.WORD["controls_unknown"]
        return Text(en=self.control.description, zh=self.control.description_zh)

    @property
    def items(self) -> list[Item]:
        return sorted(self.finding.items, key=item_order)

    @property
    def command(self) -> str | None:
        """The command that mends it, or None where a person has to."""
        return command(self.finding, [self.subject.name])

    @property
    def order(self) -> tuple[int, int, str, str]:
        """What needs eyes first: by status, severity, control, subject."""
        found = self.finding
        return _STATUSES.index(found.status), found.severity.rank, found.control, found.subject


@dataclass(frozen=True)
class Tally:
    """How many findings of each status there are under one heading, now and before (None: no earlier run)."""

    key: str
    label: Text
    counts: Mapping[Status, int]
    before: Mapping[Status, int] | None = None
    subject: Subject | None = None

    @property
    def total(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True)
class Failure:
    """One control that fails, with every row in which it does."""

    rows: tuple[Row, ...]

    @property
    def first(self) -> Row:
        return self.rows[0]

    @property
    def command(self) -> str | None:
        return command(self.first.finding, [row.subject.name for row in self.rows])


@dataclass(frozen=True)
class NotShown:
    """A control that containers could not show, with why, and the other subjects that were judged on it."""

    control: Row
    containers: tuple[str, ...]
    instead: tuple[Row, ...]


def item_order(item: Item) -> tuple[str, str]:
    return item.item, json.dumps([item.expected, item.actual], sort_keys=True)


def command(finding: Finding, subjects: Iterable[str]) -> str | None:
    """`hubops apply --tags TAG --limit HOST,…`; None where the remedy is no role's tag."""
    if finding.remedy.tag is None:
        return None
    tag, limit = shlex.quote(finding.remedy.tag), shlex.quote(",".join(subjects))
    return printable(f"hubops apply --tags {tag} --limit {limit}")


def rows(report: Report) -> list[Row]:
    """All findings, what needs eyes first on top."""
    subjects = {(s.kind, s.name): s for s in report.results.subjects}
    earlier = report.before.findings if report.before else ()
    before = {(f.control, f.subject_kind, f.subject): f.status for f in earlier}
    titles = chapter_titles(report)

    def row(finding: Finding) -> Row:
        kind, name = finding.subject_kind, finding.subject
        was = before.get((finding.control, kind, name))
        return Row(
            finding,
            report.controls.get(finding.control),
            subjects.get((kind, name)) or Subject(name=name, kind=kind),
            None if was is finding.status else was,
            tuple(sorted(_chapters(finding, titles), key=natural)),
        )

    return sorted(map(row, report.results.findings), key=lambda row: row.order)


def failures(listed: Iterable[Row]) -> list[Failure]:
    """The controls that fail, the worst first, then those that fail on most subjects."""
    groups: dict[str, list[Row]] = {}
    for row in listed:
        if row.finding.status is Status.FAIL:
            groups.setdefault(row.finding.control, []).append(row)
    found = [Failure(tuple(group)) for group in groups.values()]
    return sorted(found, key=lambda f: (f.first.finding.severity.rank, -len(f.rows), f.first.finding.control))


def alike(listed: Iterable[Row], statuses: Container[Status]) -> list[tuple[Row, ...]]:
    """The findings of some statuses, those of one control with one reason together, in the order of rows."""
    groups: dict[tuple[Status, str, Text | None], list[Row]] = {}
    for row in listed:
        found = row.finding
        if found.status in statuses:
            groups.setdefault((found.status, found.control, found.reason), []).append(row)
    return [tuple(group) for group in groups.values()]


def not_shown(listed: list[Row]) -> list[NotShown]:
    """What was not applicable because the subject is a container, by control."""
    judged: dict[str, list[Row]] = {}
    for row in sorted(listed, key=lambda row: (row.finding.control, row.finding.subject)):
        judged.setdefault(row.finding.control, []).append(row)
    found = []
    for group in judged.values():
        hidden = [row for row in group if _hidden_by_container(row)]
        if hidden:
            instead = (row for row in group if row.finding.status is not Status.NOT_APPLICABLE)
            found.append(NotShown(hidden[0], tuple(row.subject.name for row in hidden), tuple(instead)))
    return found


def _hidden_by_container(row: Row) -> bool:
    """A container also has reasons that any host could have (no log server); its own name it."""
    found = row.finding
    if row.subject.platform != "container" or found.status is not Status.NOT_APPLICABLE:
        return False
    return found.reason is None or "container" in found.reason.en.lower()


def overall(report: Report) -> Tally:
    before = None if report.before is None else _count(report.before.findings)
    return Tally("", words.WORD["total"], _count(report.results.findings), before)


def verdict(report: Report) -> Text:
    """The run in a few words."""
    counts = overall(report).counts
    failed = [finding for finding in report.results.findings if finding.status is Status.FAIL]
    return words.verdict(
        met=counts[Status.PASS],
        applicable=sum(counts.values()) - counts[Status.NOT_APPLICABLE],
        failing=len(failed),
        controls=len({finding.control for finding in failed}),
        subjects=len({(finding.subject_kind, finding.subject) for finding in failed}),
        unsure=sum(counts[status] for status in UNSURE),
    )


def by_domain(report: Report) -> list[Tally]:
    """One tally per domain, sorted by id."""

    def domain(finding: Finding) -> set[str]:
        return {finding.control.partition("/")[0]}

    return _tallies(report, domain, lambda key: words.named(words.DOMAIN, key))


def by_subject(report: Report) -> list[Tally]:
    """One tally per subject, sorted by kind and name; the key is `kind/name`."""
    subjects = {f"{s.kind}/{s.name}": s for s in report.results.subjects}

    def label(key: str) -> Text:
        name = key.partition("/")[2]
        return Text(en=name, zh=name)

    return [
        Tally(t.key, t.label, t.counts, t.before, subjects.get(t.key))
        for t in _tallies(report, lambda f: {f"{f.subject_kind}/{f.subject}"}, label)
    ]


def by_chapter(report: Report) -> list[Tally]:
    """One tally per chapter of the standards, in the standards' order.

    A finding counts once in each chapter it bears on.
    """
    titles = chapter_titles(report)

    def label(key: str) -> Text:
        return titles.get(key) or (Text(en=key, zh=key) if key else words.WORD["unnamed_chapter"])

    order = {key: place for place, key in enumerate(titles)}
    tallies = _tallies(report, lambda finding: _chapters(finding, titles) or {""}, label)
    return sorted(tallies, key=lambda tally: order.get(tally.key, len(order)))


def chapter_titles(report: Report) -> dict[str, Text]:
    """The chapters of the report's standards with their numbers: `8.1.4 Secure computing environment`."""
    return {
        key: Text(en=f"{number} {title.en}", zh=f"{number} {title.zh}")
        for standard in report.standards.values()
        for key, title in standard.chapters.items()
        for number in [key.partition("-")[2]]
    }


def _chapters(finding: Finding, titles: Mapping[str, Text]) -> set[str]:
    return {chapter(requirement, titles) for requirement in finding.requirements}


def chapter(requirement: str, chapters: Mapping[str, Text]) -> str:
    """The longest chapter id that the requirement's id begins with, else its standard's.

    `…8.1.1` is no beginning of `…8.1.10.a`: a number does not end before its last digit.
    """
    fits = (
        key
        for key in chapters
        if requirement.startswith(key) and not (key[-1:].isdigit() and requirement[len(key) :][:1].isdigit())
    )
    return max(fits, key=len, default=requirement.partition("-")[0])


def _tallies(
    report: Report, keys: Callable[[Finding], set[str]], label: Callable[[str], Text]
) -> list[Tally]:
    now = _grouped(report.results, keys)
    before = None if report.before is None else _grouped(report.before, keys)
    empty = _count(())
    return [
        Tally(key, label(key), now.get(key, empty), None if before is None else before.get(key, empty))
        for key in sorted({*now, *(before or {})}, key=natural)
    ]


def _grouped(results: Results, keys: Callable[[Finding], set[str]]) -> dict[str, Mapping[Status, int]]:
    groups: dict[str, list[Finding]] = {}
    for finding in results.findings:
        for key in keys(finding):
            groups.setdefault(key, []).append(finding)
    return {key: _count(group) for key, group in groups.items()}


def _count(findings: Iterable[Finding]) -> Mapping[Status, int]:
    counted = Counter(finding.status for finding in findings)
    return {status: counted[status] for status in Status}


def natural(text: str) -> tuple[tuple[int, str], ...]:
    """A sort key by which `8.1.10` comes after `8.1.9`."""
    parts = re.findall(r"\d+|\D+", text)
    return tuple((int(part), "") if part.isdecimal() else (-1, part) for part in parts)
