"""Reads audit rules as auditctl takes and lists them, into one form in which both can be compared.

`auditctl -l` words many rules otherwise than the file they came from: it joins system calls,
turns keys into fields and watches into `-w`, and knows several names for no login user.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_LISTS = ("exit", "exclude", "user", "task", "filesystem", "io_uring", "entry")
_ARCHES = {"x86_64": "b64", "aarch64": "b64", "i386": "b32", "i686": "b32", "arm": "b32"}
_FIELD = re.compile(r"([a-z_0-9]+)(=|!=|>=|<=|>|<|&=|&)(.+)")
_UNSET = ("-1", "4294967295")
_LOGIN_IDS = ("auid", "loginuid", "ses", "sessionid")
_OPTIONS = {"-e": "enabled", "-f": "failure", "-b": "backlog_limit", "-r": "rate_limit"}
_IGNORED = ("-i", "-c", "-s", "-q", "-t", "--backlog_wait_time", "--loginuid-immutable", "--reset-lost")
_LOCKED = 2
_SUFFIXES = re.compile(r"(?<=.)(?:\.[A-Za-z~][A-Za-z0-9~]*)+$")
_PARTS = re.compile(r"([^0-9]*)([0-9]*)")


def parse(line: str) -> dict[str, Any] | None:
    """One rule that is added (`-a`, `-A` or `-w`); None where the line is something else or not understood.

    {"list", "action", "arch", "syscalls", "path", "perms", "fields", "keys"}: lists are sorted and an
    empty one of system calls means all of them, the letters of `perms` are sorted.
    """
    words = line.split()
    try:
        return _parse(words)
    except (ValueError, IndexError):
        return None


def _parse(words: list[str]) -> dict[str, Any]:
    rule: dict[str, Any] = {"list": "exit", "action": "always", "arch": None, "path": None, "perms": None}
    syscalls: set[str] = set()
    fields: set[str] = set()
    keys: set[str] = set()
    if words[0] not in ("-a", "-A", "-w"):
        raise ValueError(words[0])
    for option, value in _pairs(words):
        if option in ("-a", "-A"):
            rule["list"], rule["action"] = _filter(value)
        elif option == "-w":
            rule.update(path=_path(value), perms=rule["perms"] or "arwx")
        elif option == "-p":
            rule["perms"] = "".join(sorted(set(value)))
        elif option == "-S":
            syscalls |= set(value.split(","))
        elif option == "-k":
            keys.add(value)
        elif option == "-C":
            fields.add(value)
        elif option == "-F":
            _field(value, rule, fields, keys)
        else:
            raise ValueError(option)
    if rule["path"] is not None and rule["perms"] is None:
        rule["perms"] = "arwx"
    return {
        **rule,
        # Without system calls a rule is about all of them.
        "syscalls": sorted(syscalls - {"all"}),
        "fields": sorted(fields),
        "keys": sorted(keys),
    }


def _pairs(words: list[str]) -> Iterable[tuple[str, str]]:
    if len(words) % 2:
        raise ValueError(words)
    return zip(words[::2], words[1::2])


def _filter(value: str) -> tuple[str, str]:
    """(list, action), which may be written in either order."""
    first, second = value.split(",")
    return (first, second) if first in _LISTS else (second, first)


def _field(value: str, rule: dict[str, Any], fields: set[str], keys: set[str]) -> None:
    match = _FIELD.fullmatch(value)
    if match is None:
        raise ValueError(value)
    name, operator, held = match.groups()
    if name == "key":
        keys.add(held)
    elif name == "arch" and operator == "=":
        rule["arch"] = _ARCHES.get(held, held)
    elif name in ("path", "dir") and operator == "=":
        rule["path"] = _path(held)
    elif name == "perm":
        rule["perms"] = "".join(sorted(set(held)))
    elif name in _LOGIN_IDS and held in _UNSET:
        fields.add(f"{name}{operator}unset")
    else:
        fields.add(value)


def _path(path: str) -> str:
    return path.rstrip("/") or "/"


def version_key(path: str) -> tuple[object, ...]:
    """The order of `ls -v`, in which augenrules reads the files: numbers as numbers, `~` before all, letters before signs.

    Suffixes decide only where all before them is the same.
    """
    name = path.rpartition("/")[2]
    return _ranked(_SUFFIXES.sub("", name)), _ranked(name), name


def _ranked(text: str) -> list[tuple[list[int], int]]:
    return [([*map(_rank, signs), 0], int(number or 0)) for signs, number in _PARTS.findall(text)]


def _rank(sign: str) -> int:
    if sign == "~":
        return -1
    return ord(sign) if sign.isascii() and sign.isalpha() else ord(sign) + 256


def as_merged(lines: Iterable[str]) -> list[str]:
    """The lines of all files as augenrules writes them: what deletes all rules and the settings first, the lock last.

    Of each of these the last counts; a `-D` with a key stays in its place.
    """
    first: dict[str, str] = {}
    rest: list[str] = []
    for line in lines:
        option = line[:2]
        if option in ("-e", "-f", "-b") or line.split() == ["-D"]:
            first[option] = line
        else:
            rest.append(line)
    lock = first.pop("-e", None)
    return [
        *(first[option] for option in ("-D", "-b", "-f") if option in first),
        *rest,
        *([lock] if lock else []),
    ]


def merged(lines: Iterable[str]) -> tuple[dict[str, int | None], list[dict[str, Any]], list[str]]:
    """What a file of rules comes to when it is loaded: the kernel's settings, the rules, and lines not understood.

    A line counts as auditctl obeys it: `-D`, `-d` and `-W` take back what came before, and nothing
    counts after the rules are locked.
    """
    settings: dict[str, int | None] = dict.fromkeys(_OPTIONS.values())
    rules: list[dict[str, Any]] = []
    unknown = []
    for line in lines:
        words = line.split()
        if settings["enabled"] == _LOCKED:
            break
        if words[0] in _OPTIONS and len(words) == 2 and words[1].isdigit():
            settings[_OPTIONS[words[0]]] = int(words[1])
        elif words[0] == "-D":
            rules = [rule for rule in rules if words[1:2] == ["-k"] and words[2:] != rule["keys"]]
        elif words[0] in ("-d", "-W"):
            gone = parse(" ".join(["-a" if words[0] == "-d" else "-w", *words[1:]]))
            rules = [rule for rule in rules if rule != gone]
        elif words[0] not in _IGNORED:
            rule = parse(line)
            if rule is None:
                unknown.append(line)
            elif rule not in rules:
                rules.append(rule)
    return settings, rules, unknown
