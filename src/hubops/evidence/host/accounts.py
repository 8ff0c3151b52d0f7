"""Section `accounts`: local accounts and groups, their ageing, and what a login shell gives them.

Of a password only its state and its method leave the host, never the hash.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .probe import Probe

SHELLS_WITHOUT_COMMANDS = ("nologin", "false", "true", "sync", "halt", "shutdown")
NOBODY = (65534, 65535)
UID_MIN = 1000
"""Where people's accounts begin if login.defs does not say."""

_SESSION = "printf 'umask=%s\\n' \"$(umask)\"; declare -p TMOUT 2>/dev/null || true"
SESSION_COMMAND = [
    "env",
    "-i",
    "HOME=/root",
    "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    "bash",
    "-lc",
    _SESSION,
]


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/accounts.json."""
    defs = login_defs(probe.lines("/etc/login.defs"))
    users = passwd(
        probe.read("/etc/passwd") or "", probe.read("/etc/shadow") or "", defs["uid_min"] or UID_MIN
    )
    for user in users:
        # Homes of accounts that nobody logs in to are shared directories of the system.
        home = probe.stat(user["home"]) if user["can_login"] and user["home"].startswith("/") else None
        user["home_mode"] = home["mode"] if home else None
        user["home_owner"] = home["owner"] if home else None
    return {
        "users": users,
        "groups": groups(probe.read("/etc/group") or ""),
        "login_defs": defs,
        "useradd_inactive": useradd_inactive(probe.lines("/etc/default/useradd")),
        "session": session(probe.run(SESSION_COMMAND) or ""),
    }


def passwd(passwd_text: str, shadow_text: str, uid_min: int) -> list[dict[str, Any]]:
    """The accounts of /etc/passwd in its order, each joined with its record of /etc/shadow.

    A line that is no record is left out, as the C library does. The first record of a name counts.
    """
    shadow: dict[str, list[str]] = {}
    for fields in _records(shadow_text):
        shadow.setdefault(fields[0], fields)
    users = []
    for fields in _records(passwd_text):
        uid, gid = _integer(_at(fields, 2)), _integer(_at(fields, 3))
        if len(fields) < 7 or uid is None or gid is None:
            continue
        name, aged = fields[0], shadow.get(fields[0], [])
        state, prefix = password(fields[1], aged[1] if len(aged) > 1 else None)
        users.append(
            {
                "name": name,
                "uid": uid,
                "gid": gid,
                "home": fields[5],
                "shell": fields[6] or "/bin/sh",
                "can_login": fields[6].rpartition("/")[2] not in SHELLS_WITHOUT_COMMANDS,
                "system": (0 < uid < uid_min) or uid in NOBODY,
                "password": state,
                "hash_prefix": prefix,
                "last_change": _integer(_at(aged, 2)),
                "min_days": _integer(_at(aged, 3)),
                "max_days": _integer(_at(aged, 4)),
                "warn_days": _integer(_at(aged, 5)),
                "inactive_days": _integer(_at(aged, 6)),
                "expire": _integer(_at(aged, 7)),
            }
        )
    return users


def password(open_field: str, shadow_field: str | None) -> tuple[str, str | None]:
    """(state, method of a usable hash or None) from the second fields of passwd and of shadow.

    >>> password("x", "$y$j9T$salt$hash")
    ('hash', '$y$')
    >>> password("x", "!!")
    ('locked', None)
    """
    shadowed = open_field == "x"
    field = shadow_field if shadowed else open_field
    if field is None:
        return "missing", None
    if field == "":
        return "empty", None
    if field[0] in "!*":
        return "locked", None
    return ("hash" if shadowed else "unshadowed"), _method(field)


def groups(text: str) -> list[dict[str, Any]]:
    """The groups of /etc/group in its order, members sorted."""
    found = []
    for fields in _records(text):
        gid = _integer(_at(fields, 2))
        if gid is not None:
            members = sorted({name for name in (_at(fields, 3) or "").split(",") if name})
            found.append({"name": fields[0], "gid": gid, "members": members})
    return found


def login_defs(lines: list[str]) -> dict[str, Any]:
    """What we need of login.defs; a later line replaces an earlier one."""
    values = {}
    for line in lines:
        name, _, value = line.replace("\t", " ").partition(" ")
        values[name] = value.strip().strip('"')
    mask = values.get("UMASK", "")
    return {
        "pass_max_days": _integer(values.get("PASS_MAX_DAYS")),
        "pass_min_days": _integer(values.get("PASS_MIN_DAYS")),
        "pass_warn_age": _integer(values.get("PASS_WARN_AGE")),
        "umask": _octal(mask),
        "encrypt_method": values.get("ENCRYPT_METHOD"),
        "uid_min": _integer(values.get("UID_MIN")),
    }


def useradd_inactive(lines: list[str]) -> int | None:
    """INACTIVE of /etc/default/useradd; None where it is not set."""
    values = [line.partition("=")[2] for line in lines if line.partition("=")[0].strip() == "INACTIVE"]
    return _integer(values[-1].strip()) if values else None


def session(answer: str) -> dict[str, Any]:
    """What the login shell said of its mask and TMOUT; profiles may print other lines before."""
    mask = re.search(r"^umask=([0-7]{1,4})$", answer, re.MULTILINE)
    tmout = re.search(r'^declare -(\S+) TMOUT(?:="([0-9]{1,9})")?$', answer, re.MULTILINE)
    flags, seconds = tmout.groups() if tmout else ("", None)
    return {
        "umask": _octal(mask[1]) if mask else None,
        "tmout": {
            "seconds": int(seconds) if seconds else None,
            "readonly": "r" in flags,
            "exported": "x" in flags,
        },
    }


def _method(hashed: str) -> str:
    """The prefix that names a hash's method: `$6$`; `bsdi`, `des` or `unknown` for the old ones."""
    found = re.match(r"\$[A-Za-z0-9]{1,8}\$", hashed)
    if found:
        return found[0]
    if re.fullmatch(r"_[./A-Za-z0-9]{19}", hashed):
        return "bsdi"
    return "des" if re.fullmatch(r"[./A-Za-z0-9]{13}", hashed) else "unknown"


def _records(text: str) -> list[list[str]]:
    return [line.split(":") for line in text.splitlines() if line.strip() and line[0] not in "#+-:"]


def _at(fields: list[str], index: int) -> str | None:
    return fields[index] if index < len(fields) else None


def _integer(text: str | None) -> int | None:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,10}", text) else None


def _octal(text: str) -> str | None:
    """A mask with four digits: `27` → `0027`."""
    return text.zfill(4) if re.fullmatch(r"[0-7]{1,4}", text) else None
