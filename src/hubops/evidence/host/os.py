"""Section `os`: what the host is. Nothing here changes by itself from one run to the next."""

from __future__ import annotations

import os
import platform
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .probe import Probe

# What systemd-detect-virt calls the kinds of container; any other name is a virtual machine's.
_CONTAINERS = {
    "container",
    "container-other",
    "docker",
    "lxc",
    "lxc-libvirt",
    "openvz",
    "podman",
    "pouch",
    "proot",
    "rkt",
    "systemd-nspawn",
    "wsl",
}


def collect(probe: Probe) -> dict[str, Any]:
    """Distribution, kernel, and whether this is a container, a virtual machine or a machine."""
    release = _release(probe)
    machine = os.uname()
    virtualization = _virtualization(probe)
    return {
        "id": release.get("ID"),
        "version_id": release.get("VERSION_ID"),
        "codename": release.get("VERSION_CODENAME"),
        "pretty_name": release.get("PRETTY_NAME"),
        "kernel": (probe.read("/proc/sys/kernel/osrelease") or machine.release).strip(),
        "architecture": machine.machine,
        "hostname": (probe.read("/proc/sys/kernel/hostname") or machine.nodename).strip(),
        "platform": _platform(virtualization),
        "virtualization": virtualization,
        "timezone": _timezone(probe),
        "python": platform.python_version(),
    }


def in_container(probe: Probe) -> bool:
    """Whether the kernel, and what it shows, is that of the machine below."""
    return _platform(_virtualization(probe)) == "container"


def _release(probe: Probe) -> dict[str, str]:
    """os-release(5): /etc has precedence over /usr/lib."""
    lines = probe.lines("/etc/os-release") or probe.lines("/usr/lib/os-release")
    pairs = (line.partition("=") for line in lines)
    return {name: value.strip("\"'") for name, equals, value in pairs if equals}


def _virtualization(probe: Probe) -> str:
    """The name that systemd gives to what the host runs in; `none` on bare metal."""
    # It ends with 1 when the answer is "none".
    said = (probe.run(["systemd-detect-virt"], ok=(0, 1)) or "").strip()
    if said:
        return said.split("\n")[0]
    if probe.exists("/run/.containerenv"):
        return "podman"
    if probe.exists("/.dockerenv"):
        return "docker"
    hypervisor = "hypervisor" in (probe.read("/proc/cpuinfo") or "")
    return "vm-other" if hypervisor else "none"


def _platform(virtualization: str) -> str:
    if virtualization == "none":
        return "machine"
    return "container" if virtualization in _CONTAINERS else "vm"


def _timezone(probe: Probe) -> str | None:
    target = probe.link("/etc/localtime")
    if target and "zoneinfo/" in target:
        return target.partition("zoneinfo/")[2]
    return (probe.read("/etc/timezone") or "").strip() or None
