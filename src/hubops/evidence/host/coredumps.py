"""Section `coredumps`: whether a program that crashes leaves its memory behind.

Three settings speak of it: PAM's limits for sessions, the service manager's default for
services, and what systemd-coredump keeps. Which program gets the dumps is in `sysctl`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .settings import systemd_settings

if TYPE_CHECKING:
    from .probe import Probe

_SHOW = ["systemctl", "show", "--property=DefaultLimitCORE"]


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/coredumps.json."""
    settings = systemd_settings(probe, "systemd/coredump.conf")
    return {
        "session_limits": _session_limits(probe),
        "service_limit": _service_limit(probe),
        "collector": {
            # An empty value means systemd's own default.
            "storage": settings.get("Coredump.Storage") or "external",
            "process_size_max": settings.get("Coredump.ProcessSizeMax") or "default",
        },
    }


def _session_limits(probe: Probe) -> list[dict[str, str]]:
    """The hard limit of each domain, the last line of it (limits.conf(5)); `-` sets both limits."""
    found = {}
    for path in ["/etc/security/limits.conf", *probe.glob("/etc/security/limits.d/*.conf")]:
        for line in probe.lines(path):
            words = line.partition("#")[0].split()
            if len(words) >= 4 and words[2] == "core" and words[1] in ("hard", "-"):
                found[words[0]] = {"domain": words[0], "value": words[3], "path": path}
    return [found[domain] for domain in sorted(found)]


def _service_limit(probe: Probe) -> str | None:
    """The most that a service may dump unless its unit says otherwise, as the manager has it now."""
    said = (probe.run(_SHOW) or "").strip()
    name, _, value = said.partition("=")
    if name == "DefaultLimitCORE" and value:
        return value
    probe.note("systemctl show", f"it tells no DefaultLimitCORE: {said}")
    return None
