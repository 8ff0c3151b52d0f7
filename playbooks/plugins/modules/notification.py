#!/usr/bin/python
"""Waits until the receiver of alerts has kept a certain notification."""

from __future__ import annotations

DOCUMENTATION = r"""
module: notification
short_description: Wait until the receiver of alerts has kept a certain notification
description:
  - Reads what role C(alert_receiver) keeps, in one round trip however long it takes.
options:
  folder:
    description: Where notifications are kept.
    type: path
    required: true
  alert:
    description: Name of the alert.
    type: str
    required: true
  instance:
    description: The host that the alert is about.
    type: str
    required: true
  status:
    description: Whether it has begun or ended.
    type: str
    choices: [firing, resolved]
    required: true
  since:
    description: Unix time; what was kept before does not count.
    type: float
    required: true
  seconds:
    description: How long to wait from O(since) on.
    type: int
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Wait for the alert
  notification:
    folder: /var/lib/hubops-alerts
    alert: TargetDown
    instance: hub-1
    status: firing
    since: 1767225600.0
    seconds: 240
"""

RETURN = r"""
seconds:
  description: Time from O(since) until it was kept.
  type: float
  returned: success
receiver:
  description: The receiver in Alertmanager that it was sent to.
  type: str
  returned: success
"""

import glob
import json
import os
import time

from ansible.module_utils.basic import AnsibleModule


def kept(folder, since):
    """The notifications kept since a moment, oldest first; a line that is no JSON is not yet whole."""
    for path in sorted(glob.glob(os.path.join(folder, "notifications-*.jsonl"))):
        if os.path.getmtime(path) < since:
            continue
        with open(path, encoding="utf-8") as file:
            for line in file:
                try:
                    one = json.loads(line)
                except ValueError:
                    continue
                if one["received"] >= since:
                    yield one


def main():
    module = AnsibleModule(
        argument_spec={
            "folder": {"type": "path", "required": True},
            "alert": {"type": "str", "required": True},
            "instance": {"type": "str", "required": True},
            "status": {"type": "str", "required": True, "choices": ["firing", "resolved"]},
            "since": {"type": "float", "required": True},
            "seconds": {"type": "int", "required": True},
        },
        supports_check_mode=True,
    )
    given = module.params
    wanted = {key: given[key] for key in ("alert", "instance", "status")}
    if module.check_mode:
        module.exit_json(changed=False, seconds=0.0, receiver="")
    while True:
        for one in kept(given["folder"], given["since"]):
            if wanted.items() <= one.items():
                spent = round(one["received"] - given["since"], 1)
                module.exit_json(changed=False, seconds=spent, receiver=one["receiver"])
        if time.time() > given["since"] + given["seconds"]:
            module.fail_json(
                msg="no notification that %(alert)s of %(instance)s is %(status)s within %(seconds)s seconds"
                % given
            )
        time.sleep(1)


if __name__ == "__main__":
    main()
