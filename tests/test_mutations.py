"""No mutation of real evidence makes a control content that should not be, and none makes anything crash.

The evidence is what real hosts gave (`data/evidence`). Whatever is done to it, a control may pass only where
`demands` finds independently that the evidence complies.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path as FilePath
from typing import Any, NamedTuple

from demands import DEMANDS, complies, irrelevant
from spoiling import CONTENT, CONTROLS, GONE, Case, Path, findings, kind, paths, place, replaced

from hubops.decisions import OpaServer
from hubops.evidence import stored
from hubops.model import Control, Finding, Json, Status, SubjectKind

DATA = FilePath(__file__).parent / "data/evidence"


class Whole(NamedTuple):
    """The real evidence on one subject."""

    name: str
    kind: SubjectKind
    sections: dict[str, Json]
    as_of: str

    @property
    def controls(self) -> list[Control]:
        return [control for control in CONTROLS.values() if control.subject is self.kind]


def _real() -> Iterator[Whole]:
    for folder in sorted(DATA.iterdir()):
        if folder.is_dir():
            subjects, evidence = stored.read(folder)
            for subject in subjects:
                own = [one for one in evidence if subject.owns(one)]
                sections = {one.section: one.data for one in own}
                yield Whole(f"{folder.name}/{subject.name}", subject.kind, sections, own[0].collected_at)


REAL = list(_real())


# -- mutations

_DEEP: Json = []
for _ in range(200):
    _DEEP = [_DEEP]
_NUMBERS: list[Json] = [0, 1, -1, 7, 2**31, -(2**63), 10**30, -(10**30), 0.5, -0.0, 1e308, math.nan, math.inf]
_TEXTS: list[Json] = [
    *(
        "",
        " ",
        "\n",
        "\x00",
        "0",
        "-1",
        "7d",
        "90 days",
        "1e3",
        "0x10",
        "NaN",
        "no",
        "yes",
        "NO",
        "No",
        "n\u043e",
    ),
    *(
        "*",
        "!",
        "../..",
        "{{ x }}",
        "\u202eno",
        "\u2160\u2161",
        "\uff10\uff12\uff17",
        "\U0001f512" * 40,
        "x" * 5000,
    ),
    *(
        "\ud800",
        "null",
        "none",
        "any",
        "0000",
        "7777",
        "0640x",
        "x027",
        "-027",
        "9999",
        "root ",
        "sufficient",
    ),
    *(
        "optional",
        "[success=done default=ignore]",
        "[default=ignore]",
        "-5:30:60",
        "0:100:1",
        "1:1e9:1",
        "1:60",
    ),
    *("2026-02-30", "2026-00-00", "2026-19-39", "2026-02-29", "2199-12-31", "1990-01-01", "1989-12-31"),
]
_LISTS: list[Json] = [[], [None], [[]], [""], ["*"], ["x"], [0], [{}], ["x"] * 3000]
_OBJECTS: list[Json] = [{}, {"x": 1}, {"x": {"y": [{"z": None}]}}]
WILD: list[Json] = [GONE, None, True, False, *_NUMBERS, *_TEXTS, *_LISTS, *_OBJECTS, _DEEP]


def near(value: Json, siblings: dict[str, Json]) -> list[Json]:
    """Values that are almost the one that is there, or that stand beside it."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, int):
        return [value + 1, value - 1, -value, float(value), value + 0.5, value * 1000, str(value)]
    if isinstance(value, str):
        return [
            value + "\n",
            " " + value,
            value + " ",
            value.upper(),
            value.title(),
            value * 2,
            value + "\x00",
            value[:-1],
        ]
    if isinstance(value, list):
        return [
            value[1:],
            value[:-1],
            value[::-1],
            value + value,
            [*value, *value[:1]],
            [*value, "*"],
            list(siblings),
        ]
    return [{**value, "another": 1}, dict.fromkeys(value)]


