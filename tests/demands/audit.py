"""What the controls of auditing demand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from demands.values import Demand, no_wider, on_container, within

from hubops.model import Json

_PEOPLE = {"auid>=1000", "auid!=unset"}
_OLD = {"chmod", "chown", "creat", "lchown", "open", "rename", "rmdir", "unlink"}
"""Calls that only x86 has in its table of 64 bits."""


def _lists(e: Any) -> Iterator[list[Any]]:
    """The rules that hold now, and those that hold from the next start on; TypeError where one is not known."""
    yield [*e["audit"]["loaded"]]
    yield [*e["audit"]["merged"]["rules"]]


def _records(rule: Json) -> bool:
    return rule["action"] == "always" and rule["list"] == "exit"


def _covers(rule: Json, path: str) -> bool:
    """Whether each write to the path, or to anything below it, is recorded."""
    return (
        _records(rule)
        and rule["path"] is not None
        and f"{path}/".startswith(rule["path"].rstrip("/") + "/")
        and {"a", "w"} <= set(rule["perms"])
        and not rule["fields"]
        and not rule["syscalls"]
        and rule["arch"] is None
    )


def _watched(e: Any, paths: list[str]) -> bool:
    return all(any(_covers(rule, path) for rule in rules) for rules in _lists(e) for path in paths)


def _called(e: Any, calls: str, *conditions: str) -> bool:
    """Whether each of the calls is recorded in each table, held back by no other condition."""
    wanted = [(arch, call) for arch in ("b64", "b32") for call in calls.split()]
    if e["os"]["architecture"] in ("aarch64", "loongarch64", "riscv64"):
        wanted = [("b64", call) for call in calls.split() if call not in _OLD]
    return all(
        any(
            _records(rule)
            and rule["path"] is None
            and rule["perms"] is None
            and rule["arch"] in (None, arch)
            and (not rule["syscalls"] or call in rule["syscalls"])
            and set(rule["fields"]) <= set(conditions)
            for rule in rules
        )
        for rules in _lists(e)
        for arch, call in wanted
    )


def _watch(*names: str) -> Demand:
    return lambda e, p: all(_watched(e, p[name]) for name in names)


def _calls(calls: str, *conditions: str) -> Demand:
    return lambda e, p: _called(e, calls, *conditions)


_OPENING = "open openat openat2 open_by_handle_at creat truncate ftruncate"
_RIGHTS = (
    "chmod fchmod fchmodat chown fchown fchownat lchown "
    "setxattr lsetxattr fsetxattr removexattr lremovexattr fremovexattr"
)


def _runs(e: Any, p: Any) -> bool:
    service = e["audit"]["service"]
    return (
        service["installed"]
        and service["enabled"]
        and service["active"]
        and e["audit"]["kernel"]["daemon_connected"]
    )


def _now_and_later(field: str, *good: str) -> Demand:
    return lambda e, p: all(e["audit"][part][field] in good for part in ("kernel", "merged"))


def _alike(e: Any, p: Any) -> bool:
    loaded, merged = _lists(e)
    return bool(merged) and all(rule in loaded for rule in merged) and all(rule in merged for rule in loaded)


def _backlog(e: Any, p: Any) -> bool:
    kernel, later = e["audit"]["kernel"], e["audit"]["merged"]
    return (
        within(kernel["backlog_limit"], p["backlog_limit"])
        and within(later["backlog_limit"], p["backlog_limit"])
        and within(kernel["rate_limit"], 0, 0)
        and (later["rate_limit"] is None or within(later["rate_limit"], 0, 0))
    )


def _set(**good: str) -> Demand:
    return lambda e, p: all(e["audit"]["settings"][name] in said.split() for name, said in good.items())


def _space(e: Any, p: Any) -> bool:
    settings, disk = e["audit"]["settings"], e["audit"]["logs"]["file_system_mib"]
    size, number = settings["max_log_file"], settings["num_logs"]
    return (
        settings["max_log_file_action"] in ("rotate", "keep_logs")
        and within(size, p["max_log_file"])
        and within(number, p["num_logs"])
        and within(disk, size * number)
    )


def _retained(e: Any, p: Any) -> bool:
    settings, logs = e["audit"]["settings"], e["audit"]["logs"]
    kept = settings["max_log_file_action"] == "keep_logs"
    return (
        kept
        or (settings["num_logs"] is not None and within(logs["files"], 0, settings["num_logs"] - 1))
        or within(logs["oldest_record_days"], p["retention_days"])
    )


def _logs_private(e: Any, p: Any) -> bool:
    logs = e["audit"]["logs"]
    return all(
        no_wider(file["mode"], most) and file["owner"] == "root" and file["group"] in ("root", "adm")
        for file, most in [(logs["folder"], 0o750), *((rights, 0o640) for rights in logs["rights"])]
    )


def _tools(e: Any, p: Any) -> bool:
    tools = e["audit"]["tools"]
    return {"auditctl", "auditd", "ausearch"} <= {tool["path"].rsplit("/", 1)[1] for tool in tools} and all(
        tool["mode"][0] == "0" and no_wider(tool["mode"], 0o755) and (tool["owner"], tool["group"]) == _ROOT
        for tool in tools
    )


_ROOT = ("root", "root")


def _config(e: Any, p: Any) -> bool:
    files = e["audit"]["configuration"]
    needed = {"/etc/audit", "/etc/audit/auditd.conf", "/etc/audit/audit.rules"}
    return needed <= {file["path"] for file in files} and all(
        no_wider(file["mode"], 0o750) and (file["owner"], file["group"]) == _ROOT for file in files
    )


DEMANDS: dict[str, Demand] = {
    "audit/audit_configuration_recorded": _watch("configuration_paths"),
    "audit/backlog_sufficient": _backlog,
    "audit/config_private": _config,
    "audit/deletions_recorded": _calls("unlink unlinkat rename renameat renameat2 rmdir", *_PEOPLE),
    "audit/denied_access_recorded": lambda e, p: all(
        _called(e, _OPENING, f"exit=-{reason}", *_PEOPLE) for reason in ("EACCES", "EPERM")
    ),
    "audit/disk_full_handled": _set(
        space_left_action="syslog email rotate single halt",
        admin_space_left_action="syslog email rotate suspend single halt",
        disk_full_action="syslog rotate suspend single halt",
        disk_error_action="syslog suspend single halt",
    ),
    "audit/enabled_at_boot": lambda e, p: (
        e["audit"]["boot"]["audit"] == "1" and within(e["audit"]["boot"]["backlog_limit"], p["backlog_limit"])
    ),
    "audit/failure_handled": _now_and_later("failure", "printk", "panic"),
    "audit/host_named": _set(name_format="hostname fqd numeric user"),
    "audit/hub_files_recorded": _watch("hub_paths"),
    "audit/identity_changes_recorded": _watch("identity_paths"),
    "audit/kernel_enabled": _now_and_later("state", "on", "locked"),
    "audit/logins_recorded": _watch("login_paths", "session_paths"),
    "audit/logs_private": _logs_private,
    "audit/mac_policy_changes_recorded": _watch("mac_paths"),
    "audit/module_changes_recorded": _calls("init_module finit_module delete_module"),
    "audit/mounts_recorded": _calls("mount umount2", *_PEOPLE),
    "audit/no_exclusions": lambda e, p: all(
        rule["action"] == "always" and rule["list"] != "exclude" for rules in _lists(e) for rule in rules
    ),
    "audit/no_records_lost": lambda e, p: within(e["audit"]["kernel"]["lost"], 0, 0),
    "audit/permission_changes_recorded": _calls(_RIGHTS, *_PEOPLE),
    "audit/privileges_recorded": lambda e, p: (
        _watched(e, p["privilege_paths"]) and _called(e, "execve", "uid!=euid", "euid=0", *_PEOPLE)
    ),
    "audit/records_enriched": _set(log_format="enriched"),
    "audit/records_forwarded": lambda e, p: any(
        plugin["name"] in ("syslog", "au-remote")
        and plugin["active"]
        and plugin["present"]
        and plugin["direction"] == "out"
        for plugin in e["audit"]["plugins"]
    ),
    "audit/records_retained": _retained,
    "audit/records_written": _set(
        local_events="yes", write_logs="yes", flush="incremental incremental_async data sync"
    ),
    "audit/rules_compiled": lambda e, p: (
        e["audit"]["compiled"] is True and bool(e["audit"]["merged"]["rules"])
    ),
    "audit/rules_immutable": _now_and_later("state", "locked"),
    "audit/rules_loaded": _alike,
    "audit/schedule_changes_recorded": _watch("schedule_paths"),
    "audit/service_protected": lambda e, p: (
        e["audit"]["service"]["installed"] and e["audit"]["service"]["refuses_stop"]
    ),
    "audit/service_running": _runs,
    "audit/space_sufficient": _space,
    "audit/ssh_configuration_recorded": _watch("ssh_paths"),
    "audit/time_changes_recorded": lambda e, p: (
        _watched(e, p["time_paths"]) and _called(e, "adjtimex settimeofday clock_settime")
    ),
    "audit/tools_protected": _tools,
}

_FILES_ALONE = {
    "config_private",
    "disk_full_handled",
    "host_named",
    "logs_private",
    "records_enriched",
    "records_forwarded",
    "records_retained",
    "records_written",
    "rules_compiled",
    "service_protected",
    "space_sufficient",
    "tools_protected",
}
"""What a container can have; the kernel and its audit are the machine's."""

IRRELEVANT: dict[str, Demand] = {
    control: on_container for control in DEMANDS if control.partition("/")[2] not in _FILES_ALONE
}
