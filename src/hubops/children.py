"""Child processes that end when the process that started them ends, however it ends."""

from __future__ import annotations

import shutil


def dies_with_parent() -> list[str]:
    """What to put before a command line so that its process is killed when its parent ends; [] where there is no way."""
    setpriv = shutil.which("setpriv")
    return [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []
