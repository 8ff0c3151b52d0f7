"""A larger hub than the lab, made up anew from a seed: its records comply, and so do their days.

What one person has in the lab, an agreement, a letter of responsibility, screening, training, assessments, each new
one has too, on days drawn from the seed; problems are opened and closed in time. Nothing refers to a person by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from records.lab import COMPLIANT, LAB

from hubops import records

Record = dict[str, Any]
AS_OF = date(2026, 11, 23)
_ATTENDED = {"training": "attended", "awareness_notice": "confirmed_by"}


def hub(seed: int, people: int, problems: int = 0) -> list[Record]:
    """The lab's records with its defects mended, so many more people with all that they need, and so many problems."""
    random = Random(seed)
    made = [{**one, **(COMPLIANT.get(one["id"]) or {})} for one in records.load(LAB)]
    new = [f"P-{1000 + number}" for number in range(people)]
    for one in made:
        if one["kind"] in _ATTENDED and "P-002" in one[_ATTENDED[one["kind"]]]:
            one[_ATTENDED[one["kind"]]] = [*one[_ATTENDED[one["kind"]]], *new]
    return [*made, *(record for id_ in new for record in _person(id_, random)), *_problems(random, problems)]


def _person(id_: str, random: Random) -> Iterable[Record]:
    number = id_.removeprefix("P-")
    joined = _day(random, date(2023, 3, 1), date(2026, 2, 1))
    yield {
        "kind": "person", "id": id_, "party": random.choice(["ORG-1", "ORG-2"]), "access": True,
        "employment": random.choice(["full_time", "part_time"]), "joined": joined,
        "screening": {
            "done": joined - timedelta(days=random.randint(5, 30)),
            "covered": ["identity", "background", "qualification", "skills"],
        },
    }  # fmt: skip
    signed = _day(random, date(2026, 2, 1), date(2026, 11, 1))
    yield {
        "kind": "agreement", "id": f"AGR-{number}", "topic": "confidentiality", "person": id_,
        "signed": joined, "expires": _day(random, date(2027, 1, 1), date(2029, 1, 1)),
    }  # fmt: skip
    yield {
        "kind": "responsibility", "id": f"RSP-{number}", "person": id_, "signed": signed, "posts": [], "sanctions": True,
        "boundary": {"en": "Uses the systems, administers none", "zh": "使用系统，不承担管理操作"}, "systems": ["SYS-01"],
    }  # fmt: skip
    for topic, letter in (("security", "S"), ("conduct", "C")):
        yield {
            "kind": "assessment", "id": f"ASM-{number}-{letter}", "person": id_, "topic": topic,
            "held": _day(random, date(2026, 3, 1), AS_OF), "result": "passed", "assessor": "P-001",
        }  # fmt: skip


def _problems(random: Random, many: int) -> Iterable[Record]:
    for number in range(many):
        opened = _day(random, date(2026, 1, 1), date(2026, 11, 1))
        yield {
            "kind": "problem", "id": f"PRB-2026-{1000 + number}", "source": random.choice(["inspection", "monitoring"]),
            "title": {"en": f"Problem {number}", "zh": f"问题 {number}"}, "severity": random.choice(["medium", "low"]),
            "owner": random.choice(["POST-02", "POST-03"]), "opened": opened, "due": opened + timedelta(days=14),
            "closed": opened + timedelta(days=random.randint(1, 14)), "confirmed_by": "P-004",
            "solution": {"en": "Mended", "zh": "已修复"},
        }  # fmt: skip


def _day(random: Random, first: date, last: date) -> date:
    return first + timedelta(days=random.randrange((last - first).days))


def with_changes(
    made: Iterable[Record], several: Iterable[Mapping[str, Mapping[str, Any] | None]]
) -> list[Record]:
    """The records with fields changed by the record's id, as `records.lab.changed` does it."""
    by_id = {one["id"]: one for one in made}
    for changes in several:
        for id_, fields in changes.items():
            if fields is None:
                del by_id[id_]
            else:
                by_id[id_] = {**by_id.get(id_, {"id": id_}), **fields}
    return list(by_id.values())
