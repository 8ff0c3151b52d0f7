#!/usr/bin/python
"""Merges the files of audit rules and loads them, or says that only a restart of the host can."""

from __future__ import annotations

DOCUMENTATION = r"""
module: audit_load
short_description: Merge the files of audit rules and load them
description:
  - Rules that are locked cannot be changed until the host is restarted; what waits for that is returned and warned of.
options:
  load:
    description: Whether this kernel's audit is the host's own.
    type: bool
    required: true
  boot:
    description: Parameters that the kernel is to be started with.
    type: list
    elements: str
    default: []
author: [HubOps]
"""

EXAMPLES = r"""
- name: Merge the rules and load them
  audit_load:
    load: true
    boot: [audit=1]
  register: audit_loaded
"""

RETURN = r"""
waiting:
  description: What only a restart of the host makes effective.
  type: list
  returned: always
"""

from ansible.module_utils.basic import AnsibleModule

MERGED = "/etc/audit/audit.rules"
PATH_WITHOUT_AUDITCTL = "/usr/bin:/bin"
SETTINGS = ("-D", "-b", "-c", "-e", "-f", "-i", "-r", "--")
UNSET = ("auid!=-1", "auid!=4294967295")


def _canonical(line):
    """A rule as a set of what it says, so that auditctl's own wording of it is the same."""
    said = set()
    words = line.split()
    for option, value in zip(words[::2], words[1::2]):
        if option == "-k":
            said.add("key=" + value)
        elif option == "-S":
            said.update(call for call in value.split(",") if call != "all")
        elif option == "-w":
            said.add(value.rstrip("/"))
        elif value in UNSET:
            said.add("auid!=unset")
        elif option in ("-a", "-A"):
            said.add(",".join(sorted(value.split(","))))
        else:
            said.add(value if option != "-p" else "perm=" + "".join(sorted(value)))
    return frozenset(said)


def _rules(text):
    """canonical rule → its line, of a file of rules or of `auditctl -l`."""
    lines = (line.strip() for line in text.splitlines())
    return {
        _canonical(line): line
        for line in lines
        if line and line != "No rules" and not line.startswith(("#", *SETTINGS))
    }


def _read(path):
    try:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            return file.read()
    except FileNotFoundError:
        return ""


def _merge(module):
    """Makes the merged file; whether it changed, or would."""
    if module.check_mode:
        _status, out, _err = module.run_command(["augenrules", "--check"], check_rc=True)
        return "No change" not in out
    before = _read(MERGED)
    # It asks auditctl whether the rules are locked, and of audit 4 on leaves the file alone then. The next start merges
    # anyway; what it will bring has to be known now. Where it finds no auditctl, it merges.
    program = module.get_bin_path("augenrules", required=True)
    module.run_command([program], check_rc=True, environ_update={"PATH": PATH_WITHOUT_AUDITCTL})
    return _read(MERGED) != before


def _locked(module):
    _status, out, _err = module.run_command(["auditctl", "-s"], check_rc=True)
    return "enabled 2" in out.splitlines()


def _differing(module):
    """The rules that are declared or loaded but not both."""
    _status, out, _err = module.run_command(["auditctl", "-l"], check_rc=True)
    declared, loaded = _rules(_read(MERGED)), _rules(out)
    return sorted(
        line for rule, line in {**loaded, **declared}.items() if (rule in loaded) != (rule in declared)
    )


def _load(module):
    """Loads the merged file, with it the lock; a rule that the kernel refuses is named."""
    _status, out, err = module.run_command(["auditctl", "-R", MERGED])
    refused = _differing(module)
    if refused or not _locked(module):
        module.fail_json(
            msg="The kernel did not take the rules of %s: %s; auditctl said: %s"
            % (MERGED, "; ".join(refused) or "they are not locked", (err or out).strip())
        )


def main():
    options = {
        "load": {"type": "bool", "required": True},
        "boot": {"type": "list", "elements": "str", "default": []},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    changed, waiting = _merge(module), []
    if module.params["load"]:
        if _locked(module):
            waiting = _differing(module)
        else:
            changed = True
            if not module.check_mode:
                _load(module)
        given = _read("/proc/cmdline").split()
        waiting += [parameter for parameter in module.params["boot"] if parameter not in given]
    if waiting:
        module.warn("Only a restart of the host makes effective: %s" % "; ".join(waiting))
    module.exit_json(changed=changed, waiting=waiting)


if __name__ == "__main__":
    main()
