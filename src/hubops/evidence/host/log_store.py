"""Section `log_store`: what a log server really holds of each host that sends to it.

A setting promises how long records are kept; here the records themselves show it. Their files are named
for days, so nothing is read but names, sizes and rights.
"""

from __future__ import annotations

import os
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from . import rsyslog
from .logging import RECEIVED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

_DAY = re.compile(r"(\d{4}-\d{2}-\d{2})\.log(\.[a-z0-9]+)?$")
_MAX_GAPS = 50


def collect(probe: Probe) -> dict[str, Any]:
    """Whether the host takes messages from others, and each sender's records by day."""
    receives = probe.has("rsyslogd") and bool(rsyslog.inputs(probe))
    folders = [path for path in probe.glob(f"{RECEIVED}/*") if os.path.isdir(probe.path(path))]
    born = _born(probe, folders)
    return {"receives": receives, "senders": [_sender(probe, path, born.get(path)) for path in folders]}


def _born(probe: Probe, folders: list[str]) -> dict[str, str]:
    """Folder → the day on which it was made, in the host's own zone as the files' names are."""
    found = {}
    said = probe.run(["stat", "--format=%w %n", *folders]) if folders else None
    for line in (said or "").splitlines():
        match = re.match(r"(\d{4}-\d{2}-\d{2}) \S+ \S+ (/.*)$", line)
        if match:
            found[match[2]] = match[1]
    for folder in folders:
        if folder not in found:
            probe.note(folder, "the file system does not tell when it was made")
    return found


def _sender(probe: Probe, folder: str, since: str | None) -> dict[str, Any]:
    """One sender: since when it is known, its first day with records, days without any, and who may read."""
    days: set[date] = set()
    modes = [_mode(probe, folder)]
    for path in probe.glob(f"{folder}/*"):
        status = probe.stat(path, follow=False)
        match = _DAY.search(os.path.basename(path))
        if status:
            modes.append(int(status["mode"], 8))
        if status and match and status["size"] > 0:
            days.add(_date(match[1]))
    days.discard(date.min)
    gaps = list(_gaps(sorted(days)))
    if len(gaps) > _MAX_GAPS:
        probe.note(folder, f"{len(gaps)} gaps; the last {_MAX_GAPS} are named")
    return {
        "host": os.path.basename(folder),
        "since": since,
        "first": min(days).isoformat() if days else None,
        "last": max(days).isoformat() if days else None,
        "gaps": gaps[-_MAX_GAPS:],
        "open": any(mode & 0o007 for mode in modes),
    }


def _mode(probe: Probe, path: str) -> int:
    status = probe.stat(path)
    return int(status["mode"], 8) if status else 0


def _date(text: str) -> date:
    """The day; the first of all days for one that no calendar has."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return date.min


def _gaps(days: list[date]) -> Iterator[dict[str, Any]]:
    """Each run of days without records between two that have some."""
    for before, after in zip(days, days[1:]):
        if after - before > timedelta(days=1):
            yield {"from": (before + timedelta(days=1)).isoformat(), "days": (after - before).days - 1}
