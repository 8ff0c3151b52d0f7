"""Section `apparmor`: mandatory access control as the kernel enforces it.

What it says of processes is what runs, not what is installed: a service that was started before its
profile was loaded goes on unconfined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .os import in_container

if TYPE_CHECKING:
    from .probe import Probe

_PROFILES = "/sys/kernel/security/apparmor/profiles"
_LINE = re.compile(r"(.+) \((enforce|complain|kill|unconfined|prompt|user)\)")


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/apparmor.json; a container is asked nothing."""
    if in_container(probe):
        return {"enabled": None, "at_start": None, "profiles": [], "unconfined": []}
    enabled = (probe.read("/sys/module/apparmor/parameters/enabled") or "").strip() == "Y"
    profiles = _profiles(probe) if enabled else []
    return {
        "enabled": enabled,
        "at_start": probe.exists("/etc/systemd/system/sysinit.target.wants/apparmor.service"),
        "profiles": profiles,
        "unconfined": _unconfined(probe, {one["name"] for one in profiles}),
    }


def _profiles(probe: Probe) -> list[dict[str, str]]:
    """The loaded profiles by name; those inside another profile (`parent//child`) are listed like others."""
    text = probe.read(_PROFILES)
    if text is None:
        probe.note(_PROFILES, "AppArmor is on, and its profiles are not shown")
    found = []
    for line in (text or "").splitlines():
        match = _LINE.fullmatch(line)
        if match:
            found.append({"name": match[1], "mode": match[2]})
        else:
            probe.note(_PROFILES, f"a line is not understood: {line}")
    return sorted(found, key=lambda one: (one["name"], one["mode"]))


def _unconfined(probe: Probe, profiles: set[str]) -> list[str]:
    """The programs that run unconfined though a profile for them is loaded."""
    found = set()
    for link in probe.glob("/proc/[0-9]*/exe"):
        program = probe.link(link)
        if program and {program, program.rpartition("/")[2]} & profiles:
            folder = link.replace("/exe", "/attr")
            # The second is that of whichever security module comes first.
            label = probe.read(f"{folder}/apparmor/current") or probe.read(f"{folder}/current") or ""
            if label.strip("\0\n ") == "unconfined":
                found.add(program)
    return sorted(found)
