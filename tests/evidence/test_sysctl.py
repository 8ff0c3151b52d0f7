"""Section `sysctl`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import sysctl
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas


def collect(root: Path, files: dict[str, str]) -> dict[str, dict[str, Any]]:
    """The settings of a host by key; the section must be as its schema says."""
    probe = FakeProbe(root, files)
    found = sysctl.collect(probe)
    assert validate("sysctl", {**found, "unreadable": probe.unreadable}, SCHEMAS) == []
    keys = [setting["key"] for setting in found["settings"]]
    assert keys == sorted(set(keys))
    return {setting["key"]: setting for setting in found["settings"]}


def test_running_and_declared_side_by_side(tmp_path: Path) -> None:
    found = collect(
        tmp_path,
        {
            "/proc/sys/net/ipv4/ip_forward": "1\n",
            "/proc/sys/net/ipv4/tcp_rmem": "4096\t131072\t6291456\n",
            "/etc/sysctl.d/10-a.conf": "net.ipv4.ip_forward = 0\n; no\n#no\nnet.ipv4.tcp_rmem=4096  131072 6291456\n",
        },
    )
    assert found["net.ipv4.ip_forward"] == {
        "key": "net.ipv4.ip_forward",
        "watched": True,
        "running": "1",
        "declared": "0",
        "declared_in": "/etc/sysctl.d/10-a.conf",
        "optional": False,
    }
    memory = found["net.ipv4.tcp_rmem"]
    assert (memory["watched"], memory["running"] == memory["declared"]) == (False, True)


def test_a_watched_key_is_listed_though_nothing_declares_it(tmp_path: Path) -> None:
    found = collect(tmp_path, {})
    assert set(found) == set(sysctl.WATCHED)
    setting = found["kernel.kptr_restrict"]
    assert (setting["running"], setting["declared"], setting["declared_in"]) == (None, None, None)


def test_which_file_wins(tmp_path: Path) -> None:
    found = collect(
        tmp_path,
        {
            "/usr/lib/sysctl.d/50-vendor.conf": "kernel.kptr_restrict = 0\nkernel.dmesg_restrict = 0\n",
            "/run/sysctl.d/50-vendor.conf": "kernel.kptr_restrict = 1\n",
            "/etc/sysctl.d/40-first.conf": "kernel.kptr_restrict = 2\nfs.suid_dumpable = 1\n",
            "/usr/lib/sysctl.d/60-later.conf": "fs.suid_dumpable = 2\nfs.suid_dumpable = 0\n",
            "/etc/sysctl.conf": "kernel.kptr_restrict = 9\n",
        },
    )
    assert found["kernel.kptr_restrict"]["declared_in"] == "/run/sysctl.d/50-vendor.conf"
    assert found["kernel.dmesg_restrict"]["declared"] is None
    assert found["fs.suid_dumpable"]["declared"] == "0"


def test_sysctl_conf_counts_by_its_link_and_a_link_to_null_switches_off(tmp_path: Path) -> None:
    files = {
        "/etc/sysctl.conf": "kernel.kptr_restrict = 1\n",
        "/usr/lib/sysctl.d/50-vendor.conf": "kernel.dmesg_restrict = 0\n",
    }
    (tmp_path / "etc/sysctl.d").mkdir(parents=True)
    (tmp_path / "etc/sysctl.d/99-sysctl.conf").symlink_to("../sysctl.conf")
    (tmp_path / "etc/sysctl.d/50-vendor.conf").symlink_to("/dev/null")
    found = collect(tmp_path, files)
    assert found["kernel.kptr_restrict"]["declared_in"] == "/etc/sysctl.d/99-sysctl.conf"
    assert found["kernel.dmesg_restrict"]["declared"] is None


def test_patterns(tmp_path: Path) -> None:
    running = {
        f"/proc/sys/net/ipv4/conf/{name}/rp_filter": "1\n" for name in ("all", "default", "eth0", "eth0.10")
    }
    found = collect(
        tmp_path,
        {
            **running,
            "/etc/sysctl.d/10-a.conf": "net.ipv4.conf.default.rp_filter = 0\nnet.ipv4.conf.eth0.rp_filter=2\n",
            "/etc/sysctl.d/20-b.conf": "net.ipv4.conf.*.rp_filter = 1\n-net.ipv4.conf.all.rp_filter\n",
        },
    )
    declared = {key: found[key]["declared"] for key in found if key.endswith("rp_filter")}
    assert declared == {
        "net.ipv4.conf.all.rp_filter": None,
        "net.ipv4.conf.default.rp_filter": "0",
        "net.ipv4.conf.eth0.rp_filter": "2",
        "net.ipv4.conf.eth0/10.rp_filter": "1",
    }


def test_a_key_that_may_be_missing(tmp_path: Path) -> None:
    setting = collect(tmp_path, {"/etc/sysctl.d/a.conf": "-kernel.unknown = 1\n"})["kernel.unknown"]
    assert (setting["optional"], setting["declared"], setting["running"]) == (True, "1", None)


def test_a_key_that_cannot_be_read_is_noted(tmp_path: Path) -> None:
    (tmp_path / "proc/sys/kernel/kptr_restrict").mkdir(parents=True)
    probe = FakeProbe(tmp_path)
    sysctl.collect(probe)
    assert [one["what"] for one in probe.unreadable] == ["/proc/sys/kernel/kptr_restrict"]


def test_ipv6_is_a_fact(tmp_path: Path) -> None:
    assert sysctl.collect(FakeProbe(tmp_path))["ipv6"] is False
    assert sysctl.collect(FakeProbe(tmp_path, {"/proc/sys/net/ipv6/x": "0"}))["ipv6"] is True


@pytest.mark.parametrize(
    ("written", "key", "path"),
    [
        ("net.ipv4.ip_forward", "net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward"),
        ("net/ipv4/ip_forward", "net.ipv4.ip_forward", "/proc/sys/net/ipv4/ip_forward"),
        ("net.ipv4.conf.eth0/10.x", "net.ipv4.conf.eth0/10.x", "/proc/sys/net/ipv4/conf/eth0.10/x"),
        ("net/ipv4/conf/eth0.10/x", "net.ipv4.conf.eth0/10.x", "/proc/sys/net/ipv4/conf/eth0.10/x"),
    ],
)
def test_spellings_of_a_key(written: str, key: str, path: str) -> None:
    assert sysctl.canonical(written) == key
    assert sysctl.proc_path(key) == path


@given(st.text())
def test_no_file_breaks_the_parser(text: str) -> None:
    for key in sysctl.parse(text, "x"):
        sysctl.proc_path(key)
    sysctl.canonical(text)
