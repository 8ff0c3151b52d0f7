"""Section `logging`: what is logged where, how long it is kept, and where it is sent."""

from __future__ import annotations

import os
import re
import stat
import time
from typing import TYPE_CHECKING, Any

from . import rotation, rsyslog
from .listeners import ESTABLISHED, sockets
from .services import units
from .settings import systemd_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

LOGS = "/var/log"
RECEIVED = "/var/log/hub"
"""Where a log server keeps what others send: one folder a sender."""
_MAX_FILES = 20_000
_MAX_LISTED = 500
_SPANS = (
    (("", "s", "sec", "second", "seconds"), 1),
    (("m", "min", "minute", "minutes"), 60),
    (("h", "hr", "hour", "hours"), 3600),
    (("d", "day", "days"), 86400),
    (("w", "week", "weeks"), 604800),
    (("M", "month", "months"), 2629800),
    (("y", "year", "years"), 31557600),
)
_RECENT_MINUTES = (10, 60, 24 * 60)


def collect(probe: Probe) -> dict[str, Any]:
    """rsyslog, the journal, rotation, the modes of log files and, on a log server, who sends."""
    return {
        "rsyslog": _rsyslog(probe),
        "journal": _journal(probe),
        "rotation": rotation.rules(probe),
        "cleaning": _cleaning(probe),
        "open_files": _open_files(probe),
        "senders": _senders(probe),
    }


def _rsyslog(probe: Probe) -> dict[str, Any]:
    """rsyslog's state and effective network settings; `valid` is None where that could not be tried."""
    if not probe.has("rsyslogd"):
        absent: dict[str, Any] = {"installed": False, "active": False, "enabled": False, "valid": None}
        return {**absent, "reads_journal": False, "forwards": [], "inputs": []}
    unit = units(probe).get("rsyslog.service", {})
    code = probe.exit_code(["rsyslogd", "-N1"], timeout=60)
    forwards = rsyslog.forwards(probe)
    peers = {(s.peer, s.peer_port) for s in sockets(probe) if s.protocol == "tcp" and s.state == ESTABLISHED}
    for forward in forwards:
        forward["connected"] = _connected(probe, forward, peers) if forward["protocol"] == "tcp" else None
    return {
        "installed": True,
        "active": unit.get("active") == "active",
        "enabled": unit.get("enabled") == "enabled",
        "valid": None if code is None else code == 0,
        "reads_journal": rsyslog.loads(probe, "imjournal"),
        "forwards": forwards,
        "inputs": rsyslog.inputs(probe),
    }


def _connected(probe: Probe, forward: dict[str, Any], peers: set[tuple[str, int]]) -> bool:
    """Whether a connection to the forward's target stands; a name that /etc/hosts lacks goes by its port alone."""
    target = forward["target"]
    addresses = {words[0] for words in map(str.split, probe.lines("/etc/hosts")) if target in words[1:]}
    if ":" in target or target.replace(".", "").isdigit():
        addresses.add(target)
    return any(
        port == forward["port"] and (not addresses or address.replace("::ffff:", "") in addresses)
        for address, port in peers
    )


def _journal(probe: Probe) -> dict[str, Any]:
    """Where the journal is kept: `storage` is the setting (default `auto`), `persistent` what it comes to."""
    settings = systemd_settings(probe, "systemd/journald.conf")
    storage = settings.get("Journal.Storage") or "auto"
    return {
        "storage": storage,
        "persistent": storage == "persistent" or (storage == "auto" and probe.exists("/var/log/journal")),
        "max_retention_days": _days(
            probe, "journald MaxRetentionSec", settings.get("Journal.MaxRetentionSec", "")
        ),
        "forward_to_syslog": settings.get("Journal.ForwardToSyslog") or None,
    }


def _days(probe: Probe, what: str, span: str) -> int | None:
    """Whole days of a time span as systemd writes it (`190d`, `6month`, `1y 2w`); None for 0 or none.

    A part that is not understood is noted as unreadable under the name `what`.
    """
    parts = re.findall(r"(\d+)\s*([a-z]*)", span.strip(), re.IGNORECASE)
    seconds = 0
    for number, unit in parts:
        length = next((size for names, size in _SPANS if unit in names), None)
        if length is None:
            probe.note(what, f"the span {span!r} is not understood")
            return None
        seconds += int(number) * length
    return seconds // 86400 if seconds else None


def _cleaning(probe: Probe) -> list[dict[str, Any]]:
    """What systemd-tmpfiles deletes below /var/log by age: [{"file", "path", "days"}], by file."""
    files: dict[str, str] = {}
    for folder in ("/usr/lib/tmpfiles.d", "/run/tmpfiles.d", "/etc/tmpfiles.d"):
        files.update({os.path.basename(path): path for path in probe.glob(f"{folder}/*.conf")})
    found = []
    for name in sorted(files):
        for line in probe.lines(files[name]) if probe.link(files[name]) != "/dev/null" else []:
            words = line.split(None, 6)
            if len(words) < 6 or not (words[1].strip('"') + "/").startswith(f"{LOGS}/"):
                continue
            # The age may say which times count (`am:30d`) and spare the first level (`~30d`).
            age = words[5].rpartition(":")[2].lstrip("~")
            days = _days(probe, files[name], age) if age[:1].isdigit() else None
            if days is not None or age == "0":
                found.append({"file": files[name], "path": words[1].strip('"'), "days": days or 0})
    return found


def _open_files(probe: Probe) -> list[dict[str, Any]]:
    """Log files that others than owner and group may read or write, at most 500, by path."""
    found = []
    for path in _log_files(probe):
        status = probe.stat(path, follow=False)
        if status and int(status["mode"], 8) & 0o007:
            found.append({name: status[name] for name in ("path", "mode", "owner", "group")})
    if len(found) > _MAX_LISTED:
        probe.note(LOGS, f"{len(found)} files are open to others; the first {_MAX_LISTED} are named")
    return found[:_MAX_LISTED]


def _log_files(probe: Probe) -> Iterator[str]:
    """Regular files under /var/log, in the order of names, links not followed."""
    seen = 0
    top = probe.path(LOGS)

    def refuse(error: OSError) -> None:
        if not isinstance(error, FileNotFoundError):
            probe.note(LOGS + str(error.filename)[len(top) :], str(error.strerror))

    for folder, folders, names in os.walk(top, onerror=refuse):
        folders.sort()
        for name in sorted(names):
            path = os.path.join(folder, name)
            seen += 1
            if seen > _MAX_FILES:
                probe.note(LOGS, f"more than {_MAX_FILES} files; the rest were not looked at")
                return
            try:
                regular = stat.S_ISREG(os.lstat(path).st_mode)
            except OSError:
                continue  # rotated away while we look
            if regular:
                yield LOGS + path[len(top) :]


def _senders(probe: Probe) -> list[dict[str, Any]]:
    """Each host that a log server keeps records of, and how fresh its newest record is.

    `within_minutes` is the smallest of 10, 60 and 1440 that the age stays within, None where it is older.
    """
    now = time.time()
    found = []
    for folder in probe.glob(f"{RECEIVED}/*"):
        times = [status["mtime"] for status in map(probe.stat, probe.glob(f"{folder}/*")) if status]
        minutes = (now - max(times)) / 60 if times else float("inf")
        within = next((limit for limit in _RECENT_MINUTES if minutes <= limit), None)
        found.append({"host": os.path.basename(folder), "within_minutes": within})
    return found
