"""The parts of a lab on this machine: a key, a bridge, and hosts of two kinds behind one component."""

from __future__ import annotations

import asyncio
import contextvars
import ipaddress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pulumi
from pulumi.dynamic import Resource

from hubops.provision import images
from hubops.provision.lab import keys, names, vm
from hubops.provision.lab.providers import HostProvider, KeyProvider, NetworkProvider

OWNER = "operations"
ENVIRONMENT = "lab"


@dataclass(frozen=True)
class Place:
    """Where a lab is and what it runs: its name, its addresses, the folder of its keys and disks, its Debian release."""

    lab: str
    subnet: str
    folder: Path
    release: str

    @property
    def known_hosts(self) -> Path:
        return keys.known_hosts(self.folder)

    def address(self, number: int) -> str:
        """The address with this number in the lab's subnet."""
        return str(ipaddress.ip_network(self.subnet)[number])

    def best_kind(self, containers_only: bool) -> tuple[str, list[dict[str, str]]]:
        """`vm` where machines can be and are wanted, else `container` with the reason in both languages."""
        if containers_only:
            return "container", [{"en": "only containers were asked for", "zh": "按要求只使用容器"}]
        if not vm.usable():
            return "container", [{"en": "QEMU is not on this machine", "zh": "本机没有 QEMU"}]
        return "vm", []


def placed(name: str | None, subnet: str | None, release: str | None) -> Place:
    """The place of the lab with this name and subnet, or with those that this checkout alone has."""
    lab = names.lab_name(name)
    return Place(lab, names.free_subnet(lab, subnet), names.folder(lab), release or images.RELEASE)


class SshKey(Resource, module="lab", name="SshKey"):
    """The key pair that logs in to the lab's hosts; the private key is a secret."""

    public_key: pulumi.Output[str]
    private_key_path: pulumi.Output[str]
    private_key: pulumi.Output[str]

    def __init__(self, name: str, place: Place, opts: pulumi.ResourceOptions | None = None) -> None:
        props = {
            "lab": place.lab, "name": name, "folder": str(place.folder),
            "public_key": None, "private_key_path": None, "private_key": None,
        }  # fmt: skip
        secret = pulumi.ResourceOptions(additional_secret_outputs=["private_key"])
        super().__init__(KeyProvider(), name, props, pulumi.ResourceOptions.merge(secret, opts))


class Network(Resource, module="lab", name="Network"):
    """The bridge of the lab, with its subnet in CIDR form."""

    gateway: pulumi.Output[str]

    def __init__(self, name: str, place: Place, opts: pulumi.ResourceOptions | None = None) -> None:
        self.place = place
        props = {"lab": place.lab, "name": name, "subnet": place.subnet, "gateway": None}
        super().__init__(NetworkProvider(), name, props, opts)

    @property
    def facts(self) -> dict[str, Any]:
        """What the stack says of the network."""
        return {
            "name": names.network_name(self.place.lab), "subnet": self.place.subnet, "gateway": self.gateway,
        }  # fmt: skip


class Machine(Resource, module="lab", name="Machine"):
    """What a host runs in, a container or a virtual machine; one type, so that a change of kind is a replacement."""

    def __init__(self, name: str, props: dict[str, Any], opts: pulumi.ResourceOptions) -> None:
        # Also where a replacement is asked for and nothing differs: both have the same name.
        first = pulumi.ResourceOptions(delete_before_replace=True)
        super().__init__(HostProvider(), name, props, pulumi.ResourceOptions.merge(first, opts))


class Host(pulumi.ComponentResource):
    """A host in a zone, of either kind; whoever uses it need not know which.

    `number` is the host part of its address. A container gets Podman's default capabilities and
    NET_ADMIN, for the packet filter of its own network; it is never privileged.
    """

    def __init__(
        self, name: str, network: Network, key: SshKey, *, zone: str, role: str, number: int,
        kind: str = "container", holds_data: bool = False, opts: pulumi.ResourceOptions | None = None,
    ) -> None:  # fmt: skip
        place = network.place
        address = place.address(number)
        props = {
            "lab": place.lab, "name": name, "zone": zone, "role": role, "address": address,
            "subnet": place.subnet, "release": place.release, "image": _image(kind, place.release),
            "authorized_key": key.public_key, "folder": str(place.folder),
            "capabilities": ["NET_ADMIN"] if kind == "container" else [],
            "platform": kind, "privileged": False, "owner": OWNER, "environment": ENVIRONMENT, "holds_data": holds_data,
        }  # fmt: skip
        # Controls judge the component, which is the same for both kinds.
        super().__init__("hubops:lab:Host", name, props, opts)
        self.facts = {
            "name": name, "zone": zone, "role": role, "address": address, "platform": kind, "user": images.USER,
        }  # fmt: skip
        Machine(name, dict(props), pulumi.ResourceOptions(parent=self, depends_on=[network]))
        self.register_outputs(self.facts)


def _image(kind: str, release: str) -> pulumi.Input[str]:
    """The image pinned by its content; a preview does not build a missing one and leaves it unknown."""
    built = images.pinned(kind, release)
    if built:
        return built
    return _unknown() if pulumi.runtime.is_dry_run() else pulumi.Output.from_input(_build(kind, release))


async def _build(kind: str, release: str) -> str:
    """Build an image while the program goes on, telling how far it is."""
    loop = asyncio.get_running_loop()
    context = contextvars.copy_context()

    def progress(line: str) -> None:
        loop.call_soon_threadsafe(pulumi.log.info, f"{kind} image: {line}", context=context)

    return await loop.run_in_executor(None, images.ensure, kind, release, progress)


def _unknown() -> pulumi.Output[str]:
    """A value that is known only once the stack has been brought up."""
    known: asyncio.Future[bool] = asyncio.Future()
    known.set_result(False)
    value: asyncio.Future[str] = asyncio.Future()
    value.set_result("")
    return pulumi.Output(set(), value, known)
