"""Section `boot`: how the host starts: which kernel, trusted by whom, and what its console lets in.

Times are whole days, so that an unchanged host keeps its digest over a day.
"""

from __future__ import annotations

import re
import time
from typing import TYPE_CHECKING, Any

from .os import in_container

if TYPE_CHECKING:
    from .probe import Probe

_UNITS = ("debug-shell.service", "rescue.service", "emergency.service", "ctrl-alt-del.target")
_PROPERTIES = "Id,LoadState,UnitFileState,ActiveState,ExecStart,Environment"
_LOADER_FILES = (
    "/boot/grub/grub.cfg",
    "/boot/grub/user.cfg",
    "/boot/grub2/grub.cfg",
    "/boot/grub2/user.cfg",
    "/boot/loader/loader.conf",
    "/boot/efi/loader/loader.conf",
)
_SECURE_BOOT = "/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"

# What on the kernel's command line takes a guard away or lets somebody in.
_WEAKENS = re.compile(
    r"(nokaslr|nosmap|nosmep|nopti|pti=off|mitigations=off|nospectre_v[12]|spectre_v2=off|mds=off|tsx=on"
    r"|spec_store_bypass_disable=off|l1tf=off|apparmor=0|selinux=0|enforcing=0|audit=0|lockdown=none"
    r"|(rd)?init=(/usr)?/s?bin/.*sh|single|[sS1]|emergency|rescue|rd\.break.*|break(=.*)?"
    r"|systemd\.debug[-_]shell(=.*)?|systemd\.unit=(rescue|emergency)\.target|iommu=off|module\.sig_enforce=0)"
)


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/boot.json; kernel and firmware are no container's."""
    machine = None if in_container(probe) else _machine(probe)
    return {"machine": machine, "console": _console(probe)}


def _machine(probe: Probe) -> dict[str, Any]:
    running = (probe.read("/proc/sys/kernel/osrelease") or "").strip()
    # Before the number sign stands the compiler's version.
    build = re.search(r"\bDebian ([0-9]\S*)", (probe.read("/proc/version") or "").rpartition("#")[2])
    package = probe.run(
        ["dpkg-query", "--show", "--showformat=${Version}", f"linux-image-{running}"], ok=(0, 1)
    )
    images = [path.partition("vmlinuz-")[2] for path in probe.glob("/boot/vmlinuz-*")]
    uefi = probe.exists("/sys/firmware/efi")
    return {
        "kernel": {
            "running": running,
            "newest": max(images, key=_version, default=None),
            "build": build[1] if build else None,
            # Other distributions' kernels do not tell from which package they are.
            "installed_build": (package or "").strip() or None if build else None,
        },
        "restart": _restart(probe),
        "firmware": "uefi" if uefi else "bios",
        "secure_boot": _secure_boot(probe) if uefi else False,
        "tpm": probe.exists("/sys/class/tpm/tpm0"),
        "weakened_by": sorted(
            {word for word in (probe.read("/proc/cmdline") or "").split() if _WEAKENS.fullmatch(word)}
        ),
        "loader": _loader(probe),
    }


def _version(name: str) -> list[int]:
    """What kernels are ordered by: `6.1.0-9-amd64` comes before `6.1.0-56-amd64`."""
    return [int(number) for number in re.findall(r"[0-9]+", name)]


def _restart(probe: Probe) -> dict[str, Any]:
    """Whether an update waits for a restart, which packages asked for it, and for how many days it has waited."""
    flag = probe.stat("/run/reboot-required")
    packages = probe.lines("/run/reboot-required.pkgs") if flag else []
    days = max(0, int(time.time() - flag["mtime"]) // 86400) if flag else None
    return {"required": flag is not None, "days": days, "packages": sorted(set(packages))}


def _secure_boot(probe: Probe) -> bool | None:
    """The firmware's own word: four bytes of attributes, then one that is 1 where it is on."""
    text = probe.read(_SECURE_BOOT)
    if text is None or len(text) != 5:
        probe.note(_SECURE_BOOT, "the firmware does not tell whether secure boot is on")
        return None
    return text[4] == "\x01"


def _loader(probe: Probe) -> list[dict[str, Any]]:
    """The boot loader's files; `password` says that a superuser must log in to change an entry."""
    found = []
    for path in _LOADER_FILES:
        status = probe.stat(path)
        if status:
            text = probe.read(path) or ""
            password = re.search(r"^\s*set superusers=.*\S", text, re.MULTILINE) and (
                "password_pbkdf2" in text or "GRUB2_PASSWORD=" in text
            )
            locked = re.search(r"^\s*editor\s+(no|0|false)\b", text, re.MULTILINE)
            found.append(
                {
                    **{name: status[name] for name in ("path", "mode", "owner", "group")},
                    "password": bool(password or locked),
                }
            )
    return found


def _console(probe: Probe) -> dict[str, Any]:
    """What somebody at the console can do without logging in, as the service manager has it now."""
    shown = _units(probe)
    manager = (probe.run(["systemctl", "show", "--property=CtrlAltDelBurstAction"]) or "").strip()
    return {
        "ctrl_alt_del": _state(shown, "ctrl-alt-del.target"),
        "ctrl_alt_del_burst": manager.partition("=")[2] or None,
        "debug_shell": _state(shown, "debug-shell.service"),
        "debug_shell_active": shown.get("debug-shell.service", {}).get("ActiveState") == "active",
        "maintenance": [
            {"unit": unit, "asks_password": _asks(shown[unit])}
            for unit in ("emergency.service", "rescue.service")
            if unit in shown
        ],
    }


def _units(probe: Probe) -> dict[str, dict[str, str]]:
    """What `systemctl show` says of each unit. It answers in the order of asking, and an alias by its other name."""
    said = probe.run(["systemctl", "show", f"--property={_PROPERTIES}", *_UNITS])
    blocks = [block for block in (said or "").split("\n\n") if block.strip()]
    if len(blocks) != len(_UNITS):
        probe.note("systemctl show", f"it tells of {len(blocks)} units, not of {len(_UNITS)}")
        return {}
    return {
        unit: dict(line.partition("=")[::2] for line in block.strip().splitlines())
        for unit, block in zip(_UNITS, blocks)
    }


def _state(shown: dict[str, dict[str, str]], unit: str) -> str | None:
    """`masked`, `enabled`, `disabled`, `absent` or `other`; None where it is not known."""
    if unit not in shown:
        return None
    load, file = shown[unit].get("LoadState"), shown[unit].get("UnitFileState")
    if load in ("masked", "not-found"):
        return "masked" if load == "masked" else "absent"
    if file in ("enabled", "enabled-runtime"):
        return "enabled"
    return "disabled" if file == "disabled" else "other"


def _asks(unit: dict[str, str]) -> bool:
    """Whether a maintenance shell first asks for root's password, which a locked account cannot give."""
    forced = re.search(
        r"SYSTEMD_SULOGIN_FORCE=[\"']?(1|yes|true|on|y|t)\b", unit.get("Environment", ""), re.I
    )
    programs = re.findall(r"\bpath=(\S+)", unit.get("ExecStart", ""))
    return unit.get("LoadState") == "masked" or (
        not forced
        and bool(programs)
        and all(program.endswith(("/systemd-sulogin-shell", "/sulogin")) for program in programs)
    )
