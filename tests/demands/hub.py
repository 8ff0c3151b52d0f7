"""What the controls of records demand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from demands.values import Demand, day, over, reached, within

from hubops.model import Json


def _in_force(e: Any, kind: str, **fields: str) -> list[Any]:
    return [
        document
        for document in e["records"][kind]
        if all(document[name] == value for name, value in fields.items())
        and reached(document["issued"], e["today"])
        and not reached(document["withdrawn"], e["today"])
    ]


def _plans(fits: Any) -> Demand:
    """There are emergency plans in force, and each fits."""

    def demand(e: Any, p: Any) -> bool:
        plans = _in_force(e, "emergency_plan")
        return bool(plans) and all(fits(plan, e, p) for plan in plans)

    return demand


def _days_ago(text: Json, today: date) -> int:
    return (today - day(text)).days


def _indicators(plan: Json, e: Any, p: Any) -> bool:
    found = plan["indicators"]
    return found["response_minutes"] <= found["rto_minutes"]


def _drilled(plan: Json, e: Any, p: Any) -> bool:
    return any(
        drill["plan"] == plan["id"] and within(_days_ago(drill["held"], e["today"]), 0, p["days"])
        for drill in e["records"]["drill"]
    )


def _revised(plan: Json, e: Any, p: Any) -> bool:
    drills = [
        drill["held"]
        for drill in e["records"]["drill"]
        if drill["plan"] == plan["id"] and (drill["weaknesses"] > 0 or drill["outcome"] == "failed")
    ]
    incidents = [
        incident["found"]
        for incident in e["records"]["incident"]
        if incident["plan"] == plan["id"] and incident["plan_failed"]
    ]
    return all(
        reached(plan["revised"], e["today"]) and day(plan["revised"]) >= day(shown)
        for shown in drills + incidents
        if _days_ago(shown, e["today"]) > p["days"]
    )


def _signed(e: Any, topic: str, **fields: str) -> bool:
    """Somebody or some party signed an agreement that still holds."""
    return any(
        agreement["topic"] == topic
        and all(agreement[name] == value for name, value in fields.items())
        and reached(agreement["signed"], e["today"])
        and not over(agreement["expires"], e["today"])
        for agreement in e["records"]["agreement"]
    )


def _active(person: Json, today: date) -> bool:
    return reached(person["joined"], today) and not over(person["left"], today)


def _can_enter(person: Json, today: date) -> bool:
    return (
        person["access"]
        and reached(person["joined"], today)
        and not reached(person["access_withdrawn"], today)
    )


def _agreements(e: Any, p: Any) -> bool:
    people = e["records"]["person"]
    inside = [person for person in people if _can_enter(person, e["today"])]
    return bool(people) and all(_signed(e, "confidentiality", person=person["id"]) for person in inside)


def _holders(post: Json) -> Iterator[str]:
    yield from (one for one in (post["primary"], post["deputy"]) if one is not None)


def _certificates(e: Any, p: Any) -> bool:
    held = {
        (person["id"], certificate["name"])
        for person in e["records"]["person"]
        for certificate in person["certificates"]
        if not over(certificate["expires"], e["today"])
    }
    posts = e["records"]["post"]
    return bool(posts) and all(
        (holder, name) in held for post in posts for holder in _holders(post) for name in post["requires"]
    )


def _separated(e: Any, p: Any) -> bool:
    powers = {"system_admin", "security_admin", "audit_admin"}
    posts = [post for post in e["records"]["post"] if post["role"] in powers]
    hands: dict[str, set[str]] = defaultdict(set)
    for post in posts:
        for holder in _holders(post):
            hands[holder].add(post["role"])
    held = {post["role"] for post in posts if post["primary"] is not None}
    return held == powers and all(len(roles) == 1 for roles in hands.values())


def _deputies(e: Any, p: Any) -> bool:
    active = {person["id"] for person in e["records"]["person"] if _active(person, e["today"])}
    posts = [post for post in e["records"]["post"] if post["key"]]
    return bool(posts) and all(
        len({post["primary"], post["deputy"]}) == 2 and {post["primary"], post["deputy"]} <= active
        for post in posts
    )


def _leavers(e: Any, p: Any) -> list[Any]:
    return [
        person
        for person in e["records"]["person"]
        if person["access"]
        and over(person["left"], e["today"])
        and (
            not reached(person["access_withdrawn"], e["today"])
            or (e["today"] - day(person["left"])).days <= p["look_back"]
        )
    ]


def _withdrawn_in_time(e: Any, p: Any) -> bool:
    def until(person: Json) -> date:
        withdrawn = person["access_withdrawn"]
        return day(withdrawn) if reached(withdrawn, e["today"]) else e["today"]

    return bool(e["records"]["person"]) and all(
        (until(person) - day(person["left"])).days <= p["days"] for person in _leavers(e, p)
    )


def _parties(e: Any, p: Any) -> bool:
    parties = e["records"]["party"]
    present = [party for party in parties if party["access"] and not over(party["ended"], e["today"])]
    return {"operator", "builder"} <= {party["role"] for party in parties} and all(
        _signed(e, "confidentiality", party=party["id"])
        and (party["role"] not in ("builder", "supplier") or _signed(e, "security", party=party["id"]))
        for party in present
    )


def _covered(e: Any, p: Any) -> bool:
    def on_duty(at: date) -> bool:
        return any(
            day(duty["starts"]) <= at <= day(duty["ends"])
            and any(
                person["id"] == duty["person"]
                and day(person["joined"]) <= at
                and (person["left"] is None or at <= day(person["left"]))
                for person in e["records"]["person"]
            )
            for duty in e["records"]["roster"]
        )

    return all(on_duty(e["today"] + timedelta(days=ahead)) for ahead in range(p["days_ahead"] + 1))


def _full_time(e: Any, p: Any) -> bool:
    people = e["records"]["person"]
    ours = {
        party["id"] for party in e["records"]["party"] if party["role"] in ("competent_authority", "operator")
    }
    staff = {
        person["id"]
        for person in people
        if _active(person, e["today"]) and person["employment"] == "full_time" and person["party"] in ours
    }
    heads = [post["primary"] for post in e["records"]["post"] if post["role"] == "security_admin"]
    heads = [head for head in heads if head is not None]
    employment = [[person["employment"] for person in people if person["id"] == head] for head in heads]
    return (
        len(staff) >= p["full_time"] and bool(heads) and all(set(one) == {"full_time"} for one in employment)
    )


def _trained(e: Any, p: Any) -> bool:
    people = e["records"]["person"]
    due = [
        person["id"]
        for person in people
        if person["access"]
        and _active(person, e["today"])
        and _days_ago(person["joined"], e["today"]) > p["newcomer_days"]
    ]
    return bool(people) and all(
        any(
            session["topic"] == topic
            and who in session["attended"]
            and within(_days_ago(session["held"], e["today"]), 0, p["days"])
            for session in e["records"]["training"]
        )
        for who in due
        for topic in p["topics"]
    )


def _duties(e: Any, p: Any) -> bool:
    parties = [party for party in e["records"]["party"] if not over(party["ended"], e["today"])]
    roles = {party["role"] for party in parties}
    return set(p["roles"]) <= roles and all(party["duties"] for party in parties)


def _norms(e: Any, p: Any) -> bool:
    norms = {regime["id"] for regime in _in_force(e, "regime", topic="work_norm")}
    posts = e["records"]["post"]
    return bool(posts) and all(post["norm"] in norms for post in posts)


def _reviewed(e: Any, p: Any) -> bool:
    regimes = _in_force(e, "regime", topic="security")
    return bool(regimes) and all(
        regime["approved_by"] is not None
        and any(
            at is not None and within(_days_ago(at, e["today"]), 0, p["days"])
            for at in (regime["issued"], regime["reviewed"])
        )
        for regime in regimes
    )


DEMANDS: dict[str, Demand] = {
    "emergency/indicators_set": _plans(_indicators),
    "emergency/plan_per_scenario": lambda e, p: (
        set(p["scenarios"]) <= {plan["scenario"] for plan in _in_force(e, "emergency_plan")}
    ),
    "emergency/plans_drilled": _plans(_drilled),
    "emergency/plans_revised": _plans(_revised),
    "people/agreements_signed": _agreements,
    "people/certificates_held": _certificates,
    "people/conflicting_posts_separated": _separated,
    "people/deputies_named": _deputies,
    "people/leavers_access_withdrawn": _withdrawn_in_time,
    "people/parties_under_agreement": _parties,
    "people/roster_covered": _covered,
    "people/staff_full_time": _full_time,
    "people/training_current": _trained,
    "regimes/duties_defined": _duties,
    "regimes/posts_have_norms": _norms,
    "regimes/security_regime_reviewed": _reviewed,
    "regimes/topics_covered": lambda e, p: (
        set(p["topics"]) <= {regime["topic"] for regime in _in_force(e, "regime")}
    ),
}

IRRELEVANT: dict[str, Demand] = {
    "people/leavers_access_withdrawn": lambda e, p: bool(e["records"]["person"]) and not _leavers(e, p),
}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
_POST = "a post that does not exist demands nothing; without any the control fails"
_STAFF = "somebody who is not on the staff owes nothing; without anybody the control fails"
_DRAFT = "a plan that is not issued is not in force; emergency/plan_per_scenario demands those that must be"
_NO_END = "without an end it holds for ever, as the schema says"
COMPLIES: dict[str, dict[str, str]] = {
    "emergency/indicators_set": {
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
    },
    "emergency/plans_drilled": {
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
    },
    "emergency/plans_revised": {
        "records.drill": "a drill that was not held showed nothing; emergency/plans_drilled demands it",
        "records.emergency_plan": _DRAFT,
        "records.emergency_plan[].issued": _DRAFT,
        "records.incident": "what did not happen showed nothing; without a plan the control fails",
        "records.incident[].plan": "null: no plan was used",
    },
    "people/agreements_signed": {
        "records.agreement[].expires": _NO_END,
        "records.person": _STAFF,
    },
    "people/certificates_held": {
        "records.person[].certificates[].expires": _NO_END,
        "records.post": _POST,
        "records.post[].primary": "nobody holds the post; people/deputies_named judges vacancies",
        "records.post[].requires": "the post demands no certificate",
    },
    "people/conflicting_posts_separated": {
        "records.post[].deputy": "nobody deputises, so nobody has both posts; people/deputies_named judges that",
    },
    "people/deputies_named": {
        "records.person[].left": "null: still there, so the post is held",
        "records.post": _POST,
    },
    "people/leavers_access_withdrawn": {
        "records.person": "nobody left; without anybody the control fails",
        "records.person[].left": "null: still there",
    },
    "people/training_current": {"records.person": _STAFF},
    "regimes/posts_have_norms": {"records.post": _POST},
    "regimes/topics_covered": {"records.regime[].withdrawn": "null: never withdrawn, so in force"},
}
