"""What the controls of the start, the console and AppArmor demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand, no_wider, on_container, within


def _trusted(e: Any, p: Any) -> bool:
    machine = e["boot"]["machine"]
    return machine["firmware"] == "bios" or (machine["secure_boot"] is True and machine["tpm"] is True)


def _current(e: Any, p: Any) -> bool:
    kernel = e["boot"]["machine"]["kernel"]
    return kernel["running"] == kernel["newest"] and kernel["build"] == kernel["installed_build"]


def _restarted(e: Any, p: Any) -> bool:
    restart = e["boot"]["machine"]["restart"]
    return not restart["required"] or within(restart["days"], 0, p["restart_days"])


def _loader(e: Any) -> list[Any]:
    files: list[Any] = e["boot"]["machine"]["loader"]
    return files


def _loaderless(e: Any, p: Any) -> bool:
    return on_container(e, p) or _loader(e) == []


def _asks(e: Any, p: Any) -> bool:
    shells = e["boot"]["console"]["maintenance"]
    units = {shell["unit"] for shell in shells}
    return units == {"emergency.service", "rescue.service"} and all(
        shell["asks_password"] for shell in shells
    )


def _profiles(e: Any, *modes: str) -> bool:
    """Whether there are profiles, each in one of these modes (in any, where none is named)."""
    profiles = e["apparmor"]["profiles"]
    return bool(profiles) and all(not modes or profile["mode"] in modes for profile in profiles)


DEMANDS: dict[str, Demand] = {
    "apparmor/enabled": lambda e, p: (
        e["apparmor"]["enabled"] is True and e["apparmor"]["at_start"] is True and _profiles(e)
    ),
    "apparmor/profiles_enforced": lambda e, p: _profiles(e, "enforce", "kill", "unconfined"),
    "apparmor/services_confined": lambda e, p: _profiles(e) and e["apparmor"]["unconfined"] == [],
    "boot/command_line_safe": lambda e, p: e["boot"]["machine"]["weakened_by"] == [],
    "boot/ctrl_alt_del_masked": lambda e, p: (
        e["boot"]["console"]["ctrl_alt_del"] == "masked"
        and e["boot"]["console"]["ctrl_alt_del_burst"] == "none"
    ),
    "boot/debug_shell_masked": lambda e, p: (
        e["boot"]["console"]["debug_shell"] in ("masked", "absent")
        and e["boot"]["console"]["debug_shell_active"] is False
    ),
    "boot/kernel_current": _current,
    "boot/loader_files_private": lambda e, p: all(
        no_wider(file["mode"], 0o600) and file["owner"] == file["group"] == "root" for file in _loader(e)
    ),
    "boot/loader_password_set": lambda e, p: any(file["password"] for file in _loader(e)),
    "boot/restart_not_overdue": _restarted,
    "boot/secure_boot_on": _trusted,
    "boot/single_user_authenticated": _asks,
}

IRRELEVANT: dict[str, Demand] = {
    **{control: on_container for control in DEMANDS if control.startswith("apparmor/")},
    "boot/command_line_safe": on_container,
    "boot/kernel_current": on_container,
    "boot/loader_files_private": _loaderless,
    "boot/loader_password_set": _loaderless,
    "boot/restart_not_overdue": on_container,
    "boot/secure_boot_on": lambda e, p: on_container(e, p) or e["boot"]["machine"]["firmware"] == "bios",
}
