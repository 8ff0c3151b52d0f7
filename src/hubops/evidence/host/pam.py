"""Section `pam`: the stacks that log people in, and what the modules that guard passwords enforce.

Includes are resolved, so the order that a control sees is the order that PAM runs. Of the secrets
behind one-time passwords only whose they are and how long they are leaves the host.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

SERVICES = ("login", "passwd", "sshd", "su")
FOLDERS = ("/etc/pam.d", "/usr/lib/pam.d")
MAX_DEPTH = 8

QUALITY = "/etc/security/pwquality.conf"
QUALITY_DEFAULTS = {
    "minlen": 8,
    "minclass": 0,
    "dcredit": 0,
    "ucredit": 0,
    "lcredit": 0,
    "ocredit": 0,
    "difok": 1,
    "maxrepeat": 0,
    "maxsequence": 0,
    "retry": 1,
    "dictcheck": 1,
    "usercheck": 1,
    "enforcing": 1,
}
HISTORY = "/etc/security/pwhistory.conf"
HISTORY_DEFAULT = 10
FAILLOCK = "/etc/security/faillock.conf"
FAILLOCK_DEFAULTS = {"deny": 3, "unlock_time": 600, "fail_interval": 900}
OTP_MODULE = "pam_oath.so"

_LINE = re.compile(r"-?(auth|account|password|session)\s+(\[[^\]]*\]|\S+)\s+(\S+)\s*(.*)")


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/pam.json."""
    stacks = {service: list(stack(probe, service)) for service in SERVICES}
    return {
        "stacks": stacks,
        "quality": _quality(probe, _called(stacks["passwd"], "pam_pwquality.so", "password")),
        "history": _history(probe, _called(stacks["passwd"], "pam_pwhistory.so", "password")),
        "lockouts": _lockouts(probe, stacks),
        "console": console(probe.lines("/etc/login.defs")),
        "one_time": _one_time(probe, stacks["sshd"]),
    }


def stack(probe: Probe, service: str, kind: str | None = None, depth: int = 0) -> Iterator[dict[str, Any]]:
    """A service's lines in order, `@include`, `include` and `substack` resolved; only `kind` if given."""
    present = [path for path in (f"{folder}/{service}" for folder in FOLDERS) if probe.exists(path)]
    if not present or depth > MAX_DEPTH:
        if depth:
            probe.note(f"{FOLDERS[0]}/{service}", "included by a stack, but absent or in a circle")
        return
    path = present[0]
    for line in logical_lines(probe.read(path) or ""):
        included = re.match(r"@include\s+(\S+)", line)
        if included:
            yield from stack(probe, included[1], kind, depth + 1)
            continue
        entry = parse_line(line)
        if entry is None or (kind is not None and entry["type"] != kind):
            continue
        if entry["control"] in ("include", "substack"):
            yield from stack(probe, entry["module"], entry["type"], depth + 1)
        else:
            yield {**entry, "path": path}


def logical_lines(text: str) -> list[str]:
    """The lines without comments and blank ones; a backslash at the end joins the next line."""
    joined = re.sub(r"\\\n", " ", text)
    lines = (line.partition("#")[0].strip() for line in joined.splitlines())
    return [line for line in lines if line]


def parse_line(line: str) -> dict[str, Any] | None:
    """{"type", "control", "module", "args"} of a line; None where PAM would not understand it."""
    found = _LINE.fullmatch(line)
    if found is None:
        return None
    arguments = [one.strip("[]") for one in re.findall(r"\[[^\]]*\]|\S+", found[4])]
    return {
        "type": found[1],
        "control": re.sub(r"\s+", " ", found[2]),
        "module": found[3].rpartition("/")[2],
        "args": arguments,
    }


def settings(lines: list[str]) -> dict[str, str]:
    """`name = value`, `name value` or a bare `name` on each line; a later line replaces an earlier one."""
    found = {}
    for line in lines:
        name, _, value = re.sub(r"\s*=\s*|\s+", "=", line.partition("#")[0].strip(), count=1).partition("=")
        if name:
            found[name] = value.strip()
    return found


def console(lines: list[str]) -> dict[str, int | None]:
    """What login.defs allows at a console; None where it does not say. A later line replaces an earlier one."""
    said = settings(lines)
    return {
        "login_retries": _number_or_none(said.get("LOGIN_RETRIES")),
        "login_timeout_seconds": _number_or_none(said.get("LOGIN_TIMEOUT")),
    }


