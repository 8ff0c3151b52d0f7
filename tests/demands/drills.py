"""What the controls of drills demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand, within


def _here(e: Any) -> list[Any]:
    """The records; none where this host does not keep them, KeyError or TypeError where nobody was named."""
    settings = e["drills"]["settings"]
    return list(e["drills"]["records"]) if settings["here"] is True and settings["keeper"] != "" else []


def _held(kind: str) -> Demand:
    def demand(e: Any, p: Any) -> bool:
        return any(
            one["kind"] == kind and one["passed"] is True and within(one["days"], 0, p["max_days"])
            for one in _here(e)
        )

    return demand


def _last(e: Any) -> list[Any]:
    """Of each kind the newest, which comes first."""
    return list({one["kind"]: one for one in reversed(_here(e))}.values())


def _kept(one: Any) -> bool:
    return one["numbers"] != [] and all(
        within(number["measured"], 0, number["promised"]) for number in one["numbers"]
    )


def _elsewhere(e: Any, p: Any) -> bool:
    settings = e["drills"]["settings"]
    return settings["here"] is False and settings["keeper"] != ""


DEMANDS: dict[str, Demand] = {
    "drills/alert_held": _held("alert"),
    "drills/keeper_named": lambda e, p: e["drills"]["settings"]["keeper"] != "",
    "drills/last_passed": lambda e, p: _last(e) != [] and all(one["passed"] is True for one in _last(e)),
    "drills/promises_kept": lambda e, p: _last(e) != [] and all(map(_kept, _last(e))),
    "drills/restore_held": _held("restore"),
}
IRRELEVANT: dict[str, Demand] = dict.fromkeys(
    ("drills/alert_held", "drills/last_passed", "drills/promises_kept", "drills/restore_held"), _elsewhere
)
