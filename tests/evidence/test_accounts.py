"""Section `accounts`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import accounts
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

SECRET = "F5Jx5fExrKuPp53xLKQ..1$X3DX6M94c7o.9agCG9G317fhZg9SqC.5i5rd.RhAtQ7"
PASSWD = """\
root:x:0:0:root:/root:/bin/bash
sync:x:4:65534:sync:/bin:/bin/sync
backup:x:34:34:backup:/var/backups:/usr/sbin/nologin
ann:x:1000:1000::/home/ann:
nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin
broken line
"""
SHADOW = f"""\
root:*:20000:0:99999:7:::
sync:!:20000:0:99999:7:::
backup:!!:20000::::::
ann:$y$j9T${SECRET}:20780:1:90:7:45:21000:
"""
FILES = {
    "/etc/passwd": PASSWD,
    "/etc/shadow": SHADOW,
    "/etc/group": "root:x:0:\nsudo:x:27:zoe,ann\nbad\n",
    "/etc/login.defs": "PASS_MAX_DAYS\t99999\nPASS_MAX_DAYS   90\nPASS_MIN_DAYS 0\nUMASK 027\nENCRYPT_METHOD SHA512\n",
    "/etc/default/useradd": "# INACTIVE=1\nINACTIVE=45\n",
    "/root/.profile": "",
    "/home/ann/.profile": "",
}
SESSION = 'Welcome!\numask=0027\ndeclare -rx TMOUT="600"\n'


@pytest.fixture
def host(tmp_path: Path) -> FakeProbe:
    probe = FakeProbe(tmp_path, FILES, {"env": SESSION}, owners={"/home/ann": ("ann", "ann")})
    probe.chmod("/home/ann", 0o700)
    return probe


def test_a_host(host: FakeProbe) -> None:
    found = accounts.collect(host)
    users = {user["name"]: user for user in found["users"]}
    assert list(users) == ["root", "sync", "backup", "ann", "nobody"]
    assert [name for name, user in users.items() if user["can_login"]] == ["root", "ann"]
    assert [name for name, user in users.items() if user["system"]] == ["sync", "backup", "nobody"]
    assert users["ann"]["shell"] == "/bin/sh"
    assert (users["ann"]["home_mode"], users["ann"]["home_owner"]) == ("0700", "ann")
    assert (users["backup"]["home_mode"], users["backup"]["home_owner"]) == (None, None)
    ages = ("last_change", "min_days", "max_days", "warn_days", "inactive_days", "expire")
    assert [users["ann"][name] for name in ages] == [20780, 1, 90, 7, 45, 21000]
    assert [users["nobody"][name] for name in ages] == [None] * 6
    assert found["groups"] == [
        {"name": "root", "gid": 0, "members": []},
        {"name": "sudo", "gid": 27, "members": ["ann", "zoe"]},
    ]
    assert host.unreadable == []
    assert validate("accounts", {**found, "unreadable": []}, SCHEMAS) == []


def test_no_hash_leaves_the_host(host: FakeProbe) -> None:
    found = str(accounts.collect(host))
    assert "$y$" in found
    assert "j9T" not in found
    assert all(part not in found for part in SECRET.split("$"))


@pytest.mark.parametrize(
    ("in_passwd", "in_shadow", "state", "method"),
    [
        ("x", "", "empty", None),
        ("", "!", "empty", None),
        ("x", "!", "locked", None),
        ("x", "!!", "locked", None),
        ("x", "*", "locked", None),
        ("x", "!$6$salt$hash", "locked", None),
        ("x", None, "missing", None),
        ("*", None, "locked", None),
        ("x", "$6$rounds=9999$salt$hash", "hash", "$6$"),
        ("x", "$1$salt$hash", "hash", "$1$"),
        ("x", "ab01FAX.bQRSU", "hash", "des"),
        ("x", "_J9..K0AyUubDrPiX.ms", "hash", "bsdi"),
        ("x", "something else", "hash", "unknown"),
        ("$1$salt$hash", "!", "unshadowed", "$1$"),
    ],
)
def test_states_of_a_password(in_passwd: str, in_shadow: str | None, state: str, method: str | None) -> None:
    assert accounts.password(in_passwd, in_shadow) == (state, method)


def test_rules_for_new_accounts(host: FakeProbe) -> None:
    found = accounts.collect(host)
    assert found["login_defs"] == {
        "pass_max_days": 90,
        "pass_min_days": 0,
        "pass_warn_age": None,
        "umask": "0027",
        "encrypt_method": "SHA512",
        "uid_min": None,
    }
    assert found["useradd_inactive"] == 45


def test_people_begin_where_login_defs_says(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, {**FILES, "/etc/login.defs": "UID_MIN 2000\n"}, {"env": SESSION})
    systems = {user["name"] for user in accounts.collect(probe)["users"] if user["system"]}
    assert systems == {"sync", "backup", "ann", "nobody"}


@pytest.mark.parametrize(
    ("answer", "mask", "seconds", "readonly", "exported"),
    [
        (SESSION, "0027", 600, True, True),
        ("umask=22\n", "0022", None, False, False),
        ('umask=0077\ndeclare -- TMOUT="0"\n', "0077", 0, False, False),
        ("umask=0022\ndeclare -r TMOUT\n", "0022", None, True, False),
        ("", None, None, False, False),
    ],
)
def test_what_a_login_shell_gives(
    answer: str, mask: str | None, seconds: int | None, readonly: bool, exported: bool
) -> None:
    assert accounts.session(answer) == {
        "umask": mask,
        "tmout": {"seconds": seconds, "readonly": readonly, "exported": exported},
    }


def test_a_shell_that_hangs_is_noted(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, FILES, {"env": Outcome(-9, "", "", "no end after 10 s")})
    assert accounts.collect(probe)["session"]["umask"] is None
    assert len(probe.unreadable) == 1


def test_shadow_that_cannot_be_read_is_noted(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, FILES, {"env": SESSION})
    (tmp_path / "etc/shadow").unlink()
    (tmp_path / "etc/shadow").mkdir()
    assert {user["password"] for user in accounts.collect(probe)["users"]} == {"missing"}
    assert [one["what"] for one in probe.unreadable] == ["/etc/shadow"]


@given(st.text(), st.text())
def test_no_file_breaks_the_parsers(one: str, other: str) -> None:
    accounts.passwd(one, other, 1000)
    accounts.passwd("ann:x:1:1:::" + one, "ann:" + other, 1000)
    accounts.groups(one)
    accounts.login_defs([one])
    accounts.useradd_inactive(["INACTIVE=" + one])
    accounts.session(one)
