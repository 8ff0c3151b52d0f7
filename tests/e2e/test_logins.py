"""Who gets in and who does not, by real logins to a host of a lab that the baseline has been applied to."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import re
import struct
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.conftest import SECRETS, hub
from e2e.hubops_cli import Cli

pytestmark = pytest.mark.lab

HOST = "hub-1"
RIGHT, WRONG = "Correct-Horse-7-Battery", "no"


@pytest.fixture(scope="module")
def cli(guarded: Cli) -> Cli:
    """The lab whose doors are guarded."""
    return guarded


@pytest.fixture(scope="module")
def key(cli: Cli) -> Iterator[Path]:
    """One key that opens the accounts of Ann and Ben, who are enrolled."""
    path = cli.state / "people"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(path)], check=True)
    for name in SECRETS:
        arrives(cli, name, path)
    yield path
    for name in SECRETS:
        leaves(cli, name)


@pytest.fixture
def cat(cli: Cli, key: Path) -> Iterator[str]:
    """Somebody whom the key lets in as well, but who is not enrolled."""
    arrives(cli, "cat", key)
    yield "cat"
    leaves(cli, "cat")


def arrives(cli: Cli, name: str, key: Path) -> None:
    """Make the account of a person who holds the key."""
    home, public = f"/home/{name}/.ssh", key.with_suffix(".pub").read_text().strip()
    cli.on(HOST, f"useradd -m -s /bin/bash -G ssh-users {name} && install -d -m 0700 -o {name} {home}")
    cli.on(HOST, f"echo {public} >{home}/authorized_keys && chown {name} {home}/authorized_keys")


def leaves(cli: Cli, name: str) -> None:
    """Remove whatever an account left."""
    cli.on(HOST, f"userdel -rf {name}; rm -f /run/faillock/{name}", check=False)


def one_time_password(secret: str, at: float | None = None) -> str:
    """RFC 6238 with steps of 30 s and six digits."""
    counter = struct.pack(">Q", int((time.time() if at is None else at) // 30))
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    (number,) = struct.unpack(">I", digest[digest[-1] & 15 :][:4])
    return f"{(number & 0x7FFFFFFF) % 10**6:06d}"


def login(cli: Cli, key: Path, name: str, password: str | None = None) -> bool:
    """Whether the key, and the one-time password if there is one, let somebody in."""
    variables = cli.hosts()[HOST]
    ask = cli.state / "ask"
    ask.write_text(f"#!/bin/sh\necho {password}\n")
    ask.chmod(0o700)
    answers = "NumberOfPasswordPrompts=1" if password else "BatchMode=yes"
    argv = ["ssh", "-F", "none", "-i", str(key), "-o", "IdentitiesOnly=yes", "-o", answers]
    argv += [*variables["ansible_ssh_common_args"].split(), f"{name}@{variables['ansible_host']}", "id -un"]
    said = subprocess.run(
        argv,
        env={**os.environ, "SSH_ASKPASS": str(ask), "SSH_ASKPASS_REQUIRE": "force"},
        stdin=subprocess.DEVNULL, start_new_session=True, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    print(said.stderr)
    return said.stdout.strip() == name


def test_a_key_and_a_one_time_password_let_an_administrator_in_once(cli: Cli, key: Path) -> None:
    password = one_time_password(SECRETS["ann"])
    assert not login(cli, key, "ann"), "the key alone"
    assert login(cli, key, "ann", password)
    assert not login(cli, key, "ann", password), "the same once more"


def test_a_wrong_an_old_and_no_enrolment_are_refused(cli: Cli, key: Path, cat: str) -> None:
    assert not login(cli, key, "ben", one_time_password(SECRETS["ann"]))
    assert not login(cli, key, "ben", one_time_password(SECRETS["ben"], time.time() - 600))
    assert not login(cli, key, cat, "000000")
    assert login(cli, key, "ben", one_time_password(SECRETS["ben"]))


def test_whoever_has_no_secret_is_named_before_anything_changes(cli: Cli, cat: str) -> None:
    only_ann = hub(
        cli, "only_ann", ssh_server_otp_secrets={"ann": SECRETS["ann"]}, ssh_server_max_auth_tries=2
    )
    said = cli.run("apply", "-i", only_ann, "-l", HOST, "--tags", "ssh_limits", code=None)
    assert re.search(f"(ben, {cat}|{cat}, ben) may log in with a key", " ".join(said.split()))
    assert "maxauthtries 2" not in cli.on(HOST, "sshd -T")


def test_five_wrong_passwords_lock_an_account_until_its_time_is_over(cli: Cli) -> None:
    name = "victim"
    cli.on(HOST, f"useradd -m {name} && echo {name}:{RIGHT} | chpasswd")

    def enters(password: str) -> bool:
        asked = f'runuser -u hubops -- sh -c "echo {password} | su {name} -c true" && echo in'
        return cli.on(HOST, asked, check=False).strip() == "in"

    try:
        assert enters(RIGHT)
        assert not any([enters(WRONG) for _ in range(5)])
        assert not enters(RIGHT), "locked"
        # Each record ends with its time; those of fifteen minutes ago are what waiting would leave.
        aged = "p=open(f,chr(114)+chr(98)).read(); n=len(p)//64"
        aged += "; q=[p[64*i:64*i+56]+struct.pack(chr(81),struct.unpack(chr(81),p[64*i+56:64*i+64])[0]-901) for i in range(n)]"
        aged = f'import struct; f=\\"/run/faillock/{name}\\"; {aged}; open(f,chr(119)+chr(98)).write(bytes().join(q))'
        cli.on(HOST, f'python3 -c "{aged}"')
        assert enters(RIGHT), "open again"
    finally:
        leaves(cli, name)


def test_a_change_of_sshd_that_would_lock_out_takes_itself_back(cli: Cli) -> None:
    shut = {"match": "all", "settings": {"DenyUsers": "hubops"}}
    bad = hub(
        cli,
        "bad",
        ssh_server_otp_secrets=SECRETS,
        ssh_server_exceptions=[shut],
        ssh_server_rollback_seconds=20,
    )
    said = cli.run("apply", "-i", bad, "-l", HOST, "--tags", "ssh_access", code=None)
    assert "was taken back" in " ".join(said.split())
    assert "denyusers" not in cli.on(HOST, "sshd -T")
