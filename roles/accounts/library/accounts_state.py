#!/usr/bin/python
"""Finds the accounts, passwords, homes and files that are not as the baseline demands."""

from __future__ import annotations

DOCUMENTATION = r"""
module: accounts_state
short_description: Find accounts, passwords, homes and files that are not as the baseline demands
description:
  - Reads only. What it returns is what has to be mended, so that a host in order costs one round trip.
options:
  max_days: {description: Longest life of a password., type: int, required: true}
  min_days: {description: Shortest life of a password., type: int, required: true}
  warn_days: {description: Days of warning before a password ends., type: int, required: true}
  inactive_days: {description: Days after its end until an account is locked., type: int, required: true}
  trees: {description: Where to look for files that everyone may write., type: list, elements: path, required: true}
  skipped: {description: Directories below them that are left out., type: list, elements: path, required: true}
  pam: {description: Lines that a PAM file must hold; its path and C(lines)., type: dict, required: true}
  session_file: {description: Our own file among those that a shell reads., type: path, required: true}
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look for what is to be mended
  accounts_state:
    max_days: 90
    min_days: 1
    warn_days: 7
    inactive_days: 45
    trees: [/etc, /var]
    skipped: [/var/cache]
    pam: {common-auth: [pam_unix.so try_first_pass]}
    session_file: /etc/profile.d/zz-hubops.sh
  register: accounts_state
"""

RETURN = r"""
extra_root: {description: Accounts with UID 0 beside root., type: list, returned: always}
system_shells: {description: System accounts whose shell runs commands., type: list, returned: always}
system_hashes: {description: System accounts with a usable password., type: list, returned: always}
unshadowed: {description: Whether passwd holds what belongs into shadow., type: bool, returned: always}
empty: {description: Accounts without a password., type: list, returned: always}
weak: {description: Accounts whose hash is weak and need not be changed at the next login., type: list, returned: always}
ageing: {description: Accounts whose password lives too long or too short., type: list, returned: always}
overdue: {description: Accounts whose password has ended by the new limit., type: list, returned: always}
homes: {description: What M(managed_files) has to do to home directories., type: list, returned: always}
files: {description: What it has to do to account databases and schedules., type: list, returned: always}
shadow_members: {description: Members of the group shadow., type: list, returned: always}
world_writable: {description: Files and directories that everyone may write., type: list, returned: always}
session: {description: What it has to do to files that undo the mask or the timeout., type: list, returned: always}
pam_files: {description: What it has to do to services that accept empty passwords by themselves., type: list, returned: always}
pam_differs: {description: Whether a PAM file lacks one of its lines or accepts empty passwords., type: bool, returned: always}
"""

import glob
import grp
import os
import pwd
import re
import stat
import time

from ansible.module_utils.basic import AnsibleModule

