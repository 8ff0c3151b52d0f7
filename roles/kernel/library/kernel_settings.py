#!/usr/bin/python
"""Makes the running kernel match what sysctl.d declares, in one round trip."""

from __future__ import annotations

DOCUMENTATION = r"""
module: kernel_settings
short_description: Make the running kernel match what sysctl.d declares
description:
  - Compares running values, not files, so that a value changed at run time only is found and mended.
  - Values of C(net.*.conf.default) also go to the interfaces that exist already, because these do not follow it.
  - Lines of files that are read after ours and say otherwise become comments.
options:
  settings:
    description: The settings of the baseline, which beat what other files declare.
    type: dict
    required: true
  file:
    description: Our own file.
    type: path
    required: true
  load:
    description: Whether to change the running kernel; a container must leave that to the machine below.
    type: bool
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Load
  kernel_settings:
    settings: {kernel.dmesg_restrict: "1"}
    file: /etc/sysctl.d/zz-hubops.conf
    load: true
"""

RETURN = r"""
drifted: {description: What ran with another value, or does in check mode., type: dict, returned: always}
missing: {description: Settings of the baseline that this kernel does not have., type: list, returned: always}
"""

import glob
import os
import re

from ansible.module_utils.basic import AnsibleModule

PROC = "/proc/sys/"
SWAP = str.maketrans("./", "/.")
HEADER = re.compile(r"^# (/\S+)$")
ASSIGNMENT = re.compile(r"^\s*-?\s*([^=#;\s][^=]*?)\s*=\s*(.*?)\s*$")


def _canonical(name):
    """A key with dots between its parts, a slash where a part has a dot."""
    first = re.search(r"[./]", name)
    return name.translate(SWAP) if first and first[0] == "/" else name


def _squeezed(value):
    return " ".join(value.split())


def _running(key):
    try:
        with open(PROC + key.translate(SWAP), encoding="utf-8") as file:
            return _squeezed(file.read())
    except OSError:
        return None  # absent on this kernel, or write-only


def _declared(module):
    """[(file, line, key, value)] of all sysctl.d files in the order in which systemd applies them."""
    _status, out, _err = module.run_command(
        ["systemd-analyze", "--no-pager", "cat-config", "sysctl.d"], check_rc=True
    )
    found, path = [], ""
    for line in out.splitlines():
        header, assignment = HEADER.match(line), ASSIGNMENT.match(line)
        if header:
            path = header.group(1)
        elif assignment:
            found.append((path, line, _canonical(assignment.group(1)), _squeezed(assignment.group(2))))
    return found


def _take_out(module, ours, settings, declared):
    """Comments out the lines after ours that say otherwise; returns the differences."""
    name = os.path.basename(ours)
    beating = {}
    for path, line, key, value in declared:
        if os.path.basename(path) > name and settings.get(key, value) != value:
            beating.setdefault(path, []).append(line)
    for path, lines in beating.items():
        if module.check_mode:
            continue
        with open(path, encoding="utf-8") as file:
            text = file.read().splitlines()
        with open(path, "w", encoding="utf-8") as file:
            file.writelines("%s%s\n" % ("# Against HubOps: " if line in lines else "", line) for line in text)
    return [
        {"header": path, "before": "".join(line + "\n" for line in lines), "after": ""}
        for path, lines in beating.items()
    ]


def _wanted(settings, declared):
    """key → value of all that is declared; a pattern stands for the keys that it names, but never beats one spelt out."""
    wanted = {}
    for _path, _line, key, value in declared:
        if any(sign in key for sign in "*?["):
            for path in glob.glob(PROC + key.translate(SWAP)):
                wanted[path[len(PROC) :].translate(SWAP)] = value
    wanted.update(
        {key: value for _path, _line, key, value in declared if not any(sign in key for sign in "*?[")}
    )
    for key, value in settings.items():
        found = re.match(r"(net\.ipv[46]\.conf)\.default\.(.+)$", key)
        if found:
            for folder in glob.glob(PROC + found.group(1).translate(SWAP) + "/*"):
                interface = os.path.basename(folder).translate(SWAP)
                if interface not in ("all", "default", "lo"):
                    wanted.setdefault("%s.%s.%s" % (found.group(1), interface, found.group(2)), value)
    wanted.update(settings)
    return wanted


def _drifted(wanted):
    """key → {before, after} of what this kernel has and runs otherwise."""
    running = {key: (_running(key), value) for key, value in wanted.items()}
    return {
        key: {"before": now, "after": value}
        for key, (now, value) in running.items()
        if now not in (None, value)
    }


def _load(module, drifted):
    for key, change in drifted.items():
        try:
            with open(PROC + key.translate(SWAP), "w", encoding="utf-8") as file:
                file.write(change["after"])
        except OSError as error:
            module.fail_json(
                msg="%s cannot be set to %s while it is %s: %s"
                % (key, change["after"], change["before"], error)
            )


def main():
    options = {
        "settings": {"type": "dict", "required": True},
        "file": {"type": "path", "required": True},
        "load": {"type": "bool", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    settings = {key: _squeezed(str(value)) for key, value in module.params["settings"].items()}
    declared = _declared(module)
    differences = _take_out(module, module.params["file"], settings, declared)
    drifted = {}
    if module.params["load"]:
        wanted = _wanted(settings, declared)
        drifted = _drifted(wanted)
        if not module.check_mode:
            _load(module, drifted)
            # To write one can change another: where forwarding ends, redirects are accepted again.
            _load(module, _drifted(wanted))
    differences += [
        {"header": key, "before": change["before"] + "\n", "after": change["after"] + "\n"}
        for key, change in drifted.items()
    ]
    missing = sorted(key for key in settings if _running(key) is None)
    module.exit_json(changed=bool(differences), diff=differences, drifted=drifted, missing=missing)


if __name__ == "__main__":
    main()
