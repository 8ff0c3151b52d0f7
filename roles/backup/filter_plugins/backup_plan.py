"""What the backup catalogue means for one host: its data sets, where they go, and what it keeps for others."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from ansible.errors import AnsibleFilterError

WAYS = ("files", "dump", "postgres", "none")
HOURS = (1, 2, 3, 4, 6, 8, 12, 24, 168)
"""Frequencies that a calendar can keep."""
COPIED = ("files", "dump")
"""Ways whose files Borg copies."""
_NAME = re.compile(r"[a-z][a-z0-9_]{0,30}")
_PATH = re.compile(r"/[\w./@+-]*")


def plan(
    catalogue: Sequence[Mapping[str, Any]],
    repositories: Sequence[Mapping[str, Any]],
    host: str,
    groups: Mapping[str, Any],
) -> dict[str, Any]:
    """The host's part: {"host", "sets", "none", "repositories", "keeps"}, checked.

    `none` is the reason where the catalogue says that the host has nothing to back up.
    """
    _check(catalogue, repositories, groups)
    own = [one for one in catalogue if host in _hosts(one, groups)]
    reasons = [one["reason"] for one in own if one["way"] == "none"]
    if reasons and len(own) > 1:
        raise AnsibleFilterError(
            f"backup_catalogue: {host} has data sets and an entry of way none; valid: one or the other"
        )
    return {
        "host": host,
        "sets": [_set(one) for one in own if one["way"] != "none"],
        "none": dict(reasons[0]) if reasons else None,
        "repositories": [
            {"name": one["name"], "host": one["host"], "off_site": _off_site(one, repositories, host)}
            for one in repositories
        ],
        "keeps": [
            {"client": client, "repository": one["name"], "sets": sets}
            for one in repositories
            if one["host"] == host
            for client in clients(catalogue, groups)
            if (sets := _kept(catalogue, one, client, groups))
        ],
    }


def clients(catalogue: Sequence[Mapping[str, Any]], groups: Mapping[str, Any]) -> list[str]:
    """The hosts that have a data set, sorted."""
    return sorted({host for one in catalogue if one["way"] != "none" for host in _hosts(one, groups)})


def calendar(hours: int, host: str) -> str:
    """When a job runs that runs every so many hours; each host has a minute of its own."""
    minute = sum(host.encode()) % 60
    if hours == 168:
        return f"Sun *-*-* 01:{minute:02}:00"
    return f"*-*-* {'01' if hours == 24 else '*' if hours == 1 else f'0/{hours}'}:{minute:02}:00"


def _set(one: Mapping[str, Any]) -> dict[str, Any]:
    fields = ("name", "owner", "way", "frequency_hours", "rpo_hours", "rto_hours", "off_site")
    retention = {period: int(one["retention"][period]) for period in ("daily", "weekly", "monthly")}
    return {
        **{field: one[field] for field in fields},
        "paths": list(one.get("paths", [])),
        "retention": retention,
    }


def _kept(
    catalogue: Sequence[Mapping[str, Any]],
    repository: Mapping[str, Any],
    client: str,
    groups: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """What one client has in one repository: only what is to be off site goes there."""
    return [
        {
            "name": one["name"],
            "way": one["way"],
            "rpo_hours": one["rpo_hours"],
            "retention": _set(one)["retention"],
        }
        for one in catalogue
        if one["way"] != "none" and client in _hosts(one, groups)
        if one["off_site"] or not repository.get("off_site", False)
    ]


def _off_site(one: Mapping[str, Any], repositories: Sequence[Mapping[str, Any]], host: str) -> bool:
    """What lies on the host itself is no copy elsewhere; for who keeps the off-site copies, the other place is."""
    keeps_off_site = any(other["host"] == host and other.get("off_site", False) for other in repositories)
    return one["host"] != host and (bool(one.get("off_site", False)) or keeps_off_site)


def _hosts(one: Mapping[str, Any], groups: Mapping[str, Any]) -> list[str]:
    """The hosts of an entry: names of hosts and of groups; a group that the inventory lacks has none."""
    found = []
    for name in one["hosts"]:
        found += groups[name] if name in groups else [name] if name in groups["all"] else []
    return found


def _check(
    catalogue: Sequence[Mapping[str, Any]],
    repositories: Sequence[Mapping[str, Any]],
    groups: Mapping[str, Any],
) -> None:
    names = [str(one["name"]) for one in catalogue] + [str(one["name"]) for one in repositories]
    for name in names:
        _demand(_NAME.fullmatch(name) and names.count(name) == 1, f"the name {name!r}", "unique, a-z 0-9 _")
    for one in repositories:
        _demand(
            one["host"] in groups["all"], f"{one['name']}: host {one['host']!r}", "a host of the inventory"
        )
    for one in catalogue:
        _check_entry(one, repositories)


def _check_entry(one: Mapping[str, Any], repositories: Sequence[Mapping[str, Any]]) -> None:
    name, way = one["name"], one["way"]
    _demand(way in WAYS, f"{name}: way {way!r}", ", ".join(WAYS))
    if way == "none":
        reason = one.get("reason", {})
        _demand(reason.get("en") and reason.get("zh"), f"{name}: reason {reason!r}", "a text in en and zh")
        return
    missing = {"owner", "frequency_hours", "retention", "rpo_hours", "rto_hours", "off_site"} - set(one)
    _demand(not missing, f"{name} has no {', '.join(sorted(missing))}", "an entry that is whole")
    paths = list(one.get("paths", []))
    _demand(way == "postgres" or paths, f"{name}: paths {paths}", "at least one")
    for path in paths:
        _demand(_PATH.fullmatch(path), f"{name}: path {path!r}", "absolute, letters, digits and . / @ + - _")
    every = int(one["frequency_hours"])
    _demand(every in HOURS, f"{name}: frequency_hours {every}", ", ".join(map(str, HOURS)))
    least = 1 if way == "postgres" else every  # its log is archived in between
    _demand(int(one["rpo_hours"]) >= least, f"{name}: rpo_hours {one['rpo_hours']}", f"from {least}")
    _demand(int(one["rto_hours"]) > 0, f"{name}: rto_hours {one['rto_hours']}", "from 1")
    _demand(
        int(one["retention"].get("daily", 0)) > 0, f"{name}: retention {one['retention']}", "daily from 1"
    )
    elsewhere = any(other.get("off_site", False) for other in repositories)
    _demand(
        elsewhere or not one["off_site"], f"{name}: off_site true", "false, or a repository that is off_site"
    )


def _demand(holds: Any, what: str, valid: str) -> None:
    if not holds:
        raise AnsibleFilterError(f"backup_catalogue: {what}; valid: {valid}")


class FilterModule:
    def filters(self) -> dict[str, Any]:
        return {"backup_plan": plan, "backup_clients": clients, "backup_calendar": calendar}
