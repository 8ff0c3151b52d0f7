#!/usr/bin/python
"""Tells which integrity base a host has, and how old the record of its last check is."""

from __future__ import annotations

DOCUMENTATION = r"""
module: integrity_state
short_description: Tell which integrity base a host has, and how old its last check is
description:
  - Reads the base and the record that C(hubops-integrity) keeps, both in one round trip.
options:
  base:
    description: The base; the record lies beside it.
    type: path
    required: true
  units:
    description: Units that are to be enabled and active.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: See which base there is
  integrity_state:
    base: /var/lib/hubops/integrity/base.gz
    units: [hubops-integrity.timer]
  register: integrity_state
"""

RETURN = r"""
sha256:
  description: The base's digest in hexadecimal; empty where there is no base.
  type: str
  returned: always
private:
  description: Whether the base is root's alone.
  type: bool
  returned: always
days:
  description: Whole days since the last check that came to its end; 9999 where there was none.
  type: int
  returned: always
stopped:
  description: Units that are not enabled and active.
  type: list
  returned: always
"""

import json
import os
import stat
import time

from ansible.module_utils.basic import AnsibleModule

NEVER = 9999


def _days(path):
    try:
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        days = int((time.time() - record["finished"]) // 86400)
        return days if record["completed"] and days >= 0 else NEVER
    except (OSError, ValueError, KeyError, TypeError):
        return NEVER


def _stopped(module):
    """Units that do not run now or will not after the next start."""
    argv = ["systemctl", "show", "--property", "Id,UnitFileState,ActiveState", *module.params["units"]]
    _status, said, _err = module.run_command(argv)
    shown = [dict(line.partition("=")[::2] for line in block.splitlines()) for block in said.split("\n\n")]
    running = {
        unit.get("Id")
        for unit in shown
        if (unit.get("UnitFileState"), unit.get("ActiveState")) == ("enabled", "active")
    }
    return [name for name in module.params["units"] if name not in running]


def main():
    options = {
        "base": {"type": "path", "required": True},
        "units": {"type": "list", "elements": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    base = module.params["base"]
    there = os.path.isfile(base) and os.path.getsize(base) > 0
    private = there and stat.S_IMODE(os.stat(base).st_mode) & 0o077 == 0 and os.stat(base).st_uid == 0
    module.exit_json(
        changed=False,
        stopped=_stopped(module),
        sha256=module.sha256(base) if there else "",
        private=private,
        days=_days(os.path.join(os.path.dirname(base), "status.json")),
    )


if __name__ == "__main__":
    main()
