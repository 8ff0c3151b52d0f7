#!/usr/bin/python
"""Finds administrators' groups and sudo's rules that are not as the baseline demands."""

from __future__ import annotations

DOCUMENTATION = r"""
module: administrators_state
short_description: Find administrators' groups and sudo's rules that are not as the baseline demands
description:
  - Reads only. What it returns is what has to be mended, so that a host in order costs one round trip.
  - Each line of sudo's files is parsed by sudo's own C(cvtsudoers), with the aliases of all files.
options:
  file: {description: Our own file among sudo's., type: path, required: true}
  groups: {description: The administrators' groups with their members., type: dict, required: true}
  login_groups: {description: Groups that administrators need in order to log in., type: list, elements: str, required: true}
  log_groups: {description: Groups that may read logs., type: list, elements: str, required: true}
  audit_group: {description: The group of the auditors., type: str, required: true}
  security_group: {description: The group of the security administrators., type: str, required: true}
  log_readers: {description: Others who may be in the groups that read logs., type: list, elements: str, required: true}
  settings: {description: Settings that no other file may make otherwise., type: dict, required: true}
  take_rules: {description: Whether rules that are too wide are taken from others., type: bool, required: true}
  unlimited: {description: Accounts that may run everything., type: list, elements: str, required: true}
  exceptions: {description: Users and groups whose rules are left as they are., type: list, elements: str, required: true}
  escape_programs: {description: Programs that lead to a shell., type: list, elements: str, required: true}
  exec_programs: {description: Programs that may start others., type: list, elements: str, required: true}
  audit_programs: {description: Programs that read records or control auditing., type: list, elements: str, required: true}
  audit_services: {description: Services that record., type: list, elements: str, required: true}
  security_programs: {description: Programs of the security administrators., type: list, elements: str, required: true}
  security_services: {description: Services of the security administrators., type: list, elements: str, required: true}
author: [HubOps]
"""

EXAMPLES = r"""
- name: Look for groups and rules that are to be mended
  administrators_state:
    file: /etc/sudoers.d/zz-hub-administrators
    groups: {hub-sysadmins: [sys-chen], hub-auditors: [aud-liu], hub-secadmins: [sec-zhao]}
    login_groups: [ssh-users]
    log_groups: [adm, systemd-journal]
    audit_group: hub-auditors
    security_group: hub-secadmins
    log_readers: []
    settings: {use_pty: true}
    take_rules: true
    unlimited: [root, hubops]
    exceptions: []
    escape_programs: [bash]
    exec_programs: [apt-get]
    audit_programs: [ausearch, auditctl]
    audit_services: [auditd]
    security_programs: [nft]
    security_services: [nftables]
  register: administrators_state_now
"""

RETURN = r"""
files: {description: What M(managed_files) has to do to the files of others., type: list, returned: always}
missing_groups: {description: Administrators' groups that do not exist., type: list, returned: always}
missing_users: {description: Administrators who have no account., type: list, returned: always}
add: {description: Who is to come into which group., type: list, returned: always}
remove: {description: Who is to leave which group., type: list, returned: always}
"""

import glob
import grp
import json
import os
import pwd
import re
import stat

from ansible.module_utils.basic import AnsibleModule

MAIN, FOLDER = "/etc/sudoers", "/etc/sudoers.d"
UNWRAPPED = re.compile(r'^(\s*)("run(?:cwd|chroot)": "(?:[^"\\]|\\.)*")(,?)$', re.MULTILINE)
ALIAS = re.compile(r"\s*(User|Runas|Host|Cmnd|Cmd)_Alias\s")
COMMENT = re.compile(r"\s*(#(?!\d)|$)")
INCLUDE = re.compile(r"\s*[#@]include(dir)?\s")
KINDS = {"usergroup": "%", "usergid": "%#", "userid": "#", "netgroup": "+", "nonunixgroup": "%:"}
EXACT = re.compile(r"(sudoedit )?/([^/*?\[\]\\^$ ]+/)*[^/*?\[\]\\^$ ]+( |$)")
ONLY_SHOWS = re.compile(r" (--no-pager )?(status|show|is-active|is-enabled|is-failed|cat) [a-zA-Z0-9@._-]+$")


