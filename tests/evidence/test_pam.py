"""Section `pam`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import pam
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

DEBIAN = {
    "/etc/pam.d/login": "auth requisite pam_nologin.so # not now\n@include common-auth\n@include common-account\n",
    "/etc/pam.d/passwd": "@include common-password\n",
    "/etc/pam.d/su": "auth sufficient pam_rootok.so\n@include common-auth\n",
    "/etc/pam.d/common-auth": "auth\t[success=1   default=ignore]\tpam_unix.so nullok\nauth requisite pam_deny.so\n",
    "/etc/pam.d/common-account": "account required pam_unix.so\n",
    "/etc/pam.d/common-password": "password required pam_pwquality.so retry=3\npassword required pam_unix.so\n",
}


def lines(stack: list[dict[str, Any]]) -> list[str]:
    return [" ".join([e["type"], e["control"], e["module"], *e["args"]]) for e in stack]


def collect(root: Path, files: dict[str, str]) -> dict[str, Any]:
    """The section of a host with Debian's files and these; it must be as its schema says."""
    probe = FakeProbe(root, {**DEBIAN, **files})
    found = pam.collect(probe)
    assert validate("pam", {**found, "unreadable": probe.unreadable}, SCHEMAS) == []
    return found


def test_stacks_with_their_includes_in_place(tmp_path: Path) -> None:
    stacks = collect(tmp_path, {})["stacks"]
    assert lines(stacks["login"]) == [
        "auth requisite pam_nologin.so",
        "auth [success=1 default=ignore] pam_unix.so nullok",
        "auth requisite pam_deny.so",
        "account required pam_unix.so",
    ]
    assert [entry["path"] for entry in stacks["su"]] == ["/etc/pam.d/su"] + ["/etc/pam.d/common-auth"] * 2
    assert stacks["sshd"] == []


def test_include_takes_lines_of_its_own_type_only(tmp_path: Path) -> None:
    files = {
        "/etc/pam.d/su": "auth substack system\naccount include system\n",
        "/etc/pam.d/system": "auth required a.so\naccount required b.so\npassword required c.so\n",
    }
    assert lines(collect(tmp_path, files)["stacks"]["su"]) == ["auth required a.so", "account required b.so"]


def test_the_vendor_s_stack_counts_where_there_is_no_other(tmp_path: Path) -> None:
    files = {"/usr/lib/pam.d/sshd": "auth required a.so\n", "/usr/lib/pam.d/su": "auth required a.so\n"}
    stacks = collect(tmp_path, files)["stacks"]
    assert lines(stacks["sshd"]) == ["auth required a.so"]
    assert "auth required a.so" not in lines(stacks["su"])


def test_a_circle_and_a_file_that_is_missing_are_noted(tmp_path: Path) -> None:
    files = {"/etc/pam.d/login": "@include login\n", "/etc/pam.d/su": "@include gone\nauth required a.so\n"}
    probe = FakeProbe(tmp_path, {**DEBIAN, **files})
    assert lines(pam.collect(probe)["stacks"]["su"]) == ["auth required a.so"]
    assert [one["what"] for one in probe.unreadable] == ["/etc/pam.d/gone", "/etc/pam.d/login"]


@pytest.mark.parametrize(
    ("line", "entry"),
    [
        ("-auth optional /lib/security/pam_x.so", ("auth", "optional", "pam_x.so", [])),
        ("auth required pam_x.so [a=b c] d", ("auth", "required", "pam_x.so", ["a=b c", "d"])),
        ("session [default=1] pam_permit.so", ("session", "[default=1]", "pam_permit.so", [])),
    ],
)
def test_lines(line: str, entry: tuple[str, str, str, list[str]]) -> None:
    kind, control, module, args = entry
    assert pam.parse_line(line) == {"type": kind, "control": control, "module": module, "args": args}


def test_a_line_may_go_on_after_a_backslash() -> None:
    assert pam.logical_lines("auth required \\\n  pam_x.so # why\n\n# no\n") == ["auth required    pam_x.so"]


