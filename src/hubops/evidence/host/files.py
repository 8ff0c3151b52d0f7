"""Section `files`: who may read and write the files that the host's security rests on.

One search finds files that everyone may write, that nobody owns, that lend their owner's rights, and devices.
It walks the trees where programs, settings and data live, keeps to local file systems and to bounds, and says
what it left out.
"""

from __future__ import annotations

import os
import stat
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

IDENTITY = tuple(
    f"/etc/{name}{backup}" for name in ("passwd", "group", "shadow", "gshadow") for backup in ("", "-")
)
SCHEDULES = (
    "/etc/crontab",
    "/etc/cron.d",
    "/etc/cron.hourly",
    "/etc/cron.daily",
    "/etc/cron.weekly",
    "/etc/cron.monthly",
    "/etc/cron.yearly",
    "/etc/cron.allow",
    "/etc/at.allow",
)
TREES = ("/etc", "/home", "/opt", "/root", "/srv", "/usr", "/var")
SKIPPED = (
    "/usr/include",
    "/usr/lib/modules",
    "/usr/share",
    "/usr/src",
    "/var/cache",
    "/var/lib/apt",
    "/var/lib/containerd",
    "/var/lib/containers",
    "/var/lib/docker",
    "/var/lib/dpkg",
    "/var/lib/kubelet",
)
"""Packages' own read-only data, and images whose owners are those of containers."""
LOCAL = ("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "bcachefs")
"""File systems that are entered where they are mounted below a tree."""

MAX_ENTRIES = 300_000
MAX_SECONDS = 60.0
MAX_FINDINGS = 200


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/files.json."""
    search = Search(probe)
    search.run([tree for tree in TREES if os.path.isdir(probe.path(tree))])
    return {
        "identity": [_who(probe, path, "group") for path in IDENTITY if probe.exists(path)],
        "shadow_group": shadow_group(probe.lines("/etc/passwd"), probe.lines("/etc/group")),
        "schedules": [
            {**_who(probe, path), "kind": _kind(probe, path)} for path in SCHEDULES if probe.exists(path)
        ],
        "scanned": search.scanned,
        "skipped": search.skipped,
        "world_writable": search.world_writable,
        "unowned": search.unowned,
        "setuid": search.setuid,
        "devices": search.devices,
        "loose_settings": search.loose_settings,
    }


def shadow_group(passwd: list[str], group: list[str]) -> list[str]:
    """The accounts that are in the group shadow, as members or by their primary group; sorted."""
    records = [line.split(":") for line in group]
    shadow = [fields for fields in records if fields[0] == "shadow" and len(fields) >= 4]
    names = {name for fields in shadow for name in fields[3].split(",") if name}
    gids = {fields[2] for fields in shadow}
    users = (line.split(":") for line in passwd)
    return sorted(names | {user[0] for user in users if len(user) > 3 and user[3] in gids})


class Search:
    """One walk over the host's trees and what it found, each list sorted by path."""

    def __init__(self, probe: Probe) -> None:
        self.probe = probe
        self.scanned: list[str] = []
        self.skipped: list[str] = []
        self.world_writable: list[dict[str, Any]] = []
        self.unowned: list[dict[str, Any]] = []
        self.setuid: list[dict[str, Any]] = []
        self.devices: list[dict[str, Any]] = []
        self.loose_settings: list[dict[str, Any]] = []
        self._entries = 0
        self._deadline = time.monotonic() + MAX_SECONDS
        self._mounts = _mounts(probe.read("/proc/self/mounts") or "")
        self._known: dict[tuple[str, int], bool] = {}

    def run(self, trees: list[str]) -> None:
        """Walk these trees; a bound that is hit is noted, because what follows it was not looked at."""
        for tree in trees:
            if os.path.islink(self.probe.path(tree)):
                continue
            self.scanned.append(tree)
            for path, status in self._walk(tree):
                self._look(path, status)
                stopped = self._stopped()
                if stopped:
                    self.probe.note(f"files from {path} on", stopped)
                    return

    def _stopped(self) -> str | None:
        """Which bound is hit, or None."""
        if self._entries > MAX_ENTRIES:
            return f"the search ends after {MAX_ENTRIES} files"
        if time.monotonic() > self._deadline:
            return f"the search ends after {MAX_SECONDS:g} s"
        found = (self.world_writable, self.unowned, self.setuid, self.devices, self.loose_settings)
        if max(map(len, found)) >= MAX_FINDINGS:
            return f"the search ends after {MAX_FINDINGS} findings"
        return None

    def _walk(self, tree: str) -> Iterator[tuple[str, os.stat_result]]:
        """(path, status) of a tree and all below it, depth first, by name; links are not followed."""
        waiting = [tree]
        while waiting:
            path = waiting.pop()
            try:
                status = os.lstat(self.probe.path(path))
                yield path, status
                if stat.S_ISDIR(status.st_mode) and self._enters(path):
                    names = sorted(os.listdir(self.probe.path(path)), reverse=True)
                    waiting += [f"{path}/{name}" for name in names]
            except FileNotFoundError:
                continue  # gone since its directory was read
            except OSError as error:
                self.probe.note(path, os.strerror(error.errno or 0))

    def _enters(self, path: str) -> bool:
        """Whether the search goes into a directory: no skipped one and no file system of another kind."""
        if path in SKIPPED or self._mounts.get(path, LOCAL[0]) not in LOCAL:
            self.skipped.append(path)
            return False
        return True

    def _look(self, path: str, status: os.stat_result) -> None:
        self._entries += 1
        mode = status.st_mode
        regular, directory = stat.S_ISREG(mode), stat.S_ISDIR(mode)
        if (regular and mode & stat.S_IWOTH) or (
            directory and mode & stat.S_IWOTH and not mode & stat.S_ISVTX
        ):
            kind = "directory" if directory else "file"
            self.world_writable.append({"kind": kind, **self._rights(path, status, "owner")})
        if regular and mode & (stat.S_ISUID | stat.S_ISGID):
            self.setuid.append(self._rights(path, status, "owner", "group"))
        if stat.S_ISBLK(mode) or stat.S_ISCHR(mode):
            self.devices.append(self._rights(path, status, "owner"))
        if path.startswith("/etc/") and (regular or directory):
            group_writes = mode & stat.S_IWGRP and status.st_gid != 0
            if status.st_uid != 0 or group_writes:
                self.loose_settings.append(self._rights(path, status, "owner", "group"))
        if not (self._named("passwd", status.st_uid) and self._named("group", status.st_gid)):
            self.unowned.append({"path": path, "uid": status.st_uid, "gid": status.st_gid})

    def _rights(self, path: str, status: os.stat_result, *who: str) -> dict[str, Any]:
        names = {"owner": self.probe.owner(status.st_uid), "group": self.probe.group(status.st_gid)}
        mode = f"{stat.S_IMODE(status.st_mode):04o}"
        return {"path": path, "mode": mode, **{name: names[name] for name in who}}

    def _named(self, database: str, number: int) -> bool:
        """Whether an owner or group has a name: in the host's file, or in whatever else it asks."""
        if not self._known:
            for name in ("passwd", "group"):
                for line in self.probe.lines(f"/etc/{name}"):
                    fields = line.split(":")
                    if len(fields) > 2 and fields[2].isdigit():
                        self._known[name, int(fields[2])] = True
        key = (database, number)
        if key not in self._known:
            self._known[key] = bool(self.probe.run(["getent", database, str(number)], ok=(0, 2)))
        return self._known[key]


def _mounts(text: str) -> dict[str, str]:
    """Mount point → kind of file system; the last mount at a point is the one that is seen."""
    fields = (line.split() for line in text.splitlines())
    return {one[1].replace("\\040", " "): one[2] for one in fields if len(one) > 2}


def _who(probe: Probe, path: str, *more: str) -> dict[str, Any]:
    status = probe.stat(path) or {}
    return {name: status.get(name, "") for name in ("path", "mode", "owner", *more)}


def _kind(probe: Probe, path: str) -> str:
    return "directory" if os.path.isdir(probe.path(path)) else "file"
