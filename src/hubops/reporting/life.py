"""Who may take which step of a report, and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from hubops.model import Json, Text
from hubops.reporting.period import Period
from hubops.reporting.words import STEP

STEPS = ("compiled", "submitted", "approved", "archived")
_TERM = {
    "compiled": "compile_days",
    "submitted": "compile_days",
    "approved": "archive_days",
    "archived": "archive_days",
}
Record = Mapping[str, Json]


def before(step: str) -> str | None:
    """The step that goes before one."""
    place = STEPS.index(step)
    return STEPS[place - 1] if place else None


def post_of(definition: Record, step: str) -> str:
    return str(definition["approved_by" if step == "approved" else "compiled_by"])


def refusals(
    step: str,
    report: Record,
    definition: Record,
    posts: Iterable[Record],
    people: Iterable[Record],
    by: str,
    today: date,
) -> list[Text]:
    """Why a person may not take a step today; nothing where they may. `report` has the steps taken so far."""
    return [
        *_order(step, report, today),
        *_hands(step, report, definition, list(posts), list(people), by, today),
    ]


def overdue(step: str, period: Period, definition: Record, today: date) -> Text | None:
    """That a step comes late, and by how much."""
    taken, term = period.days_after(today), definition[_TERM[step]]
    if taken <= term:
        return None
    return Text(
        en=f"{STEP[step].en.lower()} {taken} days after the period; {definition['id']} allows {term}",
        zh=f"报告期结束后第 {taken} 天才{STEP[step].zh}；{definition['id']} 规定的期限为 {term} 天",
    )


def _order(step: str, report: Record, today: date) -> Iterable[Text]:
    earlier = before(step)
    if report.get(step):
        yield Text(en=f"it is {step} already, on {report[step]}", zh=f"已于 {report[step]} {STEP[step].zh}")
    if earlier and not report.get(earlier):
        yield Text(en=f"it is not {earlier} yet", zh=f"尚未{STEP[earlier].zh}")
    elif earlier and report[earlier] > today.isoformat():
        yield Text(
            en=f"it is {earlier} on {report[earlier]}, after today",
            zh=f"{STEP[earlier].zh}日期 {report[earlier]} 晚于今天",
        )


def _hands(
    step: str,
    report: Record,
    definition: Record,
    posts: list[Record],
    people: list[Record],
    by: str,
    today: date,
) -> Iterable[Text]:
    day = today.isoformat()
    person = next((one for one in people if one["id"] == by), None)
    if person is None:
        yield Text(en=f"{by} is no person of the hub", zh=f"{by} 不是本中枢的人员")
        return
    if person["joined"] > day or (person["left"] and person["left"] < day):
        yield Text(en=f"{by} is not on the staff today", zh=f"{by} 今天不在岗")
    post = post_of(definition, step)
    holders = {one[role] for one in posts if one["id"] == post for role in ("primary", "deputy")}
    if by not in holders:
        yield Text(
            en=f"{by} does not hold {post}; valid: {', '.join(sorted(h for h in holders if h)) or 'nobody'}",
            zh=f"{by} 未任 {post}；可为：{'、'.join(sorted(h for h in holders if h)) or '无人'}",
        )
    if step == "approved" and by in (report.get("compiled_by"), report.get("submitted_by")):
        yield Text(
            en=f"{by} compiled or submitted it, and another must approve it",
            zh=f"{by} 是编制人或报送人，须由他人批准",
        )
