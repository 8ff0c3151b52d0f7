#!/usr/bin/python
"""Removes packages that a host does not need, in one round trip, and nothing that its management needs."""

from __future__ import annotations

DOCUMENTATION = r"""
module: surplus_packages
short_description: Remove packages that a host does not need, and nothing that its management needs
description:
  - What goes is unwanted by name, or somebody asked for it and no list allows it, or it is settings that a removed package left.
  - apt is asked first what would go with them. What would take a protected or an allowed package along is kept and told of.
options:
  allowed:
    description: Names that may be there, C(*) for anything; a package of the distribution's base may always.
    type: list
    elements: str
    required: true
  unwanted:
    description: Names that may not, whoever brought them.
    type: list
    elements: str
    required: true
  protected:
    description: Names that never go.
    type: list
    elements: str
    required: true
  most:
    description: With more to remove than this nothing is touched; the lists are hardly this host's.
    type: int
    required: true
author: [HubOps]
"""

EXAMPLES = r"""
- name: Remove what is not needed
  surplus_packages:
    allowed: [openssh-*, python3-*]
    unwanted: [telnetd]
    protected: [sudo]
    most: 10
"""

RETURN = r"""
removed:
  description: Packages that went, or would in check mode.
  type: list
  returned: always
kept:
  description: Packages that stay because a needed one depends on them.
  type: list
  returned: always
"""

import re
from fnmatch import fnmatchcase

from ansible.module_utils.basic import AnsibleModule

QUERY = "${Package}\t${db:Status-Status}\t${Priority}\t${Essential}\t${Section}\n"
MARKS = "/var/lib/apt/extended_states"
NO_WAY = re.compile(
    r"^E: .*(pkgProblemResolver|Unable to satisfy dependencies|Unable to correct problems)", re.M
)


def _matches(name, patterns):
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _automatic():
    """Packages that came along with others."""
    try:
        with open(MARKS, encoding="utf-8", errors="replace") as file:
            paragraphs = file.read().split("\n\n")
    except FileNotFoundError:
        return set()
    return {
        re.search(r"^Package: (\S+)$", paragraph, re.M).group(1)
        for paragraph in paragraphs
        if re.search(r"^Auto-Installed: 1$", paragraph, re.M)
    }


def packages(listed, automatic):
    """(installed, asked for, left over): sets of names, from dpkg-query's lines and apt's marks."""
    installed, asked, left = set(), set(), set()
    for line in listed.splitlines():
        name, status, priority, essential, kind = line.split("\t")
        if status == "config-files":
            left.add(name)
        elif status != "not-installed":
            installed.add(name)
            base = priority in ("required", "important") or essential == "yes"
            serving = kind.split("/")[-1] in ("libs", "oldlibs", "perl")
            if not base and not serving and name not in automatic:
                asked.add(name)
    return installed, asked, left


def _holds(module, names, needed):
    """Whether these cannot go without a needed package; apt of Debian 13 finds no way to remove what its base needs."""
    argv = ["apt-get", "--simulate", "--quiet=2", "-o", "APT::Get::Show-User-Simulation-Note=false", "purge"]
    status, out, err = module.run_command([*argv, *names])
    if status and not NO_WAY.search(err):
        module.fail_json(msg="apt cannot tell what would go with %s: %s" % (", ".join(names), err))
    return status != 0 or bool(set(re.findall(r"^(?:Purg|Remv) (\S+)", out, re.M)) & needed)


def _split(module, surplus, needed):
    """(what can go, what a needed package holds); each is asked for alone only where together they cannot go."""
    if not surplus or not _holds(module, sorted(surplus), needed):
        return surplus, set()
    held = {name for name in surplus if _holds(module, [name], needed)}
    return surplus - held, held


def main():
    lists = {"type": "list", "elements": "str", "required": True}
    options = {
        "allowed": lists,
        "unwanted": lists,
        "protected": lists,
        "most": {"type": "int", "required": True},
    }
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    module.run_command_environ_update = {"LC_ALL": "C", "DEBIAN_FRONTEND": "noninteractive"}
    given = module.params
    _status, listed, _err = module.run_command(["dpkg-query", "--show", "--showformat", QUERY], check_rc=True)
    installed, asked, left = packages(listed, _automatic())
    protected = {name for name in installed if _matches(name, given["protected"])}
    unwanted = {name for name in installed if _matches(name, given["unwanted"])}
    surplus = (unwanted | {name for name in asked if not _matches(name, given["allowed"])}) - protected
    going, kept = _split(module, surplus, protected | (asked - surplus))
    removed = sorted(going | left)
    if len(going) > given["most"] and not module.check_mode:
        module.fail_json(
            msg="%d packages would go, more than minimal_most (%d): %s. "
            "Declare what this host needs in minimal_packages, or raise it."
            % (len(going), given["most"], ", ".join(sorted(going)))
        )
    if removed and not module.check_mode:
        if going:
            module.run_command(["apt-get", "--yes", "--quiet=2", "purge", *sorted(going)], check_rc=True)
        if left:
            module.run_command(["dpkg", "--purge", *sorted(left)], check_rc=True)
    for name in sorted(kept):
        module.warn("%s stays: a package that this host needs depends on it" % name)
    before = "".join("%s\n" % name for name in removed)
    diff = {"before_header": "packages", "after_header": "packages", "before": before, "after": ""}
    module.exit_json(
        changed=bool(removed), removed=removed, kept=sorted(kept), diff=[diff] if removed else []
    )


if __name__ == "__main__":
    main()
