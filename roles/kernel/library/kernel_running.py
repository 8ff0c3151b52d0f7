#!/usr/bin/python
"""Brings what runs to what the files of modprobe.d and system.conf.d declare."""

from __future__ import annotations

DOCUMENTATION = r"""
module: kernel_running
short_description: Bring what runs to what the files of modprobe.d and system.conf.d declare
description:
  - Unloads kernel modules and lets the service manager read its settings again where its limit is another one.
options:
  unload:
    description: Kernel modules that must not be loaded.
    type: list
    elements: str
    required: true
  service_core_limit:
    description: The hard limit of core dumps that services are to get, as the manager says it.
    type: str
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Unload
  kernel_running:
    unload: [sctp]
    service_core_limit: "0"
"""

RETURN = r"""
unloaded: {description: The modules that were loaded., type: list, returned: always}
"""

from ansible.module_utils.basic import AnsibleModule

SHOW = ["systemctl", "show", "--property=DefaultLimitCORE", "--value"]


def _loaded():
    try:
        with open("/proc/modules", encoding="utf-8") as file:
            return {line.split(" ")[0] for line in file}
    except FileNotFoundError:
        return set()


def _unload(module, names):
    for name in names:
        if name not in _loaded():  # it went with another
            continue
        status, _out, err = module.run_command(["modprobe", "--remove", name])
        if status:
            module.fail_json(
                msg="%s is blocked from now on, but in use and cannot be unloaded: end what uses it, or restart the host: %s"
                % (name, err.strip())
            )


def main():
    options = {
        "unload": {"type": "list", "elements": "str", "required": True},
        "service_core_limit": {"type": "str", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    loaded = sorted({name.replace("-", "_") for name in module.params["unload"]} & _loaded())
    _status, limit, _err = module.run_command(SHOW, check_rc=True)
    stale = limit.strip() != module.params["service_core_limit"]
    if not module.check_mode:
        _unload(module, loaded)
        if stale:
            module.run_command(["systemctl", "daemon-reload"], check_rc=True)
    difference = {"before": "", "after": ""}
    if loaded:
        difference["before"] += "loaded: %s\n" % ", ".join(loaded)
    if stale:
        difference["before"] += "DefaultLimitCORE=%s\n" % limit.strip()
        difference["after"] += "DefaultLimitCORE=%s\n" % module.params["service_core_limit"]
    module.exit_json(changed=bool(loaded) or stale, unloaded=loaded, diff=difference)


if __name__ == "__main__":
    main()
