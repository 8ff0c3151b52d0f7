"""Values as text that is safe and plain to show, whatever a host put into them."""

from __future__ import annotations

import json
import re

from hubops.model import Json, Text
from hubops.reports.words import WORD

# What must not reach a terminal, an XML file or a reader's eye as it is: control characters (escape
# sequences), halves of surrogate pairs, non-characters, and marks that turn the direction of text.
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


def printable(text: str) -> str:
    r"""The text with what cannot be seen spelt out: an escape character becomes `\x1b`."""
    return _HIDDEN.sub(lambda found: found[0].encode("unicode_escape").decode(), text)


def value(shown: Json) -> Text:
    """A machine value for a person: text as it is, null as "absent", everything else as JSON."""
    if shown is None:
        return WORD["absent"]
    if isinstance(shown, str) and shown.strip():
        text = printable(shown)
    else:
        text = printable(json.dumps(shown, ensure_ascii=False, sort_keys=True))
    return Text(en=text, zh=text)


def time(stamp: str) -> str:
    """`2026-03-01T08:00:00Z` as `2026-03-01 08:00 UTC`; anything else as it is."""
    return re.sub(r"^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(:\d\d)?(\.\d+)?Z$", r"\1 \2 UTC", printable(stamp))
