"""Section `updates`: whether updates install themselves, and what is pending, held back or left over.

apt is asked to simulate with the package lists at hand, so that nothing is fetched; how old those lists are
is part of the facts. How long an update has been pending is known from the record that each run leaves.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from .jobs import days_since, record, states

if TYPE_CHECKING:
    from .probe import Probe

_TIMERS = ("apt-daily.timer", "apt-daily-upgrade.timer")
_PERIODIC = "/var/lib/apt/periodic"
_LISTS = "/var/lib/apt/lists"
_RECORD = "/var/lib/hubops/updates/status.json"
_SIMULATE = ["apt-get", "--simulate", "--quiet=2", "-o", "Debug::NoLocking=1"]
_INSTALL = re.compile(r"Inst (\S+) (?:\[\S+\] )?\((\S+) (.*?)(?: \[\S+\])?\)")
_NO = ("no", "false", "without", "off", "disable", "0", "")


def collect(probe: Probe) -> dict[str, Any]:
    """The settings of automatic updates, their timers and last run, the lists, and what is left to do."""
    options = _options(probe)
    stamp = probe.stat(f"{_PERIODIC}/upgrade-stamp")
    return {
        "installed": probe.has("unattended-upgrade"),
        "automatic": _automatic(options),
        "timers": states(probe, _TIMERS),
        "last_run_days": days_since(float(str(stamp["mtime"]))) if stamp else None,
        "lists": _lists(probe),
        "security_pending": _pending(probe),
        "held": sorted((probe.run(["apt-mark", "showhold"]) or "").split()),
        "obsolete": _obsolete(probe),
        "reboot": _reboot(probe),
    }


def _options(probe: Probe) -> dict[str, list[str]]:
    """apt's effective settings: name in lower case → its values, of which a list has several."""
    found: dict[str, list[str]] = {}
    for line in (probe.run(["apt-config", "dump"]) or "").split("\n"):
        match = re.match(r'([\w:.-]+?)(?:::)? "(.*)";$', line)
        if match and match[2]:
            found.setdefault(match[1].lower(), []).append(match[2])
    return found


def _automatic(options: dict[str, list[str]]) -> dict[str, Any]:
    """What unattended-upgrades may do by itself, its own defaults where nothing is set."""

    def last(name: str, default: str = "") -> str:
        return options.get(name, [default])[-1]

    def switched(name: str, default: bool) -> bool:
        return last(f"unattended-upgrade::{name}", str(default)).lower() not in _NO

    enabled = last("apt::periodic::enable", "1").lower() not in _NO
    origins = options.get("unattended-upgrade::origins-pattern", [])
    origins = origins + options.get("unattended-upgrade::allowed-origins", [])
    return {
        "lists_every_days": _days(last("apt::periodic::update-package-lists", "0")) if enabled else None,
        "upgrade_every_days": _days(last("apt::periodic::unattended-upgrade", "0")) if enabled else None,
        "security_origin": any(re.search("security", origin, re.IGNORECASE) for origin in origins),
        "excluded": sorted(set(options.get("unattended-upgrade::package-blacklist", []))),
        "removes_unused_kernels": switched("remove-unused-kernel-packages", True),
        "removes_unused": switched("remove-unused-dependencies", False),
        "reboots": switched("automatic-reboot", False),
        "reports_to_syslog": switched("syslogenable", False),
        "reports_by_mail": bool(last("unattended-upgrade::mail")),
    }


def _days(text: str) -> int | None:
    """How often a step is due, in days; None for never, and `always` is each day."""
    if text == "always" or text.endswith(("m", "h", "s")):
        return 1
    number = text.rstrip("d")
    return int(number) if number.isdecimal() and int(number) > 0 else None


def _lists(probe: Probe) -> dict[str, Any]:
    """When apt last fetched its lists, and whether those of the security origin are among them."""
    releases = [*probe.glob(f"{_LISTS}/*_InRelease"), *probe.glob(f"{_LISTS}/*_Release")]
    stamp = f"{_PERIODIC}/update-success-stamp"
    stats = [probe.stat(path) for path in (*releases, stamp)]
    times = [float(str(one["mtime"])) for one in stats if one]
    return {
        "days": days_since(max(times)) if releases and times else None,
        "security": any("security" in path for path in releases),
    }


def _pending(probe: Probe) -> list[dict[str, Any]]:
    """The updates of the security origin that are not installed: [{"name", "version", "days"}].

    One that the last run did not see yet has been pending no longer than since then.
    """
    said = record(probe, _RECORD)
    seen = (said or {}).get("pending") or {}
    unseen = days_since(said["finished"]) if said else None
    pending = []
    for line in (probe.run([*_SIMULATE, "dist-upgrade"], timeout=90) or "").split("\n"):
        match = _INSTALL.match(line)
        if match and re.search("security", match[3], re.IGNORECASE):
            since = seen.get(f"{match[1]}={match[2]}")
            days = unseen if since is None else days_since(since)
            pending.append({"name": match[1], "version": match[2], "days": days})
    return sorted(pending, key=lambda one: str(one["name"]))


def _obsolete(probe: Probe) -> list[str]:
    """Packages that came with others and that nothing needs any more."""
    said = probe.run([*_SIMULATE, "autoremove"], timeout=90) or ""
    return sorted(re.findall(r"^Remv (\S+)", said, re.MULTILINE))


def _reboot(probe: Probe) -> dict[str, Any]:
    """Whether an update waits for a restart of the host, and for how many days."""
    status = probe.stat("/run/reboot-required") or probe.stat("/var/run/reboot-required")
    return {
        "required": status is not None,
        "days": days_since(float(str(status["mtime"]))) if status else None,
    }
