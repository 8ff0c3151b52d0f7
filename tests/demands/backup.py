"""What the controls of backups and of the database demand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from demands.values import Demand, no_wider, within

COPIED = ("files", "dump")


def _sets(e: Any, *ways: str) -> list[Any]:
    return [one for one in e["backup"]["catalogue"]["sets"] if not ways or one["way"] in ways]


def _expected(e: Any) -> Iterator[tuple[Any, Any]]:
    for one in _sets(e, *COPIED):
        for repository in e["backup"]["catalogue"]["repositories"]:
            if one["off_site"] is True or repository["off_site"] is False:
                yield one, repository


def _copy(e: Any, one: Any, repository: Any) -> Any:
    """The first is the one that counts; KeyError where there is none."""
    copies = {(copy["dataset"], copy["repository"]): copy for copy in reversed(e["backup"]["copies"])}
    return copies[one["name"], repository["name"]]


def _recent(off_site: bool) -> Demand:
    def demand(e: Any, p: Any) -> bool:
        pairs = [(one, place) for one, place in _expected(e) if place["off_site"] is off_site]
        return pairs != [] and all(
            within(_copy(e, one, place)["hours"], 0, one["rpo_hours"]) for one, place in pairs
        )

    return demand


def _nothing(e: Any, p: Any) -> bool:
    catalogue = e["backup"]["catalogue"]
    return bool(catalogue["sets"] == [] and catalogue["none"]["en"] and catalogue["none"]["zh"])


def _covers(e: Any, p: Any) -> bool:
    return e["backup"]["catalogue"]["sets"] != [] or _nothing(e, p)


def _complete(e: Any, p: Any) -> bool:
    away = any(one["off_site"] is True for one in e["backup"]["catalogue"]["repositories"])
    return (_sets(e) != [] and away) and all(
        one["owner"] != ""
        and within(one["rpo_hours"], 0, p["max_rpo_hours"])
        and within(one["rto_hours"], 0, p["max_rto_hours"])
        and one["off_site"] is True
        for one in _sets(e)
    )


def _content(e: Any, p: Any) -> bool:
    return _sets(e) != [] and all(
        set(one["paths"]) <= set(_copy(e, one, place)["paths"]) and within(_copy(e, one, place)["files"], 1)
        for one, place in _expected(e)
    )


def _size(e: Any, p: Any) -> bool:
    return e["backup"]["copies"] != [] and all(
        within(one["bytes"], 1)
        and (one["usual_bytes"] is None or one["bytes"] * 100 >= one["usual_bytes"] * p["least_percent"])
        for one in e["backup"]["copies"]
    )


def _retention(e: Any, p: Any) -> bool:
    return _sets(e) != [] and all(
        within(one["retention"][period], least) for one in _sets(e) for period, least in p.items()
    )


def _checked(e: Any, p: Any) -> bool:
    checks = e["backup"]["checks"]
    first = {one["repository"]: one for one in reversed(checks)}
    places = e["backup"]["catalogue"]["repositories"]
    return (places != [] and all(one["sound"] is True for one in checks)) and all(
        within(first[place["name"]]["hours"], 0, (p["check_days"] + 1) * 24) for place in places
    )


def _encrypted(e: Any, p: Any) -> bool:
    modes = [one["encryption"] for one in e["backup"]["copies"]]
    modes += [one["encryption"] for one in e["backup"]["kept"] if one["present"] is not False]
    return (
        e["backup"]["copies"] != []
        and all(mode.startswith(("repokey", "keyfile")) for mode in modes)
        and all(one["encrypted"] is True for one in e["database"]["backups"])
    )


def _clients(e: Any) -> set[str]:
    return {keep["client"] for keep in e["backup"]["catalogue"]["keeps"]}


def _append_only(e: Any, p: Any) -> bool:
    only = r"borg serve --append-only --restrict-to-repository /[^\s;&|$]+"
    keys = e["backup"]["keys"]
    return len(keys) >= len(_clients(e)) and all(
        key["restrict"] is True and re.fullmatch(only, key["command"]) is not None for key in keys
    )


def _separated(e: Any, p: Any) -> bool:
    paths = [key["command"].split()[-1] for key in e["backup"]["keys"] if key["command"] is not None]
    return (
        len(paths) == len(set(paths))
        and {path.rpartition("/")[2] for path in paths} <= _clients(e)
        and all((one["mode"], one["owner"]) == ("0700", "hub-backup") for one in e["backup"]["folders"])
    )


def _keeps_nothing(e: Any, p: Any) -> bool:
    return e["backup"]["catalogue"]["keeps"] == [] and e["backup"]["keys"] == []


def _secrets(e: Any, p: Any) -> bool:
    secrets = e["backup"]["secrets"]
    return any(one["path"].endswith("/passphrase") for one in secrets) and all(
        one["owner"] == "root" and no_wider(one["mode"], 0o640 if one["group"] == "postgres" else 0o600)
        for one in secrets
    )


def _kept(e: Any, p: Any) -> bool:
    kept = e["backup"]["kept"]
    newest: dict[Any, Any] = {}
    for one in kept:
        for each in one["sets"]:
            newest.setdefault((one["client"], one["repository"], each["name"]), each["newest_hours"])
    return (
        within(e["backup"]["looked_hours"], 0, p["max_look_hours"])
        and all(one["missing"] == 0 and one["readable"] is True for one in kept)
        and all(
            within(newest[keep["client"], keep["repository"], one["name"]], 0, one["rpo_hours"])
            for keep in e["backup"]["catalogue"]["keeps"]
            for one in keep["sets"]
            if one["way"] != "postgres"
        )
    )


def _clusters(e: Any) -> list[Any]:
    """What each tells; TypeError where one is down, and false where there is none."""
    if any(one["online"] is not True or one["settings"] is None for one in e["database"]["clusters"]):
        raise ValueError("down")
    return [one["settings"] for one in e["database"]["clusters"]]


def _each(demand: Any) -> Demand:
    def all_of(e: Any, p: Any) -> bool:
        return all(demand(one, p) for one in _clusters(e))

    return all_of


def _archived(e: Any, p: Any) -> bool:
    clusters = _clusters(e)
    return clusters != [] and all(
        one["archive_mode"] in ("on", "always")
        and one["archive_command"] is True
        and within(one["archive_timeout_seconds"], 1, p["archive_minutes"] * 60)
        and one["archiving_fails"] is False
        for one in clusters
    )


def _backed_up(e: Any, p: Any) -> bool:
    period = min(one["frequency_hours"] for one in _sets(e, "postgres")) + 2
    backups = e["database"]["backups"]
    kinds = ("full_hours", "diff_hours", "incr_hours")
    return backups != [] and all(
        one["sound"] is True
        and within(one["full_hours"], 0, p["max_full_hours"])
        and within(min(one[kind] for kind in kinds if one[kind] is not None), 0, period)
        for one in backups
    )


def _dumped(e: Any, p: Any) -> bool:
    dump = e["database"]["dump"]
    return (
        all(
            dump["dataset"] == one["name"] and within(dump["hours"], 0, one["rpo_hours"])
            for one in _sets(e, "dump")
        )
        and all(within(one["bytes"], 1) for one in dump["databases"])
        and any(within(one["entries"], 1) for one in dump["databases"])
    )


def _no_database_set(e: Any, p: Any) -> bool:
    return _sets(e, "postgres") == [] and e["database"]["clusters"] == []


def _no_database(e: Any, p: Any) -> bool:
    return bool(e["database"]["clusters"] == [])


def _units(e: Any, p: Any) -> bool:
    units = e["backup"]["units"]
    return units != [] and all(
        any(one["name"] == unit["name"] and one["enabled"] is True and one["active"] is True for one in units)
        for unit in units
    )


DEMANDS: dict[str, Demand] = {
    "backup/append_only": _append_only,
    "backup/catalogue_complete": _complete,
    "backup/catalogue_covers_host": _covers,
    "backup/clients_separated": _separated,
    "backup/content_complete": _content,
    "backup/database_backed_up": _backed_up,
    "backup/dump_recent": _dumped,
    "backup/kept_in_full": _kept,
    "backup/last_backup_recent": _recent(off_site=False),
    "backup/last_run_succeeded": lambda e, p: (
        e["backup"]["copies"] != [] and all(one["succeeded"] is True for one in e["backup"]["copies"])
    ),
    "backup/off_site_recent": _recent(off_site=True),
    "backup/repository_checked": _checked,
    "backup/repository_encrypted": _encrypted,
    "backup/retention_sufficient": _retention,
    "backup/secrets_private": _secrets,
    "backup/size_plausible": _size,
    "backup/timers_active": _units,
    "backup/wal_archived": _archived,
    "database/checksums_on": _each(lambda one, p: one["checksums"] is True),
    "database/encrypted_connections": _each(
        lambda one, p: (
            one["ssl"] is True
            and one["ssl_min"] in ("TLSv1.2", "TLSv1.3")
            and all(
                rule["type"] in ("local", "hostssl", "hostgssenc") or rule["method"] == "reject"
                for rule in one["hba"]
            )
        )
    ),
    "database/listens_narrowly": _each(lambda one, p: set(one["listen"]) <= set(p["addresses"])),
    "database/passwords_strong_hash": _each(
        lambda one, p: (
            one["password_encryption"] == "scram-sha-256"
            and one["weak_passwords"] == []
            and all(
                rule["method"] in ("scram-sha-256", "peer", "cert", "gss", "reject") for rule in one["hba"]
            )
        )
    ),
}

IRRELEVANT: dict[str, Demand] = {
    "backup/append_only": _keeps_nothing,
    "backup/catalogue_complete": _nothing,
    "backup/clients_separated": _keeps_nothing,
    "backup/content_complete": _nothing,
    "backup/database_backed_up": _no_database_set,
    "backup/dump_recent": lambda e, p: _sets(e, "dump") == [],
    "backup/kept_in_full": _keeps_nothing,
    "backup/last_backup_recent": _nothing,
    "backup/last_run_succeeded": _nothing,
    "backup/off_site_recent": _nothing,
    "backup/repository_checked": _nothing,
    "backup/repository_encrypted": lambda e, p: (
        _nothing(e, p) and e["backup"]["kept"] == [] and e["database"]["backups"] == []
    ),
    "backup/retention_sufficient": _nothing,
    "backup/secrets_private": lambda e, p: _nothing(e, p) and e["backup"]["secrets"] == [],
    "backup/size_plausible": _nothing,
    "backup/timers_active": lambda e, p: _nothing(e, p) and e["backup"]["units"] == [],
    "backup/wal_archived": _no_database_set,
    **{
        f"database/{name}": _no_database
        for name in ("checksums_on", "encrypted_connections", "listens_narrowly", "passwords_strong_hash")
    },
}
