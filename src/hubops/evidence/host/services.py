"""Section `services`: systemd's services, timers and sockets, and whatever unit has failed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .unit_files import enablement

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_KINDS = (".service", ".timer", ".socket")
_LIST = ["systemctl", "list-units", "--all", "--plain", "--full", "--no-legend", "--no-pager"]

# Units that come and go with each login or connection would change the digest for nothing.
_PASSING = re.compile(r"(user|user-runtime-dir)@\d+\.service|.+@\d+-.*\.service|run-.*|session-.*")


def collect(probe: Probe) -> dict[str, Any]:
    """Each unit's states; `enabled` is None where it has no unit file, `load` None where it is not loaded."""
    listed = units(probe)
    names = sorted(name for name in listed if name.endswith(_KINDS) and not _PASSING.fullmatch(name))
    if not names and not probe.unreadable:
        probe.note("systemctl list-units", "it names no unit")
    return {
        "units": [{"name": name, **listed[name]} for name in names],
        "failed": sorted(name for name, unit in listed.items() if unit["active"] == "failed"),
    }


def units(probe: Probe) -> dict[str, dict[str, str | None]]:
    """All units by name: {"load", "active", "sub", "enabled"}, in systemd's own words.

    A unit that is not in memory is `inactive` and `dead`; one that is named but has no file is left out.
    """
    files = enablement(probe, _KINDS)
    found: dict[str, dict[str, str | None]] = {
        name: {"load": None, "active": "inactive", "sub": "dead", "enabled": state}
        for name, state in files.items()
        if state != "alias"
    }
    for name, load, active, sub in _listed(probe):
        if load != "not-found" or active == "failed":
            # An instance is enabled where its template is.
            state = files.get(name) or files.get(re.sub(r"@.*\.", "@.", name))
            found[name] = {"load": load, "active": active, "sub": sub, "enabled": state}
    return found


def _listed(probe: Probe) -> Iterator[list[str]]:
    """[name, load, active, sub] of each unit in memory."""
    said = probe.run(_LIST, timeout=60)
    if said is None and not probe.has("systemctl"):
        probe.note("systemctl", "this host has no systemd; no other service manager is read")
    for line in (said or "").split("\n"):
        fields = line.lstrip("\u25cf*\u00d7 ").split()
        if len(fields) >= 4:
            yield fields[:4]
        elif fields:
            probe.note("systemctl list-units", f"a line is not understood: {line.strip()}")
