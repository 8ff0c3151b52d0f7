"""Reads rsyslog's configuration as far as forwarding and receiving go, both of its languages.

rsyslog has no command that prints what it made of its files, so they are read here in its
order: the main file, included files in their place, later settings over earlier ones.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

MAIN = "/etc/rsyslog.conf"
_MAX_DEPTH = 8
_TLS_DRIVERS = ("gtls", "ossl", "mbedtls")

_TOKEN = re.compile(
    r"""(?P<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')
      | (?P<comment>/\*.*?\*/|\#[^\n]*)
      | (?P<object>\b(?P<name>action|input|module|global|include|ruleset)\s*\()
      | (?P<open>\{) | (?P<close>\})
      | (?P<line>\n)""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_PARAMETER = re.compile(r"""([\w.]+)\s*=\s*(\[[^\]]*\]|"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')""")
_STRING = re.compile(r""""((?:\\.|[^"\\])*)"|'((?:\\.|[^'\\])*)'""")
_LEGACY_FORWARD = re.compile(r"^(\S+)\s+(@@?)(?:\(([^)]*)\))?(\[[^\]]+\]|[^:;\s]+)(?::(\d+))?(?:;.*)?$")


class Statement(NamedTuple):
    """One statement: its kind (`action`, `input`, … or `line` for the old language), what stands before
    it on its line, the blocks it is in, and its parameters (names in lower case, values as lists)."""

    kind: str
    before: str
    blocks: tuple[str, ...]
    parameters: dict[str, list[str]]
    file: str


def statements(probe: Probe, path: str = MAIN, depth: int = 0) -> Iterator[Statement]:
    """All statements that count here, those of included files in their place."""
    for found in _parse(probe.read(path) or "", path):
        pattern = ""
        if found.kind == "include":
            pattern = _first(found.parameters, "file") or ""
        elif found.kind == "line" and found.before.lower().startswith("$includeconfig"):
            pattern = found.before.split(None, 1)[-1].strip('"')
        if pattern and depth < _MAX_DEPTH:
            pattern = pattern + "*" if pattern.endswith("/") else pattern
            for other in probe.glob(pattern):
                yield from statements(probe, other, depth + 1)
        else:
            yield found


def _parse(text: str, path: str) -> Iterator[Statement]:
    """Cut a file into statements; what it does not know (filters, variables) only becomes `before`."""
    blocks: list[str] = []
    before = ""
    at = 0
    while at < len(text):
        match = _TOKEN.search(text, at)
        if match is None:
            before += text[at:]
            break
        before += text[at : match.start()]
        at = match.end()
        if match["string"]:
            before += match["string"]
        elif match["object"]:
            inside, at = _inside(text, at)
            name = match["name"].lower()
            yield Statement(name, before.strip(), tuple(blocks), _parameters(inside), path)
            before = f"ruleset:{_first(_parameters(inside), 'name')}" if name == "ruleset" else ""
        elif match["open"]:
            blocks.append(before.strip())
            before = ""
        elif match["close"]:
            blocks = blocks[:-1]
            before = ""
        elif match["line"] and not _continues(before):
            if before.strip():
                yield Statement("line", before.strip(), tuple(blocks), {}, path)
            before = ""
    if before.strip():
        yield Statement("line", before.strip(), tuple(blocks), {}, path)


def _continues(before: str) -> bool:
    """Whether a statement goes on after the end of its line: a condition, or a ruleset's head."""
    head = before.strip().lower()
    return head.startswith(("if ", "if(", "else", "ruleset:", "foreach")) or head.endswith(("\\", "then"))


def _inside(text: str, at: int) -> tuple[str, int]:
    """The text up to the parenthesis that closes the one before `at`, and where it goes on."""
    start, depth = at, 1
    while at < len(text) and depth:
        string = _STRING.match(text, at)
        if string:
            at = string.end()
            continue
        if text[at] == "#":
            end = text.find("\n", at)
            at = len(text) if end < 0 else end
            continue
        depth += {"(": 1, ")": -1}.get(text[at], 0)
        at += 1
    return text[start : at - 1 if depth == 0 else at], at


def _parameters(inside: str) -> dict[str, list[str]]:
    return {
        name.lower(): [double or single for double, single in _STRING.findall(value)]
        for name, value in _PARAMETER.findall(inside)
    }


def _first(parameters: dict[str, list[str]], *names: str) -> str | None:
    """The first value of the first of these parameters that is set."""
    for name in names:
        if parameters.get(name):
            return parameters[name][0]
    return None


class _Defaults:
    """What earlier statements set for later ones: global(), module() and the old language's `$` lines."""

    def __init__(self) -> None:
        self.globals: dict[str, list[str]] = {}
        self.modules: dict[str, dict[str, list[str]]] = {}
        self.legacy: dict[str, str] = {}

    def take(self, found: Statement) -> None:
        if found.kind == "global":
            self.globals.update(found.parameters)
        elif found.kind == "module":
            module = (_first(found.parameters, "load") or "").split("/")[-1]
            self.modules.setdefault(module.replace(".so", ""), {}).update(found.parameters)
        elif found.kind == "line" and found.before.startswith("$"):
            name, _, value = found.before[1:].partition(" ")
            self.legacy[name.lower()] = value.strip().strip('"')

    def driver(self, own: str | None) -> str:
        """The network stream driver that holds: the statement's own, or the default one, or plain TCP."""
        return (
            own
            or _first(self.globals, "defaultnetstreamdriver")
            or self.legacy.get("defaultnetstreamdriver", "ptcp")
        )

    def module(self, name: str) -> dict[str, list[str]]:
        return self.modules.get(name, {})


def loads(probe: Probe, module: str) -> bool:
    """Whether a module is loaded, in either language."""
    for found in statements(probe):
        words = found.before.split()
        legacy = found.kind == "line" and len(words) == 2 and words[0].lower() == "$modload"
        named = words[1] if legacy else _first(found.parameters, "load") if found.kind == "module" else None
        if named and named.split("/")[-1].replace(".so", "") == module:
            return True
    return False


def forwards(probe: Probe) -> list[dict[str, Any]]:
    """Every action that sends messages to another host, in rsyslog's order."""
    defaults = _Defaults()
    found = []
    for statement in statements(probe):
        defaults.take(statement)
        if statement.kind == "action" and _first(statement.parameters, "type") == "omfwd":
            found.append(_forward(statement, defaults))
        elif statement.kind == "line" and not statement.before.startswith("$"):
            match = _LEGACY_FORWARD.match(statement.before)
            if match:
                found.append(_legacy_forward(statement, match, defaults))
    return found


def _forward(statement: Statement, defaults: _Defaults) -> dict[str, Any]:
    parameters = statement.parameters
    driver = defaults.driver(_first(parameters, "streamdriver", "streamdriver.name"))
    mode = _first(parameters, "streamdrivermode", "streamdriver.mode") or "0"
    protocol = (_first(parameters, "protocol") or "udp").lower()
    return {
        "file": statement.file,
        "selector": _selector(statement),
        "target": _first(parameters, "target") or "",
        "port": _number(_first(parameters, "port"), 514),
        "protocol": protocol,
        "tls": protocol == "tcp" and driver in _TLS_DRIVERS and mode == "1",
        "auth_mode": _first(parameters, "streamdriverauthmode", "streamdriver.authmode"),
        "permitted_peers": sorted(
            peer
            for name in ("streamdriverpermittedpeers", "streamdriver.permittedpeers")
            for value in parameters.get(name, [])
            for peer in value.split(",")
        ),
        "queue": _queue(_first(parameters, "queue.type"), _first(parameters, "queue.filename")),
        "retry_count": _number(_first(parameters, "action.resumeretrycount"), 0),
    }


def _legacy_forward(statement: Statement, match: re.Match[str], defaults: _Defaults) -> dict[str, Any]:
    """`*.* @@host:514`: two at-signs are TCP, one is UDP; its settings are the `$Action…` lines before it."""
    selector, at, _, target, port = match.groups()
    legacy = defaults.legacy
    tls = (
        at == "@@"
        and defaults.driver(None) in _TLS_DRIVERS
        and legacy.get("actionsendstreamdrivermode") == "1"
    )
    return {
        "file": statement.file,
        "selector": selector,
        "target": target.strip("[]"),
        "port": _number(port, 514),
        "protocol": "tcp" if at == "@@" else "udp",
        "tls": tls,
        "auth_mode": legacy.get("actionsendstreamdriverauthmode"),
        "permitted_peers": sorted(filter(None, [legacy.get("actionsendstreamdriverpermittedpeer")])),
        "queue": _queue(legacy.get("actionqueuetype"), legacy.get("actionqueuefilename")),
        "retry_count": _number(legacy.get("actionresumeretrycount"), 0),
    }


def _selector(statement: Statement) -> str:
    """Which messages reach an action: `*.*` for all, else the filter or the block in front of it."""
    conditions = [block for block in (*statement.blocks, statement.before) if block]
    return " ".join(" && ".join(conditions).split()) or "*.*"


def _queue(kind: str | None, filename: str | None) -> str:
    """`disk` (or memory that spills to disk), `memory`, or `direct` where the sender waits."""
    kind = (kind or "direct").lower()
    if kind == "disk" or (kind in ("linkedlist", "fixedarray") and filename):
        return "disk"
    return "direct" if kind == "direct" else "memory"


def inputs(probe: Probe) -> list[dict[str, Any]]:
    """Every network input, in rsyslog's order."""
    defaults = _Defaults()
    found = []
    for statement in statements(probe):
        defaults.take(statement)
        kind = (_first(statement.parameters, "type") or "").lower()
        if statement.kind == "input" and kind in ("imtcp", "imptcp", "imudp", "imrelp"):
            found.append(_input(statement, kind, defaults))
        legacy = re.match(
            r"\$(InputTCPServerRun|InputPTCPServerRun|UDPServerRun)\s+(\d+)", statement.before, re.I
        )
        if statement.kind == "line" and legacy:
            kind = {"inputtcpserverrun": "imtcp", "inputptcpserverrun": "imptcp"}.get(
                legacy[1].lower(), "imudp"
            )
            bare = Statement("input", "", (), {"port": [legacy[2]]}, statement.file)
            found.append(_input(bare, kind, defaults))
    return found


def _input(statement: Statement, kind: str, defaults: _Defaults) -> dict[str, Any]:
    """One input; what it does not set itself its module does."""
    parameters = {**defaults.module(kind), **statement.parameters}
    driver = defaults.driver(_first(parameters, "streamdriver.name"))
    mode = _first(parameters, "streamdriver.mode") or defaults.legacy.get("inputtcpserverstreamdrivermode")
    auth = _first(parameters, "streamdriver.authmode") or defaults.legacy.get(
        "inputtcpserverstreamdriverauthmode"
    )
    return {
        "file": statement.file,
        "kind": kind,
        "port": _number(_first(parameters, "port"), 514),
        "address": _first(parameters, "address"),
        "tls": kind == "imtcp" and driver in _TLS_DRIVERS and mode == "1",
        "auth_mode": auth,
        "permitted_peers": sorted(parameters.get("permittedpeer", [])),
    }


def _number(text: str | None, default: int) -> int:
    try:
        return int(text) if text is not None else default
    except ValueError:
        return -2  # no value that anything accepts: what is written is not a number
