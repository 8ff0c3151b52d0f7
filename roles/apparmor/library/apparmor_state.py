#!/usr/bin/python
"""Makes AppArmor enforce its profiles on all that runs, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: apparmor_state
short_description: Make AppArmor enforce its profiles on all that runs
description:
  - Enables and starts the service, takes back what makes profiles complain only, loads them again where the kernel has
    them otherwise, and restarts services that run unconfined though there is a profile for them.
options:
  complain:
    description: Names of profiles that may go on complaining.
    type: list
    elements: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Enforce
  apparmor_state:
    complain: []
"""

RETURN = r"""
restarted: {description: The services that ran unconfined., type: list, returned: always}
"""

import glob
import os
import re

from ansible.module_utils.basic import AnsibleModule

LOADED = "/sys/kernel/security/apparmor/profiles"
FLAGS = re.compile(r"^(?P<head>[^#\n]*?)\s+flags=\((?P<flags>[^)\n]*)\)", re.MULTILINE)
# Nothing may cut off whoever is connected.
SPARED = {"ssh.service", "sshd.service", "init.scope"}


def without_complain(text):
    """A profile's text with `complain` taken out of its flags.

    >>> without_complain("profile x /usr/bin/x flags=(complain, attach_disconnected) {")
    'profile x /usr/bin/x flags=(attach_disconnected) {'
    """

    def enforced(found):
        flags = [flag for flag in re.split(r"[,\s]+", found.group("flags")) if flag]
        if "complain" not in flags:
            return found.group(0)
        kept = [flag for flag in flags if flag != "complain"]
        return found.group("head") + (" flags=(%s)" % ", ".join(kept) if kept else "")

    return FLAGS.sub(enforced, text)


def named(text, names):
    """Whether a file declares one of these profiles."""
    return any(
        re.search(r"^\s*(profile\s+)?\"?%s\"?\s" % re.escape(name), text, re.MULTILINE) for name in names
    )


def _read(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except OSError:
        return ""


def _loaded():
    """name → mode of each profile in the kernel."""
    return dict(re.findall(r"^(.+) \((\w+)\)$", _read(LOADED), re.MULTILINE))


def _unconfined(profiles):
    """The services that run unconfined though a profile for their program is loaded."""
    units = set()
    for link in glob.glob("/proc/[0-9]*/exe"):
        try:
            program = os.readlink(link)
        except OSError:
            continue
        if {program, os.path.basename(program)} & profiles:
            folder = os.path.dirname(link)
            label = _read(folder + "/attr/apparmor/current") or _read(folder + "/attr/current")
            unit = re.search(r"/system\.slice/(?:.*/)?([^/\n]+\.service)", _read(folder + "/cgroup"))
            if label.strip("\0\n ") == "unconfined" and unit and unit.group(1) not in SPARED:
                units.add(unit.group(1))
    return sorted(units)


def _mends(complain):
    """(path → new text, links to remove) of what makes profiles complain that are to be enforced."""
    texts, links = {}, []
    for path in sorted(glob.glob("/etc/apparmor.d/*")):
        text = _read(path) if os.path.isfile(path) else ""
        if without_complain(text) != text and not named(text, complain):
            texts[path] = without_complain(text)
    for link in sorted(glob.glob("/etc/apparmor.d/force-complain/*")):
        if not named(_read(link), complain):
            links.append(link)
    return texts, links


def _load(module, everything):
    """Loads the profiles now and at each start; those that are loaded already again where `everything` is set."""
    module.run_command(["systemctl", "enable", "--quiet", "apparmor.service"], check_rc=True)
    module.run_command(["systemctl", "start", "apparmor.service"], check_rc=True)
    if everything:
        module.run_command(["systemctl", "reload", "apparmor.service"], check_rc=True)


def main():
    module = AnsibleModule(
        argument_spec={"complain": {"type": "list", "elements": "str", "required": True}},
        supports_check_mode=True,
    )
    complain = set(module.params["complain"])
    _status, said, _err = module.run_command(["systemctl", "is-enabled", "apparmor.service"])
    enabled, before = said.strip() == "enabled", _loaded()
    texts, links = _mends(complain)
    lax = sorted(name for name, mode in before.items() if mode == "complain" and name not in complain)
    load = bool(texts or links or lax or not before or not enabled)
    if load and not module.check_mode:
        for path, text in texts.items():
            with open(path, "w", encoding="utf-8", errors="surrogateescape") as file:
                file.write(text)
        for link in links:
            os.unlink(link)
        _load(module, bool(texts or links or lax))
    services = _unconfined(set(_loaded()))
    for unit in services if not module.check_mode else ():
        module.run_command(["systemctl", "restart", unit], check_rc=True)
    difference = [
        {"before_header": path, "after_header": path, "before": _read(path), "after": text}
        for path, text in texts.items()
    ]
    state = {
        "enabled at start": [] if enabled else ["apparmor.service"],
        "only complain": lax,
        "links": links,
        "run unconfined": services,
    }
    difference.append(
        {
            "header": "AppArmor",
            "before": "".join(
                "%s: %s\n" % (what, ", ".join(which)) for what, which in state.items() if which
            ),
            "after": "",
        }
    )
    module.exit_json(changed=load or bool(services), diff=difference, restarted=services)


if __name__ == "__main__":
    main()
