"""What the controls demand that hold records against what hosts show."""

from __future__ import annotations

from typing import Any

from demands.values import Demand, day, over, reached

from hubops.model import Json

_POWERS = {"hub-sysadmins": "system_admin", "hub-secadmins": "security_admin", "hub-auditors": "audit_admin"}


def _all_seen(e: Any) -> bool:
    names = [host["name"] for host in e["estate"]["hosts"]]
    return bool(names) and set(names) == set(e["estate"]["inventory"])


def _accounts(e: Any) -> list[Json]:
    return [account for host in e["estate"]["hosts"] for account in host["accounts"]]


def _usable(account: Json) -> bool:
    return account["can_login"] or account["keys"] > 0


def _owners(e: Any, name: str) -> list[Json]:
    return [person for person in e["records"]["person"] if name in person["accounts"]]


def _persons(e: Any, p: Any) -> bool:
    mine = [a["name"] for a in _accounts(e) if _usable(a) and a["name"] not in p["programs"]]
    return _all_seen(e) and all(
        len({person["id"] for person in _owners(e, name)}) == 1
        and all(person["access"] for person in _owners(e, name))
        for name in mine
    )


def _leavers(e: Any, p: Any) -> bool:
    gone = {
        name
        for person in e["records"]["person"]
        if over(person["left"], e["today"])
        for name in person["accounts"]
    }
    open_ = {account["name"] for account in _accounts(e) if _usable(account)}
    return _all_seen(e) and bool(e["records"]["person"]) and not gone & open_


def _posts(e: Any, p: Any) -> bool:
    def powers(account: Json) -> set[str]:
        return {_POWERS[group] for group in account["groups"] if group in _POWERS}

    def roles(person: Json) -> set[str]:
        return {
            post["role"] for post in e["records"]["post"] if person["id"] in (post["primary"], post["deputy"])
        }

    administrators = [account for account in _accounts(e) if powers(account)]
    return _all_seen(e) and bool(e["records"]["post"]) and all(
        powers(account) <= roles(person)
        for account in administrators
        for person in _owners(e, account["name"])
        if not over(person["left"], e["today"])
    ) and all(
        len({power for a in administrators if a["name"] in person["accounts"] for power in powers(a)}) <= 1
        for person in e["records"]["person"]
    )  # fmt: skip


def _drills(e: Any, p: Any) -> bool:
    scenario = {plan["id"]: plan["scenario"] for plan in e["records"]["emergency_plan"]}

    def supported(drill: Json) -> bool:
        ago = (e["today"] - day(drill["held"])).days
        return any(
            held["id"] == drill["record"] and held["passed"] and abs(held["days"] - ago) <= 1
            for host in e["estate"]["hosts"]
            for held in host["drills"]
        )

    return _all_seen(e) and bool(e["records"]["drill"]) and all(
        supported(drill)
        for drill in e["records"]["drill"]
        if drill["form"] == "exercise" and drill["outcome"] == "passed"
        if reached(drill["held"], e["today"]) and (e["today"] - day(drill["held"])).days <= p["days"]
        if scenario.get(drill["plan"]) in p["scenarios"]
    )  # fmt: skip


def _registered(e: Any, p: Any) -> bool:
    used = [
        asset
        for asset in e["records"]["asset"]
        if reached(asset["acquired"], e["today"]) and not over(asset["disposed"], e["today"])
    ]
    named = [asset["host"] for asset in used if asset["host"] is not None]
    run = [
        host
        for system in e["records"]["system"]
        if reached(system["opened"], e["today"]) and not over(system["retired"], e["today"])
        for host in system["hosts"]
    ]
    return (
        set(named) == set(e["estate"]["inventory"])
        and all(len({a["id"] for a in used if a["host"] == host}) == 1 for host in named)
        and set(run) <= set(named)
    )


def _recent_updates(e: Any, p: Any) -> list[Json]:
    return [
        update for update in e["estate"]["updates"] if (e["today"] - day(update["day"])).days <= p["days"]
    ]


def _updates(e: Any, p: Any) -> bool:
    def covered(update: Json, change: Json) -> bool:
        at = day(update["day"])
        return (
            change["stack"] == update["stack"]
            and change["approved"] is not None
            and day(change["approved"]) <= at
            and (
                (change["done"] is not None and day(change["done"]) == at)
                or (change["standing_until"] is not None and at <= day(change["standing_until"]))
            )
        )

    return all(
        any(covered(update, change) for change in e["records"]["change"]) for update in _recent_updates(e, p)
    )


DEMANDS: dict[str, Demand] = {
    "assets/match_inventory": _registered,
    "changes/stack_updates_approved": _updates,
    "emergency/drills_supported": _drills,
    "people/accounts_have_persons": _persons,
    "people/leavers_have_no_accounts": _leavers,
    "people/powers_match_posts": _posts,
}
IRRELEVANT: dict[str, Demand] = {
    "changes/stack_updates_approved": lambda e, p: not _recent_updates(e, p),
}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
_NOBODY = "an account of nobody is people/accounts_have_persons' business, which denies it"
COMPLIES: dict[str, dict[str, str]] = {
    "changes/stack_updates_approved": {"estate.updates": "what was never changed needs no approval"},
    "emergency/drills_supported": {
        "records.emergency_plan": "a drill of a plan that is not recorded is refused where records are read"
    },
    "people/leavers_have_no_accounts": {
        "records.person": _NOBODY,
        "records.person[].accounts": _NOBODY,
        "records.person[].left": "null: still there",
    },
    "people/powers_match_posts": {"records.person": _NOBODY, "records.person[].accounts": _NOBODY},
}
