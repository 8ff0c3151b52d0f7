"""Section `os`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.os import collect
from hubops.evidence.host.probe import Outcome

RELEASE = """\
PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
VERSION_ID="12"
VERSION_CODENAME=bookworm
# a comment
ID=debian
"""


def test_a_debian_host(tmp_path: Path) -> None:
    host = FakeProbe(
        tmp_path,
        {
            "/etc/os-release": RELEASE,
            "/proc/sys/kernel/osrelease": "6.1.0-cloud\n",
            "/proc/sys/kernel/hostname": "hub-2\n",
        },
        {"systemd-detect-virt": "qemu\n"},
    )
    (tmp_path / "etc/localtime").symlink_to("/usr/share/zoneinfo/Asia/Shanghai")
    found = collect(host)
    assert found["id"] == "debian"
    assert found["version_id"] == "12"
    assert found["codename"] == "bookworm"
    assert found["kernel"] == "6.1.0-cloud"
    assert found["hostname"] == "hub-2"
    assert found["timezone"] == "Asia/Shanghai"
    assert (found["platform"], found["virtualization"]) == ("vm", "qemu")
    assert host.unreadable == []


@pytest.mark.parametrize(
    ("said", "platform"),
    [
        ("podman\n", "container"),
        ("lxc\n", "container"),
        ("kvm\n", "vm"),
        ("vmware\n", "vm"),
        (Outcome(1, "none\n", ""), "machine"),
    ],
)
def test_platform_as_systemd_names_it(tmp_path: Path, said: str | Outcome, platform: str) -> None:
    assert collect(FakeProbe(tmp_path, {}, {"systemd-detect-virt": said}))["platform"] == platform


@pytest.mark.parametrize(
    ("path", "text", "platform"),
    [
        ("/run/.containerenv", "", "container"),
        ("/.dockerenv", "", "container"),
        ("/proc/cpuinfo", "flags : fpu hypervisor\n", "vm"),
        ("/proc/cpuinfo", "flags : fpu\n", "machine"),
    ],
)
def test_platform_without_systemd(tmp_path: Path, path: str, text: str, platform: str) -> None:
    assert collect(FakeProbe(tmp_path, {path: text}))["platform"] == platform


def test_a_host_without_os_release(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    assert collect(host)["id"] is None
    assert host.unreadable == []
