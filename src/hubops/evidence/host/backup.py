"""Section `backup`: what the catalogue says of the host, what was copied, and what is kept here for others.

A client's own records tell what it copied; what really lies in a repository is told by the host that keeps it. No
passphrase, key or content is read, only rights, ages, sizes and names.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

from .jobs import record, states

if TYPE_CHECKING:
    from .probe import Probe

_CATALOGUE = "/etc/hubops/backup.json"
_CONFIG = "/etc/hubops/backup"
_STATE = "/var/lib/hubops/backup"
_STORE = "/srv/backup"
_SECRETS = ("/etc/pgbackrest.conf", f"{_CONFIG}/passphrase", f"{_CONFIG}/ssh.key")
_COPIED = ("files", "dump")
_COMMAND = re.compile(r'command="((?:[^"\\]|\\.)*)"')


def collect(probe: Probe) -> dict[str, Any]:
    """The host's part of the catalogue, its timers, copies and checks, and the repositories that it keeps."""
    catalogue = _catalogue(probe)
    return {
        "catalogue": catalogue,
        "units": _units(probe, catalogue),
        "copies": _copies(probe),
        "checks": _checks(probe),
        "secrets": _rights(probe, [*_SECRETS, *probe.glob(f"{_CONFIG}/clients/*")]),
        "kept": _kept(probe),
        "looked_hours": _hours((record(probe, f"{_STATE}/keeper.json") or {}).get("finished")),
        "folders": _rights(probe, probe.glob(f"{_STORE}/*")),
        "keys": _keys(probe),
    }


def _catalogue(probe: Probe) -> dict[str, Any] | None:
    text = probe.read(_CATALOGUE)
    if text is None:
        return None
    try:
        said = json.loads(text)
        return {
            "sets": [_set(one) for one in said["sets"]],
            "none": said["none"],
            "repositories": [
                {key: one[key] for key in ("name", "host", "off_site")} for one in said["repositories"]
            ],
            "keeps": [
                {
                    "client": keep["client"],
                    "repository": keep["repository"],
                    "sets": [{key: one[key] for key in ("name", "way", "rpo_hours")} for one in keep["sets"]],
                }
                for keep in said["keeps"]
            ],
        }
    except (ValueError, KeyError, TypeError):
        probe.note(_CATALOGUE, "no part of a catalogue")
        return None


def _set(one: dict[str, Any]) -> dict[str, Any]:
    keys = (
        "name",
        "owner",
        "way",
        "paths",
        "frequency_hours",
        "retention",
        "rpo_hours",
        "rto_hours",
        "off_site",
    )
    return {key: one[key] for key in keys}


def _units(probe: Probe, catalogue: dict[str, Any] | None) -> list[dict[str, Any]]:
    """What has to run by the catalogue: timers, and the server where backups are kept."""
    sets = catalogue["sets"] if catalogue else []
    names = [f"hubops-backup-{one['name']}.timer" for one in sets if one["way"] in _COPIED]
    names += ["hubops-backup-check.timer"] if names else []
    if any(one["way"] == "postgres" for one in sets):
        names += [f"hubops-postgres-{job}.timer" for job in ("full", "diff", "state")]
    if catalogue and catalogue["keeps"]:
        names += ["hubops-backup-keeper.timer", "hubops-backup-sshd.service"]
    return states(probe, names) if names else []


def _copies(probe: Probe) -> list[dict[str, Any]]:
    """What became of the last copy of each data set to each repository."""
    found = []
    for path in probe.glob(f"{_STATE}/*.*.json"):
        if path.rpartition("/")[2].startswith("check."):
            continue
        said = record(probe, path)
        if said is None:
            continue
        former = sorted(int(size) for size in said.get("sizes", [])[:-1])
        found.append(
            {
                "dataset": str(said.get("dataset")),
                "repository": str(said.get("repository")),
                "hours": _hours(said.get("last_success")),
                "succeeded": said.get("succeeded") is True,
                "bytes": said.get("bytes"),
                "files": said.get("files"),
                "usual_bytes": former[len(former) // 2] if former else None,
                "paths": sorted(str(one) for one in said.get("paths", [])),
                "encryption": said.get("encryption"),
            }
        )
    return found


def _checks(probe: Probe) -> list[dict[str, Any]]:
    said = [record(probe, path) for path in probe.glob(f"{_STATE}/check.*.json")]
    return [
        {
            "repository": str(one.get("repository")),
            "hours": _hours(one.get("last_success")),
            "sound": one.get("sound") is True,
        }
        for one in said
        if one
    ]


def _kept(probe: Probe) -> list[dict[str, Any]]:
    """Each repository here, as root of this host sees it."""
    said = record(probe, f"{_STATE}/keeper.json") or {}
    return [
        {
            "client": str(one["client"]),
            "repository": str(one["repository"]),
            "present": one.get("present") is True,
            "readable": one.get("error") is False,
            "encryption": one.get("encryption"),
            "missing": len(one.get("missing", [])),
            "sets": [
                {
                    "name": str(each["name"]),
                    "count": int(each["count"]),
                    "newest_hours": _hours(each["newest"]),
                    "oldest_hours": _hours(each["oldest"]),
                }
                for each in one.get("sets", [])
            ],
        }
        for one in said.get("kept", [])
    ]


def _keys(probe: Probe) -> list[dict[str, Any]]:
    """What each key may do; the key itself is left out."""
    found = []
    for line in probe.lines(f"{_CONFIG}/authorized_keys"):
        options = re.split(r"\s(?=(?:ssh|ecdsa|sk)-)", " " + line, maxsplit=1)[0].strip()
        command = _COMMAND.search(options)
        found.append(
            {
                "restrict": "restrict" in _COMMAND.sub("", options).split(","),
                "command": command[1] if command else None,
            }
        )
    return found


def _rights(probe: Probe, paths: list[str]) -> list[dict[str, str]]:
    said = [probe.stat(path, follow=False) for path in sorted(paths)]
    return [{key: one[key] for key in ("path", "mode", "owner", "group")} for one in said if one]


def _hours(moment: float | None) -> int | None:
    """Whole hours since then; None where there is no such time."""
    return None if moment is None else int((time.time() - float(moment)) // 3600)
