"""What falls due is told with who has to act, and calendars can be made of it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from records.tables import folder

from hubops.records import due, loader

__all__ = ["folder"]
TODAY = date(2026, 11, 27)


def found(folder: Path, days: int = 400) -> dict[tuple[str, str], due.Due]:
    return {(one.id, one.field): one for one in due.find(loader.whole(folder), TODAY, days)}


def add(folder: Path, kind: str, line: str) -> None:
    path = folder / f"{kind}.yaml"
    path.write_text(f"{path.read_text()}- {line}\n")


def test_ends_are_told_the_earliest_first_those_that_are_past_too(folder: Path) -> None:
    ends = due.find(loader.whole(folder), TODAY, 400)
    assert [one.day for one in ends] == sorted(one.day for one in ends)
    assert (ends[0].id, ends[0].field, ends[0].owners) == ("AGR-009", "expires", ("P-009",))
    assert all((one.day - TODAY).days <= 400 for one in ends)


def test_parts_of_lists_are_looked_at(folder: Path) -> None:
    one = found(folder)["P-004", "certificates.1.expires"]
    assert one.header == {"en": "Certificates 1 Expires", "zh": "持有的证书 1 有效期截止日"}
    assert one.owners == ("P-004",)


def test_a_part_that_was_done_is_not_due_and_another_of_the_same_record_is(folder: Path) -> None:
    what = "what: {en: a, zh: 甲}, owner: P-002"
    add(
        folder,
        "meeting",
        "{id: MTG-9, topic: regular, held: 2026-11-20, chair: P-001, attended: [P-002], minutes: 2026-11-21, actions: "
        f"[{{{what}, due: 2026-11-25, done: 2026-11-26}}, {{{what}, due: 2026-11-26, done: 2026-12-03}}]}}",
    )
    assert [key for key in found(folder) if key[0] == "MTG-9"] == [("MTG-9", "actions.2.due")]


def test_of_what_was_looked_back_on_nothing_is_due(folder: Path) -> None:
    past = {
        "report",
        "survey",
        "satisfaction_review",
        "third_party_evaluation",
        "operation_check",
        "inspection",
    }
    assert {one.kind for one in due.find(loader.whole(folder), TODAY, 400)} & past == set()


def test_the_day_itself_counts_and_the_one_after_does_not(folder: Path) -> None:
    add(
        folder,
        "agreement",
        "{id: AGR-901, topic: security, person: P-002, signed: 2026-01-01, expires: 2026-12-07}",
    )
    assert ("AGR-901", "expires") in found(folder, 10)
    assert ("AGR-901", "expires") not in found(folder, 9)


def test_what_another_record_follows_is_not_due(folder: Path) -> None:
    add(
        folder,
        "agreement",
        "{id: AGR-901, topic: confidentiality, person: P-009, signed: 2026-10-01, expires: 2027-10-08}",
    )
    assert ("AGR-009", "expires") not in found(folder)
    assert ("AGR-901", "expires") in found(folder)


def test_an_agreement_of_another_kind_follows_nothing(folder: Path) -> None:
    add(
        folder,
        "agreement",
        "{id: AGR-901, topic: security, person: P-009, signed: 2026-10-01, expires: 2027-10-08}",
    )
    assert ("AGR-009", "expires") in found(folder)


def test_what_somebody_owes_who_left_is_not_due(folder: Path) -> None:
    add(
        folder,
        "agreement",
        "{id: AGR-901, topic: security, person: P-010, signed: 2026-01-01, expires: 2026-12-07}",
    )
    assert ("AGR-901", "expires") not in found(folder)


def test_of_shifts_only_the_last_is_due(folder: Path) -> None:
    assert [key for key in found(folder) if key[0].startswith("DUTY")] == [("DUTY-2027-02B", "ends")]


@pytest.mark.parametrize(
    ("name", "said", "end"),
    [
        ("expires", None, True),
        ("expires", False, False),
        ("held", None, False),
        ("held", True, True),
        ("held", "last", True),
    ],
)
def test_a_field_is_an_end_as_it_says_else_as_it_is_called(
    name: str, said: bool | str | None, end: bool
) -> None:
    assert due.is_end(name, said) is end
