"""Waivers: what is approved is waived, and nothing else; what is wrong with one is named with its line."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle, catalog
from hubops.errors import BrokenInput, UsageError
from hubops.findings import Exceptions, Waiver, judge, waivers
from hubops.findings.waivers import LONGEST_DAYS, fingerprint
from hubops.model import Decision, Evidence, Finding, Item, Severity, Status, Subject, SubjectKind, timestamp

CONTROLS = catalog.load(bundle.find())
CONTROL = CONTROLS["ssh/root_login_denied"]
MEASURED = CONTROLS["emergency/plans_drilled"]
NOW = datetime(2026, 11, 24, 8, tzinfo=UTC)
HOST = Subject(name="hub-1", kind=SubjectKind.HOST, zone="platform", role="app", platform="vm")
ITEM = Item(item="permitrootlogin", expected="no", actual="yes")
TEXT = f"""\
- id: WVR-1
  control: ssh/root_login_denied
  subjects: [hub-1]
  items: {{permitrootlogin: [{fingerprint(CONTROL, ITEM.item, ITEM.actual)}]}}
  reason: 迁移期间
  requester: P-003
  approver: P-001
  ticket: CHG-7
  from: 2026-11-01T00:00:00+08:00
  until: 2026-12-31T00:00:00+08:00
