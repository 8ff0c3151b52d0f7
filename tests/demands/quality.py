"""What the controls of satisfaction and improvement demand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from demands.values import Demand, day, reached, within

from hubops.model import Json


def _of(e: Any, kind: str, **fields: Json) -> list[Any]:
    """The records of a kind whose fields are as given."""
    return [one for one in e["records"][kind] if all(one[name] == value for name, value in fields.items())]


def _ago(text: Json, today: date) -> int:
    return (today - day(text)).days


def _lately(text: Json, today: date, days: int) -> bool:
    return text is not None and within(_ago(text, today), 0, days)


def _sources(e: Any, p: Any) -> bool:
    independent = {party["id"] for party in _of(e, "party", role="supplier", access=False)}
    told = (
        [one["held"] for one in _of(e, "third_party_evaluation") if one["party"] in independent],
        [one["compiled"] for one in _of(e, "survey")],
        [one["received"] for one in _of(e, "complaint")],
    )
    return all(any(_lately(at, e["today"], p["days"]) for at in days) for days in told)


def _surveyed(e: Any, p: Any) -> bool:
    longest = timedelta(days=p["interval_days"] + p["compile_days"])
    current = [
        one
        for one in _of(e, "survey")
        if reached(one["compiled"], e["today"]) and day(one["ends"]) + longest >= e["today"]
    ]
    staff = {person["id"] for person in _of(e, "person", employment="full_time")}
    return set(p["groups"]) <= {one["group"] for one in current} and all(
        (day(one["compiled"]) - day(one["ends"])).days <= p["compile_days"]
        and one["compiled_by"] in staff
        and one["answered"] >= p["min_answers"]
        and one["answered"] * 100 >= one["asked"] * p["min_rate"]
        for one in current
    )


def _handled(complaint: Json, today: date, p: Any) -> bool:
    received, due = day(complaint["received"]), day(complaint["due"])
    answered = day(complaint["answered"]) if reached(complaint["answered"], today) else None
    closed = reached(complaint["closed"], today)
    just = closed and complaint["outcome"] != "unjustified"
    return (
        due <= received + timedelta(days=p["answer_days"])
        and (answered or today) <= due
        and (closed or today <= due + timedelta(days=p["close_days"]))
        and not (just and complaint["improvement"] is None)
    )


def _complaints(e: Any, p: Any) -> bool:
    counted = [
        one
        for one in _of(e, "complaint")
        if reached(one["received"], e["today"])
        and (_lately(one["received"], e["today"], p["period_days"]) or not reached(one["closed"], e["today"]))
    ]
    return bool(counted) and all(_handled(one, e["today"], p) for one in counted)


def _index(survey: Json) -> float:
    scores = survey["scores"]
    points = {
        "very_dissatisfied": 0,
        "dissatisfied": 25,
        "neutral": 50,
        "satisfied": 75,
        "very_satisfied": 100,
    }
    return sum(points[answer] * n for answer, n in scores.items()) / sum(scores.values())


def _decided(review: Json, e: Any, p: Any) -> bool:
    surveys = [one for one in _of(e, "survey") if one["id"] in review["surveys"]]
    complaints = [
        one
        for one in _of(e, "complaint")
        if day(review["starts"]) <= day(one["received"]) <= day(review["ends"])
    ]
    may_wait = not reached(review["decided"], e["today"]) and _lately(
        review["compiled"], e["today"], p["decide_days"]
    )
    decided = reached(review["decided"], e["today"]) and bool(review["decisions"])
    return (
        set(p["groups"]) <= {one["group"] for one in surveys}
        and bool(review["evaluations"])
        and review["complaints"] == len(complaints)
        and (decided or may_wait)
        and (bool(review["improvements"]) or all(_index(one) >= p["target"] for one in surveys))
    )


def _reviewed(e: Any, p: Any) -> bool:
    current = [
        one
        for one in _of(e, "satisfaction_review")
        if reached(one["compiled"], e["today"]) and _lately(one["ends"], e["today"], p["days"])
    ]
    return bool(current) and all(_decided(review, e, p) for review in current)


def _roles(e: Any, p: Any) -> bool:
    gone = {
        one["id"] for one in _of(e, "person") if one["left"] is not None and day(one["left"]) < e["today"]
    }
    there = {one["id"] for one in _of(e, "person") if reached(one["joined"], e["today"])} - gone

    def may(person: Json, roles: list[str]) -> bool:
        held = {post["role"] for post in _of(e, "post") if person in (post["primary"], post["deputy"])}
        return person is None or person in gone or bool(held & set(roles))

    def kept(one: Json) -> bool:
        return (
            may(one["proposed_by"], p["proposers"])
            and may(one["approved_by"], p["approvers"])
            and may(one["verified_by"], p["verifiers"])
            and one["approved_by"] != one["proposed_by"]
            and (one["owner"] in there or reached(one["closed"], e["today"]))
        )

    judged = [
        one
        for one in _of(e, "improvement")
        if one["closed"] is None or _ago(one["closed"], e["today"]) <= p["days"]
    ]
    return bool(_of(e, "improvement")) and all(map(kept, judged))


def _taken_up(e: Any, p: Any) -> bool:
    improvements = _of(e, "improvement")

    def in_time(drill: Json) -> bool:
        return any(
            (one["source"]["kind"], one["source"]["reference"]) == ("drill", drill["id"])
            and day(one["opened"]) <= day(drill["held"]) + timedelta(days=p["days"])
            for one in improvements
        )

    due = [
        drill
        for drill in _of(e, "drill")
        if (drill["outcome"] == "failed" or drill["weaknesses"])
        and within(_ago(drill["held"], e["today"]), p["days"] + 1, p["period_days"])
    ]
    return any(_lately(one["opened"], e["today"], p["period_days"]) for one in improvements) and all(
        map(in_time, due)
    )


def _planned(e: Any, p: Any) -> bool:
    def fits(one: Json) -> bool:
        until = day(one["opened"]) + timedelta(days=p["days"])
        approved = day(one["approved"]) if reached(one["approved"], e["today"]) else e["today"]
        return (
            approved <= until
            and (e["today"] <= until or (one["plan"] is not None and bool(one["milestones"])))
            and all(
                (day(step["due"]) - day(one["opened"])).days <= p["longest_days"]
                for step in one["milestones"]
            )
        )

    return bool(_of(e, "improvement")) and all(map(fits, _of(e, "improvement")))


def _carried_out(e: Any, p: Any) -> bool:
    def by(text: Json, one: Json) -> bool:
        return reached(text, e["today"]) and (one["closed"] is None or day(text) <= day(one["closed"]))

    def good(one: Json) -> bool:
        done = [by(step["done"], one) for step in one["milestones"]]
        shown = one["source"]["kind"] == "finding" or one["control"] or one["evidence"]
        if reached(one["closed"], e["today"]):
            in_order = by(one["approved"], one) and bool(done) and all(done) and bool(shown)
            return in_order and by(one["verified"], one) and one["verified_by"] not in (None, one["owner"])
        if done and all(done):
            last = max(day(step["done"]) for step in one["milestones"])
            return (e["today"] - last).days <= p["close_days"]
        return True

    overdue = [
        step
        for one in _of(e, "improvement")
        for step in one["milestones"]
        if day(step["due"]) < e["today"] and not reached(step["done"], e["today"])
    ]
    return bool(_of(e, "improvement")) and not overdue and all(map(good, _of(e, "improvement")))


def _effective(e: Any, p: Any) -> bool:
    def good(one: Json) -> bool:
        if not _lately(one["closed"], e["today"], p["days"]):
            return bool(one["known"])
        statuses = {finding["status"] for finding in one["findings"]}
        return (
            bool(one["known"])
            and bool(statuses)
            and statuses <= {"pass", "not_applicable"}
            and "pass" in statuses
        )

    return all(map(good, e["improvements"]["improvements"]))


DEMANDS: dict[str, Demand] = {
    "improvement/carried_out": _carried_out,
    "improvement/effective": _effective,
    "improvement/planned": _planned,
    "improvement/problems_taken_up": _taken_up,
    "improvement/roles_kept": _roles,
    "satisfaction/complaints_handled": _complaints,
    "satisfaction/review_decided": _reviewed,
    "satisfaction/sources_used": _sources,
    "satisfaction/surveyed_regularly": _surveyed,
}

IRRELEVANT: dict[str, Demand] = {
    "improvement/effective": lambda e, p: (
        not e["improvements"]["improvements"] and not e["improvements"]["unreadable"]
    ),
}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
_OPEN = "null: it is open, so nothing is claimed; improvement/carried_out and planned drive it on"
_IMPROVEMENT = "an improvement that is not recorded claims nothing; without any the control fails"
COMPLIES: dict[str, dict[str, str]] = {
    "improvement/carried_out": {
        "records.improvement": _IMPROVEMENT,
        "records.improvement[].closed": _OPEN,
        "records.improvement[].milestones": "a step that is not planned is not overdue; improvement/planned demands some",
    },
    "improvement/effective": {
        "improvements.improvements": "an improvement that is not recorded claims no effect",
        "improvements.improvements[].closed": _OPEN,
        "improvements.improvements[].findings": "where the control is not judged it does not fail; with no pass at all it fails",
    },
    "improvement/planned": {
        "records.improvement[].milestones": "a step that is not planned is not too far off; without any the control fails",
    },
    "improvement/problems_taken_up": {"records.drill": "a drill that was not held showed nothing weak"},
    "improvement/roles_kept": {
        "records.improvement": _IMPROVEMENT,
        "records.improvement[].approved_by": "null: not approved yet; improvement/planned demands it",
        "records.improvement[].verified_by": "null: not verified yet; improvement/carried_out demands it",
    },
    "satisfaction/complaints_handled": {
        "records.complaint": "a complaint that was not made asks for no answer; without any the control fails",
    },
}
