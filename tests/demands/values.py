"""What demands are made of."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from hubops.model import Json

Demand = Callable[[Any, Any], bool]
"""Of the sections by name, with the day of judging as `today`, and of the control's params."""


def on_container(evidence: Any, params: Any) -> bool:
    """A demand of what a container cannot show: it has no kernel, disks or packet log of its own."""
    return bool(evidence["os"]["platform"] == "container")


def within(value: Json, low: float, high: float = float("inf")) -> bool:
    return type(value) in (int, float) and low <= value <= high


def bits(mode: Json) -> int:
    """The permission bits of an octal number; ValueError if it is none."""
    if not re.fullmatch(r"[0-7]{3,4}", mode, re.ASCII):
        raise ValueError(mode)
    return int(mode, 8) & 0o777


def no_wider(mode: Json, most: int) -> bool:
    return bits(mode) & ~most == 0


def day(text: Json) -> date:
    """The day; ValueError or TypeError if it is none."""
    return datetime.strptime(text, "%Y-%m-%d").date()


def reached(text: Json, today: date) -> bool:
    return text is not None and day(text) <= today


def over(text: Json, today: date) -> bool:
    """The day itself still counts."""
    return text is not None and day(text) < today


def lasts(thing: Json, today: date) -> bool:
    return not over(thing["expires"], today)


def alike(lists: Iterable[Json]) -> bool:
    """Whether no two are the same."""
    values = list(lists)
    return len(values) == len(set(values))
