"""What the controls of assets, operation, changes and incidents demand of records."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from demands.values import Demand, day, over, reached, within

from hubops.model import Json


def _all(e: Any, kind: str) -> list[Any]:
    found: list[Any] = e["records"][kind]
    return found


def _ago(text: Json, today: date) -> int:
    return (today - day(text)).days


def _recent(text: Json, e: Any, days: int) -> bool:
    return text is not None and within(_ago(text, e["today"]), 0, days)


def _used(e: Any, kind: str, first: str, last: str) -> list[Any]:
    return [
        one for one in _all(e, kind) if reached(one[first], e["today"]) and not over(one[last], e["today"])
    ]


def _assets(e: Any) -> list[Any]:
    return _used(e, "asset", "acquired", "disposed")


def _media(e: Any) -> list[Any]:
    return _used(e, "media", "archived", "disposed")


def _systems(e: Any) -> list[Any]:
    return _used(e, "system", "opened", "retired")


def _active(person: Json, today: date) -> bool:
    return reached(person["joined"], today) and not over(person["left"], today)


def _held(e: Any) -> set[str]:
    """The posts with somebody in them."""
    there = {person["id"] for person in _all(e, "person") if _active(person, e["today"])}
    return {post["id"] for post in _all(e, "post") if post["primary"] in there}


def _procedures(e: Any, topic: str) -> list[Any]:
    return [
        one
        for one in _all(e, "procedure")
        if one["topic"] == topic
        and reached(one["issued"], e["today"])
        and not reached(one["withdrawn"], e["today"])
    ]


def _good_procedure(one: Json, e: Any, points: Iterable[str], days: int) -> bool:
    return (
        set(points) <= set(one["covers"])
        and one["approved_by"] is not None
        and any(_recent(one[name], e, days) for name in ("issued", "reviewed"))
    )


def _checks(e: Any, topic: str, days: int) -> list[Any]:
    return [
        one
        for one in _all(e, "operation_check")
        if one["topic"] == topic and reached(one["done"], e["today"]) and _recent(one["ends"], e, days)
    ]


def _followed(check: Json) -> bool:
    return bool(check["found"] <= len(check["problems"]) + len(check["incidents"]))


def _approved_by(one: Json, at: str) -> bool:
    return day(one["approved"]) <= day(at)


def _register(e: Any, p: Any) -> bool:
    assets = _assets(e)
    return bool(assets) and all(
        asset["tag"]
        and _recent(asset["inventoried"], e, p["days"])
        and (asset["importance"] not in p["valuable"] or asset["measures"])
        for asset in assets
    )


def _information(e: Any, p: Any) -> bool:
    rules = _procedures(e, "information")
    return (
        bool(rules)
        and all(_good_procedure(one, e, p["points"], p["days"]) for one in rules)
        and all(medium["information"] and medium["tag"] for medium in _media(e))
    )


def _media_controlled(e: Any, p: Any) -> bool:
    def kept(medium: Json) -> bool:
        return (
            medium["protected"]
            and medium["custodian"] in there
            and medium["counted_by"] not in (None, medium["custodian"])
            and _recent(medium["counted"], e, p["days"])
            and (medium["encrypted"] or medium["information"] not in p["sensitive"])
        )

    def handed_over(one: Json) -> bool:
        return (
            _approved_by(one, one["day"])
            and (one["sealed"] or one["purpose"] != "transport")
            and (
                one["purpose"] not in ("transport", "consultation")
                or reached(one["received"], e["today"])
                or _recent(one["day"], e, p["handover_days"])
            )
        )

    there = {person["id"] for person in _all(e, "person") if _active(person, e["today"])}
    lately = [
        one
        for one in _all(e, "handover")
        if one["media"] is not None and _recent(one["day"], e, p["look_back"])
    ]
    return bool(_media(e)) and all(map(kept, _media(e))) and all(map(handed_over, lately))


def _maintained(e: Any, p: Any) -> bool:
    def fits(asset: Json) -> bool:
        days = [asset["acquired"]]
        days += [job["done"] for job in _all(e, "maintenance") if asset["id"] in job["assets"]]
        every = asset["maintained_every"]
        return (
            asset["maintainer"] in _held(e)
            and within(every, 1, p["days"])
            and any(_recent(at, e, every) for at in days)
        )

    devices = [asset for asset in _assets(e) if asset["category"] in p["categories"]]
    return bool(devices) and all(map(fits, devices))


def _supervised(e: Any, p: Any) -> bool:
    own = {one["id"] for one in _all(e, "party") if one["role"] in ("competent_authority", "operator")}
    ours = {person["id"] for person in _all(e, "person") if person["party"] in own}
    jobs = [job for job in _all(e, "maintenance") if _recent(job["done"], e, p["look_back"])]
    return bool(jobs) and all(
        (job["by"] in ours or job["supervised_by"] in ours)
        and (job["approved_by"] is not None or (job["by"] in ours and job["form"] == "routine"))
        for job in jobs
    )


_ENDS = ("reuse", "scrapping")


def _taken_out(e: Any, p: Any) -> list[Any]:
    return [
        one
        for one in _all(e, "handover")
        if one["asset"] is not None and one["purpose"] not in _ENDS and _recent(one["day"], e, p["look_back"])
    ]


def _finished(e: Any, p: Any) -> list[Any]:
    return [
        one
        for one in _all(e, "handover")
        if one["purpose"] in _ENDS and _recent(one["day"], e, p["look_back"])
    ]


def _gone(e: Any, p: Any) -> list[Any]:
    storing = [asset for asset in _all(e, "asset") if asset["category"] in p["storing"]]
    return [one for one in storing + _all(e, "media") if _recent(one["disposed"], e, p["look_back"])]


def _wiped(e: Any, p: Any) -> bool:
    known = {
        one[name] for one in _all(e, "handover") if one["purpose"] in _ENDS for name in ("asset", "media")
    }
    return (
        bool(_all(e, "asset"))
        and bool(_finished(e, p) or _gone(e, p))
        and all(
            one["data"] in ("none", "wiped", "destroyed")
            and one["verified_by"] is not None
            and one["verified_by"] != one["carrier"]
            for one in _finished(e, p)
        )
        and all(one["id"] in known for one in _gone(e, p))
    )


def _manuals(e: Any, p: Any) -> bool:
    manuals = _procedures(e, "device_manual")
    described = {id_ for one in manuals for id_ in one["assets"]}
    devices = [
        asset["id"]
        for asset in _assets(e)
        if asset["category"] in p["categories"] and asset["importance"] in p["importance"]
    ]
    return (
        bool(devices)
        and set(devices) <= described
        and all(_good_procedure(one, e, p["points"], p["days"]) for one in manuals)
    )


def _logs(e: Any, p: Any) -> bool:
    charged = {
        post[name] for post in _all(e, "post") if post["role"] in p["roles"] for name in ("primary", "deputy")
    }
    checks = _checks(e, "log_analysis", p["days"])
    return bool(checks) and all(
        _followed(one) and set(p["sources"]) <= set(one["sources"]) and one["by"] in charged for one in checks
    )


def _daily(e: Any, p: Any) -> bool:
    rules = _procedures(e, "daily_inspection")
    owners = {one["owner"] for one in rules}
    inspectors = {
        post[name] for post in _all(e, "post") if post["id"] in owners for name in ("primary", "deputy")
    }
    checks = _checks(e, "daily_inspection", p["days"])
    return (
        bool(rules)
        and bool(checks)
        and all(_good_procedure(one, e, p["points"], p["review_days"]) for one in rules)
        and owners <= _held(e)
        and all(_followed(one) and one["by"] not in inspectors for one in checks)
    )


def _connections(e: Any, p: Any) -> bool:
    connections = _used(e, "outside_connection", "opened", "closed")
    checks = _checks(e, "outside_connections", p["days"])
    return (
        bool(connections)
        and bool(checks)
        and all(_followed(one) for one in checks)
        and all(
            _approved_by(one, one["opened"]) and _recent(one["checked"], e, p["days"]) for one in connections
        )
    )


def _accesses(e: Any, p: Any) -> bool:
    channels = {one["id"] for one in _all(e, "outside_connection") if one["purpose"] == "remote_maintenance"}

    def fits(one: Json) -> bool:
        opened, until = day(one["opened"]), day(one["until"])
        closed = None if one["closed"] is None else day(one["closed"])
        return (
            _approved_by(one, one["opened"])
            and bool(one["log"])
            and (until - opened).days <= p["open_days"]
            and (until >= e["today"] or (closed is not None and closed <= until))
            and (one["form"] == "tool" or one["connection"] in channels)
            and (not one["foreign"] or within((opened - day(one["scanned"])).days, 0, p["scan_days"]))
            and (
                one["form"] == "remote"
                or not reached(one["closed"], e["today"])
                or day(one["cleaned"]) >= closed
            )
        )

    lately = [one for one in _all(e, "maintenance_access") if _recent(one["opened"], e, p["look_back"])]
    return bool(lately) and all(map(fits, lately))


def _told(e: Any, p: Any) -> bool:
    due = [
        person["id"]
        for person in _all(e, "person")
        if person["access"]
        and _active(person, e["today"])
        and _ago(person["joined"], e["today"]) > p["newcomer_days"]
    ]
    return bool(_all(e, "person")) and all(
        any(
            notice["topic"] == topic
            and who in notice["confirmed_by"]
            and _recent(notice["given"], e, p["days"])
            for notice in _all(e, "awareness_notice")
        )
        for who in due
        for topic in p["topics"]
    )


def _cryptography(e: Any, p: Any) -> bool:
    products = [one for one in _all(e, "crypto_product") if not over(one["ended"], e["today"])]
    systems = [system["id"] for system in _systems(e) if system["level"] >= p["level"]]
    return (
        bool(systems)
        and set(systems) <= {id_ for one in products for id_ in one["systems"]}
        and all(
            one["certificate"]
            and not over(one["expires"], e["today"])
            and set(one["algorithms"]) <= set(p["algorithms"])
            and _recent(one["checked"], e, p["days"])
            for one in products
        )
    )


def _hired(e: Any) -> list[str]:
    return [
        party["id"]
        for party in _all(e, "party")
        if party["role"] == "supplier" and party["access"] and not over(party["ended"], e["today"])
    ]


def _outsourcing(e: Any, p: Any) -> bool:
    contracts = _used(e, "outsourcing", "signed", "expires")
    return (
        bool(_hired(e))
        and set(_hired(e)) <= {one["party"] for one in contracts}
        and all(
            one["selection"]
            and one["selected_by"]
            and one["scope"]
            and one["tasks"]
            and set(p["demands"]) <= set(one["demands"])
            and any(not over(proof["expires"], e["today"]) for proof in one["qualifications"])
            and any(_recent(one[name], e, p["days"]) for name in ("assessed", "signed"))
            for one in contracts
        )
    )


def _problems(e: Any, p: Any) -> bool:
    def fits(one: Json) -> bool:
        done = reached(one["closed"], e["today"])
        return (
            (day(one["due"]) - day(one["opened"])).days <= p[f"{one['severity']}_days"]
            and (done or not over(one["due"], e["today"]))
            and (not done or (one["solution"] is not None and one["confirmed_by"] is not None))
        )

    counted = [
        one
        for one in _all(e, "problem")
        if reached(one["opened"], e["today"])
        and (_recent(one["opened"], e, p["look_back"]) or not reached(one["closed"], e["today"]))
    ]
    closed = [one for one in counted if reached(one["closed"], e["today"])]
    in_time = [one for one in closed if day(one["closed"]) <= day(one["due"])]
    return (
        bool(counted)
        and all(map(fits, counted))
        and (not closed or 100 * len(in_time) >= p["in_time"] * len(closed))
    )


def _assessed(e: Any, p: Any) -> bool:
    lately = [one for one in _all(e, "risk_assessment") if _recent(one["held"], e, p["days"])]
    return (
        bool(_systems(e))
        and all(one["report"] and one["accepted_by"] for one in lately)
        and all(
            any(one["form"] == form and system["id"] in one["systems"] for one in lately)
            for system in _systems(e)
            for form in p["forms"]
        )
    )


def _treated(e: Any, p: Any) -> bool:
    def fits(risk: Json) -> bool:
        if risk["treatment"] is None:
            return _recent(risk["identified"], e, p["decide_days"])
        if risk["treatment"] == "accept":
            return risk["rating"] in p["acceptable"] and _recent(risk["accepted"], e, p["accept_days"])
        return (day(risk["due"]) - day(risk["identified"])).days <= p["treat_days"] and (
            reached(risk["closed"], e["today"]) or not over(risk["due"], e["today"])
        )

    risks = [risk for risk in _all(e, "risk") if reached(risk["identified"], e["today"])]
    return bool(risks) and all(map(fits, risks))


def _after(later: Json, earlier: Json, e: Any, days: int) -> bool:
    """It was done on the day or soon after, or there is still time."""
    if later is None or day(later) > e["today"]:
        return _recent(earlier, e, days) and (later is None or (day(later) - day(earlier)).days <= days)
    return within((day(later) - day(earlier)).days, 0, days)


def _approved(e: Any, p: Any) -> bool:
    def fits(one: Json) -> bool:
        weighty = one["form"] == "deployment" or one["impact"] == "high"
        return (
            bool(one["plan"])
            and bool(one["log"])
            and one["reviewed_by"] is not None
            and one["reviewed_by"] != one["requested_by"]
            and _approved_by(one, one["done"])
            and _after(one["base_updated"], one["done"], e, p["base_days"])
            and (
                not weighty
                or (
                    _after(one["accepted"], one["done"], e, p["accept_days"])
                    and one["accepted_by"] != one["by"]
                )
            )
        )

    lately = [one for one in _all(e, "change") if _recent(one["done"], e, p["look_back"])]
    return bool(lately) and all(map(fits, lately))


def _undone(e: Any, p: Any) -> bool:
    def fits(one: Json) -> bool:
        unrehearsed = one["impact"] in p["rehearse"] and reached(one["done"], e["today"])
        return (
            all(one[name] is not None for name in ("stop_when", "undo", "undone_by"))
            and one["outcome"] != "failed"
            and (not unrehearsed or day(one["rehearsed"]) <= day(one["done"]))
        )

    counted = [
        one
        for one in _all(e, "change")
        if reached(one["approved"], e["today"])
        and (not reached(one["done"], e["today"]) or _recent(one["done"], e, p["look_back"]))
    ]
    return bool(counted) and all(map(fits, counted))


def _reported(e: Any, p: Any) -> bool:
    def in_time(at: Json, found: Json) -> bool:
        if not reached(at, e["today"]):
            return _recent(found, e, p["report_days"]) and (
                at is None or (day(at) - day(found)).days <= p["report_days"]
            )
        return (day(at) - day(found)).days <= p["report_days"]

    incidents = _all(e, "incident")
    lately = [one for one in incidents if _recent(one["found"], e, p["look_back"])]
    return (
        bool(_checks(e, "incidents", p["days"]))
        and all(
            one["found"]
            == sum(day(one["starts"]) <= day(other["found"]) <= day(one["ends"]) for other in incidents)
            for one in _checks(e, "incidents", p["look_back"])
        )
        and all(in_time(one["reported"], one["found"]) for one in lately)
        and all(in_time(one["authority_told"], one["found"]) for one in lately if one["level"] in p["grave"])
    )


def _handled(e: Any, p: Any) -> bool:
    topics = ("incident", "incident_outage", "incident_leak")
    own = {"outage": "incident_outage", "leak": "incident_leak"}
    topic_of = {one["id"]: one["topic"] for one in _all(e, "procedure")}
    return all(
        _procedures(e, topic)
        and all(_good_procedure(one, e, p["points"], p["days"]) for one in _procedures(e, topic))
        for topic in topics
    ) and all(
        topic_of.get(one["procedure"]) == own.get(one["category"], "incident")
        and one["handled_by"] is not None
        for one in _all(e, "incident")
        if _recent(one["found"], e, p["look_back"])
    )


def _counted_incidents(e: Any, p: Any) -> list[Any]:
    return [
        one
        for one in _all(e, "incident")
        if _recent(one["found"], e, p["look_back"]) or not reached(one["closed"], e["today"])
    ]


def _lessons(e: Any, p: Any) -> bool:
    return bool(_counted_incidents(e, p)) and all(
        all(one[name] for name in ("cause", "evidence", "lessons", "log"))
        if reached(one["closed"], e["today"])
        else _recent(one["found"], e, p["days"])
        for one in _counted_incidents(e, p)
    )


def _framework(e: Any, p: Any) -> bool:
    frameworks = _procedures(e, "emergency_framework")
    plans = {
        plan["id"]
        for plan in _all(e, "emergency_plan")
        if reached(plan["issued"], e["today"]) and not reached(plan["withdrawn"], e["today"])
    }
    return (
        len(frameworks) == 1
        and plans <= set(frameworks[0]["plans"])
        and _good_procedure(frameworks[0], e, p["points"], p["days"])
    )


DEMANDS: dict[str, Demand] = {
    "assets/information_governed": _information,
    "assets/maintained": _maintained,
    "assets/maintenance_supervised": _supervised,
    "assets/media_controlled": _media_controlled,
    "assets/inventoried": _register,
    "assets/systems_owned": lambda e, p: (
        bool(_systems(e)) and {system["owner"] for system in _systems(e)} <= _held(e)
    ),
    "assets/taken_out_safely": lambda e, p: (
        bool(_all(e, "asset"))
        and bool(_taken_out(e, p))
        and all(_approved_by(one, one["day"]) and one["data"] != "readable" for one in _taken_out(e, p))
    ),
    "assets/wiped_before_reuse": _wiped,
    "changes/approved_first": _approved,
    "changes/can_be_undone": _undone,
    "emergency/plans_share_framework": _framework,
    "incidents/lessons_drawn": _lessons,
    "incidents/procedures_kept": _handled,
    "incidents/reported_in_time": _reported,
    "operation/cryptography_certified": _cryptography,
    "operation/inspected_daily": _daily,
    "operation/logs_analysed": _logs,
    "operation/maintenance_access_closed": _accesses,
    "operation/manuals_followed": _manuals,
    "operation/outside_connections_approved": _connections,
    "operation/outsourcing_agreed": _outsourcing,
    "operation/people_told": _told,
    "operation/problems_solved": _problems,
    "operation/risks_assessed": _assessed,
    "operation/risks_treated": _treated,
}

IRRELEVANT: dict[str, Demand] = {
    "assets/taken_out_safely": lambda e, p: bool(_all(e, "asset")) and not _taken_out(e, p),
    "assets/wiped_before_reuse": lambda e, p: (
        bool(_all(e, "asset")) and not _finished(e, p) and not _gone(e, p)
    ),
    "incidents/lessons_drawn": lambda e, p: (
        bool(_checks(e, "incidents", p["look_back"])) and not _counted_incidents(e, p)
    ),
    "operation/outsourcing_agreed": lambda e, p: bool(_all(e, "party")) and not _hired(e),
}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
_ASSET = "an asset that is not there asks for nothing; assets/inventoried demands those that must be"
_SYSTEM = "a system that does not exist demands nothing; without any the control fails"
_MEDIUM = "a medium that is not in the catalogue demands nothing; without any assets/media_controlled fails"
_HANDOVER = "what never left its place gave nothing away"
_CHANGE = "a change that was never made needs nothing; without any the control fails"
_CHECK = "one of two checks is gone; without any the control fails"
_NO_END = "without an end it holds for ever, as the schema says"
COMPLIES: dict[str, dict[str, str]] = {
    "assets/information_governed": {"records.media": _MEDIUM},
    "assets/maintained": {"records.asset": _ASSET},
    "assets/maintenance_supervised": {
        "records.maintenance": "a job that was not done needed nobody; assets/maintained demands those that must be",
    },
    "assets/media_controlled": {
        "records.handover": _HANDOVER,
        "records.handover[].media": "null: no medium was handed over",
        "records.media": _MEDIUM,
        "records.person[].left": "null: still there, so the custodian is at work",
    },
    "assets/inventoried": {
        "records.asset": "an asset that is not there cannot be marked or counted; assets/match_inventory demands hosts"
    },
    "assets/systems_owned": {"records.system": _SYSTEM},
    "assets/taken_out_safely": {
        "records.handover": _HANDOVER,
        "records.handover[].asset": "null: no device was taken out",
    },
    "assets/wiped_before_reuse": {
        "records.asset": "what was never in the register did not leave it; without any asset the control fails",
        "records.asset[].disposed": "null: still in use",
    },
    "changes/approved_first": {
        "records.change": _CHANGE,
        "records.change[].done": "null: not made yet",
    },
    "changes/can_be_undone": {
        "records.change": _CHANGE,
        "records.change[].approved": "null: not approved, so it will not be made; changes/approved_first judges that",
        "records.change[].done": "null: not made yet, so there is time to rehearse",
        "records.change[].outcome": "null: it has not failed",
    },
    "emergency/plans_share_framework": {
        "records.emergency_plan": "a plan that does not exist is not beside the framework; emergency/plan_per_scenario "
        "demands those that must be",
        "records.emergency_plan[].issued": "null: a draft is not in force",
    },
    "incidents/lessons_drawn": {
        "records.incident": "what was not noticed teaches nothing; incidents/reported_in_time counts them",
    },
    "incidents/procedures_kept": {"records.incident": "what was not noticed was not handled"},
    "incidents/reported_in_time": {"records.operation_check": _CHECK},
    "operation/cryptography_certified": {
        "records.crypto_product": "what is not used needs no certificate; a system without any fails",
        "records.crypto_product[].algorithms": "an algorithm that is not set is not used; the schema demands one",
        "records.crypto_product[].expires": _NO_END,
        "records.system": _SYSTEM,
    },
    "operation/logs_analysed": {"records.operation_check": _CHECK},
    "operation/maintenance_access_closed": {
        "records.maintenance_access": "what was never let in does no harm; without any the control fails",
    },
    "operation/manuals_followed": {"records.asset": _ASSET},
    "operation/outside_connections_approved": {
        "records.outside_connection": "a connection that is not there needs no approval; without any the control fails",
    },
    "operation/outsourcing_agreed": {
        "records.outsourcing[].qualifications[].expires": _NO_END,
        "records.party": "who is not there operates nothing; without any party the control fails",
    },
    "operation/people_told": {
        "records.person": "who is not there need not be told; without anybody the control fails",
    },
    "operation/problems_solved": {
        "records.problem": "a problem that never came up needs no solution; without any the control fails",
    },
    "operation/risks_assessed": {"records.system": _SYSTEM},
    "operation/risks_treated": {
        "records.risk": "a risk that was not found needs no treatment; without any the control fails",
    },
}
