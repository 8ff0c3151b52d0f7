"""A stack's hosts as Ansible sees them: what the stack says of itself becomes groups and variables."""

from __future__ import annotations

import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field

from hubops.errors import BrokenInput
from hubops.model import Json, Text

_FACTS = ("zone", "role", "platform")
_NEEDED = ("name", "address", "user", *_FACTS)


@dataclass(frozen=True)
class Host:
    """One host: the variables that Ansible is to have, and the groups it is in."""

    name: str
    variables: Mapping[str, str]
    groups: tuple[str, ...] = field(default=())


def hosts(stack: str, outputs: Mapping[str, Json]) -> list[Host]:
    """The hosts in a stack's outputs, which name them under `hosts` with zone, role, platform, address and user.

    Each is in `zone_<zone>`, `role_<role>` and `platform_<platform>`. Raises BrokenInput where the
    stack is not up or says too little of a host.
    """
    if "hosts" not in outputs:
        raise BrokenInput(
            f"stack {stack} has no output `hosts`",
            f"资源栈 {stack} 没有输出 `hosts`",
            Text(en=f"Bring it up: hubops provision up {stack}", zh=f"请先置备：hubops provision up {stack}"),
        )
    return [_host(stack, facts, _ssh(outputs)) for facts in outputs["hosts"]]


def _host(stack: str, facts: Mapping[str, str], ssh: Mapping[str, str]) -> Host:
    missing = [name for name in _NEEDED if not facts.get(name)]
    if missing:
        raise BrokenInput(
            f"stack {stack}: a host in its outputs lacks {', '.join(missing)}: {dict(facts)}",
            f"资源栈 {stack}：其输出中的主机缺少 {'、'.join(missing)}：{dict(facts)}",
        )
    variables = {
        "ansible_host": facts["address"],
        "ansible_user": facts["user"],
        **ssh,
        **{f"hub_{name}": facts[name] for name in _FACTS},
    }
    templates = sorted(name for name, value in variables.items() if "{{" in value or "{%" in value)
    if templates:
        raise BrokenInput(
            f"stack {stack}: Ansible would take {', '.join(templates)} of {facts['name']} for a template",
            f"资源栈 {stack}：Ansible 会把 {facts['name']} 的 {'、'.join(templates)} 当作模板",
        )
    return Host(facts["name"], variables, tuple(f"{name}_{_word(facts[name])}" for name in _FACTS))


def _ssh(outputs: Mapping[str, Json]) -> dict[str, str]:
    """How to log in. Where the stack knows its hosts' keys, no other key is ever accepted."""
    found = {}
    if outputs.get("ssh_private_key_path"):
        found["ansible_ssh_private_key_file"] = str(outputs["ssh_private_key_path"])
    if outputs.get("ssh_known_hosts_path"):
        known = shlex.quote(str(outputs["ssh_known_hosts_path"]))
        found["ansible_ssh_common_args"] = f"-o UserKnownHostsFile={known} -o StrictHostKeyChecking=yes"
    return found


def _word(text: str) -> str:
    """A group's name may hold letters, digits and _ only."""
    return "".join(c if c.isalnum() else "_" for c in text)
