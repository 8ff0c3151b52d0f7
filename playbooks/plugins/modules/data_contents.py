#!/usr/bin/python
"""Tells what a host's data sets hold, so that it can be compared with what is restored later."""

from __future__ import annotations

DOCUMENTATION = r"""
module: data_contents
short_description: Tell what a host's data sets hold
description:
  - Of files a sum over all their names and contents, of databases the rows of each table and a sum over them.
  - Reads only.
options:
  sets:
    description: The data sets of the host, as its catalogue has them.
    type: list
    elements: dict
    required: true
  backrest_folder:
    description: Where the host keeps pgBackRest's backups, which change by themselves and are not summed up.
    type: str
    default: /var/lib/pgbackrest
author: [HubOps]
"""

EXAMPLES = r"""
- name: Note what there is
  data_contents:
    sets: "{{ catalogue.sets }}"
"""

RETURN = r"""
contents:
  description: By data set; of files their number and a SHA-256, of databases the cluster's identifier and its tables.
  type: dict
  returned: always
"""

import hashlib
import os

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.postgres_cluster import HostCluster
from ansible.module_utils.programs import Broken


def of_files(paths):
    """How many files there are, and one sum over the names and contents of all."""
    lines = []
    for top in paths:
        if not os.path.lexists(top):
            raise Broken("there is no %s" % top)
        found = [top] if not os.path.isdir(top) else []
        for folder, _, files in os.walk(top):
            found += [os.path.join(folder, name) for name in files]
        lines += ["%s %s" % (of_file(path), path) for path in found]
    return {"files": len(lines), "sha256": hashlib.sha256("\n".join(sorted(lines)).encode()).hexdigest()}


def of_file(path):
    if os.path.islink(path):
        return "-> " + os.readlink(path)
    total = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            total.update(block)
    return total.hexdigest()


def of_databases():
    cluster = HostCluster()
    identifier = cluster.ask("postgres", "SELECT system_identifier FROM pg_control_system()")
    return {"identifier": identifier, "databases": cluster.databases()}


def main():
    module = AnsibleModule(
        argument_spec={
            "sets": {"type": "list", "elements": "dict", "required": True},
            "backrest_folder": {"type": "str", "default": "/var/lib/pgbackrest"},
        },
        supports_check_mode=True,
    )
    contents = {}
    try:
        for one in module.params["sets"]:
            if one["way"] == "postgres":
                contents[one["name"]] = of_databases()
            elif module.params["backrest_folder"] not in one["paths"]:
                contents[one["name"]] = of_files(one["paths"])
    except (Broken, OSError) as error:
        module.fail_json(msg="%s: %s" % (one["name"], error))
    module.exit_json(contents=contents)


if __name__ == "__main__":
    main()
