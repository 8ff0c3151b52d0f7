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

import os
import stat

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.hub_state import record_days, stopped


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
        stopped=stopped(module, module.params["units"]),
        sha256=module.sha256(base) if there else "",
        private=private,
        days=record_days(os.path.join(os.path.dirname(base), "status.json"), ["completed"]),
    )


if __name__ == "__main__":
    main()
