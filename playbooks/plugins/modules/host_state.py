#!/usr/bin/python
"""Reads once what every role asks about a host."""

from __future__ import annotations

DOCUMENTATION = r"""
module: host_state
short_description: Read once what every role asks about a host
description:
  - Returns distribution, container or not, installed packages and who is connected.
  - It replaces Ansible's facts, of which the roles need little and which cost much on slow hosts.
options: {}
author: [HubOps]
"""

EXAMPLES = r"""
- name: Read the host's state
  host_state:
  register: host_state
"""

RETURN = r"""
distribution:
  description: C(ID) and C(VERSION_ID) of os-release.
  type: dict
  returned: always
container:
  description: Whether the kernel belongs to the machine below.
  type: bool
  returned: always
packages:
  description: Names of the installed Debian packages.
  type: list
  returned: always
user:
  description: Who is connected, C(name) and C(groups).
  type: dict
  returned: always
"""

import grp
import os
import pwd

from ansible.module_utils.basic import AnsibleModule


def _distribution():
    with open("/etc/os-release", encoding="utf-8") as file:
        pairs = [line.rstrip("\n").partition("=") for line in file]
    release = {name: value.strip("\"'") for name, _equals, value in pairs}
    return {"id": release.get("ID", ""), "version": release.get("VERSION_ID", "")}


def _user():
    """The account that the connection uses: sudo's caller, or whoever runs this."""
    name = os.environ.get("SUDO_USER") or pwd.getpwuid(os.getuid()).pw_name
    account = pwd.getpwnam(name)
    groups = sorted(grp.getgrgid(number).gr_name for number in os.getgrouplist(name, account.pw_gid))
    return {"name": name, "uid": account.pw_uid, "groups": groups}


def main():
    module = AnsibleModule(argument_spec={}, supports_check_mode=True)
    status, _out, _err = module.run_command(["systemd-detect-virt", "--container", "--quiet"])
    query = ["dpkg-query", "--show", "--showformat", "${db:Status-Status} ${Package}\n"]
    _status, packages, _err = module.run_command(query, check_rc=True)
    installed = [line.partition(" ")[2] for line in packages.splitlines() if line.startswith("installed ")]
    module.exit_json(
        changed=False,
        distribution=_distribution(),
        container=status == 0,
        packages=sorted(set(installed)),
        user=_user(),
    )


if __name__ == "__main__":
    main()