def enrolment(line: str) -> dict[str, Any] | None:
    """Whose secret a line of a users file is, without the secret; None where it is no such line.

    >>> enrolment("HOTP/T30/6 ann - 3132333435363738393031323334353637383930")
    {'user': 'ann', 'kind': 'totp', 'step_seconds': 30, 'digits': 6, 'secret_bits': 160}
    """
    words = line.split()
    found = re.fullmatch(r"HOTP(?:/(T|E)([0-9]{1,5})?)?(?:/([0-9]{1,2}))?", words[0]) if words else None
    if found is None or len(words) < 4:
        return None
    timed = found[1] == "T"
    return {
        "user": words[1],
        "kind": "totp" if timed else "hotp",
        "step_seconds": int(found[2] or 30) if timed else None,
        "digits": int(found[3] or 6),
        "secret_bits": 4 * len(words[3]) if re.fullmatch(r"[0-9A-Fa-f]+", words[3]) else 0,
    }


def _one_time(probe: Probe, entries: list[dict[str, Any]]) -> dict[str, Any] | None:
    """The users file of the first line that asks for a one-time password; None where none does."""
    arguments = _called(entries, OTP_MODULE, "auth")
    if arguments is None:
        return None
    path = arguments.get("usersfile", "")
    status = probe.stat(path) if path.startswith("/") and "$" not in path else None
    enrolled = [enrolment(line) for line in probe.lines(path)] if status else []
    if None in enrolled:
        probe.note(path, "a line enrols nobody")
    return {
        "path": path,
        **{name: status[name] if status else None for name in ("mode", "owner", "group")},
        "enrolled": sorted((one for one in enrolled if one), key=lambda one: str(one["user"])),
    }


def _called(entries: list[dict[str, Any]], module: str, kind: str) -> dict[str, str] | None:
    """The arguments that a stack gives a module, as settings; None where it does not call it."""
    calls = [entry["args"] for entry in entries if entry["module"] == module and entry["type"] == kind]
    return settings(calls[0]) if calls else None


def _quality(probe: Probe, arguments: dict[str, str] | None) -> dict[str, Any] | None:
    """What pam_pwquality enforces: drop-ins first, then the main file, which wins, then arguments."""
    if arguments is None:
        return None
    said: dict[str, str] = {}
    for path in [*probe.glob(f"{QUALITY}.d/*.conf"), QUALITY]:
        said.update(settings(probe.lines(path)))
    said.update(arguments)
    numbers = {name: _number(said.get(name), default) for name, default in QUALITY_DEFAULTS.items()}
    return {**numbers, "enforce_for_root": "enforce_for_root" in said}


def _history(probe: Probe, arguments: dict[str, str] | None) -> dict[str, Any] | None:
    """What pam_pwhistory enforces. Its file is read by PAM 1.5.3 and later only.

    So where no argument says how many, the weaker of the file and the built-in default is taken.
    """
    if arguments is None:
        return None
    filed = _number(settings(probe.lines(HISTORY)).get("remember"), HISTORY_DEFAULT)
    return {
        "remember": _number(arguments.get("remember"), min(filed, HISTORY_DEFAULT)),
        "enforce_for_root": "enforce_for_root" in arguments,
        "use_authtok": "use_authtok" in arguments,
    }


def _lockouts(probe: Probe, stacks: dict[str, list[dict[str, Any]]]) -> list[dict[str, Any]]:
    """The effective settings of each pam_faillock line of the stacks, each line once."""
    found: list[dict[str, Any]] = []
    for entries in stacks.values():
        for entry in entries:
            if entry["module"] == "pam_faillock.so":
                lockout = _lockout(probe, entry)
                if lockout not in found:
                    found.append(lockout)
    return found


def _lockout(probe: Probe, entry: dict[str, Any]) -> dict[str, Any]:
    """One line's settings: defaults, then faillock.conf (or its `conf=`), then its own arguments."""
    arguments = settings(entry["args"])
    said = {**settings(probe.lines(arguments.get("conf", FAILLOCK))), **arguments}
    unlock = _seconds(said.get("unlock_time"), FAILLOCK_DEFAULTS["unlock_time"])
    steps = [step for step in ("preauth", "authfail", "authsucc") if step in arguments]
    return {
        "path": entry["path"],
        "step": steps[0] if steps and entry["type"] == "auth" else "account",
        "deny": _number(said.get("deny"), FAILLOCK_DEFAULTS["deny"]),
        "unlock_seconds": unlock,
        "fail_interval_seconds": _number(said.get("fail_interval"), FAILLOCK_DEFAULTS["fail_interval"]),
        "even_deny_root": "even_deny_root" in said,
        "root_unlock_seconds": _seconds(said.get("root_unlock_time"), unlock),
    }


def _number_or_none(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,9}", text) else default


def _seconds(text: str | None, default: int) -> int:
    return 0 if text == "never" else _number(text, default)
