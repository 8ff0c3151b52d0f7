#!/usr/bin/python
"""Finds what in other files would weaken our audit rules, and files of auditing with wrong rights."""

from __future__ import annotations

DOCUMENTATION = r"""
module: audit_state
short_description: Find what would weaken our audit rules, and wrong rights
description:
  - Of the kernel's settings the last line of all rule files counts, and an exception hides what a later rule would record.
  - Returns for each file the lines that do so, and what of auditing others may read or change.
options:
  own:
    description: Our own file of rules.
    type: path
    required: true
  backlog_limit:
    description: The limit that our rules set.
    type: int
    required: true
  failure_mode:
    description: The failure mode that our rules set.
    type: int
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look for what would weaken our rules
  audit_state:
    own: /etc/audit/rules.d/00-hubops.rules
    backlog_limit: 8192
    failure_mode: 1
  register: audit_state_now
"""

RETURN = r"""
arches:
  description: The architectures of system calls that the kernel serves, C(name) and whether it has C(old_calls).
  type: list
  returned: always
grub:
  description: Whether GRUB starts this host.
  type: bool
  returned: always
rule_mends:
  description: What M(managed_files) has to do to the other files of rules.
  type: list
  returned: always
rights:
  description: What M(managed_files) has to do to the rights of files and programs.
  type: list
  returned: always
"""

import glob
import grp
import os
import re
import shutil
import stat

from ansible.module_utils.basic import AnsibleModule

PROGRAMS = ("auditctl", "auditd", "augenrules", "aureport", "ausearch", "autrace")
CONFIGURATION = ("/etc/audit", "/etc/audit/*", "/etc/audit/*.d/*")
RECORDS = ("/var/log/audit", "/var/log/audit/audit.log*")


def _weakens(line, settings):
    """Whether a line of another file unlocks, excepts or takes back, or sets the kernel otherwise than ours."""
    words = line.split()
    if not words or words[0].startswith("#"):
        return False
    option, value = words[0], words[1] if len(words) > 1 else ""
    if option in settings:
        return value != settings[option]
    if option in ("-a", "-A"):
        return bool({"never", "exclude"} & set(value.split(",")))
    return option in ("-e", "-r", "-d", "-W")


def _rule_mends(module):
    settings = {"-b": str(module.params["backlog_limit"]), "-f": str(module.params["failure_mode"])}
    mends = []
    for path in sorted(set(glob.glob("/etc/audit/rules.d/*.rules")) - {module.params["own"]}):
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            lines = dict.fromkeys(line for line in file.read().splitlines() if _weakens(line, settings))
        edits = [
            {"match": "^%s$" % re.escape(line), "line": "# Against HubOps: " + line.strip()} for line in lines
        ]
        if edits:
            mends.append({"path": path, "edits": edits, "mode": "0640"})
    return mends


def _wrong(path, most, groups=("root",)):
    """What is to be done to one file, or None: no more rights than `most`, root's, and of a group that may read it."""
    status = os.lstat(path)
    if stat.S_ISLNK(status.st_mode):
        return None
    try:
        group = grp.getgrgid(status.st_gid).gr_name
    except KeyError:
        group = ""
    mode = stat.S_IMODE(status.st_mode)
    if not mode & ~most and status.st_uid == 0 and group in groups:
        return None
    kind = "directory" if stat.S_ISDIR(status.st_mode) else "file"
    group = group if group in groups else groups[0]
    return {"path": path, "state": kind, "mode": format(mode & most, "04o"), "group": group}


def _rights():
    found = []
    for patterns, groups in ((CONFIGURATION, ("root",)), (RECORDS, ("root", "adm"))):
        for pattern in patterns:
            for path in sorted(glob.glob(pattern)):
                found.append(_wrong(path, 0o750 if os.path.isdir(path) else 0o640, groups))
    for path in filter(None, map(shutil.which, PROGRAMS)):
        found.append(_wrong(os.path.realpath(path), 0o755))
    return [one for one in found if one]


def _arches():
    """Only x86 has the older calls in its 64-bit table, and programs of 32 bits on every host."""
    if os.uname().machine == "x86_64":
        return [{"name": "b64", "old_calls": True}, {"name": "b32", "old_calls": True}]
    return [{"name": "b64", "old_calls": False}]


def main():
    options = {
        "own": {"type": "path", "required": True},
        "backlog_limit": {"type": "int", "required": True},
        "failure_mode": {"type": "int", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    module.exit_json(
        changed=False,
        arches=_arches(),
        grub=bool(shutil.which("update-grub")) and os.path.exists("/etc/default/grub"),
        rule_mends=_rule_mends(module),
        rights=_rights(),
    )


if __name__ == "__main__":
    main()
