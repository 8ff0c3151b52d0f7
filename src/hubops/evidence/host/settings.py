"""Reads settings that are spread over a file and its drop-ins, the way systemd merges them."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .probe import Probe

# From the strongest to the weakest.
_FOLDERS = ("/etc", "/run", "/usr/local/lib", "/usr/lib", "/lib")


def systemd_settings(probe: Probe, name: str) -> dict[str, str]:
    """The effective settings of e.g. `systemd/journald.conf`: "Section.Key" → its last value.

    The strongest main file comes first, then the drop-ins of all folders by file name, where a
    stronger folder's file replaces (or, as a link to /dev/null, removes) one of the same name.
    """
    mains = [path for path in (f"{folder}/{name}" for folder in _FOLDERS) if probe.exists(path)]
    drop_ins: dict[str, str] = {}
    for folder in reversed(_FOLDERS):
        for path in probe.glob(f"{folder}/{name}.d/*.conf"):
            drop_ins[os.path.basename(path)] = path
    settings: dict[str, str] = {}
    for path in [*mains[:1], *(drop_ins[key] for key in sorted(drop_ins))]:
        if probe.link(path) != "/dev/null":
            settings.update(_ini(probe, path))
    return settings


def _ini(probe: Probe, path: str) -> dict[str, str]:
    """The assignments of one file; an empty value stays, because it resets what came before."""
    section = ""
    found = {}
    for line in probe.lines(path):
        if line.startswith("[") and line.endswith("]"):
            section = line[1:-1]
        elif "=" in line and not line.startswith(";"):
            key, _, value = line.partition("=")
            found[f"{section}.{key.strip()}"] = value.strip()
    return found
