"""Section `mounts`: what may be done on file systems, now and after the next start, and which are encrypted.

Memory and disks of a container are those of the machine below; it is shown its own mounts only.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from .os import in_container
from .sealed import sealed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

WATCHED = (
    *("/tmp", "/var/tmp", "/dev/shm"),  # noqa: S108 - the paths that are looked at
    *("/home", "/var/log", "/var/log/audit", "/srv", "/boot", "/boot/efi"),
)
"""Paths that are listed whatever is mounted there."""
DATA = (
    "/srv",
    "/var/lib/postgresql",
    "/var/lib/mysql",
    "/var/lib/mongodb",
    "/var/lib/redis",
    "/var/lib/elasticsearch",
    "/var/lib/minio",
    "/var/lib/docker",
    "/var/lib/containers",
)
"""Where services keep their data by default."""
NETWORK = ("nfs", "nfs4", "cifs", "smb3", "ceph", "fuse.sshfs", "fuse.glusterfs", "9p", "afs")
_OPPOSITES = {"nodev": "dev", "nosuid": "suid", "noexec": "exec"}
_DISMISSED = {opposite: restriction for restriction, opposite in _OPPOSITES.items()}


class Mount(NamedTuple):
    """A line of mountinfo, see proc(5)."""

    device: str
    path: str
    options: str
    fstype: str
    source: str


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/mounts.json."""
    mounts = {mount.path: mount for mount in _mounted(probe)}
    if "/" not in mounts:
        probe.note("/proc/self/mountinfo", "it names no root")
    container = in_container(probe)
    shown = [mount for mount in mounts.values() if mount.path in WATCHED or (not container and _real(mount))]
    return {
        "mounts": [
            {
                "path": mount.path,
                "fstype": mount.fstype,
                "source": mount.source,
                "network": mount.fstype in NETWORK,
                "restrictions": restrictions(mount.options),
                "encrypted": encrypted(probe, mount),
            }
            for mount in sorted(shown, key=lambda mount: mount.path)
        ],
        "declared": [found for path in sorted(WATCHED) for found in _declared(probe, path)],
        "swaps": [] if container else _swaps(probe, mounts),
        "data": [] if container else _data(probe, mounts),
    }


def restrictions(options: str) -> list[str]:
    """Which of nodev, noexec, nosuid hold; later options beat earlier ones, and `user` implies all three.

    >>> restrictions("user,exec")
    ['nodev', 'nosuid']
    """
    held: set[str] = set()
    for option in options.split(","):
        if option in _OPPOSITES:
            held.add(option)
        elif option in _DISMISSED:
            held.discard(_DISMISSED[option])
        elif option in ("user", "users"):
            held |= set(_OPPOSITES)
        elif option in ("defaults",):
            held.clear()
    return sorted(held)


def encrypted(probe: Probe, mount: Mount) -> bool | None:
    """Whether a file system lies on dm-crypt; None where it lies on no block device."""
    folder = f"/sys/dev/block/{mount.device}"
    if not probe.exists(folder):
        folder = _folder(probe, mount.source)
    return _crypt(probe, folder) if probe.exists(folder) else None


def _crypt(probe: Probe, folder: str, depth: int = 0) -> bool:
    """Whether this device, or all that it is made of, is encrypted."""
    if (probe.read(f"{folder}/dm/uuid") or "").startswith("CRYPT-"):
        return True
    below = probe.glob(f"{folder}/slaves/*")
    return bool(below) and depth < 8 and all(_crypt(probe, path, depth + 1) for path in below)


def _folder(probe: Probe, device: str) -> str:
    """Where the kernel describes a device file."""
    target = probe.link(device) if device.startswith("/dev/") else None
    return f"/sys/class/block/{os.path.basename(target or device)}"


def _mounted(probe: Probe) -> Iterator[Mount]:
    """What is mounted, in the order of mounting: of several at one path the last is seen."""
    for line in (probe.read("/proc/self/mountinfo") or "").splitlines():
        before, _, after = line.partition(" - ")
        own, kind = before.split(" "), after.split(" ")
        if len(own) < 6 or len(kind) < 2:
            probe.note("/proc/self/mountinfo", f"a line is not understood: {line}")
            continue
        yield Mount(own[2], unescaped(own[4]), own[5], kind[0], unescaped(kind[1]))


def unescaped(text: str) -> str:
    r"""A path with its octal escapes undone, such as `\040` for a blank."""
    return re.sub(r"\\([0-7]{3})", lambda found: chr(int(found[1], 8)), text)


