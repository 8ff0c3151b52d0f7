"""Section `audit`: what the kernel's audit records, whether somebody can stop it, and what becomes of the records.

The kernel's audit is the machine's: a container is refused an answer, so there `kernel`, `boot` and
`loaded` are None. Counters of the kernel are left out, except the one that stays at 0 on a sound host.
"""

from __future__ import annotations

import os
import re
import time
from typing import TYPE_CHECKING, Any

from .audit_rules import as_merged, merged, parse, version_key
from .services import units

if TYPE_CHECKING:
    from .probe import Probe

FOLDER = "/etc/audit"
TOOLS = ("auditctl", "auditd", "augenrules", "aureport", "ausearch", "autrace")
_TOOL_FOLDERS = ("/sbin", "/usr/sbin", "/usr/bin")
_STATES = {"0": "off", "1": "on", "2": "locked"}
_FAILURES = {"0": "silent", "1": "printk", "2": "panic"}
_WORDS = (
    "local_events",
    "write_logs",
    "log_file",
    "log_format",
    "name_format",
    "flush",
    "max_log_file_action",
    "space_left_action",
    "admin_space_left_action",
    "disk_full_action",
    "disk_error_action",
    "overflow_action",
)
_NUMBERS = ("max_log_file", "num_logs")
_LOG = "/var/log/audit/audit.log"
_STAMP = re.compile(r"\bmsg=audit\((\d+)\.\d+:\d+\)")
_HEAD = 4096
_MIB = 1024 * 1024
_DAY = 86_400


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/audit.json."""
    container = probe.exit_code(["systemd-detect-virt", "--container", "--quiet"]) == 0
    settings = _settings(probe)
    log = settings["log_file"] or _LOG
    return {
        "service": _service(probe),
        "kernel": None if container else _kernel(probe),
        "boot": None if container else _boot(probe),
        "compiled": _compiled(probe),
        "merged": _merged(probe),
        "loaded": None if container else _loaded(probe),
        "settings": settings,
        "plugins": _plugins(probe),
        "logs": _logs(probe, log),
        "tools": _tools(probe),
        "configuration": _configuration(probe),
    }


def _service(probe: Probe) -> dict[str, bool]:
    unit = units(probe).get("auditd.service", {})
    shown = probe.run(["systemctl", "show", "--property=RefuseManualStop", "auditd.service"]) or ""
    return {
        "installed": probe.has("auditd"),
        "enabled": unit.get("enabled") in ("enabled", "enabled-runtime"),
        "active": unit.get("active") == "active",
        "refuses_stop": shown.strip() == "RefuseManualStop=yes",
    }


def _kernel(probe: Probe) -> dict[str, Any] | None:
    """The stable parts of `auditctl -s`; None where there is no auditctl or it gets no answer."""
    said = probe.run(["auditctl", "-s"])
    if said is None:
        return None
    state = dict(line.split(None, 1) for line in said.splitlines() if len(line.split()) > 1)
    try:
        return {
            "state": _STATES[state["enabled"]],
            "failure": _FAILURES[state["failure"]],
            "daemon_connected": int(state["pid"]) != 0,
            "rate_limit": int(state["rate_limit"]),
            "backlog_limit": int(state["backlog_limit"]),
            "lost": int(state["lost"]),
        }
    except (KeyError, ValueError):
        probe.note("auditctl -s", f"the answer is not understood: {' '.join(said.split())}")
        return None


def _boot(probe: Probe) -> dict[str, Any]:
    """What the kernel was told when it started; of a parameter that is there twice the last one counts."""
    given = dict(word.partition("=")[::2] for word in (probe.read("/proc/cmdline") or "").split())
    limit = given.get("audit_backlog_limit", "")
    return {"audit": given.get("audit"), "backlog_limit": int(limit) if limit.isdigit() else None}


def _compiled(probe: Probe) -> bool | None:
    """Whether the merged file is what the files of rules.d come to; None without the program that says so."""
    said = probe.run(["augenrules", "--check"])
    return None if said is None else "No change" in said


def _merged(probe: Probe) -> dict[str, Any]:
    """What the next start loads: it merges rules.d anew, and nothing but that when there is such a folder.

    The merged file may be older: augenrules of audit 4 leaves it alone while the kernel's rules are locked.
    """
    if probe.exists(f"{FOLDER}/rules.d"):
        paths = sorted(probe.glob(f"{FOLDER}/rules.d/*.rules"), key=version_key)
    else:
        paths = [f"{FOLDER}/audit.rules"]
    lines = [(path, line) for path in paths for line in probe.lines(path)]
    settings, rules, unknown = merged(as_merged(line for _, line in lines))
    for path, line in lines:
        if line in unknown:
            probe.note(path, f"a line is not understood: {line}")
    return {
        "state": _STATES.get(str(settings["enabled"])),
        "failure": _FAILURES.get(str(settings["failure"])),
        "backlog_limit": settings["backlog_limit"],
        "rate_limit": settings["rate_limit"],
        "rules": rules,
    }


def _loaded(probe: Probe) -> list[dict[str, Any]] | None:
    said = probe.run(["auditctl", "-l"])
    if said is None:
        return None
    rules = []
    for line in said.splitlines():
        rule = parse(line)
        if rule is not None:
            rules.append(rule)
        elif line.strip() not in ("", "No rules"):
            probe.note("auditctl -l", f"a line is not understood: {line}")
    return rules


def _assignments(probe: Probe, path: str) -> dict[str, str]:
    """The settings of one file of auditd: names and words in lower case, paths as they are."""
    pairs = (line.partition("=") for line in probe.lines(path))
    return {name.strip().lower(): value.strip() for name, equals, value in pairs if equals}


def _settings(probe: Probe) -> dict[str, Any]:
    """auditd.conf, which has no drop-ins and of whose lines the last counts; None for what it does not set."""
    found = _assignments(probe, f"{FOLDER}/auditd.conf")
    words = {name: found.get(name) for name in _WORDS}
    return {
        **{
            name: word if word is None or name == "log_file" else word.lower() for name, word in words.items()
        },
        **{name: _number(found.get(name)) for name in _NUMBERS},
    }


def _number(text: str | None) -> int | None:
    return int(text) if text is not None and re.fullmatch(r"[0-9]{1,9}", text) else None


def _plugins(probe: Probe) -> list[dict[str, Any]]:
    """What auditd passes its records to: [{"name", "active", "direction", "program", "present"}]."""
    found = []
    for path in probe.glob(f"{FOLDER}/plugins.d/*.conf"):
        setting = _assignments(probe, path)
        program = setting.get("path", "")
        found.append(
            {
                "name": os.path.basename(path)[: -len(".conf")],
                "active": setting.get("active", "").lower() == "yes",
                "direction": setting.get("direction", "").lower(),
                "program": program,
                "present": program.startswith("/") and probe.exists(program),
            }
        )
    return found


def _logs(probe: Probe, log: str) -> dict[str, Any]:
    """Who may read the records, how far back they go, and the size of the file system that holds them."""
    folder = os.path.dirname(log)
    files = [probe.stat(path) for path in [log, *probe.glob(f"{log}.*")] if probe.exists(path)]
    rights = {(file["mode"], file["owner"], file["group"]) for file in files if file is not None}
    return {
        "folder": _who(probe, folder),
        "rights": [{"mode": mode, "owner": owner, "group": group} for mode, owner, group in sorted(rights)],
        "files": len(files),
        "oldest_record_days": _oldest(probe, log),
        "file_system_mib": _size(probe, folder),
    }


def _oldest(probe: Probe, log: str) -> int | None:
    """Age of the first record of the file that was rotated most often; None where there is no record."""
    rotated = [path for path in probe.glob(f"{log}.*") if path.rpartition(".")[2].isdigit()]
    rotated.sort(key=lambda path: int(path.rpartition(".")[2]), reverse=True)
    for path in [*rotated, log]:
        try:
            with open(probe.path(path), "rb") as file:
                match = _STAMP.search(file.read(_HEAD).decode("utf-8", "replace"))
        except FileNotFoundError:
            continue
        except OSError as error:
            probe.note(path, os.strerror(error.errno or 0))
            continue
        if match:
            return max(int(time.time() - int(match[1])) // _DAY, 0)
    return None


def _size(probe: Probe, folder: str) -> int | None:
    try:
        status = os.statvfs(probe.path(folder))
    except FileNotFoundError:
        return None
    return status.f_blocks * status.f_frsize // _MIB


def _tools(probe: Probe) -> list[dict[str, Any]]:
    """The programs that read, change and stop auditing, at the first place where each is found."""
    found = []
    for name in TOOLS:
        paths = [f"{folder}/{name}" for folder in _TOOL_FOLDERS if probe.exists(f"{folder}/{name}")]
        found += [_who(probe, path) for path in paths[:1]]
    return [tool for tool in found if tool is not None]


def _configuration(probe: Probe) -> list[dict[str, Any]]:
    paths = [FOLDER, *probe.glob(f"{FOLDER}/*"), *probe.glob(f"{FOLDER}/*.d/*")]
    found = [_who(probe, path) for path in paths if probe.exists(path)]
    return [one for one in found if one is not None]


def _who(probe: Probe, path: str) -> dict[str, Any] | None:
    status = probe.stat(path)
    if status is None:
        return None
    return {name: status[name] for name in ("path", "mode", "owner", "group")}
