"""What falls due as a calendar that mail and calendar programs read: RFC 5545."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from hubops import __version__
from hubops.records.due import Due

_WIDE = 75  # octets of a line, after which it is folded


def calendar(hub: str, entries: Iterable[Due], lang: str, now: datetime) -> str:
    """A calendar with an event of a whole day for each end, and an alarm a week before.

    An event keeps its UID however often it is exported, so that a later export replaces it.
    """
    head = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//hubops//hubops {__version__}//EN",
        "CALSCALE:GREGORIAN",
    ]
    events = [line for entry in entries for line in _event(hub, entry, lang, now)]
    return "".join(_folded(line) + "\r\n" for line in [*head, *events, "END:VCALENDAR"])


def _event(hub: str, entry: Due, lang: str, now: datetime) -> list[str]:
    label = entry.label.of(lang)
    owners = ", ".join(entry.owners)
    uid = hashlib.sha256(f"{hub}\0{entry.kind}\0{entry.id}\0{entry.field}".encode()).hexdigest()[:32]
    summary = f"{label} {entry.id}: {entry.header[lang]}"
    about = f"{'责任人' if lang == 'zh' else 'Owner'}: {owners or '-'}\n{hub} / {entry.kind} / {entry.id} / {entry.field}"
    return [
        "BEGIN:VEVENT",
        f"UID:{uid}@hubops",
        f"DTSTAMP:{now.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"DTSTART;VALUE=DATE:{entry.day:%Y%m%d}",
        f"DTEND;VALUE=DATE:{entry.day + timedelta(days=1):%Y%m%d}",
        f"SUMMARY:{_escaped(summary)}",
        f"DESCRIPTION:{_escaped(about)}",
        f"CATEGORIES:{_escaped(label)}",
        "TRANSP:TRANSPARENT",
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{_escaped(summary)}",
        "TRIGGER:-P7D",
        "END:VALARM",
        "END:VEVENT",
    ]


def _escaped(text: str) -> str:
    for mark, instead in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\r\n", "\\n"), ("\n", "\\n")):
        text = text.replace(mark, instead)
    return "".join(char for char in text if char >= " " or char == "\t")


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets; no character is cut in two."""
    pieces: list[str] = [""]
    size = 0
    for char in line:
        octets = len(char.encode())
        if size + octets > _WIDE:
            pieces.append("")
            size = 1  # the blank that marks a line as going on
        pieces[-1] += char
        size += octets
    return "\r\n ".join(pieces)