def _real(mount: Mount) -> bool:
    return mount.source.startswith("/dev/") or mount.fstype in NETWORK


def _declared(probe: Probe, path: str) -> Iterator[dict[str, Any]]:
    """What the next start mounts at a path: a unit of its own beats fstab, which beats a vendor's unit."""
    unit = path.strip("/").replace("-", "\\x2d").replace("/", "-") + ".mount"
    own = [f"{folder}/{unit}" for folder in ("/etc/systemd/system", "/run/systemd/system")]
    vendor = [f"{folder}/{unit}" for folder in ("/usr/local/lib/systemd/system", "/usr/lib/systemd/system")]
    table = [(words[3], "/etc/fstab") for words in _table(probe) if unescaped(words[1]) == path]
    found = [*_unit_options(probe, own), *table[:1], *_unit_options(probe, vendor)][:1]
    for options, where in found:
        for drop_in in _drop_ins(probe, unit):
            options = _options(probe, drop_in, options)
        if options is not None and "noauto" not in options.split(","):
            yield {"path": path, "restrictions": restrictions(options), "declared_in": where}


def _table(probe: Probe) -> list[list[str]]:
    """The lines of fstab as words, options included."""
    lines = [line.split() for line in probe.lines("/etc/fstab")]
    return [[*words, "defaults"] if len(words) == 3 else words for words in lines if len(words) >= 3]


def _unit_options(probe: Probe, paths: list[str]) -> Iterator[tuple[str | None, str]]:
    """The options of the first unit that exists, None where it is masked."""
    for path in paths:
        if probe.link(path) == "/dev/null":
            yield None, path
        elif probe.exists(path):
            yield _options(probe, path, ""), path


def _options(probe: Probe, path: str, before: str | None) -> str | None:
    """The mount options once this unit file or drop-in has been read."""
    for line in probe.lines(path):
        name, _, value = line.partition("=")
        if name.strip() == "Options" and before is not None:
            before = value.strip()
    return before


def _drop_ins(probe: Probe, unit: str) -> list[str]:
    chosen: dict[str, str] = {}
    for folder in ("/usr/lib", "/usr/local/lib", "/run", "/etc"):
        for path in probe.glob(f"{folder}/systemd/system/{unit}.d/*.conf"):
            chosen[os.path.basename(path)] = path
    return [chosen[name] for name in sorted(chosen)]


def _swaps(probe: Probe, mounts: dict[str, Mount]) -> list[dict[str, Any]]:
    """The swap space in use and what fstab declares; swap in compressed memory never reaches a disk."""
    lines = (probe.read("/proc/swaps") or "").splitlines()[1:]
    paths = {unescaped(line.split()[0]): True for line in lines if line.split()}
    for words in _table(probe):
        if words[2] == "swap" and "noauto" not in words[3].split(","):
            paths.setdefault(_named(probe, unescaped(words[0])), False)
    return [
        {
            "path": path,
            "active": paths[path],
            "memory": os.path.basename(path).startswith("zram"),
            "encrypted": _of_path(probe, path, mounts),
        }
        for path in sorted(paths)
    ]


def _named(probe: Probe, source: str) -> str:
    """The device that fstab names by its UUID or label."""
    kind, _, name = source.partition("=")
    by = f"/dev/disk/by-{kind.lower()}/{name}"
    target = probe.link(by) if name else None
    return f"/dev/{os.path.basename(target)}" if target else source


def _of_path(probe: Probe, path: str, mounts: dict[str, Mount]) -> bool | None:
    """Whether a device, or the file system that a file is on, is encrypted."""
    if path.startswith("/dev/"):
        folder = _folder(probe, path)
        return _crypt(probe, folder) if probe.exists(folder) else None
    mount = _below(path, mounts)
    return encrypted(probe, mount) if mount else None


def _below(path: str, mounts: dict[str, Mount]) -> Mount | None:
    """The mount that a path is on: the longest that it begins with."""
    while path not in mounts and path != "/":
        path = os.path.dirname(path)
    return mounts.get(path)


def _data(probe: Probe, mounts: dict[str, Mount]) -> list[dict[str, Any]]:
    """The folders of data that hold anything."""
    return [
        {"path": path, "encrypted": _of_path(probe, path, mounts) or sealed(probe, path)}
        for path in DATA
        if probe.glob(f"{path}/*")
    ]
