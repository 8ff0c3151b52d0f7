"""Section `files`."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import files
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

BASE = {
    "/etc/passwd": "root:x:0:0::/root:/bin/sh\nhash:x:1000:42::/:/bin/sh\n",
    "/etc/group": "root:x:0:\nshadow:x:42:bob,ann\n",
    "/etc/shadow": "",
    "/etc/crontab": "",
    "/etc/cron.d/job": "",
    "/usr/bin/tool": "",
    "/var/log/syslog": "",
}


@pytest.fixture
def host(tmp_path: Path) -> FakeProbe:
    for name in ("opt", "etc/cron.d"):
        (tmp_path / name).mkdir(parents=True, mode=0o755)
    probe = FakeProbe(tmp_path, BASE, owners={"/etc/shadow": ("root", "shadow")})
    probe.chmod("/etc/shadow", 0o640)
    return probe


def collect(probe: FakeProbe) -> dict[str, Any]:
    """The section, which must be as its schema says, but that every real host has programs that lend rights."""
    found = files.collect(probe)
    lending = found["setuid"] or [{"path": "/usr/bin/su", "mode": "4755", "owner": "root", "group": "root"}]
    section = {**found, "setuid": lending, "unreadable": probe.unreadable}
    assert validate("files", section, SCHEMAS) == []
    return found


def test_account_databases_and_schedules(host: FakeProbe) -> None:
    found = collect(host)
    assert found["identity"] == [
        {"path": "/etc/passwd", "mode": "0644", "owner": "root", "group": "root"},
        {"path": "/etc/group", "mode": "0644", "owner": "root", "group": "root"},
        {"path": "/etc/shadow", "mode": "0640", "owner": "root", "group": "shadow"},
    ]
    assert found["shadow_group"] == ["ann", "bob", "hash"]
    assert [(one["path"], one["kind"]) for one in found["schedules"]] == [
        ("/etc/crontab", "file"),
        ("/etc/cron.d", "directory"),
    ]
    assert host.unreadable == []


def test_what_everyone_may_write(host: FakeProbe, tmp_path: Path) -> None:
    host.chmod("/usr/bin/tool", 0o777)
    for name, mode in (("opt/open", 0o777), ("opt/sticky", 0o1777), ("var/cache/open", 0o777)):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name).chmod(mode)
    (tmp_path / "opt/link").symlink_to("open")
    os.mkfifo(tmp_path / "opt/pipe")
    (tmp_path / "opt/pipe").chmod(0o666)
    found = collect(host)
    assert [(one["path"], one["kind"], one["mode"]) for one in found["world_writable"]] == [
        ("/opt/open", "directory", "0777"),
        ("/usr/bin/tool", "file", "0777"),
    ]
    assert found["scanned"] == ["/etc", "/opt", "/usr", "/var"]
    assert found["skipped"] == ["/var/cache"]


def test_what_lends_rights_and_devices(
    host: FakeProbe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    host.chmod("/usr/bin/tool", 0o4755)
    (tmp_path / "opt/folder").mkdir()
    (tmp_path / "opt/folder").chmod(0o2755)  # passes its group on, and lends nothing
    assert [(one["path"], one["mode"]) for one in collect(host)["setuid"]] == [("/usr/bin/tool", "4755")]
    monkeypatch.setattr(files.stat, "S_ISCHR", lambda mode: not files.stat.S_ISDIR(mode))
    devices = [one["path"] for one in collect(host)["devices"]]
    assert "/usr/bin/tool" in devices
    assert "/opt" not in devices


def test_settings_that_are_another_s(
    host: FakeProbe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lstat = os.lstat

    def as_another(path: str) -> os.stat_result:
        found = lstat(path)
        values = list(found)[:10]
        values[4] = 7 if path.endswith("/crontab") else values[4]
        return os.stat_result(values)

    assert collect(host)["loose_settings"] == []
    monkeypatch.setattr(files.os, "lstat", as_another)
    assert [one["path"] for one in collect(host)["loose_settings"]] == ["/etc/crontab"]


def test_files_of_nobody(host: FakeProbe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "etc/passwd").write_text("root:x:4294967294:0::/root:/bin/sh\n")
    host.script["getent"] = ""
    monkeypatch.setattr(files, "TREES", ("/opt",))
    found = collect(host)
    assert [one["path"] for one in found["unowned"]] == ["/opt"]
    assert host.ran == [f"getent passwd {os.getuid()}"]


def test_an_owner_that_another_source_names(host: FakeProbe, tmp_path: Path) -> None:
    (tmp_path / "etc/passwd").write_text("")
    (tmp_path / "etc/group").write_text("")
    host.script["getent"] = "someone:x:0:0\n"
    assert collect(host)["unowned"] == []
    assert len(host.ran) == 2


def test_file_systems_of_another_kind_are_left_out(host: FakeProbe, tmp_path: Path) -> None:
    mounts = f"/dev/sda1 /var/log ext4 rw 0 0\nserver:/x /opt/share\\040d nfs4 rw 0 0\n{'x ' * 2}\n"
    host.write("/proc/self/mounts", mounts)
    (tmp_path / "opt/share d").mkdir()
    (tmp_path / "opt/share d/f").touch()
    for path in ("var/log/syslog", "opt/share d/f"):
        (tmp_path / path).chmod(0o666)
    found = collect(host)
    assert [one["path"] for one in found["world_writable"]] == ["/var/log/syslog"]
    assert found["skipped"] == ["/opt/share d"]


@pytest.mark.parametrize(("bound", "value"), [("MAX_ENTRIES", 2), ("MAX_SECONDS", -1.0), ("MAX_FINDINGS", 1)])
def test_a_bound_that_is_hit_is_noted(
    host: FakeProbe, monkeypatch: pytest.MonkeyPatch, bound: str, value: float
) -> None:
    host.chmod("/etc/crontab", 0o666)
    monkeypatch.setattr(files, bound, value)
    collect(host)
    assert [one["why"][:16] for one in host.unreadable] == ["the search ends "]


def test_an_unreadable_directory_is_noted(
    host: FakeProbe, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    listdir = os.listdir

    def refuse(path: str) -> list[str]:
        if path.endswith("/opt"):
            raise PermissionError(13, "Permission denied")
        return listdir(path)

    monkeypatch.setattr(files.os, "listdir", refuse)
    collect(host)
    assert host.unreadable == [{"what": "/opt", "why": "Permission denied"}]


def test_two_looks_at_an_unchanged_host_are_equal(host: FakeProbe) -> None:
    host.chmod("/usr/bin/tool", 0o777)
    assert collect(host) == collect(host)


@given(st.lists(st.text(), max_size=5))
def test_no_file_breaks_the_parsers(lines: list[str]) -> None:
    files.shadow_group(lines, lines)
    files._mounts("\n".join(lines))
