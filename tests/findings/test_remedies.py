"""What failures ask for: which hosts, which tags, how many at a time, and what is left."""

from __future__ import annotations

import pytest

from hubops.findings.remedies import Plan, left, plan
from hubops.model import Finding, Remedy, Results, Run, Severity, Status, SubjectKind, Text

RUN = Run(id="r", started="s", finished="f", bundle="b", as_of="a")
BY_HAND = Remedy(manual=Text(en="by hand", zh="人工"))


def finding(control: str, host: str, status: Status = Status.FAIL, tag: str = "") -> Finding:
    return Finding(
        control=control,
        subject=host,
        subject_kind=SubjectKind.HOST,
        status=status,
        severity=Severity.HIGH,
        requirements=("HUB-C4.1",),
        remedy=Remedy(role="ssh_server", tag=tag) if tag else BY_HAND,
    )


def results(*findings: Finding) -> Results:
    return Results(run=RUN, subjects=(), findings=findings)


PLAN = plan(
    results(
        finding("ssh/a", "hub-2", tag="ssh_access"),
        finding("ssh/b", "hub-1", tag="ssh_limits"),
        finding("ssh/a", "hub-1", tag="ssh_access"),
        finding("ssh/a", "hub-3", Status.PASS, tag="ssh_access"),
        finding("ssh/a", "hub-4", Status.WAIVED, tag="ssh_access"),
        finding("ssh/a", "hub-5", Status.UNKNOWN, tag="ssh_access"),
        finding("os/c", "hub-1"),
    )
)


def test_only_what_fails_and_a_role_mends_is_planned() -> None:
    assert list(PLAN.hosts) == ["hub-1", "hub-2"]
    assert [f.control for f in PLAN.manual] == ["os/c"]
    assert PLAN.tags() == ["ssh_access", "ssh_limits"]
    assert PLAN.tags(["hub-2"]) == ["ssh_access"]


def test_what_fails_on_a_stack_or_in_records_is_no_role_s() -> None:
    record = finding("people/x", "lab").model_copy(update={"subject_kind": SubjectKind.HUB})
    assert plan(results(record)) == Plan({}, ())


def test_batches_hold_every_host_once_in_order() -> None:
    many = Plan({f"hub-{n}": (finding("ssh/a", f"hub-{n}", tag="t"),) for n in range(5)}, ())
    assert list(many.batches(2)) == [["hub-0", "hub-1"], ["hub-2", "hub-3"], ["hub-4"]]


@pytest.mark.parametrize(
    ("hosts", "percent", "refused"),
    [(4, 50, False), (4, 49, True), (3, 50, True), (2, 100, False), (200, 1, False)],
)
def test_the_fuse_counts_hosts_of_the_whole_hub(hosts: int, percent: int, refused: bool) -> None:
    assert PLAN.too_many(hosts, percent) is refused


def test_what_is_not_seen_to_be_mended_is_left() -> None:
    after = results(
        finding("ssh/a", "hub-1", Status.PASS, tag="ssh_access"),
        finding("ssh/b", "hub-1", Status.UNKNOWN, tag="ssh_limits"),
    )
    assert [(f.control, f.subject, f.status) for f in left(PLAN, ["hub-1", "hub-2"], after)] == [
        ("ssh/a", "hub-2", Status.FAIL),
        ("ssh/b", "hub-1", Status.UNKNOWN),
    ]
    assert left(PLAN, ["hub-2"], results(finding("ssh/a", "hub-2", Status.PASS, tag="ssh_access"))) == []
