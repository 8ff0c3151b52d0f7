"""What several roles ask of a host before they work on it: how old a thing is, and which units run."""

from __future__ import annotations

import json
import time

NEVER = 9999
"""The age in days of what has never been."""


def days_since(moment):
    """Whole days since a moment in seconds; NEVER for one that is still to come."""
    days = int((time.time() - moment) // 86400)
    return days if days >= 0 else NEVER


def record_days(path, steps):
    """Whole days since the run that a record tells of; NEVER where a step did not go well or there is none."""
    try:
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        return days_since(record["finished"]) if all(record[step] is True for step in steps) else NEVER
    except (OSError, ValueError, KeyError, TypeError):
        return NEVER


def unit_states(module, units):
    """(state of the file, whether it runs) of each unit, by name."""
    argv = ["systemctl", "show", "--property", "Id,UnitFileState,ActiveState", *units]
    _status, said, _err = module.run_command(argv)
    shown = [dict(line.partition("=")[::2] for line in block.splitlines()) for block in said.split("\n\n")]
    return {one.get("Id"): (one.get("UnitFileState"), one.get("ActiveState")) for one in shown}


def stopped(module, units):
    """The units that do not run now, or will not after the next start."""
    states = unit_states(module, units)
    return [name for name in units if states.get(name) != ("enabled", "active")]
