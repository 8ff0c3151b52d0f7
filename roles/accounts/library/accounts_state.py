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
  default_names: {description: Well-known names of accounts., type: list, elements: str, required: true}
  service_logins: {description: System accounts that need a shell., type: list, elements: str, required: true}
  setuid_files: {description: Programs that may lend rights., type: list, elements: path, required: true}
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
    default_names: [guest]
    service_logins: [hub-backup]
    setuid_files: [/usr/bin/su]
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
setuid: {description: Programs that lend rights and are not known., type: list, returned: always}
setuid_rights: {description: What M(managed_files) has to do to known ones that others may change., type: list, returned: always}
well_known: {description: Accounts with well-known names that can be used., type: list, returned: always}
dotfiles: {description: What M(managed_files) has to do to hidden files of homes., type: list, returned: always}
schedule_lists: {description: Who is in cron.allow and at.allow., type: list, returned: always}
schedule_groups: {description: Whose rights crontab and at have when they read these lists., type: list, returned: always}
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
SCHEDULES = {"crontab": 0o600}
ALLOW_LISTS = {"cron.allow": "crontab", "at.allow": "daemon"}
SECRET = re.compile(
    r"/\.(ssh|gnupg)(/(?!(?<=\.ssh/)(.*\.pub|known_hosts.*)$)|$)"
    r"|/\.([a-z_]*history|netrc|pgpass|my\.cnf|git-credentials)$"
)
SCHEDULES.update({"cron." + name: 0o700 for name in ("d", "hourly", "daily", "weekly", "monthly", "yearly")})
LOCAL = ("ext2", "ext3", "ext4", "xfs", "btrfs", "zfs", "f2fs", "jfs", "bcachefs")
SHELL_FILES = ("/etc/profile", "/etc/bash.bashrc", "/etc/profile.d/*.sh", "/root/.profile", "/root/.bash*")
NULLOK = re.compile(r"\s+nullok(_secure)?\b")
SET = r"((export|readonly|declare|typeset)\s+)*(-\S+\s+)*"
HISTORY = "HIST(FILE|SIZE|FILESIZE|TIMEFORMAT|CONTROL|IGNORE)"
UNDOES = re.compile(
    rf"^\s*(umask\s+[^-\s]|{SET}(TMOUT|{HISTORY})=|unset\s+(\S+\s+)*(TMOUT|{HISTORY})\b|set\s+\+o\s+history\b)"
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
    entries += [_rights("/etc/" + name, "0640", group=_reader(name)) for name in ALLOW_LISTS]
    return [entry for entry in entries if entry]


def _reader(name):
    """The group that the program which reads a list runs with; root where it is not installed."""
    program = {"cron.allow": "/usr/bin/crontab", "at.allow": "/usr/bin/at"}[name]
    return ALLOW_LISTS[name] if os.path.exists(program) else "root"


def _allowed(name):
    """Who is in a list, or None without it."""
    try:
        with open("/etc/" + name, encoding="utf-8", errors="surrogateescape") as file:
            return sorted({line.strip() for line in file if line.strip() and not line.startswith("#")})
    except OSError:
        return None


def _dotfiles(account):
    """The entries that make a home's hidden files its user's and close what is secret; links are left alone."""
    entries = []
    for folder, pattern in ((account.home, ".*"), (account.home + "/.ssh", "*")):
        for path in sorted(glob.glob(os.path.join(glob.escape(folder), pattern))):
            status = os.lstat(path)
            kind = {stat.S_IFDIR: "directory", stat.S_IFREG: "file"}.get(stat.S_IFMT(status.st_mode))
            if kind is None:
                continue
            most = (0o700 if kind == "directory" else 0o600) if SECRET.search(path) else 0o755
            mode = stat.S_IMODE(status.st_mode)
            if mode & 0o777 & ~most == 0 and status.st_uid in (0, account.uid):
                continue
            owner = pwd.getpwuid(status.st_uid).pw_name if status.st_uid in (0, account.uid) else account.name
            group = grp.getgrgid(pwd.getpwnam(account.name).pw_gid).gr_name
            rights = {"mode": format(mode & most, "04o"), "owner": owner, "group": group}
            entries.append(dict(rights, path=path, state=kind))
    return entries


def _lender(path):
    """The entry that takes from others the right to change a program that lends root's; its group stays."""
    status = os.stat(path)
    mode = stat.S_IMODE(status.st_mode)
    if mode & 0o022 == 0 and status.st_uid == 0:
        return None
    group = grp.getgrgid(status.st_gid).gr_name
    return {"path": path, "state": "file", "mode": format(mode & ~0o022, "04o"), "group": group}


def _well_known(accounts, names):
    """The accounts with these names that a password or a shell makes usable."""
    return [
        one.name for one in accounts if one.name in names and (one.hash or one.empty or one.runs_commands)
    ]


def _searched(module):
    """(files that everyone may write, and directories without the sticky bit; programs that lend rights)."""
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
        "/6002",
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
        "-printf",
        "%m %p\\0",
    ]
    status, out, err = module.run_command(command)
    if status:
        module.fail_json(
            msg="the search for files that everyone may write failed: %s" % (err.strip() or status)
        )
    found = sorted(line.partition(" ")[::2] for line in out.split("\0") if line)
    modes = [(path, int(mode, 8)) for mode, path in found]
    return (
        sorted(path for path, mode in modes if mode & 0o002),
        sorted(path for path, mode in modes if mode & 0o6000 and not os.path.isdir(path)),
    )


