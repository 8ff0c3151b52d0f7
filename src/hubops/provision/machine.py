"""Commands on the machine that carries the lab; they need root, so others go through sudo."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Sequence

from hubops.errors import ProvisionFailed, ToolMissing
from hubops.model import Json, Text

Progress = Callable[[str], None]

_KILLED = 128 + signal.SIGKILL  # what `timeout` ends with when it had to

# What each program comes with, for the hint of an error.
PACKAGES = {
    "podman": "podman",
    "ip": "iproute2",
    "mmdebstrap": "mmdebstrap",
    "qemu-system-x86_64": "qemu-system-x86",
    "mke2fs": "e2fsprogs",
    "debugfs": "e2fsprogs",
    "ssh-keygen": "openssh-client",
}


def quiet(_line: str) -> None:
    """A progress callback that shows nothing."""


def program(name: str) -> str:
    """Where a program is, the system folders included that a user's PATH may lack.

    Raises ToolMissing with the package that brings it.
    """
    path = os.environ.get("PATH", os.defpath) + ":/usr/local/sbin:/usr/sbin:/sbin"
    found = shutil.which(name, path=path)
    if found is None:
        mend = f"apt-get install {PACKAGES.get(name, name)}"
        raise ToolMissing(f"{name} is not on this machine", f"本机没有 {name}", Text(en=mend, zh=mend))
    return found


def has(name: str) -> bool:
    try:
        program(name)
    except ToolMissing:
        return False
    return True


def as_root(argv: Sequence[str]) -> list[str]:
    """The command line that runs `argv` as root: itself for root, else through sudo without asking."""
    command = [program(argv[0]), *argv[1:]]
    return command if os.geteuid() == 0 else [program("sudo"), "-n", *command]


def attempt(
    argv: Sequence[str], *, stdin: bytes | None = None, timeout: float = 60
) -> subprocess.CompletedProcess[bytes]:
    """Run a command as root and give its result, whatever its exit status.

    Raises ProvisionFailed when it takes longer than `timeout` seconds.
    """
    # Who is not root cannot end what sudo has started, so the limit is kept on the other side of it.
    limited = ["timeout", "--signal=KILL", f"{timeout:.0f}", program(argv[0]), *argv[1:]]
    done = subprocess.run(as_root(limited), input=stdin or b"", capture_output=True, check=False)
    if done.returncode in (_KILLED, -signal.SIGKILL):
        command = f"{' '.join(argv[:3])} …"
        raise ProvisionFailed(
            f"{command} took longer than {timeout:.0f} s", f"{command} 超过 {timeout:.0f} 秒仍未结束"
        )
    return done


def run(argv: Sequence[str], *, stdin: bytes | None = None, timeout: float = 60) -> str:
    """Run a command as root and give its standard output; ProvisionFailed with its words if it fails."""
    done = attempt(argv, stdin=stdin, timeout=timeout)
    if done.returncode:
        said = (done.stderr or done.stdout).decode(errors="replace").strip()
        raise _ended(f"{' '.join(argv[:3])} …", done.returncode, said[-2000:])
    return done.stdout.decode(errors="replace")


def ask(argv: Sequence[str], timeout: float = 60) -> Json | None:
    """What a command prints as JSON; None where it fails, as `inspect` does for what does not exist."""
    done = attempt(argv, timeout=timeout)
    return None if done.returncode else json.loads(done.stdout or b"null")


def stream(argv: Sequence[str], progress: Progress, *, pass_fds: Sequence[int] = ()) -> None:
    """Run a long command as root, giving each line it prints to `progress`.

    Raises ProvisionFailed with the last lines if it fails.
    """
    with subprocess.Popen(
        as_root(argv), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        text=True, errors="replace", pass_fds=pass_fds,
    ) as child:  # fmt: skip
        tail: list[str] = []
        for line in child.stdout or ():
            tail = [*tail[-19:], line.rstrip()]
            progress(line.rstrip())
    if child.returncode:
        raise _ended(argv[0], child.returncode, "\n".join(tail))


def _ended(command: str, status: int, said: str) -> ProvisionFailed:
    return ProvisionFailed(f"{command} ended with {status}: {said}", f"{command} 以 {status} 结束：{said}")
