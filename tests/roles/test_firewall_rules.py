"""The addresses that the role firewall makes of the inventory's names."""

from __future__ import annotations

from types import ModuleType
from typing import Any

import pytest
from ansible.errors import AnsibleFilterError
from loading import module_at

from hubops import bundle

GROUPS = {"zone_management": ["ops-1"], "all": ["ops-1", "hub-1", "hub-2"], "role_empty": []}
HOSTVARS: dict[str, Any] = {
    "ops-1": {"ansible_host": "192.0.2.10"},
    "hub-1": {"ansible_host": "192.0.2.11"},
    "hub-2": {"ansible_host": "2001:db8::2"},
}
ZONES = {"clients": ["198.51.100.0/24", "198.51.100.7"]}


@pytest.fixture(scope="module")
def rules() -> ModuleType:
    return module_at(bundle.find().roles / "firewall/filter_plugins/firewall_rules.py")


@pytest.mark.parametrize(
    ("names", "networks"),
    [
        (["zone_management"], ["192.0.2.10"]),
        (["all"], ["192.0.2.10/31", "2001:db8::2"]),
        (["hub-1", "clients"], ["192.0.2.11", "198.51.100.0/24"]),
        (["10.0.0.1/8", "10.9.9.9"], ["10.0.0.0/8"]),
        (["zone_nobody", "role_empty"], []),
        (["hub-1", "any"], ["any"]),
        ([], []),
    ],
)
def test_names_become_networks(rules: ModuleType, names: list[str], networks: list[str]) -> None:
    assert rules.sources(names, GROUPS, HOSTVARS, ZONES) == networks


def test_a_name_that_nothing_has_is_refused(rules: ModuleType) -> None:
    with pytest.raises(AnsibleFilterError, match="'client'; valid: an address"):
        rules.sources(["client"], GROUPS, HOSTVARS, ZONES)
    with pytest.raises(AnsibleFilterError, match=r"ansible_host of web is 'web\.example'"):
        rules.sources(["web"], {}, {"web": {"ansible_host": "web.example"}}, {})


@pytest.mark.parametrize(
    ("networks", "matches"),
    [
        (["192.0.2.1", "10.0.0.0/8"], ["ip saddr { 192.0.2.1, 10.0.0.0/8 }"]),
        (["192.0.2.1", "::1"], ["ip saddr { 192.0.2.1 }", "ip6 saddr { ::1 }"]),
        (["any"], [""]),
        ([], []),
    ],
)
def test_nobody_does_not_come_to_mean_everybody(
    rules: ModuleType, networks: list[str], matches: list[str]
) -> None:
    assert rules.by_family(networks, "saddr") == matches


def test_who_is_let_in(rules: ModuleType) -> None:
    assert rules.lets_in(["192.0.2.0/24"], "192.0.2.9")
    assert rules.lets_in(["192.0.2.0/24"], "::ffff:192.0.2.9")
    assert not rules.lets_in(["192.0.2.0/24"], "2001:db8::1")
    assert rules.lets_in(["any"], "2001:db8::1")


def test_what_is_too_wide(rules: ModuleType) -> None:
    assert rules.too_wide(["10.0.0.0/15", "10.0.0.0/16", "2001:db8::/47"], 16, 48) == [
        "10.0.0.0/15",
        "2001:db8::/47",
    ]
    assert rules.too_wide(["any"], 16, 48) == ["any"]
