"""No silent pass: evidence that breaks, goes missing or falls empty makes no control content that failed.

Each control's failing examples are spoilt and go the real way: schema, OPA, judge. What the schema refuses
is an error. Where it refuses nothing the control must still fail, unless `COMPLIES` says why the absence
is there just what the control demands.
"""

from __future__ import annotations

from collections.abc import Iterator

from absences import COMPLIES
from examples import example
from hypothesis import given, settings
from hypothesis import strategies as st
from sparing import validate
from spoiling import BUNDLE, CONTENT, CONTROLS, GONE, Case, Path, findings, kind, paths, place, spoilt

from hubops.decisions import OpaServer
from hubops.model import Finding, Json, Status


def examples() -> Iterator[Case]:
    """Each control's failing examples, not yet spoilt."""
    for control in CONTROLS.values():
        for path in sorted((BUNDLE.policies / "controls" / control.id / "examples").glob("*.fail.json")):
            sections = example(path)
            as_of = sections.pop("as_of", "2026-03-01T00:00:00Z")
            yield Case(control, sections, as_of, "", path.name)


EXAMPLES = list(examples())


def one_of_each_place() -> Iterator[tuple[Case, Path, Json]]:
    """Every place of every section once, for each type of value that some example has there."""
    seen = set()
    for case in EXAMPLES:
        for path, value in paths(case.sections):
            if (place(path), kind(value)) not in seen:
                seen.add((place(path), kind(value)))
                yield case, path, value


def test_the_examples_fail_before_they_are_spoilt(server: OpaServer) -> None:
    assert [c.how for c, found in findings(server, EXAMPLES) if found.status is not Status.FAIL] == []


def test_a_section_that_is_not_there_is_unknown(server: OpaServer) -> None:
    cases = [
        spoilt(case, (name,), new) for case in EXAMPLES for name in case.sections for new in (GONE, None)
    ]
    assert [c.how for c, found in findings(server, cases) if found.status is not Status.UNKNOWN] == []


def test_a_field_too_few_or_too_many_is_an_error(server: OpaServer) -> None:
    cases = []
    for case, path, value in one_of_each_place():
        if len(path) > 1 and isinstance(path[-1], str):
            cases.append(spoilt(case, path, GONE))
        if isinstance(value, dict):
            cases.append(spoilt(case, (*path, "another"), "x"))
    assert [
        (c.control.id, c.how) for c, found in findings(server, cases) if found.status is not Status.ERROR
    ] == []


def test_a_value_of_another_type_is_an_error(server: OpaServer) -> None:
    """A boolean is no number, and no text is one; only null may stand beside a type."""
    others: tuple[Json, ...] = (
        True,
        0,
        1.5,
        -(10**30),
        float("nan"),
        float("inf"),
        "7",
        "\x00",
        [],
        [None],
        {},
        {"x": 1},
    )
    cases = []
    for case, path, value in one_of_each_place():
        cases += [spoilt(case, path, new) for new in others if kind(new) != kind(value) and value is not None]
    assert [
        (c.control.id, c.how) for c, found in findings(server, cases) if found.status is not Status.ERROR
    ] == []


def emptied(case: Case, path: Path, value: Json) -> Iterator[Case]:
    """The case with nothing at the path, in each way that JSON can say so."""
    nothings: tuple[Json, ...] = (None, "", [], {})
    for nothing in nothings:
        if nothing != value and (nothing is None or kind(nothing) == kind(value) or value is None):
            yield spoilt(case, path, nothing)


def shortened(case: Case) -> Iterator[tuple[Path, Case]]:
    """The case without one element of a list, at every list; the place is the list's."""
    for path, _ in paths(case.sections):
        if isinstance(path[-1], int):
            yield path, spoilt(case, path, GONE)._replace(place=place(path[:-1]))


def content(found: list[tuple[Case, Finding]]) -> dict[str, set[str]]:
    """The places where a spoilt example made its control content, by the control."""
    places: dict[str, set[str]] = {}
    for case, finding in found:
        if finding.status in CONTENT:
            places.setdefault(case.control.id, set()).add(case.place)
    return places


def test_absence_satisfies_no_control_that_does_not_demand_it(server: OpaServer) -> None:
    """Of a list, the first element is emptied place by place, each that the verdict rests on, and each that
    `COMPLIES` speaks of, so that what it says stays true.
    """
    whole = findings(server, EXAMPLES)
    without = [(path, c, base) for c, base in whole for path, c in shortened(c)]
    found = findings(server, [case for _, case, _ in without])
    telling = {
        (base.control, case.how.split(" [")[0], path)
        for (path, case, base), (_, finding) in zip(without, found, strict=True)
        if finding.items != base.items
    }
    refused: set[tuple[str, str]] = set()
    cases = []
    for untouched in EXAMPLES:
        for path, value in paths(untouched.sections):
            elements = [path[: n + 1] for n, step in enumerate(path) if isinstance(step, int)]
            named = place(path) in COMPLIES.get(untouched.control.id, {})
            if named or all(
                e[-1] == 0 or (untouched.control.id, untouched.how, e) in telling for e in elements
            ):
                cases += [case for case in emptied(untouched, path, value) if accepted(case, path, refused)]
            if isinstance(value, list):
                cases += [spoilt(untouched, path, [*value, item]) for item in value[:1]]
    found += findings(server, cases)
    assert content(found) == {control: set(places) for control, places in COMPLIES.items()}


def accepted(case: Case, path: Path, refused: set[tuple[str, str]]) -> bool:
    """Whether the schema takes the case; what it refused at a place once is not tried there again."""
    known = (case.place, case.how.rpartition(" ")[2])
    if known not in refused and validate(str(path[0]), case.sections[str(path[0])]):
        refused.add(known)
    return known not in refused


@st.composite
def spoilt_at_random(draw: st.DrawFn) -> tuple[Case, set[str]]:
    """A failing example with up to four places emptied, and which places."""
    case = draw(st.sampled_from(EXAMPLES))
    places: set[str] = set()
    for _ in range(draw(st.integers(1, 4))):
        # A hole that `unreadable` owns up to is no silent one, so that stays as it is.
        found = [(p, v) for p, v in paths(case.sections) if len(p) > 1 and "unreadable" not in p]
        if not found:
            break
        path, value = draw(st.sampled_from(found))
        ways = [*emptied(case, path, value)]
        if isinstance(path[-1], int):
            ways.append(spoilt(case, path, GONE)._replace(place=place(path[:-1])))
        ways = [way for way in ways if accepted(way, path, set())]
        if ways:
            case = draw(st.sampled_from(ways))
            places.add(case.place)
    return case, places


@settings(max_examples=60, deadline=None)
@given(st.lists(spoilt_at_random(), min_size=1, max_size=8))
def test_several_absences_satisfy_no_more_than_each(
    server: OpaServer, spoiled: list[tuple[Case, set[str]]]
) -> None:
    for (case, places), (_, finding) in zip(spoiled, findings(server, (c for c, _ in spoiled)), strict=True):
        if finding.status in CONTENT:
            assert places & set(COMPLIES.get(case.control.id, {})), f"{case.control.id}: {case.how}"