def logical(text):
    """[first, last] physical lines of each rule or setting: a backslash at the end goes on."""
    spans, first = [], 0
    lines = text.splitlines()
    for index, line in enumerate(lines):
        if line.endswith("\\") and index < len(lines) - 1 and not COMMENT.match(lines[first]):
            continue
        spans.append((first, index))
        first = index + 1
    return lines, spans


def member(one):
    """A member of a list as the file writes it."""
    name = next((key for key in one if key != "negated" and not key.startswith("sha")), "")
    return ("!" if one.get("negated") else "") + KINDS.get(name, "") + str(one.get(name, ""))


def program(command):
    return command.split(" ")[0].rpartition("/")[2]


def exact(command):
    """A path without wildcards, and arguments without them unless a regular expression holds them at both ends."""
    if not EXACT.match(command):
        return False
    arguments = command.partition(" ")[2]
    if command.startswith("sudoedit "):
        arguments = arguments.partition(" ")[2]
    if not re.match(r"\^|.*[*?\[\]\\]", arguments):
        return True
    return arguments.startswith("^") and arguments.endswith("$") and not re.search(r"\.[*+{]", arguments)


def controls(command, services):
    """Whether a command changes how one of the services runs, or could."""
    if program(command) not in ("systemctl", "service", "invoke-rc.d") or ONLY_SHOWS.search(command):
        return False
    words = command.split(" ")[1:]
    named = any(word in services or word.rpartition(".service")[0] in services for word in words)
    return not words or named or bool(re.search(r"[*?^\[\\]", command))


class Judge:
    """Tells whether a piece of sudo's policy goes against the baseline."""

    def __init__(self, module):
        self.module = module
        self.wanted = module.params
        self.unlimited = set(module.params["unlimited"])
        self.exceptions = set(module.params["exceptions"])

    def parse(self, text):
        """The policy of a text as cvtsudoers says it; None where sudo cannot read it."""
        status, out, _err = self.module.run_command(["cvtsudoers", "-e", "-f", "json", "-"], data=text + "\n")
        if status:
            return None
        return json.loads(UNWRAPPED.sub(r"\1{\2}\3", out) or "{}")

    def against(self, policy):
        return any(map(self.setting, policy.get("Defaults", []))) or any(
            map(self.spec, policy.get("User_Specs", []))
        )

    def setting(self, entry):
        """A setting that makes one of ours otherwise, for all or for some."""
        bound = {member(one) for one in entry.get("Binding", [])}
        if bound and bound <= self.unlimited | self.exceptions:
            return False
        for option in entry["Options"]:
            for name, value in option.items():
                if name in ("secure_path", "syslog") and value is False:
                    return True
                if name in self.wanted["settings"] and value != self.wanted["settings"][name]:
                    return True
        return False

    def spec(self, spec):
        users = [member(one) for one in spec["User_List"]]
        included = {user for user in users if not user.startswith("!")}
        if not self.wanted["take_rules"] or (included and included <= self.unlimited | self.exceptions):
            return False
        return any(self.rule(included, given) for given in spec["Cmnd_Specs"])

    def rule(self, users, given):
        options = {name: value for option in given.get("Options", []) for name, value in option.items()}
        if options.get("authenticate") is False or options.get("setenv") is True:
            return True
        commands = [one for one in map(member, given["Commands"]) if not one.startswith("!")]
        return any(self.command(users, one, options.get("noexec") is True) for one in commands)

    def command(self, users, command, noexec):
        wanted, name = self.wanted, program(command)
        if command == "ALL" or not exact(command) or name in wanted["escape_programs"]:
            return True
        if not noexec and name not in ["sudoedit", *wanted["exec_programs"]]:
            return True
        if users != {"%" + wanted["security_group"]} and (
            name in wanted["security_programs"] or controls(command, wanted["security_services"])
        ):
            return True
        return name in wanted["audit_programs"] or controls(command, wanted["audit_services"])


def others(own):
    """The files that sudo reads beside ours, the main one first."""
    names = sorted(glob.glob(FOLDER + "/*"))
    kept = [path for path in names if "." not in os.path.basename(path) and not path.endswith("~")]
    return [MAIN, *(path for path in kept if path != own and os.path.isfile(path))]


