#!/usr/bin/python
"""Tells in what the running fail2ban differs from what is wanted."""

from __future__ import annotations

DOCUMENTATION = r"""
module: fail2ban_state
short_description: Tell in what the running fail2ban differs from what is wanted
description:
  - Its settings can be changed while it runs, and other files may beat ours, so the server itself is asked.
options:
  jail:
    description: The jail that is wanted.
    type: str
    required: true
  ban_seconds: {type: int, required: true, description: How long an address is banned.}
  find_seconds: {type: int, required: true, description: Failures within so long are added up.}
  max_retries: {type: int, required: true, description: Failures that lead to a ban.}
  ignored:
    description: Addresses and networks that are never banned.
    type: list
    elements: str
    required: true
  log_target: {type: str, required: true, description: Where it tells of bans.}
  log_level: {type: str, required: true, description: How much it tells.}
author: [HubOps]
"""

EXAMPLES = r"""
- name: Ask the server
  fail2ban_state: "{{ intrusion_wanted }}"
  register: intrusion_now
"""

RETURN = r"""
differs:
  description: The settings that are not as wanted; C(server) where it does not answer.
  type: list
  returned: always
"""

import re

from ansible.module_utils.basic import AnsibleModule

QUESTIONS = ("ban_seconds", "find_seconds", "max_retries", "ignored", "log_target", "log_level")


def _answers(module):
    """What the server says to each question; None where it does not answer."""
    jail = module.params["jail"]
    asked = ["get %s %s" % (jail, word) for word in ("bantime", "findtime", "maxretry", "ignoreip")]
    asked += ["get logtarget", "get loglevel", "exit"]
    if module.get_bin_path("fail2ban-client") is None:
        return None
    _status, out, _err = module.run_command(["fail2ban-client", "-i"], data="\n".join(asked))
    parts = out.split("fail2ban> ")[1:]
    return dict(zip(QUESTIONS, parts)) if len(parts) >= len(QUESTIONS) else None


def _said(name, answer):
    """An answer as the value that is compared."""
    listed = [match.group(1).strip() for match in re.finditer(r"^[|`]- (.*)$", answer, re.MULTILINE)]
    if name == "ignored":
        return sorted(listed)
    if name == "log_target":
        return listed[-1] if listed else ""
    if name == "log_level":
        return answer.partition("level is")[2].strip(" '\n")
    return int(answer) if re.match(r"-?[0-9]+\s*$", answer) else None


def main():
    options = {name: {"type": "int", "required": True} for name in QUESTIONS[:3]}
    options.update({name: {"type": "str", "required": True} for name in ("jail", "log_target", "log_level")})
    options["ignored"] = {"type": "list", "elements": "str", "required": True}
    module = AnsibleModule(argument_spec=options, supports_check_mode=True)
    wanted = dict(module.params, ignored=sorted(module.params["ignored"]))
    answers = _answers(module)
    differs = ["server"]
    if answers is not None:
        differs = [name for name in QUESTIONS if _said(name, answers[name]) != wanted[name]]
    module.exit_json(changed=False, differs=differs)


if __name__ == "__main__":
    main()
