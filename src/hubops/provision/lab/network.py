"""The bridge that a lab's hosts share: a Podman network, on which machines have a tap device."""

from __future__ import annotations

import ipaddress

from hubops.errors import ProvisionFailed
from hubops.model import Json
from hubops.provision.lab.names import LABEL, network_name, tap_name
from hubops.provision.machine import ask, attempt, run


def create(lab: str, subnet: str) -> None:
    """Make the lab's network; one of the same name and subnet is taken as it is, another is replaced."""
    if find(lab) == subnet:
        return
    remove(lab)
    run([
        "podman", "network", "create", "--driver", "bridge", "--disable-dns", "--subnet", subnet,
        "--gateway", gateway(subnet), "--label", f"{LABEL}={lab}", network_name(lab),
    ])  # fmt: skip


def find(lab: str) -> str | None:
    """The subnet of the lab's network; None if it has none."""
    found = _inspect(lab)
    return str(found["subnets"][0]["subnet"]) if found else None


def remove(lab: str) -> None:
    """Remove the lab's network with what is still attached to it, and its bridge; nothing is no error."""
    found = _inspect(lab)
    if not found:
        return
    run(["podman", "network", "rm", "--force", network_name(lab)])
    if _link(found["network_interface"]):
        run(["ip", "link", "delete", found["network_interface"]])


def gateway(subnet: str) -> str:
    """The address of this machine on the bridge: the first of the subnet."""
    return str(next(ipaddress.ip_network(subnet).hosts()))


def attach(lab: str, identity: str) -> str:
    """Give a machine a tap device on the lab's bridge; gives the device's name.

    Podman makes the bridge with its first container; a machine may come before that or after a reboot.
    """
    found = _inspect(lab)
    if not found:
        raise ProvisionFailed(f"the lab {lab} has no network", f"实验环境 {lab} 没有网络")
    bridge, subnet = found["network_interface"], found["subnets"][0]
    if not _link(bridge):
        run(["ip", "link", "add", bridge, "type", "bridge"])
        prefix = ipaddress.ip_network(subnet["subnet"]).prefixlen
        run(["ip", "address", "add", f"{subnet['gateway']}/{prefix}", "dev", bridge])
    run(["ip", "link", "set", bridge, "up"])
    tap = tap_name(identity)
    if not _link(tap):
        run(["ip", "tuntap", "add", "dev", tap, "mode", "tap"])
    run(["ip", "link", "set", tap, "master", bridge, "up"])
    return tap


def detach(identity: str) -> None:
    """Remove a machine's tap device; nothing is no error."""
    if _link(tap_name(identity)):
        run(["ip", "link", "delete", tap_name(identity)])


def _inspect(lab: str) -> Json | None:
    found = ask(["podman", "network", "inspect", network_name(lab)])
    return found[0] if found else None


def _link(name: str) -> bool:
    return attempt(["ip", "link", "show", "dev", name]).returncode == 0
