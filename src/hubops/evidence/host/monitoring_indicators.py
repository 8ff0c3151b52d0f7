"""What the monitoring server has measured of availability and response in the last 30 days, or since there are data.

A host or a probe that it asks and cannot tell of has null, which is neither 0 nor 100 %.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Callable

WINDOW_DAYS = 30
_WINDOW = f"{WINDOW_DAYS}d"
_STEP = 300
"""Seconds of one step in which something was measured or not; Prometheus takes no older value for the present."""
_PATIENCE = "4s"
_DAY = 86400

_HOSTS = 'up{job="node"}'
_PROBES = 'probe_success{job="probe"}'
# Series of one name follow each other where other labels change, so each weighs as much as it has values.
_AVAILABLE = (
    "100 * sum by (instance) (sum_over_time({0}[{1}])) / sum by (instance) (count_over_time({0}[{1}]))"
)
_SINCE = "max by (instance) (time() - min_over_time(timestamp({0})[{1}:{2}s]))"
_STEPS = "sum by (instance) (count_over_time({0}[{1}:{2}s]))"
# A platform that refuses at once does not answer fast: only probes that succeeded have a time.
_RESPONSE = (
    "max by (instance) (quantile_over_time(0.95, "
    f'(probe_duration_seconds{{job="probe"}} and on (instance) {_PROBES} == 1)[{_WINDOW}:1m]))'
)


def indicators(data: Callable[[str], dict[str, Any]], targets: list[dict[str, Any]]) -> dict[str, Any]:
    """The indicators of each host and each probe among the targets; `data` asks the server."""

    def asked(query: str) -> dict[str, float]:
        return _by_instance(data(f"/api/v1/query?timeout={_PATIENCE}&query={quote(query)}").get("result"))

    def measured(job: str, series: str) -> list[dict[str, Any]]:
        names = sorted({one["instance"] for one in targets if one["job"] == job})
        if not names:
            return []
        available, since, steps = (
            asked(query.format(series, _WINDOW, _STEP)) for query in (_AVAILABLE, _SINCE, _STEPS)
        )
        return [_one(name, available.get(name), since.get(name), steps.get(name)) for name in names]

    hosts, probes = measured("node", _HOSTS), measured("probe", _PROBES)
    response = asked(_RESPONSE) if probes else {}
    return {
        "window_days": WINDOW_DAYS,
        "hosts": hosts,
        "probes": [{**one, "response_seconds": _rounded(response.get(one["name"]))} for one in probes],
    }


def _one(name: str, available: float | None, since: float | None, steps: float | None) -> dict[str, Any]:
    """What is known of one: how available it was, since when it is asked, and in how much of that time it was."""
    if available is not None and since is None and steps is None:
        since = 0.0  # its first step is not over
    share = None if not since or steps is None else min(100.0, 100 * (steps + 1) * _STEP / since)
    return {
        "name": name,
        "availability_percent": _rounded(available),
        "days": None if since is None else _rounded(min(since / _DAY, WINDOW_DAYS)),
        "measured_percent": _rounded(share),
    }


def _by_instance(result: Any) -> dict[str, float]:
    """Each instance's value of a query; what is no number is not there."""
    found = {}
    for one in result if isinstance(result, list) else []:
        try:
            value = float(one["value"][1])
            name = str(one["metric"]["instance"])
        except (IndexError, KeyError, TypeError, ValueError):
            continue
        if math.isfinite(value):
            found[name] = value
    return found


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
