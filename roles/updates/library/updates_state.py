#!/usr/bin/python
"""Tells what beats our settings of apt, which sources name no key, and what is due."""

from __future__ import annotations

DOCUMENTATION = r"""
module: updates_state
short_description: Tell what beats our settings of apt, which sources name no key, and what is due
description:
  - apt takes the last value that it reads, so what is set in files after ours becomes a comment there.
options:
  settings:
    description: Our own file of settings.
    type: path
    required: true
  keyring:
    description: The keys for sources that name none.
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
- name: See what is to be done
  updates_state:
    settings: /etc/apt/apt.conf.d/99hubops-updates
    keyring: /usr/share/keyrings/debian-archive-keyring.gpg
    units: [apt-daily.timer]
  register: updates_state
"""

RETURN = r"""
rivals:
  description: What M(managed_files) has to do to files that beat ours.
  type: list
  returned: always
sources:
  description: What it has to do to files whose sources name no key.
  type: list
  returned: always
run_days:
  description: Whole days since the last successful run; 9999 where there was none.
  type: int
  returned: always
recorded:
  description: Whether a record of what is pending exists.
  type: bool
  returned: always
obsolete:
  description: Packages that nothing needs any more.
  type: list
  returned: always
stopped:
  description: Units that are not enabled and active.
  type: list
  returned: always
"""

import glob
import os
import re

from ansible.module_utils.basic import AnsibleModule
from ansible.module_utils.hub_state import NEVER, days_since, stopped

OURS = re.compile(
    r"^\s*(APT::Periodic::(Enable|Update-Package-Lists|Unattended-Upgrade)|Unattended-Upgrade::\S+)\s", re.I
)
ONE_LINE = re.compile(r"^(deb|deb-src)(\s+)(?:\[([^\]]*)\]\s*)?(\S.*)$")


def _lines(path):
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read().splitlines()


def _replaced(pairs, path):
    edits = [{"match": "^%s$" % re.escape(old), "line": new} for old, new in dict(pairs).items()]
    return [{"path": path, "edits": edits}] if edits else []


def _rivals(settings):
    folder, own = os.path.split(settings)
    after = [
        name for name in sorted(os.listdir(folder)) if name > own and re.fullmatch(r"[\w-]+(\.conf)?", name)
    ]
    paths = [os.path.join(folder, name) for name in after] + ["/etc/apt/apt.conf"]
    found = []
    for path in filter(os.path.isfile, paths):
        beaten = [(line, "// Against HubOps: " + line.strip()) for line in _lines(path) if OURS.match(line)]
        found += _replaced(beaten, path)
    return found


def _signed(line, keyring):
    """A source of one line that names the keys it is signed with."""
    kind, gap, options, rest = ONE_LINE.match(line).groups()
    return "%s%s[%s] %s" % (kind, gap, " ".join(((options or "") + " signed-by=" + keyring).split()), rest)


def _one_line_sources(keyring):
    found = []
    for path in ["/etc/apt/sources.list", *sorted(glob.glob("/etc/apt/sources.list.d/*.list"))]:
        if os.path.isfile(path):
            unsigned = [
                line for line in _lines(path) if ONE_LINE.match(line) and "signed-by=" not in line.lower()
            ]
            found += _replaced([(line, _signed(line, keyring)) for line in unsigned], path)
    return found


def _paragraphs(keyring):
    """Whole files in deb822 form with the key added to each source that names none."""
    found = []
    for path in sorted(glob.glob("/etc/apt/sources.list.d/*.sources")):
        text = "\n".join(_lines(path)) + "\n"
        parts = re.split(r"(\n\s*\n)", text)
        for number, part in enumerate(parts):
            if re.search(r"(?im)^types\s*:", part) and not re.search(r"(?im)^signed-by\s*:", part):
                parts[number] = (
                    part.rstrip("\n") + "\nSigned-By: %s" % keyring + ("\n" if part.endswith("\n") else "")
                )
        if "".join(parts) != text:
            found.append({"path": path, "content": "".join(parts)})
    return found


def _obsolete(module):
    argv = ["apt-get", "--simulate", "--quiet=2", "-o", "Debug::NoLocking=1", "autoremove"]
    _status, said, _err = module.run_command(argv, environ_update={"LC_ALL": "C"})
    return sorted(re.findall(r"(?m)^Remv (\S+)", said))


def main():
    options = {
        "settings": {"type": "path", "required": True},
        "keyring": {"type": "path", "required": True},
        "units": {"type": "list", "elements": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    keyring = module.params["keyring"]
    stamp = "/var/lib/apt/periodic/upgrade-stamp"
    module.exit_json(
        changed=False,
        stopped=stopped(module, module.params["units"]),
        rivals=_rivals(module.params["settings"]),
        sources=_one_line_sources(keyring) + _paragraphs(keyring) if os.path.exists(keyring) else [],
        run_days=days_since(os.path.getmtime(stamp)) if os.path.exists(stamp) else NEVER,
        recorded=os.path.exists("/var/lib/hubops/updates/status.json"),
        obsolete=_obsolete(module),
    )


if __name__ == "__main__":
    main()
