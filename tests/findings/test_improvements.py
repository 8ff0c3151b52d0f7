"""What findings say of improvements: only a control that passes shows an effect, and who cannot say does not."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.schema import validate
from hubops.findings.improvements import control_of, effects, fresh
from hubops.model import Finding, Remedy, Severity, Standing, Status, SubjectKind, Text

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
CONTROL = "ssh/root_login_denied"


def improvement(
    closed: str | None = "2026-11-20", subject: str | None = None, **fields: Any
) -> dict[str, Any]:
    source = {"kind": "finding", "reference": CONTROL, "subject": subject}
    return {"id": "IMP-1", "source": source, "control": None, "closed": closed, **fields}


def finding(status: Status, subject: str = "hub-1", control: str = CONTROL) -> Finding:
    return Finding(
        control=control, subject=subject, subject_kind=SubjectKind.HOST, status=status, severity=Severity.HIGH,
        requirements=(), remedy=Remedy(manual=Text(en="mend it", zh="整改")),
    )  # fmt: skip


def told(one: dict[str, Any], *findings: Finding) -> tuple[list[Any], list[Any]]:
    section = effects([one], findings, {CONTROL, "a/b"})
    assert validate("improvements", {"hub": "lab", **section}, bundle.find().schemas) == []
    return section["improvements"], section["unreadable"]


def test_the_control_is_the_one_that_found_it_or_that_is_named() -> None:
    drill = {"kind": "drill", "reference": "DRL-1", "subject": None}
    assert control_of(improvement()) == CONTROL
    assert control_of(improvement(source=drill, control="a/b")) == "a/b"
    assert control_of(improvement(source=drill)) is None


def test_each_subject_s_status_is_told() -> None:
    (entry,), unreadable = told(improvement(), finding(Status.FAIL, "hub-2"), finding(Status.PASS))
    assert entry == {
        "id": "IMP-1", "control": CONTROL, "known": True, "closed": "2026-11-20",
        "findings": [{"subject": "hub-1", "status": "pass"}, {"subject": "hub-2", "status": "fail"}],
    }  # fmt: skip
    assert unreadable == []


def test_an_improvement_for_one_subject_is_shown_there() -> None:
    (entry,), _ = told(improvement(subject="hub-2"), finding(Status.FAIL), finding(Status.PASS, "hub-2"))
    assert entry["findings"] == [{"subject": "hub-2", "status": "pass"}]


def test_another_control_shows_nothing() -> None:
    (entry,), unreadable = told(improvement(), finding(Status.PASS, control="a/b"))
    assert entry["findings"] == []
    assert [hole["what"] for hole in unreadable] == ["IMP-1"]


@pytest.mark.parametrize("status", [Status.ERROR, Status.UNKNOWN, Status.STALE])
def test_what_could_not_be_judged_is_unreadable(status: Status) -> None:
    _, (hole,) = told(improvement(), finding(Status.PASS), finding(status, "hub-2"))
    assert hole == {"what": "IMP-1", "why": f"{CONTROL} on hub-2: {status}"}


def test_an_open_improvement_claims_nothing_and_hides_nothing() -> None:
    (entry,), unreadable = told(improvement(closed=None), finding(Status.UNKNOWN))
    assert entry["closed"] is None
    assert unreadable == []


def test_a_control_that_does_not_exist_is_told() -> None:
    wrong = improvement(source={"kind": "finding", "reference": "ssh/rot", "subject": None})
    (entry,), unreadable = told(wrong)
    assert entry["known"] is False
    assert unreadable == [], "the control denies it"


def test_an_improvement_that_no_control_shows_is_left_to_people() -> None:
    assert told(improvement(source={"kind": "drill", "reference": "DRL-1", "subject": None})) == ([], [])


@pytest.mark.parametrize(("judged", "counts"), [("2026-11-22T06:00:00Z", 1), ("2026-11-22T05:59:59Z", 0)])
def test_what_was_found_too_long_ago_says_nothing_of_today(judged: str, counts: int) -> None:
    stand = Standing(finding=finding(Status.PASS), run="r", judged=judged)
    assert len(fresh([stand], NOW)) == counts


statuses = st.lists(
    st.tuples(st.sampled_from(["hub-1", "hub-2", "ops-1"]), st.sampled_from(Status)), max_size=6
)


@given(statuses, st.none() | st.just("hub-1"))
def test_a_closed_improvement_is_told_whole_or_is_unreadable(
    found: list[tuple[str, Status]], subject: str | None
) -> None:
    (entry,), unreadable = told(improvement(subject=subject), *(finding(s, on) for on, s in found))
    meant = [s for on, s in found if subject in (None, on)]
    assert sorted(f["status"] for f in entry["findings"]) == sorted(meant)
    unsure = {Status.ERROR, Status.UNKNOWN, Status.STALE} & set(meant)
    assert bool(unreadable) == bool(unsure or not found)
