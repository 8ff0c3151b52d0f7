"""Section `access`."""

from __future__ import annotations

import os
import sqlite3
import struct
from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import access
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
DAY = 86400

SHELL = """\
Welcome

path=/usr/bin:.:/opt/gone:/etc/passwd
declare -x HISTFILE="/root/.bash_history"
declare -- HISTSIZE="10000"
declare -- HISTFILESIZE="-1"
declare -r HISTTIMEFORMAT="%F %T "
declare -- HISTCONTROL="ignoredups:ignorespace"
"""
FILES = {
    "/etc/passwd": (
        "root:x:0:0::/root:/bin/bash\nann:x:1000:1000::/home/ann:/bin/bash\ndaemon:x:1:1::/:/usr/sbin/nologin\n"
    ),
    "/etc/shells": "# shells\n/bin/sh\n/bin/bash\n",
    "/root/.profile": "",
    "/home/ann/.ssh/authorized_keys": "# mine\nssh-ed25519 AAAA ann\nssh-rsa BBBB ann\n",
    "/home/ann/.rhosts": "",
    "/home/ann/visible": "",
    "/etc/cron.allow": "root\n",
    "/usr/bin/tool": "",
}


@pytest.fixture
def host(tmp_path: Path) -> FakeProbe:
    probe = FakeProbe(tmp_path, FILES, {"env": SHELL}, owners={"/home/ann/.rhosts": ("ann", "ann")})
    probe.chmod("/usr/bin", 0o755)
    return probe


def collect(probe: FakeProbe) -> dict[str, Any]:
    """The section, which must be as its schema says."""
    found = access.collect(probe)
    assert validate("access", {**found, "unreadable": probe.unreadable}, SCHEMAS) == []
    return found


def test_who_can_log_in_and_with_how_many_keys(host: FakeProbe) -> None:
    found = collect(host)
    assert [(one["name"], one["keys"], one["last_login"]) for one in found["logins"]] == [
        ("root", 0, None),
        ("ann", 2, None),
    ]
    assert "AAAA" not in str(found)
    assert host.unreadable == []


def test_keys_where_sshd_looks(tmp_path: Path) -> None:
    files = {**FILES, "/etc/ssh/keys/ann": "ssh-ed25519 C\n"}
    probe = FakeProbe(
        tmp_path, files, {"env": SHELL, "sshd": "authorizedkeysfile /etc/ssh/keys/%u %h/none\n"}
    )
    assert [one["keys"] for one in collect(probe)["logins"]] == [0, 1]


def test_hidden_files(host: FakeProbe, tmp_path: Path) -> None:
    (tmp_path / "home/ann/.link").symlink_to("visible")
    host.chmod("/home/ann/.rhosts", 0o600)
    ann = collect(host)["logins"][1]
    assert [(file["path"], file["kind"]) for file in ann["dotfiles"]] == [
        ("/home/ann/.rhosts", "file"),
        ("/home/ann/.ssh", "directory"),
        ("/home/ann/.ssh/authorized_keys", "file"),
    ]
    assert (ann["dotfiles"][0]["mode"], ann["dotfiles"][0]["owner"]) == ("0600", "ann")


def test_trust_files_and_lists(host: FakeProbe) -> None:
    host.write("/etc/hosts.equiv", "")
    host.write("/etc/at.deny", "")
    found = collect(host)
    assert found["trust_files"] == ["/etc/hosts.equiv", "/home/ann/.rhosts"]
    assert found["shells"] == ["/bin/bash", "/bin/sh"]
    assert found["schedulers"] == [
        {"name": "cron", "allow": ["root"], "deny": None},
        {"name": "at", "allow": None, "deny": []},
    ]


def test_where_root_looks_for_programs(host: FakeProbe) -> None:
    assert collect(host)["root_path"] == [
        {"entry": "/usr/bin", "kind": "directory", "mode": "0755", "owner": "root"},
        {"entry": ".", "kind": "relative", "mode": None, "owner": None},
        {"entry": "/opt/gone", "kind": "absent", "mode": None, "owner": None},
        {"entry": "/etc/passwd", "kind": "file", "mode": "0644", "owner": "root"},
    ]


def test_the_history(host: FakeProbe) -> None:
    assert collect(host)["history"] == {
        "file": "/root/.bash_history",
        "size": 10000,
        "file_size": -1,
        "dated": True,
        "left_out": ["ignoredups", "ignorespace"],
    }


def test_a_shell_that_hangs_is_noted(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, FILES, {"env": Outcome(-9, "", "", "no end after 10 s")})
    found = collect(probe)
    assert (found["root_path"], found["history"]["file"]) == ([], None)
    assert len(probe.unreadable) == 1


def test_the_last_login_by_every_record(host: FakeProbe, tmp_path: Path) -> None:
    log = tmp_path / "var/log"
    log.mkdir(parents=True)
    entry = struct.pack("<i288x", 100 * DAY + 5)
    (log / "lastlog").write_bytes(b"\0" * 292 * 1000 + entry)
    user = struct.pack("<h2xi32s4s32s256s4xiii36x", 7, 1, b"pts/0", b"0", b"root", b"", 0, 300 * DAY, 0)
    boot = struct.pack("<h2xi32s4s32s256s4xiii36x", 2, 1, b"~", b"0", b"ann", b"", 0, 900 * DAY, 0)
    (log / "wtmp").write_bytes(user + boot + b"short")
    found = collect(host)
    assert found["records"] == ["/var/log/lastlog", "/var/log/wtmp"]
    assert {one["name"]: one["last_login"] for one in found["logins"]} == {"root": 300, "ann": 100}


def test_the_last_login_by_databases(host: FakeProbe, tmp_path: Path) -> None:
    for path, table, row in (
        ("var/lib/lastlog/lastlog2.db", "Lastlog2 (Name TEXT, Time INTEGER)", ("ann", 200 * DAY)),
        ("var/lib/wtmpdb/wtmp.db", "wtmp (User TEXT, Login INTEGER)", ("ann", 201 * DAY * 1_000_000)),
    ):
        (tmp_path / path).parent.mkdir(parents=True)
        with sqlite3.connect(tmp_path / path) as database:
            database.execute(f"CREATE TABLE {table}")
            database.execute(f"INSERT INTO {table.split()[0]} VALUES (?, ?)", row)
        database.close()
    found = collect(host)
    assert found["records"] == list(access.DATABASES)
    assert found["logins"][1]["last_login"] == 201


def test_a_record_that_is_none_is_noted(host: FakeProbe, tmp_path: Path) -> None:
    host.write("/var/lib/wtmpdb/wtmp.db", "no database")
    collect(host)
    assert [one["what"] for one in host.unreadable] == ["/var/lib/wtmpdb/wtmp.db"]


def test_too_much_is_noted(host: FakeProbe, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(access, "MAX_ACCOUNTS", 1)
    monkeypatch.setattr(access, "MAX_DOTFILES", 0)
    assert len(collect(host)["logins"]) == 1
    assert [one["what"] for one in host.unreadable] == ["/etc/passwd", "/root"]


def test_a_home_that_cannot_be_read_is_noted(host: FakeProbe, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> list[str]:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "listdir", refuse)
    collect(host)
    assert {"what": "/home/ann", "why": "Permission denied"} in host.unreadable


@given(st.text())
def test_no_answer_breaks_the_parsers(text: str) -> None:
    access.history(text)
    access.search_path(text)
