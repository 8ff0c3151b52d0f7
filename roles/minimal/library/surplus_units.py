#!/usr/bin/python
"""Switches off services, sockets and timers that a host does not need, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: surplus_units
short_description: Switch off services, sockets and timers that a host does not need
description:
  - A package's unit is stopped and masked, so that neither a dependency nor an update brings it back. A unit of the site's own is
    stopped and disabled, for its file lies where the mask would.
options:
  allowed:
    description: Names of units that may start and run, C(*) for anything.
    type: list
    elements: str
    required: true
  needless:
    description: Names of units that are masked wherever they exist.
    type: list
    elements: str
    required: true
  most:
    description: With more to switch off than this nothing is touched; the lists are hardly this host's.
    type: int
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Switch off what is not needed
  surplus_units:
    allowed: [ssh.service, systemd-*]
    needless: [debug-shell.service]
    most: 10
"""

RETURN = r"""
masked: {description: Units that were masked., type: list, returned: always}
disabled: {description: Units that were disabled., type: list, returned: always}
"""

import glob
import os
import re
from fnmatch import fnmatchcase

from ansible.module_utils.basic import AnsibleModule

KINDS = (".service", ".socket", ".timer")
OWN = "/etc/systemd/system"
FOLDERS = (OWN, "/run/systemd/system", "/usr/local/lib/systemd/system", "/usr/lib/systemd/system")
# Units that come and go with logins and connections are nobody's to switch off.
PASSING = re.compile(r"(user|user-runtime-dir)@\d+\.service|.+@\d+-.*\.service|run-.*|session-.*")
LIST = [
    "systemctl",
    "list-units",
    "--plain",
    "--full",
    "--no-legend",
    "--no-pager",
    "--type=service,socket,timer",
]


def _matches(name, patterns):
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _enabled():
    """Units that links of targets start."""
    found = set()
    for folder in FOLDERS[:2]:
        for kind in ("wants", "requires"):
            found |= {os.path.basename(path) for path in glob.glob("%s/*.%s/*" % (folder, kind))}
    return found


def _running(module):
    """Units that run, listen or wait."""
    _status, out, _err = module.run_command(LIST, check_rc=True)
    fields = [line.lstrip("\u25cf*\u00d7 ").split() for line in out.splitlines()]
    return {one[0] for one in fields if len(one) >= 4 and one[3] in ("running", "listening", "waiting")} - {
        one[0] for one in fields if one and PASSING.fullmatch(one[0])
    }


def _file(name):
    """The unit's file, of its template for an instance; None where it has none."""
    for candidate in (name, re.sub(r"@.*\.", "@.", name)):
        for folder in FOLDERS:
            path = "%s/%s" % (folder, candidate)
            if os.path.lexists(path):
                return path
    return None


def _is_masked(name):
    path = "%s/%s" % (OWN, name)
    return os.path.islink(path) and os.readlink(path) == "/dev/null"


def main():
    lists = {"type": "list", "elements": "str", "required": True}
    options = {"allowed": lists, "needless": lists, "most": {"type": "int", "required": True}}
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    given = module.params
    enabled = {name for name in _enabled() if name.endswith(KINDS)}
    running = _running(module)
    surplus = {name for name in enabled | running if not _matches(name, given["allowed"])}
    existing = {
        os.path.basename(path)
        for folder in FOLDERS
        for path in glob.glob(folder + "/*")
        if path.endswith(KINDS)
    }
    needless = {name for name in existing | running if _matches(name, given["needless"])}
    going = {name for name in surplus | needless if not _is_masked(name) or name in running}
    own = {name for name in going if os.path.isfile("%s/%s" % (OWN, name)) and not _is_masked(name)}
    masked, disabled = sorted(going - own), sorted(own)
    if len(surplus & going) > given["most"] and not module.check_mode:
        module.fail_json(
            msg="%d units would be switched off, more than minimal_most (%d): %s. "
            "Declare what this host needs in minimal_units, or raise it."
            % (len(surplus & going), given["most"], ", ".join(sorted(surplus & going)))
        )
    if not module.check_mode:
        for verb, names in (("disable", disabled), ("mask", masked)):
            if names:
                module.run_command(["systemctl", verb, "--now", "--quiet", *names], check_rc=True)
    states = [
        "%s %s\n" % (name, word)
        for names, word in ((masked, "masked"), (disabled, "disabled"))
        for name in names
    ]
    before = "".join(
        "%s %s\n" % (name, "runs" if name in running else "may start") for name in masked + disabled
    )
    diff = {"before_header": "units", "after_header": "units", "before": before, "after": "".join(states)}
    module.exit_json(changed=bool(states), masked=masked, disabled=disabled, diff=[diff] if states else [])


if __name__ == "__main__":
    main()
