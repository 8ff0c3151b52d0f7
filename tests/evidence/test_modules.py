"""Section `modules`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host.modules import WATCHED, collect
from hubops.evidence.schema import validate

VM = {"systemd-detect-virt": "kvm\n"}
KERNEL = {"/proc/sys/kernel/osrelease": "6.1.0\n", "/proc/modules": "", "/proc/cmdline": "root=/dev/vda\n"}


def modules(root: Path, files: dict[str, str], virtualization: str = "kvm") -> dict[str, dict[str, Any]]:
    """The modules by name; the section must be as its schema says."""
    probe = FakeProbe(root, {**KERNEL, **files}, {"systemd-detect-virt": f"{virtualization}\n"})
    found = {**collect(probe), "unreadable": probe.unreadable}
    assert validate("modules", found, bundle.find().schemas) == []
    assert found["unreadable"] == []
    return {module["name"]: module for module in found["modules"]}


def test_a_watched_module_is_listed_though_nothing_speaks_of_it(tmp_path: Path) -> None:
    found = modules(tmp_path, {})
    assert set(found) == set(WATCHED)
    assert found["usb_storage"] == {
        "name": "usb_storage",
        "install": None,
        "install_in": None,
        "blacklisted": False,
        "refused_by_kernel": False,
        "loaded": False,
        "builtin": False,
    }


def test_the_first_command_holds_and_dashes_are_underscores(tmp_path: Path) -> None:
    found = modules(
        tmp_path,
        {
            "/lib/modprobe.d/10-vendor.conf": "install usb-storage /bin/true\n",
            "/etc/modprobe.d/20-site.conf": "install usb_storage /bin/false\nblacklist usb-storage\n",
            "/etc/modprobe.d/30-site.conf": "install sct* /bin/false\n#install udf /bin/false\n",
            "/etc/modprobe.d/ignored.txt": "install udf /bin/false\n",
        },
    )
    usb, sctp = found["usb_storage"], found["sctp"]
    assert (usb["install"], usb["install_in"]) == ("/bin/true", "/lib/modprobe.d/10-vendor.conf")
    assert usb["blacklisted"]
    assert sctp["install"] == "/bin/false"
    assert found["udf"]["install"] is None


def test_a_file_of_the_same_name_hides_the_weaker_one_and_null_switches_it_off(tmp_path: Path) -> None:
    (tmp_path / "etc/modprobe.d").mkdir(parents=True)
    (tmp_path / "etc/modprobe.d/off.conf").symlink_to("/dev/null")
    found = modules(
        tmp_path,
        {
            "/lib/modprobe.d/off.conf": "install udf /bin/false\n",
            "/lib/modprobe.d/same.conf": "install rds /bin/false\n",
            "/etc/modprobe.d/same.conf": "install tipc \\\n  /bin/false\n",
        },
    )
    assert found["udf"]["install"] is None
    assert found["rds"]["install"] is None
    assert found["tipc"]["install"] == "/bin/false"


def test_the_kernel_s_own_refusal(tmp_path: Path) -> None:
    line = "root=/dev/vda module_blacklist=udf,foo-bar modprobe.blacklist=rds"
    found = modules(tmp_path, {"/proc/cmdline": line})
    assert [name for name in found if found[name]["refused_by_kernel"]] == ["foo_bar", "udf"]
    assert [name for name in found if found[name]["blacklisted"]] == ["rds"]


def test_what_is_there_already(tmp_path: Path) -> None:
    files = {
        "/proc/modules": "sctp 1 0 - Live 0x0\n",
        "/lib/modules/6.1.0/modules.builtin": "kernel/fs/udf/udf.ko\nkernel/drivers/usb/storage/usb-storage.ko.xz\n",
    }
    found = modules(tmp_path, files)
    assert [name for name in found if found[name]["loaded"]] == ["sctp"]
    assert [name for name in found if found[name]["builtin"]] == ["udf", "usb_storage"]
    assert not modules(tmp_path, files, "podman")["sctp"]["loaded"]
