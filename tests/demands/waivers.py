"""What the controls of a hub's exceptions demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand

from hubops.model import Json


def _in_force(e: Any) -> list[Json]:
    return [waiver for waiver in e["waivers"]["waivers"] if waiver["state"] == "in_force"]


def _narrow(waiver: Json) -> bool:
    everywhere = "*" in waiver["subjects"]
    of_thresholds = all(item.startswith("params.") for item in waiver["used_items"])
    return not waiver["idle_items"] and not waiver["idle_subjects"] and (not everywhere or of_thresholds)


DEMANDS: dict[str, Demand] = {
    "waivers/in_force": lambda e, p: all(w["state"] != "expired" for w in e["waivers"]["waivers"]),
    "waivers/end_prepared": lambda e, p: all(w["days_left"] >= p["days"] for w in _in_force(e)),
    "waivers/used": lambda e, p: all(w["used_items"] for w in _in_force(e)),
    "waivers/narrow": lambda e, p: all(_narrow(w) for w in _in_force(e) if w["used_items"]),
}

IRRELEVANT: dict[str, Demand] = {control: lambda e, p: not e["waivers"]["waivers"] for control in DEMANDS}
