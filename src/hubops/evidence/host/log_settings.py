"""Section `log_settings`: how the journal and rsyslog write: limits, rights, time stamps, queues, rotation."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from . import rsyslog
from .services import units
from .settings import systemd_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_JOURNALD = "systemd/journald.conf"
_SECONDS = {"": 1, "us": 1e-6, "ms": 1e-3, "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600, "d": 86400}
_BYTES = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}
_FILE_RULE = re.compile(r"^(\S+)\s+-?(/[^\s;]+)(?:;\S*)?$")
_FACILITY = "authpriv"
# rsyslog's own default; the old template has neither the year nor the zone nor parts of a second.
_FILE_TEMPLATE = "RSYSLOG_FileFormat"


def collect(probe: Probe) -> dict[str, Any]:
    """The effective settings of the journal and rsyslog, and what starts logrotate."""
    statements = list(rsyslog.statements(probe)) if probe.has("rsyslogd") else []
    return {
        "journal": _journal(probe),
        "rotation": _rotation(probe),
        "file_modes": list(_file_modes(statements)),
        "file_template": _file_template(statements) if statements else None,
        "auth_files": sorted(set(_auth_files(statements))),
        "queues": list(_queues(statements)),
    }


def _journal(probe: Probe) -> dict[str, Any]:
    """journald's limits; its own default is 10000 messages of a service in 30 seconds, compression on."""
    settings = systemd_settings(probe, _JOURNALD)
    burst = settings.get("Journal.RateLimitBurst") or "10000"
    if not burst.isdigit():
        probe.note("journald RateLimitBurst", f"{burst!r} is not understood")
    compress = (settings.get("Journal.Compress") or "yes").lower()
    return {
        "compress": compress not in ("no", "n", "false", "f", "off", "0"),
        "max_use_mib": _mib(probe, "journald SystemMaxUse", settings.get("Journal.SystemMaxUse") or ""),
        "rate_seconds": _seconds(probe, settings.get("Journal.RateLimitIntervalSec") or "30s"),
        "rate_burst": int(burst) if burst.isdigit() else None,
    }


def _seconds(probe: Probe, span: str) -> float | None:
    """Seconds of a time span as systemd writes it (`30s`, `1min 30s`)."""
    parts = re.findall(r"(\d+)\s*([a-z]*)", span.lower())
    if not parts or any(unit not in _SECONDS for _, unit in parts):
        probe.note("journald RateLimitIntervalSec", f"the span {span!r} is not understood")
        return None
    return sum(int(number) * _SECONDS[unit] for number, unit in parts)


def _mib(probe: Probe, what: str, size: str) -> int | None:
    """Whole MiB of a size as systemd and rsyslog write it (`1G`, `512m`); None where none is set."""
    if not size:
        return None
    match = re.fullmatch(r"(\d+)([kmgt]?)b?", size.strip().lower())
    if not match:
        probe.note(what, f"the size {size!r} is not understood")
        return None
    return int(match[1]) * _BYTES[match[2]] // _BYTES["m"]


def _rotation(probe: Probe) -> dict[str, bool]:
    """Whether logrotate is there, and whether its timer or cron starts it."""
    listed = units(probe)
    timer, cron = listed.get("logrotate.timer", {}), listed.get("cron.service", {})
    job = probe.stat("/etc/cron.daily/logrotate")
    return {
        "installed": probe.has("logrotate"),
        "timer": timer.get("enabled") in ("enabled", "enabled-runtime") and timer.get("active") == "active",
        "cron": cron.get("active") == "active" and job is not None and int(job["mode"], 8) & 0o100 != 0,
    }


def _legacy(statement: rsyslog.Statement) -> tuple[str, str]:
    """(name in lower case, value) of a line of the old language, empty for any other."""
    if statement.kind != "line" or not statement.before.startswith("$"):
        return "", ""
    name, _, value = statement.before[1:].partition(" ")
    return name.lower(), value.strip().strip('"')


def _file_modes(statements: list[rsyslog.Statement]) -> Iterator[dict[str, str]]:
    """Every right that is set for new log files, in rsyslog's order: each holds for the files named after it."""
    for statement in statements:
        name, mode = _legacy(statement)
        given = statement.parameters.get("filecreatemode")
        if name == "filecreatemode" or given:
            mode = given[0] if given else mode
            yield {"file": statement.file, "mode": mode.zfill(4)}


def _file_template(statements: list[rsyslog.Statement]) -> str:
    """The template of files that name none."""
    template = _FILE_TEMPLATE
    for statement in statements:
        name, value = _legacy(statement)
        if name == "actionfiledefaulttemplate":
            template = value
        elif statement.kind == "module" and statement.parameters.get("load") == ["builtin:omfile"]:
            template = (statement.parameters.get("template") or [template])[0]
    return template


def _auth_files(statements: list[rsyslog.Statement]) -> Iterator[str]:
    """The files that every message of logins and of sudo goes to."""
    for statement in statements:
        if statement.blocks:
            continue
        if statement.kind == "line":
            match = _FILE_RULE.match(statement.before)
            if match and _takes_all(match[1]):
                yield match[2]
        elif statement.kind == "action" and statement.parameters.get("type") == ["omfile"]:
            path = (statement.parameters.get("file") or [""])[0]
            if path and _takes_all(statement.before):
                yield path


def _takes_all(selector: str) -> bool:
    """Whether a selector takes messages of every priority of `authpriv`; its later parts beat the earlier."""
    taken = False
    for part in selector.split(";"):
        facilities, dot, priority = part.strip().lower().rpartition(".")
        if dot and {"*", _FACILITY} & set(facilities.split(",")):
            taken = priority in ("*", "debug")
    return taken


def _queues(statements: list[rsyslog.Statement]) -> Iterator[dict[str, Any]]:
    """The queue of each action that sends messages on; `max_mib` None means without an end."""
    for statement in statements:
        parameters = statement.parameters
        if statement.kind == "action" and parameters.get("type") == ["omfwd"]:
            first = {name: values[0] for name, values in parameters.items() if values}
            size = re.fullmatch(r"(\d+)([kmgt]?)", first.get("queue.maxdiskspace", "").lower())
            yield {
                "target": first.get("target", ""),
                "type": first.get("queue.type", "Direct").lower(),
                "on_disk": bool(first.get("queue.filename")),
                "max_mib": int(size[1]) * _BYTES[size[2]] // _BYTES["m"] if size else None,
                "saved_at_stop": first.get("queue.saveonshutdown", "off").lower() == "on",
            }
