"""What several demands on registers, procedures and checks need to say alike."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from demands.values import day, over, reached, within

from hubops.model import Json


def all_of(e: Any, kind: str) -> list[Any]:
    found: list[Any] = e["records"][kind]
    return found


def ago(text: Json, today: date) -> int:
    return (today - day(text)).days


def recent(text: Json, e: Any, days: int) -> bool:
    return text is not None and within(ago(text, e["today"]), 0, days)


def in_use(e: Any, kind: str, first: str, last: str) -> list[Any]:
    return [
        one for one in all_of(e, kind) if reached(one[first], e["today"]) and not over(one[last], e["today"])
    ]


def assets_in_use(e: Any) -> list[Any]:
    return in_use(e, "asset", "acquired", "disposed")


def media_in_use(e: Any) -> list[Any]:
    return in_use(e, "media", "archived", "disposed")


def systems_in_use(e: Any) -> list[Any]:
    return in_use(e, "system", "opened", "retired")


def active(person: Json, today: date) -> bool:
    return reached(person["joined"], today) and not over(person["left"], today)


def held_posts(e: Any) -> set[str]:
    """The posts with somebody in them."""
    there = {person["id"] for person in all_of(e, "person") if active(person, e["today"])}
    return {post["id"] for post in all_of(e, "post") if post["primary"] in there}


def procedures_on(e: Any, topic: str) -> list[Any]:
    return [
        one
        for one in all_of(e, "procedure")
        if one["topic"] == topic
        and reached(one["issued"], e["today"])
        and not reached(one["withdrawn"], e["today"])
    ]


def good_procedure(one: Json, e: Any, points: Iterable[str], days: int) -> bool:
    return (
        set(points) <= set(one["covers"])
        and one["approved_by"] is not None
        and any(recent(one[name], e, days) for name in ("issued", "reviewed"))
    )


def checks_on(e: Any, topic: str, days: int) -> list[Any]:
    return [
        one
        for one in all_of(e, "operation_check")
        if one["topic"] == topic and reached(one["done"], e["today"]) and recent(one["ends"], e, days)
    ]


def followed(check: Json) -> bool:
    return bool(check["found"] <= len(check["problems"]) + len(check["incidents"]))


def approved_by(one: Json, at: str) -> bool:
    return day(one["approved"]) <= day(at)