def key(value: Json) -> str:
    """What tells values apart that Python takes for equal, such as 1, 1.0 and true."""
    return f"{kind(value)} {type(value).__name__} {value!r}"


def at(value: Json, path: Path) -> Json:
    for step in path:
        value = value[step]
    return value


def neighbours(sections: dict[str, Json], path: Path) -> Iterator[Json]:
    """What stands at the same place in other elements of the same lists."""
    for other, value in paths(sections[str(path[0])], (path[0],)):
        if other != path and place(other) == place(path):
            yield value


def mutants(sections: dict[str, Json], path: Path) -> list[Json]:
    """Everything to be put at the path, each once."""
    value = at(sections, path)
    around = at(sections, path[:-1])
    beside = around if isinstance(around, dict) else {}
    found = [*WILD, *near(value, beside), *neighbours(sections, path)]
    if path[-1] == "unreadable":
        found.append([{"what": "/etc/shadow", "why": "permission denied"}])
    distinct = {key(new): new for new in found if new is GONE or key(new) != key(value)}
    return list(distinct.values())


def cases(whole: Whole, changed: dict[str, Json], where: Path, how: str) -> Iterator[Case]:
    """The mutated evidence before each control that reads what was changed."""
    for control in whole.controls:
        if where[0] in control.evidence:
            yield Case(control, changed, whole.as_of, place(where), f"{whole.name}: {how}")


def wrong(found: list[tuple[Case, Finding]]) -> list[str]:
    """The controls that are content with evidence that does not show it."""
    return [
        f"{case.control.id} {finding.status}: {case.how}"
        for case, finding in found
        if finding.status in CONTENT
        and not (complies if finding.status is Status.PASS else irrelevant)(
            case.control, case.sections, case.as_of
        )
    ]


def test_every_control_has_a_second_opinion() -> None:
    assert set(DEMANDS) == set(CONTROLS)


def test_the_second_opinion_is_the_first_on_real_evidence(server: OpaServer) -> None:
    """So that no predicate is empty or demands what no host can give."""
    whole = [Case(c, one.sections, one.as_of, "", one.name) for one in REAL for c in one.controls]
    seen = set()
    for case, finding in findings(server, whole):
        other = (
            Status.NOT_APPLICABLE
            if irrelevant(case.control, case.sections, case.as_of)
            else Status.PASS
            if complies(case.control, case.sections, case.as_of)
            else Status.FAIL
        )
        assert finding.status is other, f"{case.control.id} on {case.how}"
        seen.add(finding.status)
    assert seen == {Status.NOT_APPLICABLE, Status.PASS, Status.FAIL}


def spots(whole: Whole) -> Iterator[Path]:
    """Paths to every place, of each the elements that differ there, but no more than three."""
    seen: dict[str, set[str]] = {}
    for path, value in paths(whole.sections):
        held = seen.setdefault(place(path), set())
        looks = key(value) if not isinstance(value, (dict, list)) else kind(value)
        if looks not in held and len(held) < 3:
            held.add(looks)
            yield path


def sweep() -> Iterator[Case]:
    """Every place of every subject with every wild value; what was done to an equal subject is not done again."""
    done: set[tuple[str, str]] = set()
    for whole in REAL:
        for path in spots(whole):
            for new in mutants(whole.sections, path):
                about = (place(path), f"{json.dumps(at(whole.sections, path[:1]))} {path} {key(new)}")
                if about not in done:
                    done.add(about)
                    how = f"{list(path)} {'dropped' if new is GONE else f'= {new!r:.80}'}"
                    yield from cases(whole, replaced(whole.sections, path, new), path, how)


def test_no_wild_value_at_any_place_passes_unless_it_complies(
    server: OpaServer, record_property: Any
) -> None:
    found = findings(server, sweep())
    statuses = {status: sum(finding.status is status for _, finding in found) for status in Status}
    print(f"{len(found)} verdicts on {len({id(c.sections) for c, _ in found})} mutations: {statuses}")
    assert wrong(found) == []
