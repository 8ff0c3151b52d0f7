"""A stack's hosts as Ansible sees them."""

from __future__ import annotations

from typing import Any

import pytest

from hubops import inventory
from hubops.errors import BrokenInput

FACTS = {
    "name": "hub-2",
    "zone": "data-platform",
    "role": "hub",
    "address": "192.0.2.22",
    "platform": "vm",
    "user": "hubops",
}
OUTPUTS: dict[str, Any] = {
    "hosts": [FACTS],
    "ssh_private_key_path": "/state/key",
    "ssh_known_hosts_path": "/state/known hosts",
}


def test_host_has_variables_and_groups() -> None:
    (host,) = inventory.hosts("lab", OUTPUTS)
    assert host.name == "hub-2"
    assert host.groups == ("zone_data_platform", "role_hub", "platform_vm")
    assert host.variables == {
        "ansible_host": "192.0.2.22",
        "ansible_user": "hubops",
        "ansible_ssh_private_key_file": "/state/key",
        "ansible_ssh_common_args": "-o UserKnownHostsFile='/state/known hosts' -o StrictHostKeyChecking=yes",
        "hub_zone": "data-platform",
        "hub_role": "hub",
        "hub_platform": "vm",
    }


def test_stack_that_is_not_up_says_how_to_bring_it_up() -> None:
    with pytest.raises(BrokenInput, match="no output `hosts`") as raised:
        inventory.hosts("lab", {})
    assert "hubops provision up lab" in raised.value.hint.en


def test_incomplete_host_is_refused() -> None:
    with pytest.raises(BrokenInput, match="lacks address, zone"):
        inventory.hosts("lab", {"hosts": [{**FACTS, "address": None, "zone": ""}]})


def test_value_that_ansible_would_evaluate_is_refused() -> None:
    with pytest.raises(BrokenInput, match="hub_role"):
        inventory.hosts("lab", {"hosts": [{**FACTS, "role": "{{ lookup('pipe', 'id') }}"}]})