def _session(own):
    """For each file that sets mask, timeout or history against ours, the edits that take these lines out."""
    entries = []
    for path in [path for pattern in SHELL_FILES for path in sorted(glob.glob(pattern))]:
        if path == own or path.endswith("_history") or not os.path.isfile(path):
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
        default_names={"type": "list", "elements": "str", "required": True},
        service_logins={"type": "list", "elements": "str", "required": True},
        setuid_files=paths,
    )
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    shadow = _records("/etc/shadow")
    accounts = [Account(fields, shadow.get(name)) for name, fields in _records("/etc/passwd").items()]
    hashed = [account for account in accounts if account.hash]
    people = [account for account in accounts if not account.system and account.uid and account.runs_commands]
    today = int(time.time() // 86400)
    group = _records("/etc/group")
    world_writable, setuid = _searched(module)
    known = set(module.params["setuid_files"])
    owners = [one for one in accounts if one.runs_commands and not one.system]
    module.exit_json(
        changed=False,
        extra_root=[one.name for one in accounts if one.uid == 0 and one.name != "root"],
        system_shells=[
            one.name
            for one in accounts
            if one.system and one.runs_commands and one.name not in module.params["service_logins"]
        ],
        system_hashes=[one.name for one in hashed if one.system],
        unshadowed=any(not one.shadowed for one in accounts),
        empty=[one.name for one in accounts if one.empty],
        weak=[one.name for one in hashed if not one.hash.startswith(STRONG) and one.changed != 0],
        ageing=[one.name for one in hashed if one.out_of_limits(module.params)],
        overdue=[
            one.name for one in hashed if one.changed and one.changed + module.params["max_days"] < today
        ],
        homes=[entry for entry in [*map(_home, people), _rights("/root", "0700")] if entry],
        dotfiles=[entry for one in owners for entry in _dotfiles(one)],
        well_known=_well_known(accounts, module.params["default_names"]),
        setuid=[path for path in setuid if path not in known],
        setuid_rights=[entry for entry in (_lender(path) for path in setuid if path in known) if entry],
        schedule_lists=[_allowed(name) for name in ALLOW_LISTS],
        schedule_groups=[_reader(name) for name in ALLOW_LISTS],
        files=_files(),
        shadow_members=[name for name in group["shadow"][3].split(",") if name] if "shadow" in group else [],
        world_writable=world_writable,
        session=_session(module.params["session_file"]),
        pam_files=_pam_files(),
        pam_differs=_pam_differs(module.params["pam"]),
    )


if __name__ == "__main__":
    main()
