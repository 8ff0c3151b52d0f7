"""The satisfaction index is what its formula says, whatever people answered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from records.lab import AS_OF, BUNDLE, CONTROLS, LAB, changed

from hubops import engines, records
from hubops.decisions import OpaServer, connect
from hubops.evidence import records as evidence
from hubops.model import params_of
from hubops.records.satisfaction import Figures, figures, half_width, survey_index

STARTS, ENDS, TODAY = date(2026, 1, 1), date(2026, 6, 30), date(2026, 11, 23)
ANSWERS = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")

counts = st.lists(st.integers(0, 500), min_size=5, max_size=5)
some_counts = counts.filter(any)
days = st.dates(STARTS, ENDS).map(str)


def survey(scores: list[int], **fields: Any) -> dict[str, Any]:
    answered = sum(scores)
    return {
        "kind": "survey", "group": "citizens", "starts": "2025-07-01", "ends": "2026-03-31", "method": "online",
        "asked": answered + 10, "answered": answered, "scores": dict(zip(ANSWERS, scores, strict=True)), **fields,
    }  # fmt: skip


def evaluation(index: float, **fields: Any) -> dict[str, Any]:
    return {
        "kind": "third_party_evaluation",
        "group": "citizens",
        "ends": "2026-03-31",
        "index": index,
        **fields,
    }


def complaint(answered: str | None = "2026-02-10", **fields: Any) -> dict[str, Any]:
    return {
        "kind": "complaint", "group": "citizens", "received": "2026-02-01", "due": "2026-02-16", "answered": answered,
        "outcome": "justified" if answered else None, **fields,
    }  # fmt: skip


def citizens(*known: dict[str, Any]) -> Figures:
    (found,) = [one for one in figures(known, STARTS, ENDS, TODAY) if one.group == "citizens"]
    return found


anything = st.lists(
    st.one_of(
        counts.map(survey),
        st.floats(0, 100).map(evaluation),
        st.one_of(st.none(), days).map(lambda answered: complaint(answered, received="2026-01-01")),
    ),
    max_size=8,
)


def test_an_example_by_hand() -> None:
    # S = (25 + 2 x 50 + 4 x 75 + 3 x 100) / 10 = 72.5, E = 80, C = 100 x 1 / 2
    found = citizens(
        survey([0, 1, 2, 4, 3]), evaluation(78), evaluation(82), complaint(), complaint("2026-02-17")
    )
    assert (found.surveys, found.evaluations, found.complaints) == (72.5, 80, 50)
    assert found.index == pytest.approx(0.5 * 72.5 + 0.3 * 80 + 0.2 * 50)
    assert (found.asked, found.answered, found.rate, found.methods) == (20, 10, 50, ("online",))
    assert (found.evaluated, found.received, found.in_time, found.justified) == (2, 2, 1, 2)
    assert found.missing == ()


def test_without_anything_there_is_no_index() -> None:
    found = citizens()
    assert (found.index, found.low, found.high, found.rate) == (None, None, None, None)
    assert found.missing == ("surveys", "evaluations", "complaints")


def test_who_has_still_time_to_answer_is_not_late() -> None:
    assert citizens(complaint(None, due="2026-11-23")).complaints is None
    assert citizens(complaint(None, due="2026-11-22")).complaints == 0


@pytest.mark.parametrize(
    "other",
    [
        survey([9, 0, 0, 0, 0], ends="2026-07-01"),
        survey([9, 0, 0, 0, 0], ends="2025-12-31"),
        survey([9, 0, 0, 0, 0], group="agencies"),
        evaluation(0, ends="2026-07-01"),
        complaint(None, received="2025-12-31"),
    ],
)
def test_other_groups_and_periods_do_not_count(other: dict[str, Any]) -> None:
    known = (survey([1, 2, 3, 4, 5]), evaluation(70), complaint())
    assert citizens(*known, other) == citizens(*known)


@given(anything)
def test_the_index_lies_in_its_interval_and_that_on_the_scale(known: list[dict[str, Any]]) -> None:
    found = citizens(*known)
    if found.index is not None:
        assert 0 <= found.index <= 100 + 1e-9
    if found.low is not None and found.high is not None and found.index is not None:
        assert 0 <= found.low <= found.index + 1e-9
        assert found.index - 1e-9 <= found.high <= 100
    assert (found.low is None) == (found.surveys is None)


@given(anything, st.randoms())
def test_the_order_of_the_records_does_not_matter(known: list[dict[str, Any]], order: Any) -> None:
    shuffled = list(known)
    order.shuffle(shuffled)
    assert citizens(*shuffled) == citizens(*known)


@given(some_counts, some_counts)
def test_two_surveys_are_one_with_the_answers_of_both(one: list[int], other: list[int]) -> None:
    both = [a + b for a, b in zip(one, other, strict=True)]
    apart, together = citizens(survey(one), survey(other)), citizens(survey(both))
    assert (apart.index, apart.low, apart.high) == (together.index, together.low, together.high)


@given(some_counts, st.integers(0, 3))
def test_a_better_answer_never_lowers_the_index(scores: list[int], at: int) -> None:
    if scores[at]:
        better = [n - (i == at) + (i == at + 1) for i, n in enumerate(scores)]
        assert survey_index(better) > survey_index(scores)  # type: ignore[operator]


@given(some_counts, st.integers(2, 20))
def test_the_same_answers_from_more_people_are_surer(scores: list[int], times: int) -> None:
    more = [n * times for n in scores]
    assert survey_index(more) == pytest.approx(survey_index(scores))
    assert half_width(more) < half_width(scores)


@given(st.integers(1, 10_000))
def test_all_of_one_mind_are_at_the_end_of_the_scale_and_never_quite_sure(n: int) -> None:
    best, worst = citizens(survey([0, 0, 0, 0, n])), citizens(survey([n, 0, 0, 0, 0]))
    assert (best.index, best.high, worst.index, worst.low) == (100, 100, 0, 0)
    assert best.low is not None
    assert best.low < 100


@given(anything)
def test_a_source_that_told_nothing_does_not_pull_the_index(known: list[dict[str, Any]]) -> None:
    found = citizens(*known)
    told = [v for v in (found.surveys, found.evaluations, found.complaints) if v is not None]
    if told:
        assert found.index is not None
        assert min(told) - 1e-9 <= found.index <= max(told) + 1e-9


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        params = params_of(CONTROLS)
        params["satisfaction"]["review_decided"]["target"] = 100
        running.tell("params", params)
        yield running


def test_the_control_computes_the_index_of_a_survey_alike(server: OpaServer, tmp_path: Path) -> None:
    loaded = changed(tmp_path, {"SAT-2026-01": {"improvements": []}})
    data = evidence.section("lab", loaded, AS_OF, kinds=records.KINDS).data
    asked = {
        "controls": ["satisfaction/review_decided"],
        "evidence": {"records": data, "as_of": AS_OF},
    }
    denials = server.query("lib/batch/verdicts", asked)["satisfaction/review_decided"]["denials"]
    told = {one["id"]: one["scores"] for one in records.load(LAB) if one["kind"] == "survey"}
    assert len(denials) == 3
    for denial in denials:
        index = survey_index([told[denial["item"].partition(".")[2]][answer] for answer in ANSWERS])
        assert denial["actual"] == round(index or 0, 2)
