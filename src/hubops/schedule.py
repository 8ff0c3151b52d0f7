"""Runs a command of this program again and again: a timer and a service of systemd for it."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from hubops import settings
from hubops.bundle import Bundle
from hubops.errors import ToolMissing, UsageError
from hubops.files import write_whole

SYSTEMD = Path("/etc/systemd/system")
"""Where units of this machine's own are read from (systemd.unit(5))."""


def write(bundle: Bundle, every: str, arguments: Sequence[str], folder: Path = SYSTEMD) -> list[Path]:
    """Writes `hubops-<words>.service` and `.timer` into the folder; in systemd's own, the timer is started as well.

    `every` is a calendar event of systemd.time(7), `daily` or `Mon *-*-* 03:00`. A run that was missed is made up
    for; one that ends with another code than 0 leaves its unit failed, for all who look at failed units.
    Raises UsageError for an event that systemd does not know and for a folder that cannot be written to.
    """
    check_event(every)
    name = "hubops-" + "-".join(re.findall(r"[a-z0-9]+", " ".join(arguments).lower()))
    units = {
        folder / f"{name}.service": _service(bundle, arguments),
        folder / f"{name}.timer": _timer(every, arguments),
    }
    try:
        for path, text in units.items():
            write_whole(path, text)
    except OSError as error:
        raise UsageError(
            f"cannot write to {folder}: {error.strerror}", f"无法写入 {folder}：{error.strerror}"
        ) from error
    if folder == SYSTEMD:
        for command in (["daemon-reload"], ["enable", "--now", f"{name}.timer"]):
            _run("systemctl", *command)
    return list(units)


def check_event(every: str) -> None:
    """UsageError where systemd does not know the calendar event."""
    if "\n" in every or _run("systemd-analyze", "calendar", "--", every, check=False).returncode:
        raise UsageError(
            f"{every!r} is no time that systemd knows; valid: daily, weekly, monthly, quarterly, 'Mon *-*-* 03:00' …",
            f"{every!r} 不是 systemd 认识的时间；可用：daily、weekly、monthly、quarterly、'Mon *-*-* 03:00' 等",
        )


def _run(program: str, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    try:
        done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    except FileNotFoundError as error:
        raise ToolMissing(f"{program} is not on this machine", f"本机没有 {program}") from error
    if check and done.returncode:
        raise UsageError(f"{program}: {done.stderr.strip()}", f"{program}：{done.stderr.strip()}")
    return done


def _service(bundle: Bundle, arguments: Sequence[str]) -> str:
    program = Path(sys.executable).parent / "hubops"
    given = {
        "HUBOPS_STATE": str(settings.state()),
        "HUBOPS_CACHE": str(settings.cache()),
        **{name: os.environ[name] for name in ("HUBOPS_LANG", "PULUMI_BACKEND_URL") if name in os.environ},
    }
    lines = "\n".join(f"Environment={_quoted(f'{name}={value}')}" for name, value in given.items())
    # Only in a command line does `$` begin a variable.
    command = " ".join(_quoted(word).replace("$", "$$") for word in [str(program), *arguments])
    return f"""# Written by HubOps (hubops schedule).
[Unit]
Description={_escaped("hubops " + shlex.join(arguments))}
Wants=network-online.target
After=network-online.target

[Service]
Type=oneshot
WorkingDirectory={_escaped(str(bundle.root))}
{lines}
ExecStart={command}
# Ansible and the engines end what they have begun.
KillSignal=SIGINT
TimeoutStartSec=12h
UMask=0077
"""


def _timer(every: str, arguments: Sequence[str]) -> str:
    return f"""# Written by HubOps (hubops schedule).
[Unit]
Description={_escaped("hubops " + shlex.join(arguments))}

[Timer]
OnCalendar={every}
Persistent=true
RandomizedDelaySec=5min

[Install]
WantedBy=timers.target
"""


def _escaped(text: str) -> str:
    """Text that systemd takes as it is: `%` begins a specifier."""
    return text.replace("%", "%%")


def _quoted(word: str) -> str:
    """A word as systemd reads it (systemd.syntax(7), quoting)."""
    escaped = _escaped(word).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
