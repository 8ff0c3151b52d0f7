"""Section `modules`: what keeps kernel modules that a server does not need from being loaded.

Files are read with kmod's rules (modprobe.d(5)): one name counts once, files are sorted by name
across folders, and of several `install` lines for a module the first holds.
"""

from __future__ import annotations

import fnmatch
from typing import TYPE_CHECKING, Any, NamedTuple

from .os import in_container

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

FOLDERS = (
    "/etc/modprobe.d",
    "/run/modprobe.d",
    "/usr/local/lib/modprobe.d",
    "/usr/lib/modprobe.d",
    "/lib/modprobe.d",
)
WATCHED = (
    *("cramfs", "freevxfs", "hfs", "hfsplus", "jffs2", "udf"),
    *("dccp", "sctp", "rds", "tipc"),
    *("usb_storage", "uas"),
    *("firewire_core", "firewire_ohci", "firewire_sbp2", "thunderbolt"),
)
"""The modules that a baseline is about: listed whether or not anything speaks of them."""


class Install(NamedTuple):
    """One `install` line: the command that runs in place of loading."""

    pattern: str
    command: str
    path: str


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/modules.json."""
    installs: list[Install] = []
    blacklisted: set[str] = set()
    for path, words in _directives(probe):
        if words[0] == "install" and len(words) > 2:
            installs.append(Install(plain(words[1]), " ".join(words[2:]), path))
        elif words[0] == "blacklist" and len(words) > 1:
            blacklisted.add(plain(words[1]))
    by_kernel, by_modprobe = _of_the_command_line(probe)
    loaded, builtin = _loaded(probe), _builtin(probe)
    named = {install.pattern for install in installs if not any(sign in install.pattern for sign in "*?[")}
    modules = []
    for name in sorted({*WATCHED, *named, *by_kernel}):
        install = next((one for one in installs if fnmatch.fnmatchcase(name, one.pattern)), None)
        modules.append(
            {
                "name": name,
                "install": install.command if install else None,
                "install_in": install.path if install else None,
                "blacklisted": name in blacklisted | by_modprobe,
                "refused_by_kernel": name in by_kernel,
                "loaded": name in loaded,
                "builtin": name in builtin,
            }
        )
    return {"modules": modules}


def plain(name: str) -> str:
    """A module's name as the kernel spells it: `usb-storage` is `usb_storage`."""
    return name.replace("-", "_")


def files(probe: Probe) -> list[str]:
    """The files that count, in the order that they are read."""
    chosen: dict[str, str] = {}
    for folder in FOLDERS:
        for path in probe.glob(f"{folder}/*.conf"):
            chosen.setdefault(path.rpartition("/")[2], path)
    return [chosen[name] for name in sorted(chosen)]


def _directives(probe: Probe) -> Iterator[tuple[str, list[str]]]:
    """(file, words) of each line; a backslash at its end joins it to the next."""
    for path in files(probe):
        if probe.link(path) == "/dev/null":
            continue
        for line in (probe.read(path) or "").replace("\\\n", " ").splitlines():
            words = line.split()
            if words and not words[0].startswith("#"):
                yield path, words


def _of_the_command_line(probe: Probe) -> tuple[set[str], set[str]]:
    """The modules that the kernel refuses (`module_blacklist=`), and those blacklisted for modprobe."""
    lists: dict[str, set[str]] = {"module_blacklist": set(), "modprobe.blacklist": set()}
    for word in (probe.read("/proc/cmdline") or "").split():
        name, _, value = word.partition("=")
        if name in lists:
            lists[name] |= {plain(module) for module in value.split(",") if module}
    return lists["module_blacklist"], lists["modprobe.blacklist"]


def _loaded(probe: Probe) -> set[str]:
    """The modules in the kernel; a container is shown those of the machine below, so none are its own."""
    if in_container(probe):
        return set()
    return {line.split(" ")[0] for line in (probe.read("/proc/modules") or "").splitlines()}


def _builtin(probe: Probe) -> set[str]:
    """The modules that are part of the running kernel, which no setting keeps out."""
    release = (probe.read("/proc/sys/kernel/osrelease") or "").strip()
    lines = probe.lines(f"/lib/modules/{release}/modules.builtin") if release else []
    return {plain(line.rpartition("/")[2].partition(".ko")[0]) for line in lines}
