"""Says which units start by themselves, from the files and links that systemd goes by.

`systemctl list-unit-files` gives the same words but keeps the service manager busy for
seconds on a slow host; reading the folders takes milliseconds and works without systemd too.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .probe import Probe

# From the strongest to the weakest.
_FOLDERS = (
    "/etc/systemd/system",
    "/run/systemd/system",
    "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system",
)
_GENERATED = ("/run/systemd/generator.early", "/run/systemd/generator", "/run/systemd/generator.late")
_INSTALL = re.compile(r"^\s*(WantedBy|RequiredBy|UpheldBy|Alias)\s*=\s*\S", re.MULTILINE)
_ALSO = re.compile(r"^\s*(Also|DefaultInstance)\s*=\s*\S", re.MULTILINE)


def enablement(probe: Probe, suffixes: tuple[str, ...]) -> dict[str, str]:
    """Name of each unit that has a file → its state in systemctl's words.

    enabled, enabled-runtime, disabled, static, indirect, masked, masked-runtime, alias or generated.
    """
    paths: dict[str, str] = {}
    for folder in reversed((*_FOLDERS, *_GENERATED)):
        for path in probe.glob(f"{folder}/*"):
            if path.endswith(suffixes):
                paths[os.path.basename(path)] = path
    etc, run = _FOLDERS[:2]
    linked = {
        "": _linked(probe, [etc], suffixes),
        "-runtime": _linked(probe, [run, *_GENERATED], suffixes),
    }
    return {name: _state(probe, path, linked) for name, path in paths.items()}


def _linked(probe: Probe, folders: list[str], suffixes: tuple[str, ...]) -> set[str]:
    """The units that links in these folders start: by a target's wish, or under another name."""
    found = set()
    for folder in folders:
        for path in probe.glob(f"{folder}/*.wants/*") + probe.glob(f"{folder}/*.requires/*"):
            name = os.path.basename(path)
            found |= {name, re.sub(r"@.*\.", "@.", name)}
        for path in probe.glob(f"{folder}/*"):
            target = os.path.basename(probe.link(path) or "") if path.endswith(suffixes) else ""
            if target and target != os.path.basename(path):
                found.add(target)
    return found


def _state(probe: Probe, path: str, linked: dict[str, set[str]]) -> str:
    name = os.path.basename(path)
    runtime = "-runtime" if path.startswith("/run/") else ""
    target = probe.link(path)
    if target == "/dev/null":
        return f"masked{runtime}"
    if target and os.path.basename(target) != name:
        return "alias"
    if path.startswith(_GENERATED):
        return "generated"
    for suffix, names in linked.items():
        if name in names:
            return f"enabled{suffix}"
    text = probe.read(path) or ""
    install = text.partition("[Install]")[2]
    return "disabled" if _INSTALL.search(install) else "indirect" if _ALSO.search(install) else "static"
