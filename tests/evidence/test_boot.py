"""Section `boot`."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.boot import collect
from hubops.evidence.schema import validate

VERSION = "Linux version 6.1.0-9-amd64 (x@debian.org) (gcc-12 (Debian 12.2.0-14) 12.2.0) #1 SMP Debian 6.1.27-1 (2023-05-08)\n"
FILES = {
    "/proc/sys/kernel/osrelease": "6.1.0-9-amd64\n",
    "/proc/version": VERSION,
    "/proc/cmdline": "root=/dev/vda rw quiet\n",
    "/boot/vmlinuz-6.1.0-9-amd64": "",
}
SULOGIN = "ExecStart={ path=/lib/systemd/systemd-sulogin-shell ; argv[]=/lib/systemd/systemd-sulogin-shell rescue ; }"


def units(
    ctrl: str = "masked", debug: str = "masked", rescue: str = SULOGIN, environment: str = "HOME=/root"
) -> str:
    maintenance = (
        f"{rescue}\nEnvironment={environment}\nId=rescue.service\nLoadState=loaded\nActiveState=inactive\n"
    )
    return "\n".join(
        [
            f"ExecStart={{ path=/bin/bash ; }}\nId=debug-shell.service\nLoadState={debug}\nActiveState=inactive\n",
            maintenance + "UnitFileState=static\n",
            maintenance.replace("Id=rescue", "Id=emergency") + "UnitFileState=static\n",
            f"Id=reboot.target\nLoadState={ctrl}\nActiveState=inactive\nUnitFileState=disabled\n",
        ]
    )


def section(
    root: Path, files: dict[str, str] | None = None, shown: str | None = None, virt: str = "kvm"
) -> Any:
    probe = FakeProbe(
        root,
        {**FILES, **(files or {})},
        {
            "systemd-detect-virt": f"{virt}\n",
            "dpkg-query": "6.1.27-1",
            "systemctl show --property=CtrlAltDelBurstAction": "CtrlAltDelBurstAction=none\n",
            "systemctl": units() if shown is None else shown,
        },
    )
    found = {**collect(probe), "unreadable": probe.unreadable}
    assert validate("boot", found, bundle.find().schemas) == []
    return found


def test_a_host_that_starts_by_bios(tmp_path: Path) -> None:
    found = section(tmp_path)
    assert found["machine"] == {
        "kernel": {
            "running": "6.1.0-9-amd64",
            "newest": "6.1.0-9-amd64",
            "build": "6.1.27-1",
            "installed_build": "6.1.27-1",
        },
        "restart": {"required": False, "days": None, "packages": []},
        "firmware": "bios",
        "secure_boot": False,
        "tpm": False,
        "weakened_by": [],
        "loader": [],
    }
    assert found["unreadable"] == []


def test_kernels_are_ordered_by_number(tmp_path: Path) -> None:
    found = section(tmp_path, {"/boot/vmlinuz-6.1.0-56-amd64": "", "/boot/vmlinuz-5.10.0-99-amd64": ""})
    assert found["machine"]["kernel"]["newest"] == "6.1.0-56-amd64"


def test_days_that_a_restart_waits(tmp_path: Path) -> None:
    files = {"/run/reboot-required": "", "/run/reboot-required.pkgs": "libc6\nlibc6\nlinux-base\n"}
    section(tmp_path, files)
    ago = time.time() - 15.5 * 86400
    os.utime(tmp_path / "run/reboot-required", (ago, ago))
    assert collect(FakeProbe(tmp_path))["machine"]["restart"] == {
        "required": True,
        "days": 15,
        "packages": ["libc6", "linux-base"],
    }


@pytest.mark.parametrize(("byte", "on"), [("\x01", True), ("\x00", False)])
def test_secure_boot_is_the_firmware_s_word(tmp_path: Path, byte: str, on: bool) -> None:
    path = "/sys/firmware/efi/efivars/SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c"
    machine = section(tmp_path, {path: "\x06\x00\x00\x00" + byte, "/sys/class/tpm/tpm0/x": ""})["machine"]
    assert (machine["firmware"], machine["secure_boot"], machine["tpm"]) == ("uefi", on, True)


def test_a_firmware_that_does_not_tell_is_noted(tmp_path: Path) -> None:
    found = section(tmp_path, {"/sys/firmware/efi/x": ""})
    assert found["machine"]["secure_boot"] is None
    assert found["unreadable"]


def test_words_that_weaken(tmp_path: Path) -> None:
    line = (
        "root=/dev/vda nokaslr audit=1 mitigations=off init=/bin/bash systemd.debug-shell=1 mitigations=auto"
    )
    assert section(tmp_path, {"/proc/cmdline": line})["machine"]["weakened_by"] == [
        "init=/bin/bash",
        "mitigations=off",
        "nokaslr",
        "systemd.debug-shell=1",
    ]


def test_the_loader_s_files_without_the_password_itself(tmp_path: Path) -> None:
    text = 'set superusers="boot"\npassword_pbkdf2 boot grub.pbkdf2.sha512.10000.ABCDEF\n'
    found = section(tmp_path, {"/boot/grub/grub.cfg": text})
    assert found["machine"]["loader"] == [
        {"path": "/boot/grub/grub.cfg", "mode": "0644", "owner": "root", "group": "root", "password": True}
    ]
    assert "ABCDEF" not in str(found)
    assert not section(tmp_path, {"/boot/grub/grub.cfg": "menuentry\n"})["machine"]["loader"][0]["password"]


def test_a_container_has_a_console_only(tmp_path: Path) -> None:
    found = section(tmp_path, virt="podman")
    assert found["machine"] is None
    assert found["console"] == {
        "ctrl_alt_del": "masked",
        "ctrl_alt_del_burst": "none",
        "debug_shell": "masked",
        "debug_shell_active": False,
        "maintenance": [
            {"unit": "emergency.service", "asks_password": True},
            {"unit": "rescue.service", "asks_password": True},
        ],
    }


@pytest.mark.parametrize(
    "shown",
    [
        units(environment="HOME=/root SYSTEMD_SULOGIN_FORCE=1"),
        units(rescue="ExecStart={ path=/bin/bash ; }"),
        units(rescue="ExecStart="),
    ],
)
def test_a_maintenance_shell_that_asks_for_nothing(tmp_path: Path, shown: str) -> None:
    found = section(tmp_path, shown=shown)["console"]["maintenance"]
    assert [shell["asks_password"] for shell in found] == [False, False]


def test_states_of_units(tmp_path: Path) -> None:
    console = section(tmp_path, shown=units(ctrl="loaded", debug="not-found"))["console"]
    assert (console["ctrl_alt_del"], console["debug_shell"]) == ("disabled", "absent")


def test_a_manager_that_does_not_answer_is_noted(tmp_path: Path) -> None:
    found = section(tmp_path, shown="")
    assert found["console"]["ctrl_alt_del"] is None
    assert found["unreadable"]
