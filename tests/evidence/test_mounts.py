"""Section `mounts`."""

from __future__ import annotations

import shutil
import struct
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host.mounts import collect, restrictions, unescaped
from hubops.evidence.schema import validate

ROOT = "27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
TMP = "209 27 254:0 /tmp /tmp rw,nosuid,nodev,noexec,relatime shared:1 - ext4 /dev/vda rw\n"


def section(
    root: Path, mountinfo: str, files: dict[str, str] | None = None, virt: str = "kvm"
) -> dict[str, Any]:
    probe = FakeProbe(
        root, {"/proc/self/mountinfo": mountinfo, **(files or {})}, {"systemd-detect-virt": f"{virt}\n"}
    )
    found = {**collect(probe), "unreadable": probe.unreadable}
    assert validate("mounts", found, bundle.find().schemas) == []
    return found


@pytest.mark.parametrize(
    ("options", "held"),
    [
        ("rw,relatime", []),
        ("nosuid,nodev,noexec", ["nodev", "noexec", "nosuid"]),
        ("nodev,dev", []),
        ("user", ["nodev", "noexec", "nosuid"]),
        ("users,exec", ["nodev", "nosuid"]),
        ("nodev,defaults", []),
        ("", []),
    ],
)
def test_which_restrictions_hold(options: str, held: list[str]) -> None:
    assert restrictions(options) == held


@given(st.text())
def test_no_text_breaks_the_parsers(text: str) -> None:
    restrictions(text)
    unescaped(text)


def test_only_disks_network_and_watched_paths_are_listed(tmp_path: Path) -> None:
    others = (
        "30 27 0:5 / /proc rw shared:2 - proc proc rw\n"
        "31 27 0:6 / /mnt/a\\040b rw,nodev - nfs4 server:/x rw\n"
        "32 27 0:7 / /dev/shm rw,nosuid,nodev - tmpfs tmpfs rw\n"
    )
    found = section(tmp_path, ROOT + TMP + others)
    assert [(mount["path"], mount["network"]) for mount in found["mounts"]] == [
        ("/", False),
        ("/dev/shm", False),
        ("/mnt/a b", True),
        ("/tmp", False),
    ]
    assert found["mounts"][3]["restrictions"] == ["nodev", "noexec", "nosuid"]


def test_of_two_mounts_at_one_path_the_last_is_seen(tmp_path: Path) -> None:
    found = section(tmp_path, ROOT + TMP + "210 209 0:9 / /tmp rw,nosuid - tmpfs tmpfs rw\n")
    assert [m["restrictions"] for m in found["mounts"] if m["path"] == "/tmp"] == [["nosuid"]]


def test_a_container_is_shown_what_is_its_own(tmp_path: Path) -> None:
    files = {"/proc/swaps": "Filename Type Size Used Priority\n/dev/sda2 partition 1 0 -2\n", "/srv/x": ""}
    found = section(tmp_path, ROOT + TMP, files, "podman")
    assert [mount["path"] for mount in found["mounts"]] == ["/tmp"]
    assert (found["swaps"], found["data"]) == ([], [])


def test_what_cannot_be_parsed_is_noted(tmp_path: Path) -> None:
    assert [one["what"] for one in section(tmp_path, "nonsense\n")["unreadable"]] == [
        "/proc/self/mountinfo"
    ] * 2


def declared(root: Path, files: dict[str, str]) -> dict[str, Any]:
    return {one["path"]: one for one in section(root, ROOT, files)["declared"]}


def test_fstab_declares(tmp_path: Path) -> None:
    table = "# /tmp x x nodev\n/dev/vda / ext4\n/tmp /tmp none bind,nodev 0 0\n/dev/vdb /home ext4 noauto,nodev 0 0\n"
    found = declared(tmp_path, {"/etc/fstab": table})
    assert set(found) == {"/tmp"}
    assert found["/tmp"]["restrictions"] == ["nodev"]


def test_a_unit_of_its_own_beats_fstab_which_beats_the_vendor_s(tmp_path: Path) -> None:
    vendor = {"/usr/lib/systemd/system/tmp.mount": "[Mount]\nOptions=nosuid\n"}
    table = {"/etc/fstab": "tmpfs /tmp tmpfs nodev 0 0\n"}
    own = {"/etc/systemd/system/tmp.mount": "[Mount]\nOptions=noexec\n"}
    assert declared(tmp_path, vendor)["/tmp"]["restrictions"] == ["nosuid"]
    assert declared(tmp_path, {**vendor, **table})["/tmp"]["restrictions"] == ["nodev"]
    assert declared(tmp_path, {**vendor, **table, **own})["/tmp"]["restrictions"] == ["noexec"]


