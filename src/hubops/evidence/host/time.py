"""Section `time`: which services keep the clock, from which sources, and how far off it is.

The clock's state is coarse on purpose (tenths of a second, reachable or not), so that an
unchanged host keeps its digest.
"""

from __future__ import annotations

import math
import os
from typing import TYPE_CHECKING, Any

from .services import units
from .settings import systemd_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_SERVICES = {
    "chrony": ("chrony.service", "chronyd.service"),
    "systemd-timesyncd": ("systemd-timesyncd.service",),
    "ntpsec": ("ntpsec.service",),
    "ntp": ("ntp.service", "ntpd.service"),
    "openntpd": ("openntpd.service",),
}
_CHRONY_MAIN = ("/etc/chrony/chrony.conf", "/etc/chrony.conf")
_CHRONY_STATES = {
    "*": "selected",
    "+": "combined",
    "-": "not_combined",
    "?": "unusable",
    "x": "falseticker",
    "~": "too_variable",
}


def collect(probe: Probe) -> dict[str, Any]:
    """The services that set the clock, the sources they are configured with, and the clock's state."""
    services = _services(probe)
    active = {service["name"] for service in services if service["active"]}
    return {
        "services": services,
        "sources": [*_chrony_sources(probe), *_timesyncd_sources(probe)],
        "clock": _chrony_clock(probe) if "chrony" in active else _timesyncd_clock(probe, active),
        "skew_seconds": None,  # whoever collects compares the clock with another one
        "chrony_peers": _chrony_peers(probe) if "chrony" in active else [],
    }


def _services(probe: Probe) -> list[dict[str, Any]]:
    """Each time service that is installed: [{"name", "enabled", "active"}]."""
    listed = units(probe)
    found = []
    for name, spellings in _SERVICES.items():
        states = [listed[unit] for unit in spellings if unit in listed]
        if states:
            found.append(
                {
                    "name": name,
                    "enabled": any(state["enabled"] in ("enabled", "enabled-runtime") for state in states),
                    "active": any(state["active"] == "active" for state in states),
                }
            )
    return found


def _chrony_sources(probe: Probe) -> Iterator[dict[str, str]]:
    """The servers, pools and peers of chrony's configuration, all included files read."""
    for path in _CHRONY_MAIN:
        if probe.exists(path):
            for words in _directives(probe, path, set()):
                if words[0].lower() in ("server", "pool", "peer") and len(words) > 1:
                    yield {"service": "chrony", "kind": words[0].lower(), "name": words[1]}
            return


def _directives(probe: Probe, path: str, seen: set[str]) -> Iterator[list[str]]:
    """The directives of a configuration file of chrony as words, those of included files in their place."""
    if path in seen:
        return
    seen.add(path)
    text = probe.read(path) or ""
    if path.endswith(".sources") and text and not text.endswith("\n"):
        # chronyd ignores an unfinished last line of a source file.
        text = text.rpartition("\n")[0]
    for line in text.split("\n"):
        words = line.split()
        if not words or words[0][0] in "!;#%":
            continue
        verb = words[0].lower()
        if verb == "include" and len(words) > 1:
            for other in probe.glob(words[1]):
                yield from _directives(probe, other, seen)
        elif verb in ("confdir", "sourcedir"):
            suffix = "conf" if verb == "confdir" else "sources"
            for other in _by_name(probe, words[1:], suffix):
                yield from _directives(probe, other, seen)
        else:
            yield words


def _by_name(probe: Probe, folders: list[str], suffix: str) -> list[str]:
    """The files of several folders by name; of two that are called alike the first folder's counts."""
    chosen: dict[str, str] = {}
    for folder in folders:
        for path in probe.glob(f"{folder}/*.{suffix}"):
            chosen.setdefault(os.path.basename(path), path)
    return [chosen[name] for name in sorted(chosen)]


def _timesyncd_sources(probe: Probe) -> Iterator[dict[str, str]]:
    """The servers of systemd-timesyncd; the fallback list only where no other server is named."""
    settings = systemd_settings(probe, "systemd/timesyncd.conf")
    named = settings.get("Time.NTP") or settings.get("Time.FallbackNTP") or ""
    for name in named.split():
        yield {"service": "systemd-timesyncd", "kind": "server", "name": name}


def _chrony_clock(probe: Probe) -> dict[str, Any]:
    """chrony's own view of the clock; fields of `tracking`: 4 is the offset in seconds, 13 the leap status."""
    fields = (probe.run(["chronyc", "-n", "-c", "tracking"]) or "").strip().split(",")
    try:
        return {
            "synchronised": fields[13] != "Not synchronised",
            "offset_within_seconds": _tenths(float(fields[4])),
        }
    except (IndexError, ValueError, OverflowError):
        probe.note("chronyc tracking", f"the answer is not understood: {','.join(fields)}")
        return {"synchronised": None, "offset_within_seconds": None}


def _tenths(offset: float) -> float:
    """The smallest tenth of a second that the offset stays within, at least 0.1."""
    return max(math.ceil(abs(offset) * 10), 1) / 10


def _timesyncd_clock(probe: Probe, active: set[str]) -> dict[str, Any]:
    """timesyncd marks a synchronised clock with a file; it tells no offset, nor do the others."""
    synchronised = None
    if "systemd-timesyncd" in active:
        synchronised = probe.exists("/run/systemd/timesync/synchronized")
    return {"synchronised": synchronised, "offset_within_seconds": None}


def _chrony_peers(probe: Probe) -> list[dict[str, Any]]:
    """The sources chronyd talks to now: [{"address", "state", "reachable"}], by address."""
    peers = []
    for line in (probe.run(["chronyc", "-n", "-c", "sources"]) or "").splitlines():
        fields = line.split(",")
        if len(fields) >= 6:
            state = _CHRONY_STATES.get(fields[1], "unusable")
            peers.append({"address": fields[2], "state": state, "reachable": fields[5].strip("0") != ""})
        else:
            probe.note("chronyc sources", f"a line is not understood: {line}")
    return sorted(peers, key=lambda peer: str(peer["address"]))
