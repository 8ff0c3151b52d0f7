#!/usr/bin/python
"""Finds what in the SSH server's files would beat or weaken our own settings."""

from __future__ import annotations

DOCUMENTATION = r"""
module: sshd_state
short_description: Find what in the SSH server's files would beat or weaken our own settings
description:
  - sshd takes the first value it meets, lets a Match block beat every global value, and adds up lists such as AllowGroups.
  - Returns for each file the lines that do one of these to a setting that our drop-in makes, and files with wrong rights.
options:
  drop_in:
    description: Our own file below the drop-in directory.
    type: path
    required: true
  options:
    description: Names of the settings that our drop-in makes.
    type: list
    elements: str
    required: true
  host_keys:
    description: Kinds of host keys that are offered.
    type: list
    elements: str
    required: true
  min_rsa_bits:
    description: Shortest RSA host key that is kept.
    type: int
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look for settings that beat ours
  sshd_state:
    drop_in: /etc/ssh/sshd_config.d/00-hubops.conf
    options: [PermitRootLogin]
    host_keys: [ed25519, rsa]
    min_rsa_bits: 3072
  register: ssh_server_state
"""

RETURN = r"""
mends:
  description: What M(managed_files) has to do to the other files.
  type: list
  returned: always
weak_keys:
  description: Private host keys that are offered and too short.
  type: list
  returned: always
missing_keys:
  description: Kinds of host keys that are to be made, the weak ones' included.
  type: list
  returned: always
"""

import glob
import os
import re
import stat

from ansible.module_utils.basic import AnsibleModule

MAIN = "/etc/ssh/sshd_config"
DROP_INS = "/etc/ssh/sshd_config.d/*.conf"
ADDED_UP = {"allowgroups", "hostkey"}
ALIASES = {
    "challengeresponseauthentication": "kbdinteractiveauthentication",
    "skeyauthentication": "kbdinteractiveauthentication",
}
LINE = re.compile(r"^\s*([A-Za-z0-9]+)(?:\s+|\s*=\s*)(.*?)\s*$")


def _lines(path):
    """(line, option in lower case, value) of each line that sets something."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        for line in file.read().splitlines():
            found = LINE.match(line)
            if found:
                option = found.group(1).lower()
                yield line, ALIASES.get(option, option), found.group(2)


def _overrides(path, managed, before_ours):
    """The lines of one file that beat ours: earlier, inside a Match block, or in a list that adds up."""
    beaten, in_match = [], False
    for line, option, value in _lines(path):
        if option == "match":
            in_match = True
        elif option == "include" and DROP_INS in value.split():
            before_ours = before_ours and in_match
        elif option in managed and (before_ours or in_match or option in ADDED_UP):
            beaten.append(line)
    return beaten


def _included():
    """Nothing but the Include of the drop-ins may come first: after a Match block it would be conditional."""
    for _line, option, value in _lines(MAIN):
        if option in ("match", "include"):
            return option == "include" and DROP_INS in value.split()
    return False


def _mend(path, managed, ours):
    """What is to be done to one file, or None: lines that beat ours become comments, rights become private."""
    edits = []
    if path == MAIN and not _included():
        pattern = r"^\s*Include\s+%s\s*$" % re.escape(DROP_INS)
        edits = [{"match": pattern}, {"match": pattern, "line": "Include " + DROP_INS, "at_top": True}]
    lines = dict.fromkeys(_overrides(path, managed, path == MAIN or path < ours))
    edits += [
        {"match": "^%s$" % re.escape(line), "line": "# Against HubOps: " + line.strip()} for line in lines
    ]
    return {"path": path, "edits": edits, "mode": "0600"} if edits or _exposed(path) else None


def _exposed(path):
    status = os.stat(path)
    return stat.S_IMODE(status.st_mode) & 0o177 != 0 or status.st_uid != 0


def _weak(module, key):
    _status, out, _err = module.run_command(["ssh-keygen", "-l", "-f", key])
    words = out.split()
    return bool(words) and words[-1] == "(RSA)" and int(words[0]) < module.params["min_rsa_bits"]


def main():
    options = {
        "drop_in": {"type": "path", "required": True},
        "options": {"type": "list", "elements": "str", "required": True},
        "host_keys": {"type": "list", "elements": "str", "required": True},
        "min_rsa_bits": {"type": "int", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    ours, managed = module.params["drop_in"], {option.lower() for option in module.params["options"]}
    offered = {kind: "/etc/ssh/ssh_host_%s_key" % kind for kind in module.params["host_keys"]}
    weak = [kind for kind, key in offered.items() if os.path.exists(key) and _weak(module, key)]
    configured = [
        path for path in [*sorted(glob.glob(DROP_INS)), MAIN] if path != ours and os.path.exists(path)
    ]
    mends = [_mend(path, managed, ours) for path in configured]
    mends += [
        {"path": path, "mode": "0600"}
        for path in sorted(glob.glob("/etc/ssh/ssh_host_*_key"))
        if _exposed(path)
    ]
    module.exit_json(
        changed=False,
        mends=[mend for mend in mends if mend],
        weak_keys=[offered[kind] for kind in weak],
        missing_keys=[kind for kind, key in offered.items() if kind in weak or not os.path.exists(key)],
    )


if __name__ == "__main__":
    main()
