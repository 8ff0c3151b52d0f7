"""What spares the tests of spoilt evidence most of their time.

The schemas as they are, but what one found valid it does not look at again: spoilt evidence shares all but one place
with what it was made of. Values must not be changed in place: they are known by their identity. And which controls can
be impressed by what was done to a kind of record: those that name the kind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from jsonschema.validators import extend

from hubops import bundle
from hubops.evidence import schema
from hubops.model import Evidence, Json

_MOST = 200_000  # kept in memory
_SCHEMAS = bundle.find().schemas
_whole = schema._validator
_Sparing: Any = extend(schema._Validator, {})
_valid: dict[tuple[int, int], tuple[Json, Json]] = {}  # holding both keeps their identities


def checked(evidence: Evidence) -> Evidence:
    """As `hubops.evidence.schema.checked`."""
    with patch.object(schema, "_validator", _sparing):
        return schema.checked(evidence, _SCHEMAS)


def validate(section: str, data: Json) -> list[str]:
    """As `hubops.evidence.schema.validate`."""
    with patch.object(schema, "_validator", _sparing):
        return schema.validate(section, data, _SCHEMAS)


def may_read(control: str, path: tuple[str | int, ...]) -> bool:
    """Whether a control that reads the section may read this place of it."""
    kinds = _kinds(control)
    return path[0] != "records" or len(path) < 2 or kinds is None or path[1] in kinds


@cache
def _kinds(control: str) -> frozenset[str] | None:
    """The kinds of record that a control names; None where it, or what it calls, may read any."""
    policies = bundle.find().policies
    own = _code(policies / "controls" / control / f"{control.partition('/')[2]}.rego")
    library = "".join(
        _code(path) for path in sorted((policies / "lib").glob("*.rego")) if "_test" not in path.name
    )
    if "input.records" in library or re.search(r"\binput(\[|\.records(?!\.\w)|\b(?!\.))", own):
        return None
    return frozenset(re.findall(r"\binput\.records\.(\w+)", own))


def _code(path: Path) -> str:
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.lstrip().startswith("#"))


@cache
def _sparing(section: str, folder: Path) -> Any:
    whole = _whole(section, folder)
    return _Sparing(whole.schema, format_checker=whole.format_checker)


def _descend(validator: Any, value: Json, part: Json, **more: Any) -> Iterator[Any]:
    if not isinstance(value, dict | list):
        yield from _descend_anew(validator, value, part, **more)
    elif (id(value), id(part)) not in _valid:
        faults = list(_descend_anew(validator, value, part, **more))
        if not faults:
            if len(_valid) >= _MOST:
                _valid.clear()
            _valid[id(value), id(part)] = value, part
        yield from faults


_descend_anew, _Sparing.descend = _Sparing.descend, _descend
