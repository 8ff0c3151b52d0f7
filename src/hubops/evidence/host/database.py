"""Section `database`: each PostgreSQL cluster as it itself tells, and its backups as pgBackRest tells."""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

from .jobs import record

if TYPE_CHECKING:
    from .probe import Probe

_BACKREST = "/etc/pgbackrest.conf"
_DUMP = "/var/lib/hubops/backup/dump.json"
_KINDS = ("full", "diff", "incr")
# One query, which gives no password: of those that are stored only whose are weak.
_QUERY = """
SELECT json_build_object(
  'checksums', current_setting('data_checksums') = 'on',
  'ssl', current_setting('ssl') = 'on',
  'ssl_min', current_setting('ssl_min_protocol_version'),
  'password_encryption', current_setting('password_encryption'),
  'listen', current_setting('listen_addresses'),
  'archive_mode', current_setting('archive_mode'),
  'archive_command', current_setting('archive_command') NOT IN ('', '(disabled)'),
  'archive_timeout', (SELECT setting::int FROM pg_settings WHERE name = 'archive_timeout'),
  'hba', (SELECT coalesce(json_agg(json_build_object('line', line_number, 'type', coalesce(type, ''),
     'address', coalesce(address, ''), 'method', coalesce(auth_method, ''), 'valid', error IS NULL)
     ORDER BY line_number), '[]') FROM pg_hba_file_rules),
  'weak', (SELECT coalesce(json_agg(rolname ORDER BY rolname), '[]') FROM pg_authid
     WHERE rolpassword IS NOT NULL AND rolpassword NOT LIKE 'SCRAM-SHA-256$%'),
  'archiver', (SELECT json_build_object('archived', extract(epoch FROM last_archived_time)::bigint,
     'failed', extract(epoch FROM last_failed_time)::bigint) FROM pg_stat_archiver))
"""
QUERY = " ".join(_QUERY.split())


def collect(probe: Probe) -> dict[str, Any]:
    """The clusters, what pgBackRest has of them, and the last dump."""
    return {
        "clusters": [_cluster(probe, line.split()) for line in _clusters(probe)],
        "backups": _backups(probe),
        "dump": _dump(record(probe, _DUMP)),
    }


def _clusters(probe: Probe) -> list[str]:
    said = probe.run(["pg_lsclusters", "--no-header"])
    return [line for line in (said or "").splitlines() if len(line.split()) >= 4]


def _cluster(probe: Probe, words: list[str]) -> dict[str, Any]:
    """`15 main 5432 online postgres …` and what the database answers; null, noted, where it does not."""
    version, name, port, status = words[:4]
    command = [
        "runuser",
        "-u",
        "postgres",
        "--",
        "psql",
        "-X",
        "-A",
        "-t",
        "-p",
        port,
        "-d",
        "postgres",
        "-c",
    ]
    said = None
    if status.startswith("online"):
        try:
            said = _told(json.loads(probe.run([*command, QUERY]) or "null"))
        except (ValueError, KeyError, TypeError):
            probe.note(f"PostgreSQL {version}/{name}", "its answer is not understood")
    return {"version": version, "name": name, "port": int(port), "online": said is not None, "settings": said}


def _told(said: dict[str, Any] | None) -> dict[str, Any] | None:
    if said is None:
        return None
    archived, failed = said["archiver"]["archived"], said["archiver"]["failed"]
    kept = ("checksums", "ssl", "ssl_min", "password_encryption", "archive_mode", "archive_command")
    return {
        **{key: said[key] for key in kept},
        "listen": sorted(filter(None, re.split(r"[,\s]+", said["listen"]))),
        "archive_timeout_seconds": said["archive_timeout"],
        "archived_minutes": None if archived is None else int((time.time() - archived) // 60),
        "archiving_fails": failed is not None and (archived is None or failed > archived),
        "hba": said["hba"],
        "weak_passwords": said["weak"],
    }


def _backups(probe: Probe) -> list[dict[str, Any]]:
    """Each stanza with the age of its newest backup of each kind, in hours."""
    if not probe.has("pgbackrest") or not probe.exists(_BACKREST):
        return []
    said = probe.run(["runuser", "-u", "postgres", "--", "pgbackrest", "info", "--output=json"])
    try:
        return [_stanza(one) for one in json.loads(said or "[]")]
    except (ValueError, KeyError, TypeError):
        probe.note("pgbackrest info", "its answer is not understood")
        return []


def _stanza(said: dict[str, Any]) -> dict[str, Any]:
    newest: dict[str, float] = {}
    for one in said.get("backup", []):
        if not one.get("error"):
            newest[one["type"]] = max(newest.get(one["type"], 0), one["timestamp"]["stop"])
    hours = {kind: int((time.time() - newest[kind]) // 3600) if kind in newest else None for kind in _KINDS}
    return {
        "name": said["name"],
        "sound": said["status"]["code"] == 0,
        "encrypted": said.get("cipher", "none") != "none",
        **{f"{kind}_hours": hours[kind] for kind in _KINDS},
    }


def _dump(said: dict[str, Any] | None) -> dict[str, Any] | None:
    if said is None:
        return None
    names = ("name", "bytes", "entries")
    return {
        "dataset": str(said.get("dataset")),
        "hours": int((time.time() - float(said["finished"])) // 3600),
        "databases": [{key: one[key] for key in names} for one in said.get("databases", [])],
    }
