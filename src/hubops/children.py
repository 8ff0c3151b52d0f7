"""Child processes that end when the process that started them ends, however it ends."""

from __future__ import annotations

import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

_PATIENCE_SECONDS = 3.0


def dies_with_parent() -> list[str]:
    """What to put before a command line so that its process is killed when its parent ends; [] where there is no way."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []


def of(process: int) -> set[int]:
    """The processes that a process has started and that still live."""
    found: set[int] = set()
    for path in Path(f"/proc/{process}/task").glob("*/children"):
        with suppress(OSError):
            found.update(int(child) for child in path.read_text().split())
    return {child for child in found if lives(child)}


def lives(process: int) -> bool:
    """Whether a process is there and has not ended."""
    with suppress(OSError):
        return Path(f"/proc/{process}/stat").read_text(errors="replace").rpartition(")")[2].split()[0] != "Z"
    return False


def run(argv: Sequence[str], seconds: float) -> subprocess.CompletedProcess[str]:
    """What a command printed; TimeoutExpired where it takes longer.

    Unlike `subprocess.run`, it first asks a command that has to end, which can then end its own children.
    """
    # In a session of its own Ctrl-C reaches it once, through us; a second one would cut its clearing up short.
    with subprocess.Popen(
        argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        start_new_session=True,
    ) as process:  # fmt: skip
        try:
            out, err = process.communicate(timeout=seconds)
        except BaseException:
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_PATIENCE_SECONDS)
            process.kill()
            raise
    return subprocess.CompletedProcess(argv, process.returncode, out, err)
