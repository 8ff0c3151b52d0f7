#!/usr/bin/python
"""Finds what in the SSH server's files would beat or weaken our own settings."""

from __future__ import annotations

DOCUMENTATION = r"""
module: sshd_state
short_description: Find what in the SSH server's files would beat or weaken our own settings
description:
  - sshd takes the first value it meets, lets a Match block beat every global value, and adds up lists such as AllowGroups.
  - Returns for each file the lines that do one of these to a setting that our drop-in makes, and files with wrong rights.
  - Returns too whom a second factor concerns, and where the automation comes from.
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
  allow_groups:
    description: Groups whose members may log in.
    type: list
    elements: str
    required: true
  automation_accounts:
    description: Accounts that log in with their key alone.
    type: list
    elements: str
    required: true
  automation_from:
    description: Addresses and networks that they come from; where the list is empty, that of this connection.
    type: list
    elements: str
    required: true
  min_prefix:
    description: Shortest prefix of an IPv4 network among them; an IPv6 network's is 40 longer.
    type: int
    required: true
  source:
    description: The address that this connection comes from; empty where it is none of SSH.
    type: str
    default: ""
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look for settings that beat ours
  sshd_state:
    drop_in: /etc/ssh/sshd_config.d/00-hubops.conf
    options: [PermitRootLogin]
    host_keys: [ed25519, rsa]
    min_rsa_bits: 3072
    allow_groups: [ssh-users]
    automation_accounts: [hubops]
    automation_from: []
    min_prefix: 24
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
administrators:
  description: Accounts other than the automation's that may log in and have a key to do it with.
  type: list
  returned: always
automation_from:
  description: The addresses and networks that the automation comes from.
  type: list
  returned: always
source_fits:
  description: Whether O(automation_from) holds O(source).
  type: bool
  returned: always
too_wide:
  description: What of O(automation_from) is no network or too wide a one.
  type: list
  returned: always
"""

import glob
import grp
import ipaddress
import os
import pwd
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


def _wide(text, min_prefix):
    try:
        network = ipaddress.ip_network(text, strict=False)
    except ValueError:
        return True
    return network.prefixlen < (min_prefix if network.version == 4 else min_prefix + 40)


def _has_key(account):
    """Whether somebody could log in to the account with a key."""
    for name in (".ssh/authorized_keys", ".ssh/authorized_keys2"):
        try:
            with open(os.path.join(account.pw_dir, name), encoding="utf-8", errors="replace") as file:
                if any(line.strip() and not line.lstrip().startswith("#") for line in file):
                    return True
        except OSError:
            continue
    return False


def _administrators(groups, automation):
    """The accounts that a second factor is for."""
    present = {group.gr_name: group for group in grp.getgrall()}
    gids = {present[name].gr_gid for name in groups if name in present}
    members = {member for name in groups if name in present for member in present[name].gr_mem}
    return sorted(
        account.pw_name
        for account in pwd.getpwall()
        if account.pw_name not in automation
        and (account.pw_name in members or account.pw_gid in gids)
        and not account.pw_shell.endswith(("/nologin", "/false"))
        and _has_key(account)
    )


def _automation(params):
    """Where the automation comes from, and whether that is narrow and holds for this connection."""
    source = params["source"]
    places = params["automation_from"] or ([source] if source else [])
    too_wide = [place for place in places if _wide(place, params["min_prefix"])]
    fits = not source or any(
        ipaddress.ip_address(source) in ipaddress.ip_network(place, strict=False)
        for place in places
        if place not in too_wide
    )
    return {"automation_from": places, "too_wide": too_wide, "source_fits": fits}


def main():
    names = {"type": "list", "elements": "str", "required": True}
    options = {
        "drop_in": {"type": "path", "required": True},
        "options": names,
        "host_keys": names,
        "min_rsa_bits": {"type": "int", "required": True},
        "allow_groups": names,
        "automation_accounts": names,
        "automation_from": names,
        "min_prefix": {"type": "int", "required": True},
        "source": {"type": "str", "default": ""},
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
        administrators=_administrators(module.params["allow_groups"], module.params["automation_accounts"]),
        **_automation(module.params),
    )


if __name__ == "__main__":
    main()
