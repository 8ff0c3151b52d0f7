"""The lab's SSH keys: one that logs in, and each host's own, known before the host first answers."""

from __future__ import annotations

import io
import subprocess
import tarfile
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from hubops.errors import ProvisionFailed
from hubops.files import locked, write_whole
from hubops.provision.images import USER, USER_ID
from hubops.provision.machine import program


@dataclass(frozen=True)
class File:
    """A file that a host gets before it first starts: what makes it this host and no other."""

    path: str
    content: bytes
    mode: int
    owner: int = 0


def private_key(folder: Path) -> Path:
    """Where the key that logs in to the lab's hosts is."""
    return folder / "id_ed25519"


def known_hosts(folder: Path) -> Path:
    return folder / "known_hosts"


def login_key(folder: Path, comment: str) -> str:
    """The public part of the key that logs in, in one line; the pair is made if it is new."""
    path = private_key(folder)
    public = path.with_suffix(".pub")
    with locked(folder / "keys.lock"):
        if not (path.is_file() and public.is_file()):
            path.unlink(missing_ok=True)
            _keygen("-q", "-t", "ed25519", "-N", "", "-C", comment, "-f", str(path))
    return public.read_text().strip()


def host_files(folder: Path, name: str, authorized_key: str) -> list[File]:
    """The host's keys, made if they are new, and what lets the automation account in.

    `folder` is the lab's; the keys are kept there so that a host made anew is still known.
    """
    root = folder / "hosts" / name
    keys = root / "etc" / "ssh"
    keys.mkdir(mode=0o700, parents=True, exist_ok=True)
    _keygen("-A", "-f", str(root))
    files = [
        File(f"/etc/ssh/{path.name}", path.read_bytes(), 0o644 if path.suffix == ".pub" else 0o600)
        for path in sorted(keys.iterdir())
    ]
    login = File(f"/home/{USER}/.ssh/authorized_keys", f"{authorized_key}\n".encode(), 0o600, USER_ID)
    return [*files, login]


def hosts_file(name: str) -> File:
    """The names that a host knows without asking anyone: its own and localhost."""
    lines = ["127.0.0.1\tlocalhost", f"127.0.1.1\t{name}", "::1\tlocalhost ip6-localhost ip6-loopback"]
    return File("/etc/hosts", "".join(f"{line}\n" for line in lines).encode(), 0o644)


def remember_host(folder: Path, name: str, address: str) -> None:
    """Write the host's keys to the lab's known_hosts, in place of what was there for its address."""
    public = sorted((folder / "hosts" / name / "etc" / "ssh").glob("*.pub"))
    _rewrite(folder, address, [f"{address} {' '.join(path.read_text().split()[:2])}" for path in public])


def knows_host(folder: Path, address: str) -> bool:
    """Whether the lab's known_hosts has a key for the address."""
    path = known_hosts(folder)
    lines = path.read_text().splitlines() if path.is_file() else []
    return any(line.partition(" ")[0] == address for line in lines)


def forget_host(folder: Path, address: str) -> None:
    _rewrite(folder, address, [])


def archive(files: Iterable[File]) -> bytes:
    """The files as a tar archive of a root, owners and modes included."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as tar:
        for file in files:
            entry = tarfile.TarInfo(file.path.lstrip("/"))
            entry.size, entry.mode, entry.uid, entry.gid = (
                len(file.content),
                file.mode,
                file.owner,
                file.owner,
            )
            entry.mtime = int(time.time())
            tar.addfile(entry, io.BytesIO(file.content))
    return buffer.getvalue()


def _rewrite(folder: Path, address: str, lines: list[str]) -> None:
    path = known_hosts(folder)
    with locked(folder / "known_hosts.lock"):
        old = path.read_text().splitlines() if path.is_file() else []
        kept = [line for line in old if line.partition(" ")[0] != address]
        write_whole(path, "".join(f"{line}\n" for line in [*kept, *lines]), 0o600)


def _keygen(*arguments: str) -> None:
    done = subprocess.run(
        [program("ssh-keygen"), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        command, said = f"ssh-keygen {' '.join(arguments[:2])}", done.stderr.strip()
        raise ProvisionFailed(f"{command} failed: {said}", f"{command} 失败：{said}")
