"""The collector of a host's facts: read-only, standard library only, Python 3.8 or newer.

It runs on hosts that have nothing but Python, so nothing here imports the rest of the
product. A section is a module with `collect(probe) -> dict`; adding one is adding its
name below.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from .probe import Probe

COLLECTORS = {
    section: f"{__name__}.{section}"
    for section in (
        "os",
        "packages",
        "services",
        "listeners",
        "firewall",
        "intrusion",
        "time",
        "logging",
        "log_settings",
        "log_store",
        "certificates",
        "footprint",
        "audit",
        "sshd",
        "accounts",
        "access",
        "sudo",
        "pam",
        "sysctl",
        "modules",
        "coredumps",
        "mounts",
        "apparmor",
        "boot",
        "files",
        "banners",
        "updates",
        "malware",
        "integrity",
        "drills",
        "monitoring",
        "backup",
        "database",
    )
}
"""Every section of a host, in the order of collecting, with the module that collects it."""


def collector(section: str) -> Callable[[Probe], dict[str, Any]]:
    """The function that collects a section; imported only now, so an unused one costs nothing."""
    collect: Callable[[Probe], dict[str, Any]] = importlib.import_module(COLLECTORS[section]).collect
    return collect