@pytest.mark.parametrize(
    ("files", "length"),
    [
        ({}, 8),
        ({"/etc/security/pwquality.conf.d/a.conf": "minlen = 12\n"}, 12),
        (
            {
                "/etc/security/pwquality.conf.d/a.conf": "minlen = 12\n",
                "/etc/security/pwquality.conf.d/b.conf": "minlen 14 # more\n",
            },
            14,
        ),
        # The library reads the main file last, so it beats the drop-ins.
        (
            {
                "/etc/security/pwquality.conf": "minlen=6\n",
                "/etc/security/pwquality.conf.d/a.conf": "minlen = 12\n",
            },
            6,
        ),
        (
            {
                "/etc/security/pwquality.conf": "minlen=16\n",
                "/etc/pam.d/common-password": "password required pam_pwquality.so minlen=9\n",
            },
            9,
        ),
    ],
)
def test_the_length_that_counts(tmp_path: Path, files: dict[str, str], length: int) -> None:
    assert collect(tmp_path, files)["quality"]["minlen"] == length


def test_quality_that_is_asked_for_and_quality_that_is_not(tmp_path: Path) -> None:
    quality = collect(
        tmp_path, {"/etc/security/pwquality.conf": "dcredit = -1\nenforcing=0\nenforce_for_root\n"}
    )["quality"]
    assert (quality["dcredit"], quality["enforcing"], quality["enforce_for_root"]) == (-1, 0, True)
    assert (quality["retry"], quality["dictcheck"]) == (3, 1)
    bare = {"/etc/pam.d/common-password": "password required pam_unix.so\n"}
    assert collect(tmp_path, bare)["quality"] is None


@pytest.mark.parametrize(
    ("arguments", "filed", "remember"),
    [
        ("remember=5 use_authtok", "", 5),
        ("", "", 10),
        ("", "remember = 2\n", 2),  # read by newer PAM
        ("", "remember = 24\n", 10),  # not read by Debian 12's
        ("remember=24", "remember = 2\n", 24),
    ],
)
def test_history(tmp_path: Path, arguments: str, filed: str, remember: int) -> None:
    files = {
        "/etc/pam.d/common-password": f"password requisite pam_pwhistory.so {arguments}\n",
        "/etc/security/pwhistory.conf": filed,
    }
    history = collect(tmp_path, files)["history"]
    assert history["remember"] == remember
    assert history["use_authtok"] == ("use_authtok" in arguments)


def test_no_history_is_kept_without_its_module(tmp_path: Path) -> None:
    assert collect(tmp_path, {"/etc/security/pwhistory.conf": "remember = 5\n"})["history"] is None


FAILLOCK = "deny = 5\nunlock_time = 900\n# even_deny_root\nfail_interval = 600\n"


def test_lockout_settings_alone_lock_nobody_out(tmp_path: Path) -> None:
    assert collect(tmp_path, {"/etc/security/faillock.conf": FAILLOCK})["lockouts"] == []


def test_pam_tally2_is_no_lockout(tmp_path: Path) -> None:
    assert (
        collect(tmp_path, {"/etc/pam.d/common-auth": "auth required pam_tally2.so deny=5\n"})["lockouts"]
        == []
    )


def test_lockout_by_file_and_by_arguments(tmp_path: Path) -> None:
    files = {
        "/etc/security/faillock.conf": FAILLOCK,
        "/etc/pam.d/common-auth": (
            "auth required pam_faillock.so preauth\n"
            "auth required pam_unix.so\n"
            "auth [default=die] pam_faillock.so authfail deny=3 unlock_time=never even_deny_root root_unlock_time=60\n"
        ),
        "/etc/pam.d/common-account": "account required pam_faillock.so\n",
    }
    before, after, account = collect(tmp_path, files)["lockouts"]
    assert before == {
        "path": "/etc/pam.d/common-auth",
        "step": "preauth",
        "deny": 5,
        "unlock_seconds": 900,
        "fail_interval_seconds": 600,
        "even_deny_root": False,
        "root_unlock_seconds": 900,
    }
    assert (after["step"], after["deny"], after["unlock_seconds"]) == ("authfail", 3, 0)
    assert (after["even_deny_root"], after["root_unlock_seconds"]) == (True, 60)
    assert account["step"] == "account"


