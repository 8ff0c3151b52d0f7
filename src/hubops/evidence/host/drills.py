"""Section `drills`: which host keeps the records of drills, and there the last of them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from .jobs import days_since, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_SETTINGS = "/etc/hubops/drills.json"
_RECORDS = "/var/lib/hubops/drills"
_MOST = 50
"""Records that are read, the newest; their names end with the time at which they were begun."""


def collect(probe: Probe) -> dict[str, Any]:
    """`settings` is None where no role has named the keeper; `records` are the newest first."""
    return {"settings": _settings(probe), "records": list(_records(probe))}


def _settings(probe: Probe) -> dict[str, Any] | None:
    if not probe.exists(_SETTINGS):
        return None
    try:
        said = json.loads(probe.read(_SETTINGS) or "")
        keeper, here = str(said["keeper"]), said["here"] is True
    except (ValueError, TypeError, KeyError):
        keeper, here = "", False
    if not keeper:
        probe.note(_SETTINGS, "no keeper of the records is named")
        return None
    return {"keeper": keeper, "here": here}


def _records(probe: Probe) -> Iterator[dict[str, Any]]:
    # Whatever the kind, the rest of the name is the time.
    paths = sorted(probe.glob(f"{_RECORDS}/*.json"), key=lambda path: path.partition("-")[2], reverse=True)
    for path in paths[:_MOST]:
        said = record(probe, path)
        if said is None:
            continue
        try:
            yield {
                "id": str(said["id"]),
                "kind": str(said["kind"]),
                "host": str(said["host"]),
                "source": _source(said),
                "days": days_since(float(said["finished"])),
                "passed": said["passed"] is True,
                "numbers": _numbers(said["measured"], said["promised"]),
            }
        except (ValueError, TypeError, KeyError, AttributeError):
            probe.note(path, "no record of a drill")


def _source(said: dict[str, Any]) -> str | None:
    """Whose data was restored; None where the drill restored none."""
    source = said.get("facts", {}).get("source")
    return None if source is None else str(source)


def _numbers(measured: dict[str, Any], promised: dict[str, Any]) -> list[dict[str, Any]]:
    """What was measured, by name, beside what was promised; None where the drill did not come so far."""
    return [
        {"name": name, "measured": _number(measured.get(name)), "promised": _number(promised.get(name))}
        for name in sorted({*measured, *promised})
    ]


def _number(said: Any) -> float | None:
    return None if said is None else float(said)
