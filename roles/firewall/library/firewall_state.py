#!/usr/bin/python
"""Tells whether the declared rules are loaded, who else loads rules, and from where we are connected."""

from __future__ import annotations

DOCUMENTATION = r"""
module: firewall_state
short_description: Tell whether the declared rules are loaded, who else loads rules, and from where we are connected
description:
  - The rules are loaded if the table is what it was when its file had just been loaded, and the file is the same.
  - Where the connection comes from is read from the environment of the processes above this one, which sudo clears.
options:
  rules:
    description: The file that declares the rules.
    type: path
    required: true
  rivals:
    description: Units that load other rules.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look at the rules
  firewall_state:
    rules: /etc/hubops/firewall/rules.nft
    rivals: [nftables.service]
  register: firewall_now
"""

RETURN = r"""
usable:
  description: Whether rules can be loaded; a container may lack the right. True where nft is not installed yet.
  type: bool
  returned: always
loaded:
  description: Whether the kernel has the rules as the file declares them.
  type: bool
  returned: always
rivals:
  description: Those of the units that start with the host.
  type: list
  returned: always
peer:
  description: Address that the SSH connection comes from; empty where there is none.
  type: str
  returned: always
port:
  description: Port that the SSH connection comes to; 0 where there is none.
  type: int
  returned: always
"""

import hashlib
import json
import os

from ansible.module_utils.basic import AnsibleModule

RECORD = "/run/hubops/firewall.json"
LIST = ["nft", "-j", "-s", "list", "table", "inet", "hubops"]


def _loaded(module, rules):
    try:
        with open(RECORD, encoding="utf-8") as file:
            record = json.load(file)
        with open(rules, "rb") as file:
            digest = hashlib.sha256(file.read()).hexdigest()
    except (OSError, ValueError):
        return False
    status, out, _err = module.run_command(LIST)
    return status == 0 and record == {"sha256": digest, "ruleset": json.loads(out)}


def _connection():
    """(address, port) of the SSH connection that one of the processes above serves."""
    process = os.getpid()
    while process > 1:
        try:
            with open("/proc/%d/environ" % process, "rb") as file:
                pairs = dict(pair.partition(b"=")[::2] for pair in file.read().split(b"\0"))
            with open("/proc/%d/stat" % process, encoding="utf-8", errors="replace") as file:
                process = int(file.read().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            break
        words = pairs.get(b"SSH_CONNECTION", b"").decode("ascii", "replace").split()
        if len(words) == 4:
            return words[0].partition("%")[0], int(words[3])
    return "", 0


def main():
    options = {
        "rules": {"type": "path", "required": True},
        "rivals": {"type": "list", "elements": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    installed = module.get_bin_path("nft") is not None
    usable = not installed or module.run_command(["nft", "list", "tables"])[0] == 0
    enabled = [
        unit
        for unit in module.params["rivals"]
        if module.run_command(["systemctl", "is-enabled", "--quiet", unit])[0] == 0
    ]
    peer, port = _connection()
    module.exit_json(
        changed=False,
        usable=usable,
        loaded=installed and usable and _loaded(module, module.params["rules"]),
        rivals=enabled,
        peer=peer,
        port=port,
    )


if __name__ == "__main__":
    main()
