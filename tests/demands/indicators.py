"""What the controls of the indicators of running the hub demand."""

from __future__ import annotations

from typing import Any

from demands.monitoring import elsewhere
from demands.values import Demand, within


def _indicators(e: Any) -> Any:
    return e["monitoring"]["central"]["indicators"]


def _available(e: Any, p: Any) -> bool:
    """Rounded as a reader sees it: to the hundredth of an hour."""
    found = _indicators(e)

    def held(kind: str, percent: float) -> bool:
        allowed = round(found["window_days"] * 24 * (100 - percent)) / 100
        return found[kind] != [] and all(
            within(one["availability_percent"], 0, 100)
            and within(one["days"], 0)
            and one["days"] * 24 * (100 - one["availability_percent"]) / 100 <= allowed + 0.005
            for one in found[kind]
        )

    return held("hosts", p["host_percent"]) and held("probes", p["platform_percent"])


def _measured(e: Any, p: Any) -> bool:
    every = [*_indicators(e)["hosts"], *_indicators(e)["probes"]]
    return _indicators(e)["hosts"] != [] and all(
        within(one["days"], 0) and (one["days"] < 1 or within(one["measured_percent"], p["measured_percent"]))
        for one in every
    )


def _fast(e: Any, p: Any) -> bool:
    probes = _indicators(e)["probes"]
    return probes != [] and all(within(one["response_seconds"], 0, p["max_seconds"]) for one in probes)


DEMANDS: dict[str, Demand] = {
    "monitoring/availability_kept": _available,
    "monitoring/indicators_measured": _measured,
    "monitoring/response_kept": _fast,
}

IRRELEVANT: dict[str, Demand] = dict.fromkeys(DEMANDS, elsewhere)
