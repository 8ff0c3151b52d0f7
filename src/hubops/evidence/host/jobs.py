"""What recurring jobs are: their timers as systemd sees them, and the records that they leave behind."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .probe import Probe

_DAY = 86400


def days_since(moment: float | None) -> int | None:
    """Whole days from a Unix time until now, less than 0 where it lies ahead; None where there is none."""
    return None if moment is None else int((time.time() - moment) // _DAY)


def states(probe: Probe, names: Sequence[str]) -> list[dict[str, Any]]:
    """Each unit by name, in the order given: {"name", "enabled", "active"}; both are false where it does not exist."""
    said = probe.run(["systemctl", "show", "-p", "Id,UnitFileState,ActiveState", *names])
    if said is None and not probe.unreadable:
        probe.note("systemctl", "this host has no systemd; no other service manager is read")
    found = {}
    for block in (said or "").strip().split("\n\n"):
        fields = dict(line.partition("=")[::2] for line in block.splitlines())
        found[fields.get("Id", "")] = fields
    return [
        {
            "name": name,
            "enabled": found.get(name, {}).get("UnitFileState") in ("enabled", "enabled-runtime"),
            "active": found.get(name, {}).get("ActiveState") == "active",
        }
        for name in names
    ]


def record(probe: Probe, path: str) -> dict[str, Any] | None:
    """What a job wrote of its last run; None where it never ran.

    A record that somebody other than root could have written is no evidence: it is noted as unreadable.
    """
    status = probe.stat(path, follow=False)
    if status is None:
        return None
    if status["owner"] != "root" or int(str(status["mode"]), 8) & 0o022:
        probe.note(path, "not only root may write it")
        return None
    try:
        said = json.loads(probe.read(path) or "")
        float(said["finished"])
    except (ValueError, TypeError, KeyError):
        probe.note(path, "no record of a run")
        return None
    return dict(said)
