"""The `estate` section: what the hosts and the stack show together, so that records can be held against it.

It is made of what the hosts told in other sections. A host that did not tell is `unreadable`: half a view of the
estate clears nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from hubops import __version__
from hubops.model import Evidence, Json, Subject, SubjectKind

SECTION = "estate"
READS = ("access", "accounts", "backup", "drills")
"""The sections of hosts that it is made of."""
_UPDATES = 100  # of a stack, the newest: those before were looked at before


def section(
    hub: str,
    hosts: Iterable[Subject],
    evidence: Iterable[Evidence],
    updates: Iterable[Mapping[str, Json]],
    as_of: str,
    *,
    holes: Iterable[Mapping[str, str]] = (),
) -> Evidence:
    """The evidence on `hub` made of its hosts' evidence, held against their schemas before, and of its stack's updates.

    `updates` are `{stack, version, day, changed}`, the newest first; `holes` says what could not
    be read besides, as `unreadable` does. The section is as old as the oldest part of it.
    """
    told = {(one.subject, one.section): one for one in evidence if one.section in READS}
    names = sorted(host.name for host in hosts)
    unreadable = [dict(hole) for hole in holes]
    known = []
    for name in names:
        parts = {section: told.get((name, section)) for section in READS}
        missing = [section for section, part in parts.items() if not _whole(part)]
        unreadable += [{"what": f"{section} of {name}", "why": _why(parts[section])} for section in missing]
        if not missing:
            data = {section: part.data for section, part in parts.items() if part}
            known.append(_host(name, data))
            unreadable += [
                {"what": f"{hole['what']} of {name}", "why": hole["why"]}
                for section in READS
                for hole in data[section]["unreadable"]
            ]
    return Evidence(
        subject=hub,
        subject_kind=SubjectKind.HUB,
        section=SECTION,
        collected_at=min((one.collected_at for one in told.values()), default=as_of),
        collector=f"hubops/{__version__}",
        source="hosts",
        data={
            "inventory": names,
            "hosts": known,
            "updates": [dict(update) for update in list(updates)[:_UPDATES]],
            "unreadable": unreadable,
        },
    )


def _whole(part: Evidence | None) -> bool:
    return part is not None and part.data is not None and not part.error and not part.violation


def _why(part: Evidence | None) -> str:
    if part is None:
        return "the host was not asked"
    if part.violation:
        return "what it told is not what the schema says"
    return getattr(part.error, "en", None) or str(part.error)


def _host(name: str, data: Mapping[str, Any]) -> dict[str, Json]:
    keys = {login["name"]: login["keys"] for login in data["access"]["logins"]}
    groups: dict[str, set[str]] = {}
    names = {group["gid"]: group["name"] for group in data["accounts"]["groups"]}
    for group in data["accounts"]["groups"]:
        for member in group["members"]:
            groups.setdefault(member, set()).add(group["name"])
    catalogue = data["backup"]["catalogue"]
    return {
        "name": name,
        "accounts": [
            {
                "name": user["name"],
                "system": user["system"],
                "can_login": user["can_login"],
                "keys": keys.get(user["name"], 0),
                "groups": sorted(
                    groups.get(user["name"], set()) | {names.get(user["gid"], str(user["gid"]))}
                ),
            }
            for user in data["accounts"]["users"]
        ],
        "backup_sets": sorted({one["name"] for one in catalogue["sets"]}) if catalogue else [],
        "drills": [
            {key: drill[key] for key in ("id", "kind", "host", "days", "passed")}
            for drill in data["drills"]["records"]
        ],
    }
