"""No silent pass: whatever is missing, old or broken, the status is never green."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hubops.findings import judge
from hubops.model import (
    Control,
    Decision,
    Evidence,
    Finding,
    Item,
    Remedy,
    Severity,
    Status,
    Subject,
    SubjectKind,
    Text,
    timestamp,
)

NOW = datetime(2026, 3, 1, tzinfo=UTC)
HOST = Subject(name="hub-1", kind=SubjectKind.HOST)
DENIAL = Item(item="permitrootlogin", expected="no", actual="yes")
CONTROL = Control(
    id="ssh/root_login_denied",
    title="t",
    title_zh="标题",
    description="d",
    description_zh="说明",
    severity=Severity.HIGH,
    subject=SubjectKind.HOST,
    requirements=("HUB-C4.1",),
    evidence=("os", "sshd"),
    max_age_seconds=3600,
    remedy=Remedy(role="ssh_server", tag="ssh_access"),
    digest="sha256:0",
)


def section(name: str, **fields: object) -> Evidence:
    defaults = {"collected_at": timestamp(NOW), "data": {"unreadable": []}, "collector": "t", "source": "t"}
    return Evidence(subject="hub-1", section=name, **{**defaults, **fields})


def verdict(
    os: Evidence | None = None,
    sshd: Evidence | None = None,
    decision: Decision | None = None,
) -> Finding:
    sections = {"os": os or section("os"), "sshd": sshd or section("sshd")}
    return judge(CONTROL, HOST, sections, decision or Decision(control=CONTROL.id), NOW)


def test_nothing_wrong_in_whole_fresh_evidence_passes() -> None:
    assert verdict().status is Status.PASS


def test_a_denial_fails_and_is_shown() -> None:
    finding = verdict(decision=Decision(control=CONTROL.id, denials=(DENIAL,)))
    assert (finding.status, finding.items) == (Status.FAIL, (DENIAL,))
    assert [ref.section for ref in finding.evidence] == ["os", "sshd"]


def test_a_denial_stands_even_where_something_else_could_not_be_read() -> None:
    torn = section("sshd", data={"unreadable": [{"what": "/etc/ssh/x", "why": "permission denied"}]})
    assert verdict(sshd=torn, decision=Decision(control=CONTROL.id, denials=(DENIAL,))).status is Status.FAIL


@pytest.mark.parametrize(
    ("broken", "status"),
    [
        ({"data": None, "error": "host is unreachable"}, Status.UNKNOWN),
        ({"data": None}, Status.UNKNOWN),
        ({"violation": "$.permitrootlogin is 7"}, Status.ERROR),
        ({"data": {"unreadable": [{"what": "/etc/shadow", "why": "permission denied"}]}}, Status.UNKNOWN),
        ({"collected_at": timestamp(NOW - timedelta(seconds=3601))}, Status.STALE),
        ({"collected_at": timestamp(NOW + timedelta(hours=1))}, Status.ERROR),
        ({"collected_at": "yesterday"}, Status.ERROR),
    ],
)
def test_bad_evidence_is_never_green_and_says_why(broken: dict[str, object], status: Status) -> None:
    finding = verdict(sshd=section("sshd", **broken))
    assert finding.status is status
    assert finding.reason
    assert "sshd" in finding.reason.en or "/etc/shadow" in finding.reason.en


def test_evidence_that_was_never_collected_is_unknown() -> None:
    finding = judge(CONTROL, HOST, {"os": section("os")}, Decision(control=CONTROL.id), NOW)
    assert finding.status is Status.UNKNOWN
    assert "sshd" in finding.reason.zh  # type: ignore[union-attr]


def test_no_decision_and_a_failed_one_are_errors() -> None:
    sections = {"os": section("os"), "sshd": section("sshd")}
    assert judge(CONTROL, HOST, sections, None, NOW).status is Status.ERROR
    failed = Decision(control=CONTROL.id, error="eval_conflict_error")
    assert judge(CONTROL, HOST, sections, failed, NOW).status is Status.ERROR


def test_not_applicable_carries_its_reason() -> None:
    reason = Text(en="a container", zh="容器")
    finding = verdict(decision=Decision(control=CONTROL.id, denials=(DENIAL,), not_applicable=reason))
    assert (finding.status, finding.reason, finding.items) == (Status.NOT_APPLICABLE, reason, ())


texts = st.builds(Text, en=st.text(), zh=st.text())
holes = st.lists(st.fixed_dictionaries({"what": st.text(), "why": st.text()}), max_size=3)
sections = st.builds(
    Evidence,
    subject=st.just("hub-1"),
    section=st.just("sshd"),
    collected_at=st.datetimes(datetime(2026, 2, 28), datetime(2026, 3, 2), timezones=st.just(UTC)).map(
        timestamp
    )
    | st.text(max_size=5),
    collector=st.just("t"),
    source=st.just("t"),
    data=st.none() | st.fixed_dictionaries({"unreadable": holes}),
    error=st.none() | st.text(min_size=1),
    violation=st.none() | st.text(min_size=1),
)
decisions = st.none() | st.builds(
    Decision,
    control=st.just(CONTROL.id),
    denials=st.sampled_from([(), (DENIAL,)]),
    not_applicable=st.none() | texts,
    error=st.none() | st.text(min_size=1),
)


@given(sshd=st.none() | sections, decision=decisions)
def test_pass_only_where_nothing_could_hide_a_denial(
    sshd: Evidence | None, decision: Decision | None
) -> None:
    present = {"os": section("os"), **({"sshd": sshd} if sshd else {})}
    finding = judge(CONTROL, HOST, present, decision, NOW)
    whole = (
        sshd is not None
        and sshd.data is not None
        and not sshd.data["unreadable"]
        and not sshd.error
        and not sshd.violation
        and timestamp(NOW - timedelta(hours=1)) <= sshd.collected_at <= timestamp(NOW + timedelta(minutes=5))
    )
    satisfied = decision is not None and not (decision.denials or decision.error or decision.not_applicable)
    assert (finding.status is Status.PASS) == (whole and satisfied)
    assert finding.reason is not None or finding.status in {Status.PASS, Status.FAIL}
    assert bool(finding.items) == (finding.status is Status.FAIL)
