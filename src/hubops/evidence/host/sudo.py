"""Section `sudo`: who may run what as somebody else, and how sudo asks, limits and records it.

Rules and settings come from `cvtsudoers`, sudo's own parser: files that are included and aliases are worked in.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .probe import Probe

MAIN = "/etc/sudoers"
FOLDER = "/etc/sudoers.d"
CHECK = ["sh", "-c", "visudo -c 2>&1"]
MAX_FAULTS = 20

FLAGS = {
    "authenticate": True,
    "env_reset": True,
    "log_allowed": True,
    "log_denied": True,
    "noexec": False,
    "rootpw": False,
    "runaspw": False,
    "setenv": False,
    "targetpw": False,
    "use_pty": False,
}
"""Settings that are on or off, with what sudo does where no file says it; that of use_pty is the older versions'."""
TEXTS = {"logfile": None, "secure_path": None, "syslog": "authpriv", "timestamp_type": "tty"}
TIMEOUT = 15.0
"""Minutes that a password is remembered for where no file says it."""
NAMES = (*FLAGS, *TEXTS, "timestamp_timeout")

_KINDS = {
    "username": "",
    "usergroup": "%",
    "usergid": "%#",
    "nonunixgroup": "%:",
    "nonunixgid": "%:#",
    "userid": "#",
    "netgroup": "+",
}
_UNWRAPPED = re.compile(r'^(\s*)("run(?:cwd|chroot)": "(?:[^"\\]|\\.)*")(,?)$', re.MULTILINE)


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/sudo.json; `valid` is null without sudo."""
    installed = probe.has("sudo")
    checked = probe.run(CHECK, ok=(0, 1)) if installed else None
    policy = parsed(probe) if installed else {}
    settings, bound = defaults(policy.get("Defaults", []))
    return {
        "installed": installed,
        "valid": probe.exit_code(CHECK) == 0 if checked is not None else None,
        "faults": faults(checked or ""),
        "files": files(probe),
        "defaults": settings,
        "bound": bound,
        "rules": rules(policy.get("User_Specs", []), settings),
    }


def parsed(probe: Probe) -> dict[str, Any]:
    """All rules and settings as cvtsudoers prints them; {} where it cannot, which is noted."""
    command = ["cvtsudoers", "-e", "-f", "json", MAIN]
    answer = probe.run(command)
    if answer is None:
        if not probe.has(command[0]):
            probe.note(" ".join(command), "the program is absent")
        return {}
    try:
        # sudo 1.9.13 forgets the braces around these two.
        policy = json.loads(_UNWRAPPED.sub(r"\1{\2}\3", answer) or "{}")
    except ValueError as error:
        probe.note(" ".join(command), f"no JSON: {error}")
        return {}
    return policy if isinstance(policy, dict) else {}


def faults(answer: str) -> list[str]:
    """What visudo finds wrong, `/etc/sudoers.d/site:3:16: syntax error`; at most MAX_FAULTS."""
    lines = (line.strip() for line in answer.splitlines())
    wrong = [line for line in lines if re.match("/|visudo: ", line) and not line.endswith(": parsed OK")]
    return list(dict.fromkeys(wrong))[:MAX_FAULTS]


def files(probe: Probe) -> list[dict[str, Any]]:
    """The files that sudo reads and their folder, with their rights."""
    drop_ins = [
        path for path in probe.glob(f"{FOLDER}/*") if "." not in path.rpartition("/")[2] and path[-1] != "~"
    ]
    found = [
        (kind, probe.stat(path))
        for kind, path in [("file", MAIN), ("directory", FOLDER), *(("file", path) for path in drop_ins)]
    ]
    return [
        {"kind": kind, **{name: status[name] for name in ("path", "mode", "owner", "group")}}
        for kind, status in found
        if status
    ]


def defaults(entries: list[Any]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """(what holds for all, what is set for some: users, hosts or commands only), of the settings in NAMES."""
    general: dict[str, Any] = {**FLAGS, **TEXTS, "timestamp_timeout": TIMEOUT}
    bound = []
    for entry in entries:
        to = [member(one) for one in entry.get("Binding", [])]
        for option in entry["Options"]:
            for name, said in option.items():
                if name not in NAMES:
                    continue
                value = setting(name, said)
                if to:
                    bound.append({"to": to, "name": name, "value": written(value)})
                else:
                    general[name] = value
    return general, bound


def setting(name: str, said: Any) -> Any:
    """A setting's value: a flag, minutes, a text, or None for what is switched off.

    >>> setting("timestamp_timeout", "0.5")
    0.5
    >>> setting("syslog", False) is None
    True
    """
    if name in FLAGS:
        return said is True
    if name == "timestamp_timeout":
        return float(said) if said is not False else 0.0
    if said is True:
        return TEXTS[name]
    return str(said) if said is not False else None


def written(value: Any) -> str:
    """A setting's value as one kind of thing: `on`, `off`, or its text.

    >>> [written(value) for value in (True, None, 15.0, "tty")]
    ['on', 'off', '15', 'tty']
    """
    if value is True:
        return "on"
    if value is False or value is None:
        return "off"
    return f"{value:g}" if isinstance(value, float) else str(value)


def rules(specs: list[Any], settings: dict[str, Any]) -> list[dict[str, Any]]:
    """Who may run what, in the order of the files: of several rules that fit, sudo takes the last.

    A rule whose alias does not exist is for nobody or gives nothing, and is left out.
    """
    return [
        {
            "users": [member(one) for one in spec["User_List"]],
            "runas": [member(one) for one in given.get("runasusers", [{"username": "root"}])],
            "commands": [member(one) for one in given["Commands"]],
            "authenticate": _tag(given, "authenticate", settings),
            "noexec": _tag(given, "noexec", settings),
            "setenv": _tag(given, "setenv", settings),
        }
        for spec in specs
        for given in spec["Cmnd_Specs"]
        if spec["User_List"] and given["Commands"]
    ]


def member(one: dict[str, Any]) -> str:
    """A member of a list as the file writes it: `ann`, `%staff`, `!/bin/sh`."""
    name = next((key for key in one if key not in ("negated",) and not key.startswith("sha")), "")
    return ("!" if one.get("negated") else "") + _KINDS.get(name, "") + str(one.get(name, ""))


def _tag(given: dict[str, Any], name: str, settings: dict[str, Any]) -> bool:
    """What a rule's tag says, or else the setting for all."""
    said = [option[name] for option in given.get("Options", []) if name in option]
    return bool(said[-1] if said else settings[name])
