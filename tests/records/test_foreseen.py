"""What will be found on days to come is told with its first day, however the controls come by it."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from records.lab import CONTROLS, LAB

from hubops.records import due, foreseen, loader

TODAY = date(2026, 11, 28)
RECORDS = loader.whole(LAB)


def denials(first: dict[foreseen.Denial, int]) -> foreseen.Denied:
    """What is denied from so many days ahead on; 0 for today already."""

    def denied(day: date) -> frozenset[foreseen.Denial]:
        return frozenset(what for what, ahead in first.items() if ahead <= (day - TODAY).days)

    return denied


@given(
    st.dictionaries(st.tuples(st.sampled_from("abc"), st.sampled_from("xyz")), st.integers(0, 90)),
    st.integers(0, 80),
)
def test_the_first_day_of_each_new_denial_is_found(first: dict[foreseen.Denial, int], days: int) -> None:
    found = foreseen.begins(denials(first), TODAY, days)
    assert found == {what: TODAY + timedelta(days=n) for what, n in first.items() if 0 < n <= days}


def test_few_days_are_looked_at_where_nothing_changes() -> None:
    asked: list[date] = []

    def denied(day: date) -> frozenset[foreseen.Denial]:
        asked.append(day)
        return frozenset({("people/agreements_signed", "P-009")})

    assert foreseen.begins(denied, TODAY, 28) == {}
    assert len(asked) == len(set(asked)) == 5


def told(*items: tuple[str, str, int]) -> list[due.Due]:
    first = {(control, item): TODAY + timedelta(days=ahead) for control, item, ahead in items}
    return foreseen.due(first, CONTROLS, RECORDS)


def test_who_owes_it_is_who_has_to_act_on_the_record_that_the_item_begins_with() -> None:
    trained, roster, post = told(
        ("people/training_current", "P-002.daily_operation", 3),
        ("people/roster_covered", "2026-12-08", 4),
        ("people/deputies_named", "POST-05", 5),
    )
    assert (trained.owners, roster.owners) == (("P-002",), ())
    assert post.owners == ("POST-05 (P-008)",)
    assert trained.header == {
        "en": CONTROLS["people/training_current"].title,
        "zh": CONTROLS["people/training_current"].title_zh,
    }


def test_people_read_a_line_for_all_that_begins_on_a_day_and_one_for_what_nobody_owes() -> None:
    lines = foreseen.together(
        told(
            *(("people/training_current", f"P-00{number}.daily_operation", 3) for number in (1, 2, 3)),
            ("people/training_current", "P-004.daily_operation", 9),
            *(("people/roster_covered", f"2026-12-{day:02}", day) for day in (8, 9, 10, 11)),
        )
    )
    assert [(one.id, one.day.day, one.owners) for one in lines] == [
        ("P-001.daily_operation, P-002.daily_operation, +1", 1, ("P-001", "P-002", "P-003")),
        ("2026-12-08, 2026-12-09, +2", 6, ()),
        ("P-004.daily_operation", 7, ("P-004",)),
    ]
