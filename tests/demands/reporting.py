"""What the controls of reports demand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from demands.values import Demand, day, over, reached

from hubops.model import Json

_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}
_ONE = timedelta(days=1)


def _span(period: str) -> tuple[date, date]:
    """The first and the last day of a period."""
    year, _, part = period.partition("-")
    if not part:
        return date(int(year), 1, 1), date(int(year), 12, 31)
    last = int(part[1:]) * 3 if part.startswith("Q") else int(part)
    first = last - 2 if part.startswith("Q") else last
    after = date(int(year) + last // 12, last % 12 + 1, 1)
    return date(int(year), first, 1), after - _ONE


def _periods(definition: Json, today: date) -> Iterator[str]:
    """Those that are over, from the month in which the definition starts on."""
    size = _MONTHS[definition["frequency"]]
    begun = day(definition["starts"]).replace(day=1)
    for year in range(begun.year, today.year + 1):
        names = {
            1: [f"{year}-{month:02}" for month in range(1, 13)],
            3: [f"{year}-Q{quarter}" for quarter in range(1, 5)],
            12: [f"{year}"],
        }
        for name in names[size]:
            first, last = _span(name)
            if (
                first >= begun
                and last < today
                and (definition["ends"] is None or last <= day(definition["ends"]))
            ):
                yield name


def _since(period: str, at: date) -> int:
    return (at - _span(period)[1]).days


def _compiled(e: Any) -> list[Json]:
    return [report for report in e["records"]["report"] if reached(report["compiled"], e["today"])]


def _recent(e: Any, p: Any) -> list[Json]:
    return [report for report in _compiled(e) if _since(report["period"], e["today"]) <= p["days"]]


def _definitions(e: Any, report: Json) -> list[Json]:
    return [one for one in e["records"]["report_definition"] if one["id"] == report["definition"]]


def _over_by(period: str, term: int, e: Any) -> int:
    return _since(period, e["today"]) - term


def _due(e: Any, p: Any) -> list[tuple[Json, str]]:
    return [
        (definition, period)
        for definition in e["records"]["report_definition"]
        for period in _periods(definition, e["today"])
        if 1 <= _over_by(period, definition["compile_days"], e) <= p["days"]
    ]


def _on_time(e: Any, p: Any) -> bool:
    return bool(e["records"]["report_definition"]) and all(
        any(
            (report["definition"], report["period"]) == (definition["id"], period)
            and 1 <= _since(period, day(report["compiled"])) <= definition["compile_days"]
            for report in _compiled(e)
        )
        for definition, period in _due(e, p)
    )


def _mechanism(e: Any, p: Any) -> bool:
    today, records = e["today"], e["records"]
    regimes = {
        regime["id"]
        for regime in records["regime"]
        if regime["topic"] == "reporting"
        and reached(regime["issued"], today)
        and not reached(regime["withdrawn"], today)
    }
    held = {post["id"] for post in records["post"] if post["primary"] is not None}
    valid = [
        one
        for one in records["report_definition"]
        if reached(one["starts"], today) and not over(one["ends"], today)
    ]
    return set(p["topics"]) <= {one["topic"] for one in valid} and all(
        one["regime"] in regimes
        and one["compiled_by"] != one["approved_by"]
        and {one["compiled_by"], one["approved_by"]} <= held
        and set(p["contents"]) <= set(one["contents"])
        and one["compile_days"] <= p["compile_days"]
        and one["archive_days"] <= p["archive_days"]
        for one in valid
    )


def _archived(e: Any, p: Any) -> bool:
    today = e["today"]

    def taken(report: Json, step: str) -> date | None:
        return day(report[step]) if reached(report[step], today) else None

    def in_time(report: Json, taken: date | None, term: int) -> bool:
        over_by = _over_by(report["period"], term, e)
        if over_by < 1:
            return True
        return taken is not None and (over_by > p["days"] or _since(report["period"], taken) <= term)

    def fine(report: Json) -> bool:
        days = [taken(report, step) for step in ("compiled", "submitted", "approved", "archived")]
        known = [one for one in days if one is not None]
        in_order = days[: len(known)] == known == sorted(known)
        punctual = all(
            in_time(report, days[place], definition[term])
            for definition in _definitions(e, report)
            for place, term in ((1, "compile_days"), (3, "archive_days"))
        )
        seen = [one for one in (days[3], taken(report, "verified")) if one is not None]
        intact = days[3] is None or (today - max(seen)).days <= p["verify_days"]
        return in_order and punctual and intact

    reports = _compiled(e)
    return bool(reports) and all(fine(report) for report in reports)


def _held(e: Any, definition: Json, post: str, person: str, at: date) -> bool:
    now = any(one["id"] == post and person in (one["primary"], one["deputy"]) for one in e["records"]["post"])
    before = any(
        (one["post"], one["person"]) == (post, person) and day(one["starts"]) <= at <= day(one["ends"])
        for one in definition["held_before"]
    )
    staff = any(
        one["id"] == person and day(one["joined"]) <= at and not over(one["left"], at)
        for one in e["records"]["person"]
    )
    return staff and (now or before)


def _separated(e: Any, p: Any) -> bool:
    def fine(report: Json) -> bool:
        alone = report["approved_by"] is not None and report["approved_by"] in (
            report["compiled_by"],
            report["submitted_by"],
        )
        return not alone and all(
            _held(
                e,
                definition,
                definition["approved_by" if step == "approved" else "compiled_by"],
                report[f"{step}_by"],
                day(report[step]),
            )
            for definition in _definitions(e, report)
            for step in ("compiled", "submitted", "approved", "archived")
            if reached(report[step], e["today"])
        )

    reports = _recent(e, p)
    return bool(reports) and all(fine(report) for report in reports)


def _complete(e: Any, p: Any) -> bool:
    def fine(report: Json) -> bool:
        first, last = _span(report["period"])
        return (
            any(
                source["entries"] >= 1 and day(source["starts"]) <= last and day(source["ends"]) >= first
                for source in report["sources"]
            )
            and all(set(one["contents"]) <= set(report["contents"]) for one in _definitions(e, report))
            and report["analysis"] is not None
        )

    reports = _recent(e, p)
    return bool(reports) and all(fine(report) for report in reports)


def _decided(e: Any, p: Any) -> bool:
    approved = [
        report
        for report in _compiled(e)
        if reached(report["approved"], e["today"])
        and _since(report["period"], e["today"]) >= 1
        and any(one["topic"] == "satisfaction" for one in _definitions(e, report))
    ]
    if not approved:
        return False
    age = min(_since(report["period"], e["today"]) for report in approved)
    return age <= p["days"] and all(
        report["decisions"]
        and set(p["sources"]) <= {source["name"] for source in report["sources"] if source["entries"] >= 1}
        for report in approved
        if _since(report["period"], e["today"]) == age
    )


DEMANDS: dict[str, Demand] = {
    "reporting/approved_and_archived": _archived,
    "reporting/compiled_on_time": _on_time,
    "reporting/content_complete": _complete,
    "reporting/duties_separated": _separated,
    "reporting/mechanism_defined": _mechanism,
    "reporting/satisfaction_decided": _decided,
}

IRRELEVANT: dict[str, Demand] = {
    "reporting/compiled_on_time": lambda e, p: bool(e["records"]["report_definition"]) and not _due(e, p),
}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
_DEFINITION = "the records stage refuses a report of a definition that is not there"
COMPLIES: dict[str, dict[str, str]] = {
    "reporting/approved_and_archived": {"records.report_definition": _DEFINITION},
    "reporting/duties_separated": {
        "records.report[].approved": "null: nobody has approved it; reporting/approved_and_archived demands it",
        "records.report_definition": _DEFINITION,
    },
}
