"""Counts which requirements have a control and which have none; what has none is named."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from hubops.model import Control, SubjectKind
from hubops.standards import Standard


@dataclass(frozen=True)
class Coverage:
    """How many requirements there are, how many some control shows, and by what.

    `automated` counts those that hosts or stacks show, `recorded` those that records show;
    a requirement may be both, so together they may be more than `covered`. `domains` counts the
    controls that show any of the requirements, by their domain, most first.
    """

    requirements: int
    covered: int
    automated: int
    recorded: int
    uncovered: tuple[str, ...]
    domains: Mapping[str, int]


def by_chapter(
    standard: Standard, controls: Iterable[Control], excluded: Collection[str] = ()
) -> dict[str, Coverage]:
    """The coverage of each chapter, by the beginning of its requirements' ids.

    `excluded` are requirements that a hub says do not apply to it: they are not missed.
    """
    known = list(controls)
    return {
        chapter: _count(
            [r.id for r in standard.requirements.values() if r.chapter == chapter], known, excluded
        )
        for chapter in standard.chapters
    }


def whole(standard: Standard, controls: Iterable[Control], excluded: Collection[str] = ()) -> Coverage:
    """The coverage of all of a standard."""
    return _count(list(standard.requirements), controls, excluded)


def published(
    standards: Iterable[Standard],
    controls: Iterable[Control],
    excluded: Collection[str] | None = None,
    proofs: Mapping[str, int] | None = None,
) -> dict[str, Any]:
    """The coverage of each standard as `hubops coverage --format json` prints it.

    Of a hub, which may exclude requirements, it names these too. With `proofs`, the number of each
    control's breakages, each requirement's controls are traced to evidence, role and proof.
    """
    known = list(controls)
    listed = []
    for standard in standards:
        found = whole(standard, known, excluded or ())
        counts = {name: getattr(found, name) for name in ("requirements", "covered", "automated", "recorded")}
        entry = {"id": standard.id, **counts, "uncovered": list(found.uncovered)}
        if excluded is not None:
            entry["not_applicable"] = [id_ for id_ in standard.requirements if id_ in excluded]
        if proofs is not None:
            entry["traced"] = {id_: _traced(id_, known, proofs) for id_ in standard.requirements}
        listed.append(entry)
    return {"standards": listed}


def _traced(requirement: str, controls: Iterable[Control], proofs: Mapping[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "control": control.id,
            "evidence": list(control.evidence),
            "role": control.remedy.role,
            "tag": control.remedy.tag,
            "breakages": proofs.get(control.id, 0),
        }
        for control in controls
        if requirement in control.requirements
    ]


def _count(ids: list[str], controls: Iterable[Control], excluded: Collection[str]) -> Coverage:
    automated: set[str] = set()
    recorded: set[str] = set()
    domains: Counter[str] = Counter()
    asked = set(ids)
    for control in controls:
        domains[control.domain] += not asked.isdisjoint(control.requirements)
        (recorded if control.subject is SubjectKind.HUB else automated).update(control.requirements)
    covered = automated | recorded
    uncovered = tuple(id_ for id_ in ids if id_ not in covered and id_ not in excluded)
    return Coverage(
        requirements=len(ids),
        covered=sum(id_ in covered for id_ in ids),
        automated=sum(id_ in automated for id_ in ids),
        recorded=sum(id_ in recorded for id_ in ids),
        uncovered=uncovered,
        domains={name: n for name, n in sorted(domains.items(), key=lambda d: (-d[1], d[0])) if n},
    )
