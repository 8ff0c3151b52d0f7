"""What the controls of mounts, swap and data on disks demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand, on_container

_ALL = {"nodev", "nosuid", "noexec"}


def _holds(e: Any, path: str, wanted: set[str]) -> bool:
    """Now and at the next start, in every entry of the path, of which there is one at least."""
    now, later = (
        [set(entry["restrictions"]) for entry in e["mounts"][when] if entry["path"] == path]
        for when in ("mounts", "declared")
    )
    return bool(now) and bool(later) and all(wanted <= held for held in now + later)


def _own(e: Any, *paths: str) -> list[str]:
    entries = e["mounts"]["mounts"] + e["mounts"]["declared"]
    return [path for path in paths if any(entry["path"] == path for entry in entries)]


def _restricted(wanted: set[str], *paths: str) -> Demand:
    return lambda e, p: all(_holds(e, path, wanted) for path in _own(e, *paths))


def _foreign(e: Any) -> list[Any]:
    return [mount for mount in e["mounts"]["mounts"] if mount["network"]]


_LOGS = ("/var/log", "/var/log/audit")

DEMANDS: dict[str, Demand] = {
    "mounts/data_encrypted": lambda e, p: all(one["encrypted"] is True for one in e["mounts"]["data"]),
    "mounts/home_restricted": _restricted({"nodev", "nosuid"}, "/home"),
    "mounts/log_restricted": _restricted(_ALL, *_LOGS),
    "mounts/network_restricted": lambda e, p: all(
        {"nodev", "nosuid"} <= set(mount["restrictions"]) for mount in _foreign(e)
    ),
    "mounts/shm_restricted": lambda e, p: _holds(e, "/dev/shm", _ALL),
    "mounts/swap_encrypted": lambda e, p: all(
        swap["memory"] or swap["encrypted"] is True for swap in e["mounts"]["swaps"]
    ),
    "mounts/tmp_restricted": lambda e, p: _holds(e, "/tmp", _ALL),
    "mounts/var_tmp_restricted": lambda e, p: _holds(e, "/var/tmp", _ALL),
}

IRRELEVANT: dict[str, Demand] = {
    "mounts/data_encrypted": lambda e, p: on_container(e, p) or e["mounts"]["data"] == [],
    "mounts/home_restricted": lambda e, p: on_container(e, p) or not _own(e, "/home"),
    "mounts/log_restricted": lambda e, p: on_container(e, p) or not _own(e, *_LOGS),
    "mounts/network_restricted": lambda e, p: not _foreign(e),
    "mounts/shm_restricted": on_container,
    "mounts/swap_encrypted": on_container,
    "mounts/tmp_restricted": on_container,
    "mounts/var_tmp_restricted": on_container,
}