NO_SHELL = ("nologin", "false", "true", "sync", "halt", "shutdown")
NOBODY = 65534
STRONG = ("$y$", "$gy$", "$7$", "$6$")
IDENTITY = {
    "passwd": ("0644", "root"),
    "group": ("0644", "root"),
    "shadow": ("0640", "shadow"),
    "gshadow": ("0640", "shadow"),
}
SCHEDULES = {"crontab": 0o600, "cron.allow": 0o640, "at.allow": 0o640}
SCHEDULES.update({"cron." + name: 0o700 for name in ("d", "hourly", "daily", "weekly", "monthly", "yearly")})
LOCAL = ("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "bcachefs")
SHELL_FILES = ("/etc/profile", "/etc/bash.bashrc", "/etc/profile.d/*.sh", "/root/.profile", "/root/.bash*")
NULLOK = re.compile(r"\s+nullok(_secure)?\b")
UNDOES = re.compile(
    r"^\s*(umask\s+[^-\s]|((export|readonly|declare|typeset)\s+)*(-\S+\s+)*TMOUT=|unset\s+TMOUT)"
)


def _records(path):
    """The records of an account database; the first of a name counts."""
    found = {}
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for line in file:
            fields = line.rstrip("\n").split(":")
            if fields[0] and len(fields) > 3:
                found.setdefault(fields[0], fields)
    return found


def _number(text):
    return int(text) if re.fullmatch(r"-?\d+", text or "") else None


class Account:
    """One account; `hash` is None where no password fits."""

    def __init__(self, fields, shadow):
        self.name, self.uid, self.home, self.shell = fields[0], int(fields[2]), fields[5], fields[6]
        self.shadowed = fields[1] == "x"
        password = (shadow[1] if shadow else "!") if self.shadowed else fields[1]
        self.empty = password == ""
        self.hash = password if password and password[0] not in "!*" else None
        self.changed, self.min, self.max, self.warn, self.inactive = (
            [_number(field) for field in shadow[2:7]] if shadow else [None] * 5
        )

    @property
    def system(self):
        return 0 < self.uid < 1000 or self.uid == NOBODY

    @property
    def runs_commands(self):
        return os.path.basename(self.shell) not in NO_SHELL

    def out_of_limits(self, limits):
        return (
            self.max is None
            or not 1 <= self.max <= limits["max_days"]
            or (self.min or 0) < limits["min_days"]
            or (self.warn or 0) < limits["warn_days"]
            or not 0 <= (-1 if self.inactive is None else self.inactive) <= limits["inactive_days"]
        )


def _rights(path, mode, owner="root", group="root"):
    """The entry that mends a path's rights; None if it is absent or in order."""
    try:
        status = os.stat(path)
    except OSError:
        return None
    kind = "directory" if stat.S_ISDIR(status.st_mode) else "file"
    wanted = (pwd.getpwnam(owner).pw_uid, grp.getgrnam(group).gr_gid)
    now = stat.S_IMODE(status.st_mode)
    if now & ~int(mode, 8) == 0 and (status.st_uid, status.st_gid) == wanted:
        return None
    return {
        "path": path,
        "state": kind,
        "mode": format(now & int(mode, 8), "04o"),
        "owner": owner,
        "group": group,
    }


def _home(account):
    """The entry that makes a home private and its user's; a shared system directory is no home."""
    try:
        status = os.stat(account.home)
    except OSError:
        return None
    mode = stat.S_IMODE(status.st_mode)
    if mode & 0o027 == 0 and status.st_uid == account.uid:
        return None
    group = grp.getgrgid(status.st_gid).gr_name
    return {
        "path": account.home,
        "state": "directory",
        "mode": format(mode & 0o750, "04o"),
        "owner": account.name,
        "group": group,
    }


def _files():
    entries = [
        _rights("/etc/" + name + backup, *rights[:1], "root", rights[1])
        for name, rights in IDENTITY.items()
        for backup in ("", "-")
    ]
    entries += [_rights("/etc/" + name, format(mode, "04o")) for name, mode in SCHEDULES.items()]
    return [entry for entry in entries if entry]


def _world_writable(module):
    """Regular files, and directories without the sticky bit, on local file systems."""
    with open("/proc/self/mounts", encoding="utf-8") as file:
        mounts = [line.split() for line in file]
    left_out = module.params["skipped"] + [
        mount[1] for mount in mounts if mount[2] not in LOCAL and mount[1] != "/"
    ]
    prune = [word for path in left_out for word in ("-o", "-path", path)][1:]
    trees = [tree for tree in module.params["trees"] if os.path.isdir(tree) and not os.path.islink(tree)]
    wanted = [
        "(",
        "-type",
        "f",
        "-perm",
        "-0002",
        "-o",
        "-type",
        "d",
        "-perm",
        "-0002",
        "!",
        "-perm",
        "-1000",
        ")",
    ]
    command = [
        "timeout",
        "300",
        "find",
        *trees,
        "-ignore_readdir_race",
        "(",
        *prune,
        ")",
        "-prune",
        "-o",
        *wanted,
        "-print0",
    ]
    status, out, err = module.run_command(command)
    if status:
        module.fail_json(
            msg="the search for files that everyone may write failed: %s" % (err.strip() or status)
        )
    return sorted(path for path in out.split("\0") if path)


def _session(own):
    """For each file that sets mask or timeout against ours, the edits that take these lines out."""
    entries = []
    for path in [path for pattern in SHELL_FILES for path in sorted(glob.glob(pattern))]:
        if path == own or not os.path.isfile(path):
            continue
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = dict.fromkeys(line.rstrip("\n") for line in file if UNDOES.match(line))
        # A command that does nothing, because a comment alone is no body of an `if`.
        edits = [
            {"match": "^%s$" % re.escape(line), "line": ": # Against HubOps: " + line.strip()}
            for line in lines
        ]
        entries += [{"path": path, "edits": edits}] if edits else []
    return entries


def _pam_files():
    """For each service that accepts empty passwords in a line of its own, the edits that end it."""
    entries = []
    for path in sorted(glob.glob("/etc/pam.d/*")):
        if os.path.basename(path).startswith("common-"):
            continue  # made by pam-auth-update
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = [line.rstrip("\n") for line in file if not line.startswith("#") and NULLOK.search(line)]
        edits = [{"match": "^%s$" % re.escape(line), "line": NULLOK.sub("", line)} for line in lines]
        entries += [{"path": path, "edits": edits}] if edits else []
    return entries


def _pam_differs(wanted):
    for name, lines in wanted.items():
        with open("/etc/pam.d/" + name, encoding="utf-8") as file:
            text = file.read()
        present = [" ".join(line.split()) for line in text.splitlines() if not line.startswith("#")]
        if any(not any(one.endswith(line) for one in present) for line in lines):
            return True
        if any(NULLOK.search(line) for line in present):
            return True
    return False


def main():
    days = {"type": "int", "required": True}
    paths = {"type": "list", "elements": "path", "required": True}
    options = {name: days for name in ("max_days", "min_days", "warn_days", "inactive_days")}
    options.update(
        trees=paths,
        skipped=paths,
        pam={"type": "dict", "required": True},
        session_file={"type": "path", "required": True},
    )
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    shadow = _records("/etc/shadow")
    accounts = [Account(fields, shadow.get(name)) for name, fields in _records("/etc/passwd").items()]
    hashed = [account for account in accounts if account.hash]
    people = [account for account in accounts if not account.system and account.uid and account.runs_commands]
    today = int(time.time() // 86400)
    group = _records("/etc/group")
    module.exit_json(
        changed=False,
        extra_root=[one.name for one in accounts if one.uid == 0 and one.name != "root"],
        system_shells=[one.name for one in accounts if one.system and one.runs_commands],
        system_hashes=[one.name for one in hashed if one.system],
        unshadowed=any(not one.shadowed for one in accounts),
        empty=[one.name for one in accounts if one.empty],
        weak=[one.name for one in hashed if not one.hash.startswith(STRONG) and one.changed != 0],
        ageing=[one.name for one in hashed if one.out_of_limits(module.params)],
        overdue=[
            one.name for one in hashed if one.changed and one.changed + module.params["max_days"] < today
        ],
        homes=[entry for entry in map(_home, people) if entry],
        files=_files(),
        shadow_members=[name for name in group["shadow"][3].split(",") if name] if "shadow" in group else [],
        world_writable=_world_writable(module),
        session=_session(module.params["session_file"]),
        pam_files=_pam_files(),
        pam_differs=_pam_differs(module.params["pam"]),
    )


if __name__ == "__main__":
    main()
