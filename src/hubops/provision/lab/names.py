"""What the parts of a lab are called, where they are kept, and which addresses it takes."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from pathlib import Path

from hubops import settings
from hubops.errors import ProvisionFailed, UsageError
from hubops.model import Text
from hubops.provision.machine import ask

LABEL = "org.hubops.lab"
SPEC_LABEL = "org.hubops.lab.spec"
POOL = ipaddress.IPv4Network("10.192.0.0/10")


def lab_name(explicit: str | None = None) -> str:
    """The lab's name: what was asked for, else the setting, else one of this state folder alone.

    Raises UsageError for a name that Podman or the kernel would refuse.
    """
    name = explicit or settings.get("lab_name") or f"hubops-{_short(str(settings.state()))}"
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", name):
        raise UsageError(
            f"{name!r} is no name for a lab; valid: a-z, 0-9 and -, a letter first, at most 40",
            f"{name!r} 不能作为实验环境名称；只能用 a-z、0-9 和 -，以字母开头，最多 40 个字符",
        )
    return name


def identity(lab: str, name: str) -> str:
    """The id of a resource of the lab, which is also what Podman and QEMU call it."""
    return f"{lab}-{name}"


def folder(lab: str) -> Path:
    """Where the lab keeps its keys and disks; private to its owner."""
    path = settings.state() / "lab" / lab
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    return path


def network_name(lab: str) -> str:
    return identity(lab, "network")


def tap_name(identity: str) -> str:
    """The name of a machine's network interface on this machine; the kernel allows 15 characters."""
    return f"hub{_short(identity)}"


def mac_address(identity: str) -> str:
    """A locally administered address that no two hosts share."""
    digits = hashlib.sha256(identity.encode()).hexdigest()
    return "52:54:00:" + ":".join(digits[i : i + 2] for i in (0, 2, 4))


def free_subnet(lab: str, explicit: str | None = None) -> str:
    """The lab's /24: what was asked for, else what its network has, else one that nothing here uses.

    The search starts at a place that the lab's name decides, so that the answer is the same each
    time and labs that start at the same moment do not choose the same.
    """
    if explicit:
        return str(ipaddress.ip_network(explicit))
    own = ask(["podman", "network", "inspect", network_name(lab)])
    if own:
        return str(own[0]["subnets"][0]["subnet"])
    used = _used_subnets()
    candidates: list[ipaddress.IPv4Network] = list(POOL.subnets(new_prefix=24))
    start = int(_short(lab), 16) % len(candidates)
    for candidate in candidates[start:] + candidates[:start]:
        if not any(candidate.overlaps(other) for other in used):
            return str(candidate)
    raise ProvisionFailed(
        f"no free /24 in {POOL}",
        f"{POOL} 中没有空闲的 /24 网段",
        Text(
            en="Name one: pulumi config set lab:subnet 192.168.77.0/24",
            zh="请指定一个：pulumi config set lab:subnet 192.168.77.0/24",
        ),
    )


def _used_subnets() -> list[ipaddress.IPv4Network]:
    """The networks that this machine routes to or that Podman has given away."""
    routes = [route["dst"] for route in ask(["ip", "-json", "-4", "route", "show", "table", "all"]) or []]
    networks = ask(["podman", "network", "ls", "--format", "json"]) or []
    given = [subnet["subnet"] for network in networks for subnet in network.get("subnets") or []]
    used: list[ipaddress.IPv4Network] = []
    for text in [*routes, *given]:
        try:
            network = ipaddress.ip_network(text, strict=False)
        except ValueError:  # "default" and the like
            continue
        # A route that covers the whole pool (a default route in halves, say) leaves it usable.
        if isinstance(network, ipaddress.IPv4Network) and network.prefixlen > POOL.prefixlen:
            used.append(network)
    return used


def _short(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:8]
