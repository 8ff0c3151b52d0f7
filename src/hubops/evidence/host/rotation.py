"""Reads logrotate's configuration: how many days each log is kept at the least."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

MAIN = "/etc/logrotate.conf"
# The shortest that each period can be; a month of 28 days counts as one.
_DAYS = {"hourly": 1 / 24, "daily": 1, "weekly": 7, "monthly": 28, "yearly": 365}
_TABOO = re.compile(r"(\.(bak|cfsaved|disabled|dpkg-.*|new|old|rhn-cfg-tmp-.*|rpm.*|swp|ucf-.*|orig)|,v|~)$")
_SCRIPTS = ("prerotate", "postrotate", "firstaction", "lastaction", "preremove")
_NUMBERS = ("rotate", "maxage")
_SIZES = ("size", "maxsize")
# logrotate's own defaults: without a period it rotates at a size, and keeps nothing.
_UNSET: dict[str, Any] = {"period": "weekly", "rotate": 0, "maxage": None, "size": "1M", "maxsize": None}


def rules(probe: Probe, main: str = MAIN) -> list[dict[str, Any]]:
    """Each rule: {"file", "logs", "present", "period", "rotate", "maxage", "size", "maxsize", "kept_days"}.

    `present` says whether any of its logs exists; Debian brings rules for logs that are never written.
    `kept_days` is None where logs are never deleted (rotate -1), and 0 where size alone decides,
    because then a flood of messages shortens it to nothing.
    """
    found = []
    for path, logs, settings in _blocks(probe, main, dict(_UNSET), 0):
        present = any(probe.glob(log) for log in logs)
        found.append(
            {"file": path, "logs": logs, "present": present, **settings, "kept_days": _kept(settings)}
        )
    return found


def _kept(settings: dict[str, Any]) -> int | None:
    limits = [] if settings["maxage"] is None else [settings["maxage"]]
    if settings["rotate"] >= 0:
        by_size = settings["size"] is not None or settings["maxsize"] is not None
        limits.append(0 if by_size else int(_DAYS[settings["period"]] * settings["rotate"]))
    return min(limits, default=None)


def _blocks(
    probe: Probe, path: str, settings: dict[str, Any], depth: int
) -> Iterator[tuple[str, list[str], dict[str, Any]]]:
    """(file, logs, effective settings) of each block; settings outside of blocks hold for those after them."""
    lines = iter(_logical_lines(probe.read(path) or ""))
    names: list[str] = []
    for line in lines:
        verb, _, argument = line.partition(" ")
        if verb == "include" and depth < 4:
            for other in _included(probe, argument.strip()):
                yield from _blocks(probe, other, settings, depth + 1)
        elif verb == "}":
            continue
        elif line.endswith("{") or line[0] in "/\"'":
            names += _words(line.rstrip("{"))
            if line.endswith("{"):
                yield path, names, _block(lines, dict(settings))
                names = []
        else:
            _set(settings, line)


def _block(lines: Iterator[str], settings: dict[str, Any]) -> dict[str, Any]:
    """The settings of a block, up to its closing brace; the text of its scripts is skipped."""
    for line in lines:
        if line == "}":
            break
        if line.split()[0] in _SCRIPTS:
            for script in lines:
                if script == "endscript":
                    break
        else:
            _set(settings, line)
    return settings


def _set(settings: dict[str, Any], line: str) -> None:
    words = line.replace("=", " ").split()
    verb = words[0]
    if verb in _DAYS:
        # A period after a size takes its place, and the other way round.
        settings.update(period=verb, size=None)
    elif verb in _NUMBERS and len(words) > 1 and re.fullmatch(r"-?\d+", words[1]):
        settings[verb] = int(words[1])
    elif verb in _SIZES and len(words) > 1:
        settings[verb] = words[1]


def _logical_lines(text: str) -> list[str]:
    """The lines without comments; a brace that stands beside other words gets the line it deserves."""
    lines = []
    for line in text.split("\n"):
        stripped = line.strip()
        if stripped and not stripped.startswith("#"):
            head, brace, rest = stripped.partition("{")
            lines += [f"{head.strip()} {{" if brace else stripped]
            if rest.strip():
                body = rest.rpartition("}")[0] if "}" in rest else rest
                lines += [part.strip() for part in [body] if part.strip()] + (["}"] if "}" in rest else [])
    return lines


def _included(probe: Probe, target: str) -> list[str]:
    """The files of an included folder, but for those whose names logrotate passes over."""
    if probe.exists(target.rstrip("/") + "/."):
        return [path for path in probe.glob(f"{target.rstrip('/')}/*") if not _TABOO.search(path)]
    return probe.glob(target)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()
