"""Keys: made once, private, and known before a host answers."""

from __future__ import annotations

import io
import stat
import subprocess
import tarfile
from pathlib import Path

from hubops.provision.lab import keys


def test_login_key_is_made_once_and_private(tmp_path: Path) -> None:
    first = keys.login_key(tmp_path, "lab")
    assert first.startswith("ssh-ed25519 ")
    assert keys.login_key(tmp_path, "lab") == first
    assert stat.S_IMODE(keys.private_key(tmp_path).stat().st_mode) == 0o600


def test_login_key_that_lost_its_half_is_made_anew(tmp_path: Path) -> None:
    first = keys.login_key(tmp_path, "lab")
    keys.private_key(tmp_path).with_suffix(".pub").unlink()
    assert keys.login_key(tmp_path, "lab") != first


def test_host_gets_its_keys_and_the_login(tmp_path: Path) -> None:
    files = {file.path: file for file in keys.host_files(tmp_path, "ops-1", "ssh-ed25519 AAAA lab")}
    assert files["/etc/ssh/ssh_host_ed25519_key"].mode == 0o600
    assert files["/etc/ssh/ssh_host_ed25519_key.pub"].mode == 0o644
    login = files["/home/hubops/.ssh/authorized_keys"]
    assert (login.content, login.mode, login.owner) == (b"ssh-ed25519 AAAA lab\n", 0o600, 1000)


def test_ssh_itself_finds_the_host_that_is_remembered(tmp_path: Path) -> None:
    for name, address in (("ops-1", "192.0.2.11"), ("hub-1", "192.0.2.12")):
        keys.host_files(tmp_path, name, "")
        keys.remember_host(tmp_path, name, address)
        keys.remember_host(tmp_path, name, address)
    assert _found(tmp_path, "192.0.2.11") == 3
    keys.forget_host(tmp_path, "192.0.2.11")
    assert (_found(tmp_path, "192.0.2.11"), _found(tmp_path, "192.0.2.12")) == (0, 3)


def _found(folder: Path, address: str) -> int:
    command = ["ssh-keygen", "-F", address, "-f", str(keys.known_hosts(folder))]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return sum(not line.startswith("#") for line in done.stdout.splitlines())


def test_archive_keeps_owner_and_mode() -> None:
    data = keys.archive([keys.File("/home/a/secret", b"x", 0o600, 1000)])
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        (entry,) = tar.getmembers()
    assert (entry.name, entry.mode, entry.uid, entry.gid) == ("home/a/secret", 0o600, 1000, 1000)
