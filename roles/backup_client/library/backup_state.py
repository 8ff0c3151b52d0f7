#!/usr/bin/python
"""Tells which data sets are to be copied now, whether a check is due, and which timers do not run."""

from __future__ import annotations

DOCUMENTATION = r"""
module: backup_state
short_description: Tell which data sets are to be copied now, whether a check is due, and which timers do not run
options:
  folder:
    description: Where C(hubops-backup) keeps its records.
    type: path
    required: true
  wanted:
    description: Each data set with the repositories that it goes to, and its RPO in hours.
    type: list
    elements: dict
    required: true
  check_days:
    description: Age in days at which a repository is checked again.
    type: int
    required: true
  timers:
    description: Timers that are to be enabled and active.
    type: list
    elements: str
    required: true
  rivals:
    description: Units that must not run beside them.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: See what is due
  backup_state:
    folder: /var/lib/hubops/backup
    wanted: [{name: configuration, repositories: [main], rpo_hours: 26}]
    check_days: 7
    timers: [hubops-backup-configuration.timer]
    rivals: [borgmatic.timer]
  register: backup_client_state
"""

RETURN = r"""
due:
  description: Data sets that some repository has no copy of, or one that is older than the RPO, or whose last run failed.
  type: list
  returned: always
check_due:
  description: Whether some repository was never found whole, or too long ago.
  type: bool
  returned: always
stopped:
  description: Timers that are not enabled and active.
  type: list
  returned: always
rivals:
  description: Those of them that run or have failed.
  type: list
  returned: always
"""

import json
import os
import time

from ansible.module_utils.basic import AnsibleModule

HOUR = 3600


def hours_since(path, now):
    """Since the last success; None where there was none, where it lies ahead, or where a later run failed."""
    try:
        with open(path, encoding="utf-8") as file:
            record = json.load(file)
        if False in (record.get("succeeded"), record.get("sound")):
            return None
        age = now - float(record["last_success"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return age / HOUR if age >= 0 else None


def _over(hours, most):
    return hours is None or hours > most


def due(folder, wanted, now):
    return [
        one["name"]
        for one in wanted
        if any(
            _over(
                hours_since(os.path.join(folder, "%s.%s.json" % (one["name"], repository)), now),
                int(one["rpo_hours"]),
            )
            for repository in one["repositories"]
        )
    ]


def check_due(folder, wanted, days, now):
    repositories = {repository for one in wanted for repository in one["repositories"]}
    return any(
        _over(hours_since(os.path.join(folder, "check.%s.json" % repository), now), days * 24)
        for repository in repositories
    )


def _states(module, units):
    argv = ["systemctl", "show", "--property", "Id,UnitFileState,ActiveState", *units]
    _status, said, _err = module.run_command(argv)
    shown = [dict(line.partition("=")[::2] for line in block.splitlines()) for block in said.split("\n\n")]
    return {one.get("Id"): (one.get("UnitFileState"), one.get("ActiveState")) for one in shown}


def main():
    names = {"type": "list", "elements": "str", "required": True}
    options = {
        "folder": {"type": "path", "required": True},
        "wanted": {"type": "list", "elements": "dict", "required": True},
        "check_days": {"type": "int", "required": True},
        "timers": names,
        "rivals": names,
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    params, now = module.params, time.time()
    timers, rivals = _states(module, params["timers"]), _states(module, params["rivals"])
    module.exit_json(
        changed=False,
        due=due(params["folder"], params["wanted"], now),
        check_due=check_due(params["folder"], params["wanted"], params["check_days"], now),
        stopped=[name for name in params["timers"] if timers.get(name) != ("enabled", "active")],
        rivals=[name for name in params["rivals"] if rivals.get(name, ("", ""))[1] not in ("", "inactive")],
    )


if __name__ == "__main__":
    main()