def test_lockout_defaults_and_a_file_of_its_own(tmp_path: Path) -> None:
    files = {
        "/etc/pam.d/common-auth": "auth required pam_faillock.so preauth\nauth required pam_faillock.so authfail conf=/x\n",
        "/x": "deny = 7\n",
    }
    found = collect(tmp_path, files)["lockouts"]
    assert [(one["deny"], one["unlock_seconds"]) for one in found] == [(3, 600), (7, 600)]


OATH = "auth required pam_oath.so usersfile=/etc/users.oath digits=6\n"
SECRET = "3132333435363738393031323334353637383930"


def test_one_time_passwords_without_their_secrets(tmp_path: Path) -> None:
    users = (
        f"# who\nHOTP/T30/6\tben\t-\t{SECRET}\t0\t123456\t2026-01-01T00:00:00L\nHOTP ann - {SECRET[:20]}\n"
    )
    files = {"/etc/pam.d/sshd": OATH, "/etc/users.oath": users}
    found = collect(tmp_path, files)["one_time"]
    assert (found["path"], found["mode"], found["owner"]) == ("/etc/users.oath", "0644", "root")
    assert found["enrolled"] == [
        {"user": "ann", "kind": "hotp", "step_seconds": None, "digits": 6, "secret_bits": 80},
        {"user": "ben", "kind": "totp", "step_seconds": 30, "digits": 6, "secret_bits": 160},
    ]
    assert SECRET[:20] not in str(found)


@pytest.mark.parametrize(
    ("line", "kind", "step", "digits"),
    [
        (f"HOTP/T60/8 ann - {SECRET}", "totp", 60, 8),
        (f"HOTP/T ann - {SECRET}", "totp", 30, 6),
        (f"HOTP/E/7 ann + {SECRET}", "hotp", None, 7),
        (f"HOTP/E ann 1234 {SECRET}", "hotp", None, 6),
    ],
)
def test_kinds_of_enrolment(line: str, kind: str, step: int | None, digits: int) -> None:
    found = pam.enrolment(line)
    assert found
    assert (found["kind"], found["step_seconds"], found["digits"]) == (kind, step, digits)


def test_a_line_that_enrols_nobody_is_noted(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, {**DEBIAN, "/etc/pam.d/sshd": OATH, "/etc/users.oath": "MOTP ann - 00\n"})
    found = pam.collect(probe)["one_time"]
    assert found["enrolled"] == []
    assert [one["what"] for one in probe.unreadable] == ["/etc/users.oath"]


def test_no_file_of_secrets(tmp_path: Path) -> None:
    absent = collect(tmp_path, {"/etc/pam.d/sshd": OATH})["one_time"]
    assert (absent["path"], absent["mode"], absent["enrolled"]) == ("/etc/users.oath", None, [])
    unnamed = collect(tmp_path, {"/etc/pam.d/sshd": "auth required pam_oath.so\n"})["one_time"]
    assert (unnamed["path"], unnamed["mode"]) == ("", None)
    assert collect(tmp_path, {"/etc/pam.d/sshd": "auth required pam_unix.so\n"})["one_time"] is None


def test_the_console(tmp_path: Path) -> None:
    defs = "LOGIN_RETRIES 3\n# LOGIN_RETRIES 9\nLOGIN_TIMEOUT\t\t60\nLOGIN_RETRIES\t5\n"
    assert collect(tmp_path, {"/etc/login.defs": defs})["console"] == {
        "login_retries": 5,
        "login_timeout_seconds": 60,
    }
    nothing = {"login_retries": None, "login_timeout_seconds": None}
    assert collect(tmp_path, {"/etc/login.defs": "LOGIN_TIMEOUT soon\n"})["console"] == nothing


@given(st.text(), st.lists(st.text(max_size=30), max_size=5))
def test_no_file_breaks_the_parsers(text: str, words: list[str]) -> None:
    for line in pam.logical_lines(text):
        pam.parse_line(line)
    pam.parse_line("auth required pam_x.so " + text.replace("\n", " "))
    pam.settings(words)
    pam.console(words)
    pam.enrolment(text)
