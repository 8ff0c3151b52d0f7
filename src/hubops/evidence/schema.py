"""The contract between collectors, controls and tests: one JSON schema a section."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, FormatChecker
from jsonschema.exceptions import ValidationError
from jsonschema.validators import extend

from hubops.errors import unknown_name
from hubops.model import Evidence, Json

_MAX_FAULTS = 5


def sections(schemas: Path) -> list[str]:
    """The sections that have a schema in this folder, sorted."""
    return sorted(path.stem for path in schemas.glob("*.json"))


def validate(section: str, data: Json, schemas: Path) -> list[str]:
    """What is wrong with a section's data, at most five faults; [] where it is as its schema says.

    Each fault names the place, the value and what would be valid:
    `sshd.ciphers[2]: 7 is not of type 'string'`. UsageError for a section without a schema.
    """
    faults = sorted(_validator(section, schemas).iter_errors(data), key=lambda fault: fault.json_path)
    said = [f"{section}{fault.json_path[1:]}: {_short(fault)}" for fault in faults[:_MAX_FAULTS]]
    if len(faults) > _MAX_FAULTS:
        said.append(f"and {len(faults) - _MAX_FAULTS} more")
    return said


def checked(evidence: Evidence, schemas: Path) -> Evidence:
    """The evidence with `violation` set where its data are not what the section's schema demands."""
    if evidence.data is None:
        return evidence
    faults = validate(evidence.section, evidence.data, schemas)
    return evidence.model_copy(update={"violation": "; ".join(faults)}) if faults else evidence


def _pattern(
    validator: Draft7Validator, pattern: str, value: Json, schema: Json
) -> Iterator[ValidationError]:
    """The keyword as JSON Schema means it: `$` is the very end, where Python lets a newline follow."""
    if isinstance(value, str) and not re.search(re.sub(r"\$$", r"\\Z", pattern), value):
        yield ValidationError(f"{value!r} does not match {pattern!r}")


_Validator: Any = extend(Draft7Validator, {"pattern": _pattern})  # type: ignore[no-untyped-call]


@cache
def _validator(section: str, folder: Path) -> Draft7Validator:
    path = folder / f"{section}.json"
    if not path.is_file():
        raise unknown_name("section", section, sections(folder))
    schema = json.loads(path.read_text(encoding="utf-8"))
    validator: Draft7Validator = _Validator(schema, format_checker=FormatChecker(["date"]))
    return validator


def _short(fault: ValidationError) -> str:
    """The validator's message, which quotes the value, without the middle of a long one."""
    message = fault.message
    return message if len(message) <= 240 else f"{message[:120]} … {message[-110:]}"
