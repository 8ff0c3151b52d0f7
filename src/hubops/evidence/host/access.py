"""Section `access`: the accounts that can log in, when they last did, and what a login finds.

Keys are counted, and of a history only its settings are read: no key and no command leaves the host.
"""

from __future__ import annotations

import contextlib
import os
import re
import stat
import struct
from typing import TYPE_CHECKING, Any

from . import accounts
from .sshd import daemon_arguments

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

LASTLOG = "/var/log/lastlog"
WTMP = ("/var/log/wtmp", "/var/log/wtmp.1")
DATABASES = {
    "/var/lib/lastlog/lastlog2.db": "SELECT Name, Time FROM Lastlog2",
    "/var/lib/wtmpdb/wtmp.db": "SELECT User, MAX(Login) / 1000000 FROM wtmp GROUP BY User",
}
"""What took the place of the two files above in Debian 13: name and seconds since 1970 of the last login."""
_LASTLOG_BYTES = 292  # a 32-bit time, then the terminal and the host
_RECORD = struct.Struct("<h2xi32s4s32s256s4xiii36x")  # utmp of Linux on machines with 64 bits
_USER_PROCESS = 7

TRUSTING = ("/etc/hosts.equiv", "/etc/shosts.equiv")
TRUSTING_IN_HOME = (".rhosts", ".shosts", ".netrc", ".forward")
SCHEDULERS = ("cron", "at")
KEY_FILES = (".ssh/authorized_keys", ".ssh/authorized_keys2")
"""Where sshd looks for keys if it says nothing else."""

MAX_ACCOUNTS = 1000
MAX_DOTFILES = 200
MAX_RECORDS = 100_000
"""Records that are read of each wtmp, the newest."""