def mended(judge, texts):
    """path → new text of the files with a line against the baseline, or that sudo cannot read."""
    whole = judge.parse("\n".join(without_includes(text) for text in texts.values()))
    if whole is not None and not judge.against(whole):
        return {}
    aliases, changed = [], {}
    for wanted_aliases in (True, False):  # rules need the aliases of all files
        for path, text in texts.items():
            lines, spans = logical(changed.get(path, text))
            for first, last in spans:
                said = "\n".join(lines[first : last + 1])
                if COMMENT.match(said) or INCLUDE.match(said) or bool(ALIAS.match(said)) != wanted_aliases:
                    continue
                policy = judge.parse("\n".join([*aliases, said]))
                if policy is None or judge.against(policy):
                    lines[first : last + 1] = [
                        "# Against HubOps: " + line.strip().rstrip("\\") for line in lines[first : last + 1]
                    ]
                    changed[path] = "\n".join(lines) + "\n"
                elif wanted_aliases:
                    aliases.append(said)
    return changed


def without_includes(text):
    return "\n".join(line for line in text.splitlines() if not INCLUDE.match(line))


def rights(path, mode):
    """The entry that mends a path's rights; None if they are in order."""
    status = os.stat(path)
    now = stat.S_IMODE(status.st_mode)
    if now & ~int(mode, 8) == 0 and (status.st_uid, status.st_gid) == (0, 0):
        return None
    kind = "directory" if stat.S_ISDIR(status.st_mode) else "file"
    return {"path": path, "state": kind, "mode": format(now & int(mode, 8), "04o")}


def sudo_files(module):
    """What has to be done to the files of others."""
    if not os.path.exists(MAIN):
        module.fail_json(msg="%s: there is no such file; the package sudo brings it" % MAIN)
    paths = others(module.params["file"])
    texts = {}
    for path in paths:
        with open(path, encoding="utf-8", errors="surrogateescape") as file:
            texts[path] = file.read()
    changed = mended(Judge(module), texts)
    entries = [{"path": path, "content": text, "mode": "0440"} for path, text in changed.items()]
    entries += [entry for entry in (rights(path, "0440") for path in paths if path not in changed) if entry]
    folder = rights(FOLDER, "0755")
    return entries + ([folder] if folder else [])


def memberships(module):
    """Who has to come into and who has to leave which group."""
    wanted = module.params
    existing = {group.gr_name: group.gr_mem for group in grp.getgrall()}
    auditors = wanted["groups"][wanted["audit_group"]]
    target = {name: (members, True) for name, members in wanted["groups"].items()}
    target.update({name: (auditors, True) for name in wanted["log_groups"] if name in existing})
    people = [user for members in wanted["groups"].values() for user in members]
    target.update({name: (people, False) for name in wanted["login_groups"] if name in existing})
    readers = set(wanted["log_readers"])
    add, remove = [], []
    for name, (members, alone) in target.items():
        now = existing.get(name, [])
        add += [{"user": user, "group": name} for user in members if user not in now]
        kept = set(members) | (readers if name in wanted["log_groups"] else set())
        remove += [{"user": user, "group": name} for user in now if alone and user not in kept]
    return add, remove


def main():
    names = {"type": "list", "elements": "str", "required": True}
    lists = (
        "login_groups",
        "log_groups",
        "log_readers",
        "unlimited",
        "exceptions",
        "escape_programs",
        "exec_programs",
        "audit_programs",
        "audit_services",
        "security_programs",
        "security_services",
    )
    options = {name: names for name in lists}
    options.update(
        file={"type": "path", "required": True},
        groups={"type": "dict", "required": True},
        settings={"type": "dict", "required": True},
        take_rules={"type": "bool", "required": True},
        audit_group={"type": "str", "required": True},
        security_group={"type": "str", "required": True},
    )
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    add, remove = memberships(module)
    users = {user.pw_name for user in pwd.getpwall()}
    groups = {group.gr_name for group in grp.getgrall()}
    people = [user for members in module.params["groups"].values() for user in members]
    module.exit_json(
        changed=False,
        files=sudo_files(module),
        missing_groups=[name for name in module.params["groups"] if name not in groups],
        missing_users=[name for name in people if name not in users],
        add=add,
        remove=remove,
    )


if __name__ == "__main__":
    main()
