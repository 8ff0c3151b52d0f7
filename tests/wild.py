"""Values that no host should give, and how near they may come to those that it gives."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from hypothesis import strategies as st
from spoiling import BUNDLE, GONE, Path, at, kind, paths, place

from hubops.model import Json

_TYPES = {
    "integer": "number",
    "number": "number",
    "boolean": "bool",
    "string": "str",
    "array": "list",
    "object": "dict",
}

_deep: Json = []
for _ in range(200):
    _deep = [_deep]

NUMBERS: list[Json] = [0, 1, -1, 7, -(2**63), 10**30, -0.0, math.nan, math.inf]
TEXTS: list[Json] = [
    *("", " ", "\x00", "\ud800", "\u202eno", "\uff10\uff12\uff17", "\U0001f512", "x" * 5000),
    *("0", "-1", "NaN", "yes", "NO", "null", "*"),
]
ALIKE: dict[str, list[Json]] = {
    r"[0-9]{4}-": [
        *("2026-02-30", "2026-00-00", "2026-19-39", "2026-02-29", "2199-12-31", "1990-01-01", "1989-12-31"),
        *("2026-1-1", "2026-11-24T00:00:00Z", "20261124", "today"),
    ],
    r"[0-7]{4}$": ["0000", "7777", "0640x", "x027", "-027", "9999", "00640", "640", "rw-r-----", "0o640"],
    r"[0-9]+:": ["-5:30:60", "0:100:1", "1:1e9:1", "1:60", "1:60:9:9", ":::", "10:30:NaN"],
    r"required|requisite|sufficient|optional|\[": [
        *("required", "requisite", "sufficient", "optional", "include", "Required", "[default=die]"),
        *("[default=ignore]", "[success=done default=ignore]", "[success=1 default=die]", "[success=9]"),
    ],
    r"(yes|no)$": ["n\u043e", "no ", "No", "false", "prohibit-password", "any"],
    r"[a-z_]+=": ["nullok", "nullok_secure", "group=", "group= ", "deny=0"],
}
"""Texts to be tried where the text that is there begins like this."""
LISTS: list[Json] = [[], [None], [[]], [""], ["*"], ["x"], [0], [{}], ["x"] * 3000]
OBJECTS: list[Json] = [{}, {"x": 1}, {"x": {"y": [{"z": None}]}}]
WILD: list[Json] = [GONE, None, True, False, *NUMBERS, *TEXTS, *LISTS, *OBJECTS, _deep]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner, max_size=4),
    max_leaves=12,
)


def key(value: Json) -> str:
    """What tells values apart, also those that Python takes for equal, such as 1, 1.0 and true."""
    return f"{type(value).__name__} {value!r}"


def near(value: Json, siblings: Json) -> list[Json]:
    """Values that are almost the one that is there, or that stand beside it."""
    if isinstance(value, bool) or value is None:
        return []
    if isinstance(value, (int, float)):
        return [value + 1, value - 1, -value, float(value), value + 0.5, value * 1000, str(value)]
    if isinstance(value, str):
        alike = [text for pattern, texts in ALIKE.items() if re.match(pattern, value) for text in texts]
        return [value + "\n", " " + value, value.upper(), value + value, value[:-1], *alike]
    if isinstance(value, list):
        return [value[1:], value[:-1], value[::-1], value + value, [*value, "*"], list(siblings)]
    return [{**value, "another": 1}, dict.fromkeys(value)]


def neighbours(sections: Json, path: Path) -> Iterator[Json]:
    """What stands at the same place in other elements of the same lists."""
    for other, value in paths(sections[path[0]], (path[0],)):
        if other != path and place(other) == place(path):
            yield value


@cache
def schema(path: Path) -> Any:
    """What the section's schema says of the place, of alternatives that which leads on; {} where it says nothing."""
    if len(path) == 1:
        return json.loads((BUNDLE.schemas / f"{path[0]}.json").read_text(encoding="utf-8"))
    above, into = schema(path[:-1]), "items" if isinstance(path[-1], int) else "properties"
    above = next((option for option in above.get("anyOf", ()) if into in option), above)
    return above.get("items", {}) if into == "items" else above.get("properties", {}).get(path[-1], {})


def mutants(sections: Json, path: Path) -> list[Json]:
    """Everything to be put at the path, each once; of what the schema's types and words exclude, one value.

    `test_no_silent_pass` sees that each value of another type is an error. Where any number may stand, those
    that JSON cannot spell are none: they are refused where evidence comes in, before its schema.
    """
    value, options = at(sections, path), schema(path).get("anyOf", [schema(path)])
    allowed = {_TYPES.get(one, "NoneType") for option in options for one in _listed(option.get("type", []))}
    words = [word for option in options for word in option.get("enum", ())]
    found = [*words, *WILD, *near(value, at(sections, path[:-1])), *neighbours(sections, path)]
    if path[-1] == "unreadable":
        found.append([{"what": "/etc/shadow", "why": "permission denied"}])
    if any("number" in _listed(option.get("type", [])) for option in options):
        found = [new for new in found if not isinstance(new, float) or math.isfinite(new)]
    distinct = {key(new): new for new in found if new is not GONE and key(new) != key(value)}
    fit = [new for new in distinct.values() if kind(new) in allowed and (not words or new in words)]
    excluded = [new for new in distinct.values() if all(new is not one for one in fit)]
    return [GONE, *fit, excluded[len(place(path)) % len(excluded)]]


def _listed(types: Json) -> list[Json]:
    return types if isinstance(types, list) else [types]
