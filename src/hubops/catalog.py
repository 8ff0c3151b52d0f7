"""Reads the controls: the METADATA header of each Rego file is its only description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from hubops import standards
from hubops.bundle import Bundle
from hubops.errors import BrokenInput, unknown_name
from hubops.files import plain_yaml
from hubops.model import Control, digest
from hubops.reasons import reason

_UNITS = {"m": 60, "h": 3600, "d": 86400}
_HEADER_FIELDS = {"title", "description", "schemas", "custom"}


def load(bundle: Bundle) -> dict[str, Control]:
    """All controls of the bundle by id, sorted.

    A control's requirements are those its header names, then those of other standards that say they are
    shown by these. Raises BrokenInput naming the file, the line and the field when a header is not what it
    should be.
    """
    folder = bundle.policies / "controls"
    library = digest([_text(path) for path in sorted((bundle.policies / "lib").glob("*.rego"))])
    paths = sorted(p for p in folder.glob("*/*/*.rego") if not p.name.endswith("_test.rego"))
    shows = standards.shows(bundle)
    controls = [_mapped(read_control(path, library), shows) for path in paths]
    return {control.id: control for control in sorted(controls, key=lambda control: control.id)}


def ids(bundle: Bundle) -> set[str]:
    """The ids of all controls, as their folders say them."""
    return {"/".join(path.parts[-2:]) for path in (bundle.policies / "controls").glob("*/*") if path.is_dir()}


def _mapped(control: Control, shows: Mapping[str, tuple[str, ...]]) -> Control:
    more = {other for id_ in control.requirements for other in shows.get(id_, ())}
    if not more:
        return control
    return control.model_copy(update={"requirements": (*control.requirements, *sorted(more))})


def read_control(path: Path, library: str = "") -> Control:
    """The control in one Rego file; `library` is the digest of the shared rules it may call."""
    text = _text(path)
    try:
        header = read_header(text)
        _refuse_undeclared(text, header)
        unknown = set(header) - _HEADER_FIELDS
        if unknown:
            raise ValueError(f"unknown header fields {sorted(unknown)}; valid: {sorted(_HEADER_FIELDS)}")
        custom: dict[str, Any] = dict(header["custom"])
        schemas = {f"input.{section}": f"schema.{section}" for section in custom["evidence"]}
        declared = {key: value for entry in header.get("schemas", []) for key, value in entry.items()}
        if declared != schemas:
            raise ValueError(f"schemas {declared} and evidence {custom['evidence']} differ")
        remedy = dict(custom.pop("remedy"))
        if "manual" in remedy:
            remedy = {"manual": {"en": remedy.pop("manual"), "zh": remedy.pop("manual_zh")}, **remedy}
        return Control(
            id=f"{path.parent.parent.name}/{path.parent.name}",
            title=header["title"],
            description=header["description"],
            max_age_seconds=seconds(custom.pop("max_age")),
            remedy=remedy,
            digest=digest([text, library]),
            **custom,
        )
    except (KeyError, TypeError, AttributeError, ValueError, yaml.YAMLError, ValidationError) as error:
        place = f"{path}:{_line(text, error)}"
        why = reason(error)
        raise BrokenInput(
            f"{place}: the METADATA header is broken: {why}", f"{place}：METADATA 头有误：{why}"
        ) from error


def _refuse_undeclared(text: str, header: dict[str, Any]) -> None:
    """ValueError where a rule reads evidence that its header does not declare, or the input as a whole.

    OPA is shown the sections of all controls at once, and one that is missing would deny nothing.
    """
    code = "\n".join(line for line in text.splitlines() if not line.lstrip().startswith("#"))
    declared = {*header["custom"]["evidence"], "as_of"}
    for found in re.finditer(r"\binput\b(?:\.(\w+))?", code):
        if found[1] not in declared:
            read = f"input.{found[1]}" if found[1] else "all of the input"
            raise ValueError(f"it reads {read}, and declares {sorted(declared)}")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        why = reason(error)
        raise BrokenInput(f"{path} cannot be read: {why}", f"无法读取 {path}：{why}") from error


def _line(text: str, error: Exception) -> int:
    """Where a header is broken: the line of its fault, else that of the field, else where it begins."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return error.problem_mark.line + 1
    field = str(error.errors()[0]["loc"][0]) if isinstance(error, ValidationError) else ""
    lines = text.splitlines()
    written = (number for number, line in enumerate(lines, 1) if re.match(rf"#\s+{re.escape(field)}:", line))
    begins = lines.index("# METADATA") + 1 if "# METADATA" in lines else 1
    return next(written, begins)


def read_header(text: str) -> dict[str, Any]:
    """The METADATA of a control's package, as OPA's own parser reads it."""
    before, marked, block = text.split("\npackage ")[0].rpartition("# METADATA\n")
    lines = (line.removeprefix("#").removeprefix(" ") for line in block.splitlines())
    # Blank lines in front, so that an error names the line of the file.
    header = plain_yaml("\n" * (before.count("\n") + 1) + "\n".join(lines))
    if not marked or not isinstance(header, dict):
        raise ValueError("there is none")
    return header


def seconds(span: str) -> int:
    """How many seconds `30m`, `26h` or `7d` are; ValueError for anything else."""
    match = re.fullmatch(r"([1-9]\d*)([mhd])", str(span))
    if not match:
        raise ValueError(f"{span!r} is no span of time; valid: 30m, 26h, 7d")
    return int(match[1]) * _UNITS[match[2]]


def select(controls: Mapping[str, Control], wanted: list[str]) -> dict[str, Control]:
    """The controls named by `wanted` (an id, or a domain such as `ssh`); all where none is named.

    Raises UsageError for a name that is neither, with the nearest one suggested.
    """
    if not wanted:
        return dict(controls)
    domains = {control.domain for control in controls.values()}
    for name in wanted:
        if name not in controls and name.rstrip("/") not in domains:
            raise unknown_name("control", name, [*controls, *domains])
    return {
        id_: control
        for id_, control in controls.items()
        if any(id_ == name or control.domain == name.rstrip("/") for name in wanted)
    }
