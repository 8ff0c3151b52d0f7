"""What the controls on sudo, on logins and on administrators demand."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from demands.values import Demand, alike, bits, no_wider, within

from hubops.model import Json

# -- sudo


def _for(users: Json, *names: str) -> bool:
    """Whether a rule is for somebody, and for these alone."""
    included = {user for user in users if user[0] != "!"}
    return bool(included) and included <= set(names)


def _commands(e: Any, *excepted: str) -> Iterator[tuple[Any, str]]:
    """(rule, command) of all that is given to others."""
    for rule in e["sudo"]["rules"]:
        if not _for(rule["users"], *excepted):
            for command in rule["commands"]:
                if not command.startswith("!"):
                    yield rule, command


def _program(command: str) -> str:
    return command.split(" ")[0].split("/")[-1]


def _touches(command: str, services: Json) -> bool:
    """Whether a command may change how one of the services runs."""
    if _program(command) not in ("systemctl", "service", "invoke-rc.d"):
        return False
    words = command.split(" ")[1:]
    shown = words[1:] if words[:1] == ["--no-pager"] else words
    looks = ("status", "show", "is-active", "is-enabled", "is-failed", "cat")
    if len(shown) == 2 and shown[0] in looks and re.fullmatch("[a-zA-Z0-9@._-]+", shown[1]):
        return False
    stems = {word.removesuffix(".service") for word in words} | set(words)
    return not words or bool(set(services) & stems) or any(mark in command for mark in "*?^[\\")


def _read(text: str) -> Any:
    """What a text of a setting that is made for some only means."""
    if text in ("on", "off"):
        return text == "on"
    return float(text) if re.fullmatch(r"-?[0-9]+(\.[0-9]+)?", text, re.ASCII) else text


def _said(e: Any, name: str) -> list[Any]:
    """A setting for all, and each for some only."""
    bound = [_read(setting["value"]) for setting in e["sudo"]["bound"] if setting["name"] == name]
    return [e["sudo"]["defaults"][name], *bound]


def _all(name: str, fine: Callable[[Any], bool]) -> Demand:
    return lambda e, p: all(fine(value) for value in _said(e, name))


def _password_asked(e: Any, p: Any) -> bool:
    auto = p["automation_accounts"]
    bound = [one for one in e["sudo"]["bound"] if one["name"] == "authenticate"]
    return all(rule["authenticate"] or _for(rule["users"], *auto) for rule in e["sudo"]["rules"]) and all(
        one["value"] == "on" or _for(one["to"], *auto) for one in bound
    )


def _exact(command: str) -> bool:
    words = command.removeprefix("sudoedit ").split(" ", 1)
    path, arguments = words[0], words[1] if len(words) > 1 else ""
    if not re.fullmatch(r"/([^/*?\[\]\\^$]+/)*[^/*?\[\]\\^$]+", path):
        return False
    if arguments.startswith("^"):
        return arguments.endswith("$") and not any(wide in arguments for wide in (".*", ".+", ".{"))
    return not set(arguments) & set("*?[]\\")


def _escapes_guarded(e: Any, p: Any) -> bool:
    return all(
        _program(command) not in p["escape_programs"]
        and (rule["noexec"] or _program(command) in ["sudoedit", *p["exec_programs"]])
        for rule, command in _commands(e, "root", *p["automation_accounts"])
    )


def _audit_separated(e: Any, p: Any) -> bool:
    auditors = "%" + p["audit_group"]
    return all(
        command != "ALL"
        and _program(command) not in p["audit_controls"]
        and not _touches(command, p["audit_services"])
        and (_program(command) not in p["audit_readers"] or _for(rule["users"], auditors))
        for rule, command in _commands(e, "root", *p["automation_accounts"])
    )


def _security_separated(e: Any, p: Any) -> bool:
    excepted = ("root", "%" + p["security_group"], *p["automation_accounts"])
    return not any(
        command == "ALL"
        or _program(command) in p["security_programs"]
        or _touches(command, p["security_services"])
        for _, command in _commands(e, *excepted)
    )


def _logged(e: Any, p: Any) -> bool:
    settings = e["sudo"]["defaults"]
    return (
        (settings["syslog"] is not None or settings["logfile"] is not None)
        and all(isinstance(value, str) for value in _said(e, "syslog")[1:])
        and all(value is True for name in ("log_allowed", "log_denied") for value in _said(e, name))
    )


def _environment_reset(e: Any, p: Any) -> bool:
    return (
        all(value is True for value in _said(e, "env_reset"))
        and all(value is False for value in _said(e, "setenv"))
        and all(isinstance(value, str) for value in _said(e, "secure_path"))
        and all(
            not rule["setenv"] or _for(rule["users"], "root", *p["automation_accounts"])
            for rule in e["sudo"]["rules"]
        )
    )


def _sudo_files(e: Any, p: Any) -> bool:
    most = {"file": 0o440, "directory": 0o755}
    return all(
        no_wider(file["mode"], most[file["kind"]]) and file["owner"] == file["group"] == "root"
        for file in e["sudo"]["files"]
    )


# -- accounts


def _members(e: Any, name: str) -> set[str]:
    """Who is in a group, by name or because the account begins with it."""
    found = set()
    for group in e["accounts"]["groups"]:
        if group["name"] == name:
            found |= set(group["members"])
            found |= {user["name"] for user in e["accounts"]["users"] if user["gid"] == group["gid"]}
    return found


def _administrators_separated(e: Any, p: Any) -> bool:
    real = {user["name"] for user in e["accounts"]["users"]}
    groups = [_members(e, p[f"{name}_group"]) & real for name in ("system", "audit", "security")]
    return all(groups) and sum(map(len, groups)) == len(set.union(*groups))


def _log_readers(e: Any, p: Any) -> bool:
    readers = _members(e, p["audit_group"]) | set(p["log_readers"])
    return all(_members(e, name) <= readers for name in p["log_groups"])


def _default_accounts(e: Any, p: Any) -> bool:
    named = {user["name"] for user in e["accounts"]["users"]} & set(p["default_names"])
    return all(
        user["password"] in ("locked", "missing") for user in e["accounts"]["users"] if user["name"] in named
    ) and not any(login["keys"] > 0 for login in e["access"]["logins"] if login["name"] in named)


def _none_stale(e: Any, p: Any) -> bool:
    today = (e["today"] - date(1970, 1, 1)).days
    for user in e["accounts"]["users"]:
        # The day of judging is told in China's time, and that of a login in Greenwich's.
        closed = user["expire"] is not None and user["expire"] <= today - 1
        if not user["can_login"] or user["name"] in p["automation_accounts"] or closed:
            continue
        logins = [one for one in e["access"]["logins"] if one["name"] == user["name"]]
        if not logins:
            return False
        for login in logins:
            used = max(login["last_login"] or 0, user["last_change"] or 0)
            opens = user["password"] in ("hash", "unshadowed", "empty") or login["keys"] > 0
            if opens and not -2 <= today - used <= p["days"] + 1:
                return False
    return True


def _groups_defined(e: Any, p: Any) -> bool:
    users, groups = e["accounts"]["users"], e["accounts"]["groups"]
    return {user["gid"] for user in users} <= {group["gid"] for group in groups} and {
        member for group in groups for member in group["members"]
    } <= {user["name"] for user in users}


def _root_path(e: Any, p: Any) -> bool:
    return all(
        found["kind"] == "absent"
        or (found["kind"] == "directory" and no_wider(found["mode"], 0o755) and found["owner"] == "root")
        for found in e["access"]["root_path"]
    )


def _homes_present(e: Any, p: Any) -> bool:
    people = [user for user in e["accounts"]["users"] if user["can_login"] and not user["system"]]
    return all(user["home_mode"] is not None and user["home"].startswith("/") for user in people) and alike(
        user["home"] for user in people
    )


def _root_home(e: Any, p: Any) -> bool:
    roots = [user for user in e["accounts"]["users"] if user["uid"] == 0]
    return bool(roots) and all(
        bits(user["home_mode"]) & 0o077 == 0 and user["home_owner"] == "root" for user in roots
    )


def _history(e: Any, p: Any) -> bool:
    history = e["access"]["history"]
    sizes = (history["size"], history["file_size"])
    return (
        history["file"].startswith("/")
        and history["file"] != "/dev/null"
        and all(size == -1 or within(size, p["history_size"]) for size in sizes)
        and history["dated"]
        and set(history["left_out"]) <= {"ignoredups"}
    )


# -- files


def _schedules_limited(e: Any, p: Any) -> bool:
    lists = {
        name: [s["allow"] for s in e["access"]["schedulers"] if s["name"] == name] for name in ("cron", "at")
    }
    return all(
        given and all(set(allow) <= set(p["schedule_users"]) for allow in given) for given in lists.values()
    )


def _dotfile(login: Json, file: Json) -> bool:
    parts = file["path"].split("/")
    name = parts[-1]
    public = parts[-2:-1] == [".ssh"] and (name.endswith(".pub") or name.startswith("known_hosts"))
    kept = re.fullmatch(r"\.([a-z_]*history|netrc|pgpass|my\.cnf|git-credentials)", name)
    secret = (bool({".ssh", ".gnupg"} & set(parts)) and not public) or kept
    most = (0o700 if file["kind"] == "directory" else 0o600) if secret else 0o755
    return no_wider(file["mode"], most) and file["owner"] in (login["name"], "root")


def _setuid_known(e: Any, p: Any) -> bool:
    return all(
        file["path"] in p["setuid_files"] and bits(file["mode"]) & 0o022 == 0 and file["owner"] == "root"
        for file in e["files"]["setuid"]
    )


def _settings_roots(e: Any, p: Any) -> bool:
    folders = tuple(folder.rstrip("/") + "/" for folder in p["service_folders"])
    return all(f"{file['path']}/".startswith(folders) for file in e["files"]["loose_settings"])


_AS_ITSELF = ("rootpw", "runaspw", "targetpw")

DEMANDS: dict[str, Demand] = {
    "accounts/administrators_separated": _administrators_separated,
    "accounts/default_accounts_absent": _default_accounts,
    "accounts/groups_defined": _groups_defined,
    "accounts/history_kept": _history,
    "accounts/homes_present": _homes_present,
    "accounts/log_readers_separated": _log_readers,
    "accounts/registered": lambda e, p: all(
        user["name"] in p["registered"] for user in e["accounts"]["users"] if user["can_login"]
    ),
    "accounts/root_home_private": _root_home,
    "accounts/root_path_safe": _root_path,
    "accounts/shells_valid": lambda e, p: all(
        user["shell"] in e["access"]["shells"] for user in e["accounts"]["users"] if user["can_login"]
    ),
    "accounts/stale_absent": _none_stale,
    "files/cron_access_limited": _schedules_limited,
    "files/device_files_absent": lambda e, p: e["files"]["devices"] == [],
    "files/home_dotfiles_private": lambda e, p: all(
        _dotfile(login, file) for login in e["access"]["logins"] for file in login["dotfiles"]
    ),
    "files/settings_owned_by_root": _settings_roots,
    "files/setuid_known": _setuid_known,
    "files/trust_files_absent": lambda e, p: e["access"]["trust_files"] == [],
    "sudo/audit_tools_separated": _audit_separated,
    "sudo/commands_exact": lambda e, p: all(
        command == "ALL" or _exact(command) for _, command in _commands(e, "root", *p["automation_accounts"])
    ),
    "sudo/credentials_expire": lambda e, p: (
        all(within(value, 0, p["timestamp_minutes"]) for value in _said(e, "timestamp_timeout"))
        and all(value in ("tty", "ppid", "kernel") for value in _said(e, "timestamp_type"))
    ),
    "sudo/environment_reset": _environment_reset,
    "sudo/escapes_guarded": _escapes_guarded,
    "sudo/files_protected": _sudo_files,
    "sudo/no_password_free_rules": _password_asked,
    "sudo/no_unlimited_commands": lambda e, p: (
        not any(
            "ALL" in rule["commands"] and not _for(rule["users"], "root", *p["automation_accounts"])
            for rule in e["sudo"]["rules"]
        )
    ),
    "sudo/own_password_asked": lambda e, p: (
        not any(value is not False for name in _AS_ITSELF for value in _said(e, name))
    ),
    "sudo/rules_valid": lambda e, p: e["sudo"]["valid"] is True,
    "sudo/security_tools_separated": _security_separated,
    "sudo/terminal_required": _all("use_pty", lambda value: value is True),
    "sudo/uses_logged": _logged,
}

IRRELEVANT: dict[str, Demand] = {
    control: lambda e, p: e["sudo"]["installed"] is False
    for control in DEMANDS
    if control.startswith("sudo/")
}