"""


def read(folder: Path, text: str = TEXT) -> tuple[Waiver, ...]:
    path = folder / "waivers.yaml"
    path.write_text(text, encoding="utf-8")
    return waivers.load(path, CONTROLS)


def verdict(known: tuple[Waiver, ...], *items: Item, subject: Subject = HOST, at: datetime = NOW) -> Finding:
    section = Evidence(
        subject=subject.name, section="sshd", collected_at=timestamp(at), collector="t", source="t",
        data={"unreadable": []},
    )  # fmt: skip
    decision = Decision(control=CONTROL.id, denials=items)
    return judge(CONTROL, subject, {"sshd": section}, decision, at, Exceptions(known))


def test_what_was_approved_is_waived_and_says_by_what(tmp_path: Path) -> None:
    finding = verdict(read(tmp_path), ITEM)
    assert finding.status is Status.WAIVED
    assert finding.items == (ITEM,), "a waiver hides nothing"
    assert finding.reason is not None
    assert "WVR-1" in finding.reason.en
    assert "迁移期间" in finding.reason.zh


@pytest.mark.parametrize(
    "new",
    [
        Item(item="permitrootlogin", expected="no", actual="without-password"),
        Item(item="permitrootlogin", expected="no", actual=None),
        Item(item="permitemptypasswords", expected="no", actual="yes"),
    ],
    ids=lambda item: f"{item.item}={item.actual}",
)
def test_a_new_violation_is_none_that_was_approved(tmp_path: Path, new: Item) -> None:
    assert verdict(read(tmp_path), new).status is Status.FAIL
    both = verdict(read(tmp_path), ITEM, new)
    assert both.status is Status.FAIL
    assert both.reason is not None
    assert "1 of 2 violations are waived by WVR-1" in both.reason.en


def test_another_subject_and_another_control_are_not_covered(tmp_path: Path) -> None:
    known = read(tmp_path)
    assert verdict(known, ITEM, subject=HOST.model_copy(update={"name": "hub-2"})).status is Status.FAIL
    other = Exceptions(known).covering(CONTROLS["ssh/empty_passwords_denied"], HOST, ITEM, NOW)
    assert other is None


@pytest.mark.parametrize(
    ("at", "status"),
    [
        ("2026-10-31T15:59:59+00:00", Status.FAIL),
        ("2026-10-31T16:00:00+00:00", Status.WAIVED),
        ("2026-12-30T15:59:59+00:00", Status.WAIVED),
        ("2026-12-30T16:00:00+00:00", Status.FAIL),
    ],
)
def test_it_holds_from_its_beginning_to_its_end_to_the_second(
    tmp_path: Path, at: str, status: Status
) -> None:
    assert verdict(read(tmp_path), ITEM, at=datetime.fromisoformat(at)).status is status


def test_what_could_not_be_read_may_hide_another_violation(tmp_path: Path) -> None:
    hole = {"what": "/etc/ssh/x", "why": "permission denied"}
    section = Evidence(
        subject="hub-1", section="sshd", collected_at=timestamp(NOW), collector="t", source="t",
        data={"unreadable": [hole]},
    )  # fmt: skip
    decision = Decision(control=CONTROL.id, denials=(ITEM,))
    finding = judge(CONTROL, HOST, {"sshd": section}, decision, NOW, Exceptions(read(tmp_path)))
    assert finding.status is Status.FAIL


def test_a_number_that_grows_by_itself_is_known_again_and_a_worse_state_is_not() -> None:
    first, later = (fingerprint(MEASURED, "PLAN-05", days) for days in (433, 434))
    assert first == later
    assert fingerprint(MEASURED, "PLAN-05", None) != first, "never drilled is worse than drilled too long ago"
    assert fingerprint(CONTROL, "x", 1) != fingerprint(CONTROL, "x", 2)
    assert fingerprint(MEASURED, "params.days", 400) != fingerprint(MEASURED, "params.days", 4000)


@pytest.mark.parametrize(
    ("selector", "fits"),
    [
        ("hub-1", True), ("hub-*", True), ("zone:platform", True), ("role:app", True), ("platform:vm", True),
        ("hub-2", False), ("Hub-1", False), ("zone:management", False), ("role:", False), ("h", False),
    ],
)  # fmt: skip
def test_subjects_are_named_by_name_pattern_or_what_they_are(selector: str, fits: bool) -> None:
    assert waivers.selected([selector], HOST) is fits


@given(st.text(max_size=12), st.none() | st.booleans() | st.integers() | st.text(max_size=8))
def test_only_the_very_violation_is_covered(item: str, actual: object) -> None:
    waiver = Waiver(
        id="W", control=CONTROL.id, subjects=("*",), items={ITEM.item: (fingerprint(CONTROL, ITEM.item, "yes"),)},
        reason="r", requester="a", approver="b", ticket="t", since=NOW, until=NOW + timedelta(days=1),
    )  # fmt: skip
    covered = waiver.covers(CONTROL, Item(item=item, expected="no", actual=actual))
    assert covered == (item == ITEM.item and actual == "yes")


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ("  until: 2026-12-31T00:00:00+08:00\n", "", 1, "`until` is missing"),
        ("+08:00\n  until", "\n  until", 9, "timezone"),
        ("until: 2026-12-31T00:00:00+08:00", "until: 2026-12-31", 10, "timezone"),
        ("until: 2026-12-31", "until: 2026-10-31", 1, "`until` is not after `from`"),
        ("until: 2026-12-31", "until: 2027-12-31", 10, "waived for 90 days at most"),
        ("approver: P-001", "approver: P-003", 1, "`approver` P-003 is the requester; valid: somebody else"),
        ("ssh/root_login_denied", "ssh/root_login", 2, "Did you mean 'ssh/root_login_denied'"),
        ("[hub-1]", "[]", 3, "at least 1 item"),
        ("[hub-1]", "['area:x']", 1, "valid: a name, or zone, role, platform:NAME"),
        ("  reason: 迁移期间\n", "", 1, "`reason` is missing"),
        ("  ticket: CHG-7\n", "", 1, "`ticket` is missing"),
        ("id: WVR-1", "id: W 1", 1, "`id` is 'W 1'"),
        ("ticket: CHG-7", "ticket: CHG-7\n  note: x", 9, "unknown field `note`"),
    ],
)
def test_what_is_wrong_with_a_waiver_is_named_with_its_line(
    tmp_path: Path, old: str, new: str, line: int, said: str
) -> None:
    assert old in TEXT
    with pytest.raises(BrokenInput) as caught:
        read(tmp_path, TEXT.replace(old, new))
    assert str(caught.value).startswith(f"{tmp_path / 'waivers.yaml'}:{line}: ")
    assert said in str(caught.value)
    assert len(str(caught.value).splitlines()) == 1


def test_an_id_used_twice_and_a_file_that_is_no_list_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BrokenInput, match=r":11: the id WVR-1 is used twice"):
        read(tmp_path, TEXT + TEXT)
    with pytest.raises(BrokenInput, match="no list of waivers"):
        read(tmp_path, "id: WVR-1\n")
    assert read(tmp_path, "") == ()
    assert waivers.load(tmp_path / "none.yaml", CONTROLS) == ()


def entry(**fields: object) -> dict[str, object]:
    return {
        "id": "WVR-2", "control": CONTROL.id, "subjects": ["hub-1"], "items": {"x": ["0" * 16]}, "reason": "等待",
        "requester": "P-003", "approver": "P-001", "ticket": "CHG-8", "from": "2026-11-01T00:00:00+08:00",
        "until": "2026-12-01T00:00:00+08:00", **fields,
    }  # fmt: skip


def test_adding_keeps_what_is_written(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text("# approved by the board\n" + TEXT, encoding="utf-8")
    waivers.append(path, entry(), CONTROLS)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# approved by the board\n" + TEXT)
    assert "等待" in text
    assert [w.id for w in waivers.load(path, CONTROLS)] == ["WVR-1", "WVR-2"]
    for wrong in (
        {"id": "WVR-1"},
        {"approver": "P-003"},
        {"until": "2030-01-01T00:00:00+08:00"},
        {"ticket": ""},
    ):
        with pytest.raises(UsageError):
            waivers.append(path, entry(**wrong), CONTROLS)
    assert path.read_text(encoding="utf-8") == text
    assert waivers.next_id(waivers.load(path, CONTROLS), NOW) == "WVR-2026-001"


def test_the_worse_the_failure_the_shorter_the_exception() -> None:
    days = [LONGEST_DAYS[severity] for severity in sorted(Severity, key=lambda s: s.rank)]
    assert days == sorted(days)
    assert len(set(days)) == len(Severity)


def usage(known: tuple[Waiver, ...], *hosts: str, failing: tuple[str, ...] = ("hub-1",)) -> dict[str, object]:
    subjects = [HOST.model_copy(update={"name": name}) for name in ("hub-1", "hub-2")]
    decisions = {
        (CONTROL.id, name): Decision(control=CONTROL.id, denials=(ITEM,) if name in failing else ())
        for name in hosts
    }
    return Exceptions(known).usage(CONTROLS, subjects, decisions, NOW)


def test_what_a_waiver_covers_in_a_run_is_told(tmp_path: Path) -> None:
    (used,) = usage(read(tmp_path), "hub-1", "hub-2")["waivers"]  # type: ignore[misc]
    assert (used["used_items"], used["idle_items"], used["idle_subjects"]) == (["permitrootlogin"], [], [])
    assert (used["state"], used["days_left"]) == ("in_force", 36)
    broad = read(tmp_path, TEXT.replace("[hub-1]", "[hub-*]"))
    (wide,) = usage(broad, "hub-1", "hub-2")["waivers"]  # type: ignore[misc]
    assert wide["idle_subjects"] == ["hub-2"]
    (idle,) = usage(read(tmp_path), "hub-1", failing=())["waivers"]  # type: ignore[misc]
    assert (idle["used_items"], idle["idle_items"]) == ([], ["permitrootlogin"])


def test_nobody_can_say_that_a_waiver_is_unused_where_its_subject_was_not_judged(tmp_path: Path) -> None:
    known = read(tmp_path)
    assert usage(known, "hub-1")["unreadable"] == []
    assert usage(known)["unreadable"] == [
        {"what": "WVR-1", "why": "not all that it is for was judged in this run"}
    ]


def test_a_waiver_for_a_host_that_is_gone_covers_nothing(tmp_path: Path) -> None:
    gone = read(tmp_path, TEXT.replace("[hub-1]", "[hub-9]"))
    told = usage(gone, "hub-1", "hub-2")
    assert told["unreadable"] == []
    assert [w["used_items"] for w in told["waivers"]] == [[]]  # type: ignore[attr-defined]
    nothing_looked_at = Exceptions(gone).usage(CONTROLS, [], {}, NOW)
    assert [hole["what"] for hole in nothing_looked_at["unreadable"]] == ["WVR-1"]