def test_a_drop_in_replaces_the_options_and_a_mask_the_mount(tmp_path: Path) -> None:
    files = {
        "/etc/fstab": "/var/tmp /var/tmp none bind,nodev 0 0\n",
        "/etc/systemd/system/var-tmp.mount.d/a.conf": "[Mount]\nOptions=bind\n",
    }
    assert declared(tmp_path, files)["/var/tmp"]["restrictions"] == []
    (tmp_path / "etc/systemd/system/tmp.mount").symlink_to("/dev/null")
    assert "/tmp" not in declared(tmp_path, {"/etc/fstab": "tmpfs /tmp tmpfs nodev 0 0\n"})


def crypt(uuid: str) -> dict[str, str]:
    return {"/sys/dev/block/254:3/dm/uuid": uuid}


def test_encryption_is_found_through_the_layers(tmp_path: Path) -> None:
    data = ROOT + "40 27 254:3 / /var/lib/postgresql rw - ext4 /dev/mapper/data rw\n"
    files = {"/var/lib/postgresql/15/x": ""}
    assert section(tmp_path, data, {**files, **crypt("LVM-x\n")})["data"] == [
        {"path": "/var/lib/postgresql", "encrypted": False}
    ]
    below = {"/sys/dev/block/254:3/slaves/dm-0/dm/uuid": "CRYPT-LUKS2-x-y\n"}
    assert section(tmp_path, data, {**files, **below})["data"][0]["encrypted"] is True
    other = {"/sys/dev/block/254:3/slaves/sdb/size": "1\n"}
    assert section(tmp_path, data, {**files, **below, **other})["data"][0]["encrypted"] is False


def test_swap(tmp_path: Path) -> None:
    files = {
        "/proc/swaps": "Filename Type Size Used Priority\n/dev/dm-1 partition 1 0 -2\n/dev/zram0 partition 1 0 5\n",
        "/etc/fstab": "/swapfile none swap sw 0 0\n",
        "/sys/class/block/dm-1/dm/uuid": "CRYPT-PLAIN-x\n",
        "/sys/dev/block/254:0/size": "1\n",
    }
    found = section(tmp_path, ROOT, files)
    assert [(one["path"], one["active"], one["memory"], one["encrypted"]) for one in found["swaps"]] == [
        ("/dev/dm-1", True, False, True),
        ("/dev/zram0", True, True, None),
        ("/swapfile", False, False, False),
    ]


PUT, COMMIT = 0, 2


def segment(kind: int | None) -> bytes:
    """A segment of Borg that begins with an object of this kind of key, or with a commit."""
    if kind is None:
        return b"BORG_SEG" + struct.pack("<IIB", 0, 9, COMMIT)
    return b"BORG_SEG" + struct.pack("<IIB", 0, 99, PUT) + bytes(range(32)) + bytes([kind]) + b"object"


def repository(folder: Path, *kinds: int | None) -> Path:
    (folder / "data/0").mkdir(parents=True)
    (folder / "config").write_text("[repository]\nversion = 1\n")
    for number, kind in enumerate(kinds):
        (folder / f"data/0/{number}").write_bytes(segment(kind))
    return folder


def kept(root: Path) -> bool | None:
    (data,) = section(root, ROOT)["data"]
    assert data["path"] == "/srv"
    encrypted: bool | None = data["encrypted"]
    return encrypted


@pytest.mark.parametrize(
    ("kinds", "encrypted"),
    [
        ((5, None), True),
        ((3,), True),
        ((0, 4, None), True),
        ((2,), False),
        ((5, 2), False),
        ((6,), False),
        ((7,), False),
        ((None,), False),
        ((), False),
        ((200,), False),
    ],
)
def test_repositories_that_their_clients_encrypt_are_encrypted(
    tmp_path: Path, kinds: tuple[int | None, ...], encrypted: bool
) -> None:
    repository(tmp_path / "srv/backup/hub-1", *kinds)
    assert kept(tmp_path) is encrypted


def test_anything_beside_repositories_is_not(tmp_path: Path) -> None:
    repository(tmp_path / "srv/backup/hub-1", 5)
    repository(tmp_path / "srv/backup/hub-2", 5)
    assert kept(tmp_path) is True
    (tmp_path / "srv/backup/.list").write_text("names")
    assert kept(tmp_path) is False
    (tmp_path / "srv/backup/.list").unlink()
    (tmp_path / "srv/backup/away").symlink_to(tmp_path)
    assert kept(tmp_path) is False
    (tmp_path / "srv/backup/away").unlink()
    repository(tmp_path / "srv/backup/hub-3", 2)
    assert kept(tmp_path) is False


def test_an_empty_folder_holds_no_encrypted_data(tmp_path: Path) -> None:
    (tmp_path / "srv/backup").mkdir(parents=True)
    assert kept(tmp_path) is False


@given(content=st.binary(max_size=80), config=st.binary(max_size=20))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_bytes_pass_for_a_repository(tmp_path: Path, content: bytes, config: bytes) -> None:
    folder = tmp_path / "srv/backup/hub-1"
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "data/0").mkdir(parents=True)
    (folder / "config").write_bytes(config)
    (folder / "data/0/1").write_bytes(content)
    assert kept(tmp_path) is False or (config.startswith(b"[repository]") and content.startswith(b"BORG_SEG"))
