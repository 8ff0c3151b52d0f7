"""What the roles' own modules work out before they touch a host."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from loading import module_at

from hubops import bundle

ALL = ["nodev", "nosuid", "noexec"]


def library(role: str, module: str) -> ModuleType:
    return module_at(bundle.find().roles / role / "library" / f"{module}.py")


MOUNTS: Any = library("mounts", "mount_restrictions")
APPARMOR: Any = library("apparmor", "apparmor_state")
CONSOLE: Any = library("boot", "console_state")


def wanted(path: str, always: bool = True) -> list[dict[str, Any]]:
    return [{"path": path, "restrictions": ALL, "always": always}]


@pytest.mark.parametrize(
    ("options", "becomes"),
    [
        ("rw,relatime", "rw,relatime,nodev,nosuid,noexec"),
        ("nosuid,exec,nodev", "nodev,nosuid,noexec"),
        ("nodev,nosuid,noexec,noauto", "nodev,nosuid,noexec"),
        ("rw,nosuid,nodev,noexec", None),
        ("", "nodev,nosuid,noexec"),
    ],
)
def test_options_are_restricted_and_others_kept(options: str, becomes: str | None) -> None:
    assert MOUNTS.restricted(options, ALL) == becomes


def test_a_folder_that_is_no_mount_becomes_one_of_itself() -> None:
    text = "/dev/vda / ext4 defaults 0 1\n"
    after = MOUNTS.table(text, wanted("/tmp"), {}, set())
    assert after == text + "/tmp /tmp none bind,nodev,nosuid,noexec 0 0\n"
    assert MOUNTS.table(after, wanted("/tmp"), {}, set()) == after


def test_what_systemd_mounts_in_memory_stays_in_memory() -> None:
    now = {"/tmp": ("rw,nosuid,nodev", "tmpfs"), "/dev/shm": ("rw,nosuid,nodev", "tmpfs")}
    assert MOUNTS.table("", wanted("/tmp") + wanted("/dev/shm"), now, set()).splitlines() == [
        "tmpfs /tmp tmpfs mode=1777,strictatime,size=50%,nr_inodes=1m,nodev,nosuid,noexec 0 0",
        "tmpfs /dev/shm tmpfs nodev,nosuid,noexec 0 0",
    ]


def test_a_line_of_the_administrator_s_keeps_the_rest() -> None:
    text = "# /home here\nUUID=1 /home ext4 defaults,exec\n"
    after = MOUNTS.table(text, wanted("/home", always=False), {}, set())
    assert after == "# /home here\nUUID=1 /home ext4 defaults,nodev,nosuid,noexec 0 0\n"


def test_what_is_mounted_otherwise_is_left_to_that() -> None:
    assert MOUNTS.table("", wanted("/home", always=False), {}, set()) == ""
    assert MOUNTS.table("", wanted("/tmp"), {}, {"/tmp"}) == ""


def test_mountinfo() -> None:
    text = "1 0 254:0 / / rw shared:1 - ext4 /dev/vda rw\n2 1 0:3 / /mnt/a\\040b ro,nodev - tmpfs tmpfs rw\n"
    assert MOUNTS.mounted(text) == {"/": ("rw", "ext4"), "/mnt/a b": ("ro,nodev", "tmpfs")}


@pytest.mark.parametrize(
    ("line", "becomes"),
    [
        ("/usr/bin/x flags=(complain) {", "/usr/bin/x {"),
        (
            "profile x /usr/bin/x flags=(attach_disconnected,complain) {",
            "profile x /usr/bin/x flags=(attach_disconnected) {",
        ),
        (
            "profile x /usr/bin/x flags=(attach_disconnected) {",
            "profile x /usr/bin/x flags=(attach_disconnected) {",
        ),
        ("# profile x flags=(complain) {", "# profile x flags=(complain) {"),
    ],
)
def test_profiles_complain_no_more(line: str, becomes: str) -> None:
    assert APPARMOR.without_complain(f"{line}\n  /etc/x r,\n}}\n") == f"{becomes}\n  /etc/x r,\n}}\n"


@pytest.mark.parametrize(
    ("environment", "program", "asks"),
    [
        ("HOME=/root", "/lib/systemd/systemd-sulogin-shell", True),
        ("HOME=/root SYSTEMD_SULOGIN_FORCE=0", "/lib/systemd/systemd-sulogin-shell", True),
        ("HOME=/root SYSTEMD_SULOGIN_FORCE=1", "/lib/systemd/systemd-sulogin-shell", False),
        ("HOME=/root", "/bin/bash", False),
    ],
)
def test_which_shell_asks_for_a_password(environment: str, program: str, asks: bool) -> None:
    assert CONSOLE.asks({"Environment": environment, "ExecStart": f"{{ path={program} ; argv[]=x }}"}) == asks


BACKUP: Any = library("backup_client", "backup_state")
NOW = 1_800_000_000


@pytest.mark.parametrize(
    ("record", "due"),
    [
        (None, True),
        ({"succeeded": True, "last_success": NOW - 26 * 3600}, False),
        ({"succeeded": True, "last_success": NOW - 26 * 3600 - 1}, True),
        ({"succeeded": False, "last_success": NOW - 60}, True),
        ({"succeeded": True, "last_success": NOW + 60}, True),
        ({"succeeded": True}, True),
    ],
)
def test_which_data_sets_are_copied_at_once(tmp_path: Path, record: Any, due: bool) -> None:
    (tmp_path / "a.far.json").write_text(json.dumps({"succeeded": True, "last_success": NOW}))
    if record is not None:
        (tmp_path / "a.main.json").write_text(json.dumps(record))
    wanted = [{"name": "a", "repositories": ["far", "main"], "rpo_hours": 26}]
    assert BACKUP.due(str(tmp_path), wanted, NOW) == (["a"] if due else [])


def test_when_repositories_are_checked_at_once(tmp_path: Path) -> None:
    wanted = [{"name": "a", "repositories": ["main"], "rpo_hours": 26}]
    assert BACKUP.check_due(str(tmp_path), wanted, 7, NOW)
    path = tmp_path / "check.main.json"
    path.write_text(json.dumps({"sound": True, "last_success": NOW - 7 * 86400}))
    assert not BACKUP.check_due(str(tmp_path), wanted, 7, NOW)
    path.write_text(json.dumps({"sound": False, "last_success": NOW}))
    assert BACKUP.check_due(str(tmp_path), wanted, 7, NOW)