# What an interactive login shell of root has; without a history of its own, so that nothing is written.
_SHOWN = "HISTFILE HISTSIZE HISTFILESIZE HISTTIMEFORMAT HISTCONTROL"
_ASKED = f'set +o history; printf "\\npath=%s\\n" "$PATH"; for name in {_SHOWN}; do declare -p $name 2>/dev/null; done; true'
SHELL_COMMAND = [
    "env",
    "-i",
    "HOME=/root",
    "TERM=dumb",
    "PATH=/usr/sbin:/usr/bin:/sbin:/bin",
    "bash",
    "-lic",
    _ASKED,
]


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/access.json."""
    uid_min = accounts.login_defs(probe.lines("/etc/login.defs"))["uid_min"] or accounts.UID_MIN
    users = accounts.passwd(probe.read("/etc/passwd") or "", "", uid_min)
    people = [user for user in users if user["can_login"]]
    if len(people) > MAX_ACCOUNTS:
        probe.note("/etc/passwd", f"more than {MAX_ACCOUNTS} accounts can log in")
    people = people[:MAX_ACCOUNTS]
    records, last = last_logins(probe, people)
    patterns = key_files(probe)
    said = probe.run(SHELL_COMMAND) or ""
    return {
        "records": records,
        "logins": [
            {
                "name": user["name"],
                "keys": sum(len(probe.lines(path)) for path in expanded(patterns, user)),
                "last_login": last.get(user["name"]),
                "dotfiles": dotfiles(probe, user["home"]),
            }
            for user in people
        ],
        "trust_files": trust_files(probe, [user["home"] for user in people]),
        "shells": sorted(set(probe.lines("/etc/shells"))),
        "schedulers": [
            {"name": name, **{kind: _names(probe, f"/etc/{name}.{kind}") for kind in ("allow", "deny")}}
            for name in SCHEDULERS
        ],
        "root_path": [directory(probe, entry) for entry in search_path(said)],
        "history": history(said),
    }


def last_logins(probe: Probe, users: list[dict[str, Any]]) -> tuple[list[str], dict[str, int]]:
    """(which records of logins the host keeps, account → day of its last login in days since 1970)."""
    seen: dict[str, int] = {}
    kept = []
    for path in (LASTLOG, *WTMP, *DATABASES):
        if not probe.exists(path):
            continue
        kept.append(path)
        try:
            if path in DATABASES:
                found = _asked(probe.path(path), DATABASES[path])
            elif path == LASTLOG:
                found = _lastlog(probe.path(path), users)
            else:
                found = _wtmp(probe.path(path))
            for name, seconds in found:
                if seconds > 0:
                    seen[name] = max(seen.get(name, 0), seconds // 86400)
        except Exception as error:  # sqlite3 may be absent, and its errors with it
            probe.note(path, f"{type(error).__name__}: {error}")
    names = {user["name"] for user in users}
    return kept, {name: day for name, day in seen.items() if name in names}


def key_files(probe: Probe) -> list[str]:
    """Where the SSH server looks for the keys of an account, as it says itself."""
    if not probe.has("sshd"):
        return list(KEY_FILES)
    answer = probe.run(["sshd", "-T", *daemon_arguments(probe.lines("/etc/default/ssh"))]) or ""
    found = re.search(r"^authorizedkeysfile (.*)$", answer, re.MULTILINE)
    return [name for name in found[1].split() if name != "none"] if found else list(KEY_FILES)


def expanded(patterns: list[str], user: dict[str, Any]) -> list[str]:
    """The patterns' paths for one account.

    >>> expanded([".ssh/keys", "/etc/ssh/keys/%u"], {"name": "ann", "uid": 1000, "home": "/home/ann"})
    ['/home/ann/.ssh/keys', '/etc/ssh/keys/ann']
    """
    known = {"%h": user["home"], "%u": user["name"], "%U": str(user["uid"]), "%%": "%"}
    paths = [re.sub("%.", lambda found: known.get(found[0], found[0]), pattern) for pattern in patterns]
    return [path if path.startswith("/") else f"{user['home'].rstrip('/')}/{path}" for path in paths]


def dotfiles(probe: Probe, home: str) -> list[dict[str, Any]]:
    """The hidden files and directories of a home and what is in its .ssh, links left out; sorted."""
    found = []
    for folder, hidden in ((home, True), (f"{home.rstrip('/')}/.ssh", False)):
        try:
            names = os.listdir(probe.path(folder)) if folder.startswith("/") else []
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            probe.note(folder, os.strerror(error.errno or 0))
            continue
        for name in sorted(names):
            status = probe.stat(f"{folder.rstrip('/')}/{name}", follow=False)
            kind = _kind(probe, f"{folder.rstrip('/')}/{name}")
            if status and kind and (name.startswith(".") or not hidden):
                found.append({"kind": kind, **{key: status[key] for key in ("path", "mode", "owner")}})
    if len(found) > MAX_DOTFILES:
        probe.note(home, f"more than {MAX_DOTFILES} hidden files")
    return found[:MAX_DOTFILES]


def trust_files(probe: Probe, homes: list[str]) -> list[str]:
    """The files there are by which the old remote commands trust hosts, log in by themselves or pass mail on."""
    paths = [*TRUSTING, *(f"{home.rstrip('/')}/{name}" for home in homes for name in TRUSTING_IN_HOME)]
    return sorted({path for path in paths if os.path.lexists(probe.path(path))})


def search_path(said: str) -> list[str]:
    """The entries of PATH as the shell said them, in its order; an empty one is the folder one is in."""
    found = re.search(r"^path=(.*)$", said, re.MULTILINE)
    return found[1].split(":") if found else []


def directory(probe: Probe, entry: str) -> dict[str, Any]:
    """An entry of PATH: whether it is a directory, and whose."""
    status = probe.stat(entry) if entry.startswith("/") else None
    if status is None:
        kind = "absent" if entry.startswith("/") else "relative"
        return {"entry": entry, "kind": kind, "mode": None, "owner": None}
    kind = "directory" if os.path.isdir(probe.path(entry)) else "file"
    return {"entry": entry, "kind": kind, "mode": status["mode"], "owner": status["owner"]}


def history(said: str) -> dict[str, Any]:
    """The settings of the history: where it goes, how long it is, whether each command has its time."""
    values = dict(re.findall(r'^declare -\S+ (HIST[A-Z]+)="(.*)"$', said, re.MULTILINE))
    return {
        "file": values.get("HISTFILE") or None,
        "size": _number(values.get("HISTSIZE", "")),
        "file_size": _number(values.get("HISTFILESIZE", "")),
        "dated": bool(values.get("HISTTIMEFORMAT")),
        "left_out": sorted({word for word in values.get("HISTCONTROL", "").split(":") if word}),
    }


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"-?[0-9]{1,9}", text) else None


def _names(probe: Probe, path: str) -> list[str] | None:
    return sorted(set(probe.lines(path))) if probe.exists(path) else None


def _kind(probe: Probe, path: str) -> str | None:
    with contextlib.suppress(OSError):
        mode = os.lstat(probe.path(path)).st_mode
        return "directory" if stat.S_ISDIR(mode) else "file" if stat.S_ISREG(mode) else None
    return None


def _lastlog(path: str, users: list[dict[str, Any]]) -> Iterator[tuple[str, int]]:
    """The file has one record for each UID at its own place; most of it is a hole."""
    with open(path, "rb") as file:
        for user in users:
            file.seek(user["uid"] * _LASTLOG_BYTES)
            record = file.read(4)
            if len(record) == 4:
                yield user["name"], struct.unpack("<i", record)[0]


def _wtmp(path: str) -> Iterator[tuple[str, int]]:
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size // _RECORD.size
        file.seek(max(0, size - MAX_RECORDS) * _RECORD.size)
        while True:
            record = file.read(_RECORD.size)
            if len(record) < _RECORD.size:
                return
            kind, _pid, _line, _id, name, _host, _session, seconds = _RECORD.unpack(record)[:8]
            if kind == _USER_PROCESS:
                yield name.split(b"\0")[0].decode("utf-8", "replace"), seconds


def _asked(path: str, query: str) -> Iterator[tuple[str, int]]:
    import sqlite3

    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as database:
        for name, seconds in database.execute(query):
            yield str(name), int(seconds or 0)
