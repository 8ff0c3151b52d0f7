"""What a lab is called and which addresses it takes."""

from __future__ import annotations

import ipaddress
from typing import Any

import pytest

from hubops.errors import UsageError
from hubops.provision.lab import names


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    """What the machine says of its routes, its Podman networks and the lab's own network."""
    said: dict[str, Any] = {"ip": [], "ls": [], "inspect": None}
    monkeypatch.setattr(names, "ask", lambda argv: said["ip" if argv[0] == "ip" else argv[2]])
    return said


def test_name_belongs_to_the_state_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Any) -> None:
    first = names.lab_name()
    assert first == names.lab_name()
    monkeypatch.setenv("HUBOPS_STATE", str(tmp_path / "another"))
    assert names.lab_name() != first


def test_name_is_taken_from_config_before_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HUBOPS_LAB_NAME", "from-setting")
    assert names.lab_name("from-config") == "from-config"
    assert names.lab_name() == "from-setting"


@pytest.mark.parametrize("name", ["Lab", "1lab", "a/b", "a" * 41, "a b"])
def test_name_that_podman_would_refuse_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="no name for a lab"):
        names.lab_name(name)


def test_devices_have_names_that_the_kernel_takes() -> None:
    assert len(names.tap_name("hubops-0123456789-hub-2")) <= 15
    assert names.tap_name("a-hub-1") != names.tap_name("a-hub-2")
    assert int(names.mac_address("a-hub-1")[:2], 16) & 0b11 == 0b10  # local, not multicast


def test_subnet_is_the_same_each_time(machine: dict[str, Any]) -> None:
    assert names.free_subnet("lab-a") == names.free_subnet("lab-a")
    assert names.free_subnet("lab-a") != names.free_subnet("lab-b")


def test_subnet_avoids_routes_and_podman_networks(machine: dict[str, Any]) -> None:
    first = names.free_subnet("lab-a")
    machine["ip"] = [{"dst": "default"}, {"dst": "10.0.0.0/8"}, {"dst": first}]
    second = names.free_subnet("lab-a")
    machine["ls"] = [{"name": "podman"}, {"name": "other", "subnets": [{"subnet": second}]}]
    third = names.free_subnet("lab-a")
    assert len({first, second, third}) == 3
    assert ipaddress.ip_network(third).subnet_of(names.POOL)  # type: ignore[arg-type]


def test_subnet_of_a_lab_that_is_up_is_its_own(machine: dict[str, Any]) -> None:
    machine["inspect"] = [{"subnets": [{"subnet": "192.0.2.0/24"}]}]
    machine["ip"] = [{"dst": "192.0.2.0/24"}]
    assert names.free_subnet("lab-a") == "192.0.2.0/24"


def test_subnet_can_be_named(machine: dict[str, Any]) -> None:
    assert names.free_subnet("lab-a", "198.51.100.0/24") == "198.51.100.0/24"
    with pytest.raises(ValueError, match="host bits"):
        names.free_subnet("lab-a", "198.51.100.7/24")
