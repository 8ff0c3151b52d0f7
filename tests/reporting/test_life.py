"""Who may take which step, and when; and which periods there are."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from hubops.errors import UsageError
from hubops.reporting import life, period

DEFINITION = {
    "id": "RDEF-1",
    "compiled_by": "POST-1",
    "approved_by": "POST-2",
    "compile_days": 10,
    "archive_days": 20,
}
POSTS = [
    {"id": "POST-1", "primary": "P-1", "deputy": "P-2"},
    {"id": "POST-2", "primary": "P-2", "deputy": None},
    {"id": "POST-2", "primary": "P-3", "deputy": "P-4"},
]
PEOPLE = [
    {"id": "P-1", "joined": "2024-01-01", "left": None},
    {"id": "P-2", "joined": "2024-01-01", "left": None},
    {"id": "P-3", "joined": "2024-01-01", "left": "2026-11-03"},
    {"id": "P-4", "joined": "2026-11-05", "left": None},
]
TODAY = date(2026, 11, 4)


def refused(step: str, by: str, **taken: Any) -> list[str]:
    found = life.refusals(step, {"id": "RPT-1", **taken}, DEFINITION, POSTS, PEOPLE, by, TODAY)
    assert all(text.zh for text in found)
    return [text.en for text in found]


COMPILED = {"compiled": "2026-11-03", "compiled_by": "P-1"}
SUBMITTED = {**COMPILED, "submitted": "2026-11-04", "submitted_by": "P-1"}


def test_each_step_may_be_taken_by_its_post_after_the_one_before_it() -> None:
    assert refused("compiled", "P-1") == []
    assert refused("submitted", "P-2", **COMPILED) == []
    assert refused("approved", "P-2", **SUBMITTED) == []
    assert refused("archived", "P-1", **SUBMITTED, approved="2026-11-04", approved_by="P-2") == []


@pytest.mark.parametrize(
    ("step", "by", "taken", "why"),
    [
        ("submitted", "P-1", {}, "it is not compiled yet"),
        ("approved", "P-2", COMPILED, "it is not submitted yet"),
        ("archived", "P-1", SUBMITTED, "it is not approved yet"),
        ("submitted", "P-1", SUBMITTED, "it is submitted already, on 2026-11-04"),
        (
            "submitted",
            "P-1",
            {**COMPILED, "compiled": "2026-11-05"},
            "it is compiled on 2026-11-05, after today",
        ),
        ("submitted", "P-9", COMPILED, "P-9 is no person of the hub"),
        ("approved", "P-1", SUBMITTED, "P-1 does not hold POST-2; valid: P-2, P-3, P-4"),
        ("approved", "P-3", SUBMITTED, "P-3 is not on the staff today"),
        ("approved", "P-4", SUBMITTED, "P-4 is not on the staff today"),
        ("approved", "P-2", {**SUBMITTED, "compiled_by": "P-2"}, "P-2 compiled or submitted it"),
        ("approved", "P-2", {**SUBMITTED, "submitted_by": "P-2"}, "P-2 compiled or submitted it"),
    ],
)
def test_a_step_out_of_order_or_by_the_wrong_person_is_refused(
    step: str, by: str, taken: dict[str, Any], why: str
) -> None:
    assert any(text.startswith(why) for text in refused(step, by, **taken))


def test_a_step_is_late_from_the_day_after_its_term_on() -> None:
    october = period.parse("2026-10")
    assert life.overdue("submitted", october, DEFINITION, date(2026, 11, 10)) is None
    late = life.overdue("submitted", october, DEFINITION, date(2026, 11, 11))
    assert late is not None
    assert late.en == "submitted 11 days after the period; RDEF-1 allows 10"
    assert life.overdue("archived", october, DEFINITION, date(2026, 11, 20)) is None
    assert life.overdue("archived", october, DEFINITION, date(2026, 11, 21)) is not None


@pytest.mark.parametrize(
    ("name", "first", "last", "frequency"),
    [
        ("2026-02", date(2026, 2, 1), date(2026, 2, 28), "monthly"),
        ("2026-12", date(2026, 12, 1), date(2026, 12, 31), "monthly"),
        ("2026-Q4", date(2026, 10, 1), date(2026, 12, 31), "quarterly"),
        ("2028", date(2028, 1, 1), date(2028, 12, 31), "yearly"),
    ],
)
def test_a_period_has_its_days(name: str, first: date, last: date, frequency: str) -> None:
    found = period.parse(name)
    assert (found.first, found.last, found.frequency) == (first, last, frequency)
    assert period.of(last, frequency) == period.of(first, frequency) == found


def test_a_period_begins_and_ends_at_midnight_in_china() -> None:
    october = period.parse("2026-10")
    assert (october.begins, october.ends) == ("2026-09-30T16:00:00Z", "2026-10-31T16:00:00Z")
    assert (october.before, october.last_second) == ("2026-09-30T15:59:59Z", "2026-10-31T15:59:59Z")


@pytest.mark.parametrize(
    "name", ["2026-13", "2026-Q0", "2026-1", "26-01", "", "october", "2026-10-01", "２０２６"]
)
def test_what_is_no_period_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="2026-Q4"):
        period.parse(name)


def test_periods_of_a_definition_are_those_that_are_over() -> None:
    starts = date(2026, 7, 1)
    names = [one.name for one in period.ended(starts, None, "monthly", date(2026, 10, 31))]
    assert names == ["2026-07", "2026-08", "2026-09"]
    assert [one.name for one in period.ended(starts, None, "quarterly", date(2027, 1, 1))] == [
        "2026-Q3",
        "2026-Q4",
    ]
    assert [one.name for one in period.ended(starts, date(2026, 8, 31), "monthly", date(2027, 1, 1))] == [
        "2026-07",
        "2026-08",
    ]
