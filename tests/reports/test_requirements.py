"""Requirements by the worst of their findings; none is left out, and none is met that was not shown."""

from __future__ import annotations

import dataclasses

import pytest

from hubops.model import Finding, Remedy, Results, Severity, Status, Subject, SubjectKind, Text
from hubops.reports import Report, html, requirements
from hubops.standards import Requirement, Standard
from tests.reports import sample

FAIL, ERROR, UNKNOWN, STALE, WAIVED, ABSENT, PASS = Status
ELSEWHERE = Text(en="this host is no log server", zh="该主机不是日志服务器")
HOST = Subject(name="hub-1", kind=SubjectKind.HOST, platform="container")
CONTAINER = Text(en="a container has no kernel of its own", zh="容器没有自己的内核")


def finding(control: str, status: Status, subject: str = "hub-1", reason: Text = ELSEWHERE) -> Finding:
    return Finding(
        control=control,
        subject=subject,
        subject_kind=SubjectKind.HOST,
        status=status,
        severity=Severity.HIGH,
        requirements=("S-1.a",),
        reason=reason,
        remedy=Remedy(),
    )


def report(*findings: Finding, bound: int = 0) -> Report:
    """A standard of two requirements; `bound` controls name the first one beside those of the findings."""
    title = Text(en="t", zh="题")
    wanted = {id_: Requirement(id_, title, "S-1") for id_ in ("S-1.a", "S-1.b")}
    like = next(iter(sample.CONTROLS.values()))
    controls = {
        f"x/bound_{n}": like.model_copy(update={"id": f"x/bound_{n}", "requirements": ("S-1.a",)})
        for n in range(bound)
    }
    hosts = (HOST, HOST.model_copy(update={"name": "hub-2", "platform": "vm"}))
    results = Results(run=sample.results().run, subjects=hosts, findings=findings)
    return Report(results, controls, standards={"s": Standard("s", title, {"S-1": title}, wanted)})


def status(shown: Report) -> Status | None:
    return requirements.by_standard(shown)[0].standings[0].status


@pytest.mark.parametrize(
    ("statuses", "expected"),
    [
        ([PASS, PASS], PASS),
        ([PASS, ABSENT], PASS),
        ([ABSENT], ABSENT),
        ([PASS, WAIVED], WAIVED),
        ([WAIVED, STALE], STALE),
        ([PASS, UNKNOWN], UNKNOWN),
        ([UNKNOWN, ERROR], ERROR),
        ([ERROR, FAIL, PASS], FAIL),
    ],
)
def test_a_requirement_is_as_good_as_the_worst_that_applies(statuses: list[Status], expected: Status) -> None:
    assert status(report(*(finding(f"x/{n}", found) for n, found in enumerate(statuses)))) is expected


def test_without_a_control_it_has_no_status_and_is_counted() -> None:
    (group,) = requirements.by_standard(report())
    assert [standing.status for standing in group.standings] == [None, None]
    assert [standing.requirement.id for standing in group.uncovered] == ["S-1.a", "S-1.b"]
    assert group.counts[None] == group.total == 2
    assert not group.covered


def test_a_control_that_was_not_checked_leaves_it_unknown() -> None:
    assert status(report(bound=1)) is UNKNOWN
    assert status(report(finding("x/1", PASS), bound=1)) is UNKNOWN


def test_what_containers_alone_could_not_show_is_not_met_by_other_controls() -> None:
    hidden = finding("x/kernel", ABSENT, reason=CONTAINER)
    other = finding("x/other", PASS)
    assert status(report(hidden, other)) is UNKNOWN
    assert status(report(hidden, finding("x/kernel", PASS, "hub-2"), other)) is PASS


def test_chapters_add_up_to_their_standard_now_and_before() -> None:
    shown = sample.report()
    groups = requirements.by_standard(shown)
    for group in groups:
        assert group.before is not None
        assert sum(group.counts.values()) == sum(group.before.values()) == group.total
        assert sum(chapter.total for chapter in group.chapters) == group.total
        for key in group.counts:
            assert sum(chapter.counts[key] for chapter in group.chapters) == group.counts[key]
        assert len(group.covered) + len(group.uncovered) == group.total
    met = {group.key: (group.before[PASS], group.counts[PASS]) for group in groups if group.before}
    assert met["hub"][0] < met["hub"][1]
    assert met["gbt22239-l3"][0] < met["gbt22239-l3"][1]
    alone = dataclasses.replace(shown, before=None)
    assert {group.before for group in requirements.by_standard(alone)} == {None}


def test_what_the_hub_says_does_not_apply_is_not_counted_as_uncovered() -> None:
    shown = sample.report()
    (hub,) = (group for group in requirements.by_standard(shown) if group.key == "hub")
    absent = hub.uncovered[0].requirement.id
    why = Text(en="no such room (approved by P-001)", zh="没有该机房（批准人：P-001）")
    excluding = dataclasses.replace(shown, excluded={absent: why})
    (after,) = (group for group in requirements.by_standard(excluding) if group.key == "hub")
    assert len(after.uncovered) == len(hub.uncovered) - 1
    assert [s.status for s in after.standings if s.requirement.id == absent] == [ABSENT]
    assert why.zh in html.render(excluding)


def test_a_short_standard_stands_first_with_how_many_of_its_controls_are_met() -> None:
    shown = report(
        finding("x/met", PASS),
        finding("x/met", PASS, "hub-2"),
        finding("x/halfway", PASS),
        finding("x/halfway", FAIL, "hub-2"),
        finding("x/absent", ABSENT),
        finding("x/unsure", UNKNOWN),
        bound=1,
    )
    standing, without = requirements.by_standard(shown)[0].standings
    assert (standing.met, len(standing.controls)) == (2, 5)
    assert (without.met, len(without.controls)) == (0, 0)
    short = dataclasses.replace(shown.standards["s"], glance=True)
    glanced = html.render(dataclasses.replace(shown, standards={"s": short}))
    assert glanced.index('class="glance"') < glanced.index('id="findings"')
    assert "2 / 5" in glanced
    assert 'id="standard-s"' not in glanced, "it is not shown twice"
    assert 'class="glance"' not in html.render(shown)
