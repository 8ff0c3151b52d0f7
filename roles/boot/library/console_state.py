#!/usr/bin/python
"""Masks units, and has the service manager read its settings again where it still has others."""

from __future__ import annotations

DOCUMENTATION = r"""
module: console_state
short_description: Mask units, and have the service manager read its settings again where it still has others
options:
  mask:
    description: Units that nothing may start; one that runs is stopped.
    type: list
    elements: str
    required: true
  shells:
    description: Units of maintenance shells that are to ask for root's password.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Mask the debug shell
  console_state:
    mask: [debug-shell.service]
    shells: [rescue.service]
"""

RETURN = r"""
masked: {description: The units that were not masked., type: list, returned: always}
"""

import os
import re

from ansible.module_utils.basic import AnsibleModule

OWN = "/etc/systemd/system/"
PROPERTIES = "LoadState,ActiveState,ExecStart,Environment,CtrlAltDelBurstAction"


def _shown(module, units):
    """What the manager says of each unit, and of itself where none is named: a dict each, in this order."""
    command = ["systemctl", "show", "--property=" + PROPERTIES, *units]
    _status, out, _err = module.run_command(command, check_rc=True)
    return [
        dict(line.partition("=")[::2] for line in block.splitlines()) for block in out.strip().split("\n\n")
    ]


def asks(shown):
    """Whether the shell asks for a password, by what the manager says of its unit."""
    forced = re.search(
        r"SYSTEMD_SULOGIN_FORCE=[\"']?(1|yes|true|on|y|t)\b", shown.get("Environment", ""), re.I
    )
    programs = re.findall(r"\bpath=(\S+)", shown.get("ExecStart", ""))
    return not forced and bool(programs) and all(one.endswith("/systemd-sulogin-shell") for one in programs)


def _mask(unit):
    if os.path.lexists(OWN + unit):
        os.unlink(OWN + unit)
    os.symlink("/dev/null", OWN + unit)


def main():
    options = {
        "mask": {"type": "list", "elements": "str", "required": True},
        "shells": {"type": "list", "elements": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    mask, shells = module.params["mask"], module.params["shells"]
    shown = dict(zip(mask + shells, _shown(module, mask + shells)))
    (manager,) = _shown(module, [])
    links = [unit for unit in mask if os.path.realpath(OWN + unit) != "/dev/null"]
    unmasked = [unit for unit in mask if shown[unit].get("LoadState") != "masked"]
    running = [unit for unit in mask if shown[unit].get("ActiveState") == "active"]
    open_shells = [unit for unit in shells if not asks(shown[unit])]
    burst = manager.get("CtrlAltDelBurstAction")
    stale = bool(unmasked or open_shells or burst != "none")
    if not module.check_mode:
        for unit in links:
            _mask(unit)
        if stale:
            module.run_command(["systemctl", "daemon-reload"], check_rc=True)
        for unit in running:
            module.run_command(["systemctl", "stop", unit], check_rc=True)
    said = {
        "not masked": sorted({*links, *unmasked}),
        "running": running,
        "asks no password": open_shells,
        "burst action": [] if burst == "none" else [str(burst)],
    }
    before = "".join("%s: %s\n" % (what, ", ".join(units)) for what, units in said.items() if units)
    module.exit_json(
        changed=bool(before),
        masked=said["not masked"],
        diff={"header": "console", "before": before, "after": ""},
    )


if __name__ == "__main__":
    main()
