"""Reads what people write in YAML: each value keeps its line, and each fault is told with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from hubops.errors import BrokenInput
from hubops.model import Text

Location = tuple[int | str, ...]
Model = TypeVar("Model", bound=BaseModel)

_MAX_BYTES = 4_000_000
_MAX_DEPTH = 20
_SHOWN = 20
_PLAIN = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}


@dataclass(frozen=True)
class Document:
    """One file's data, with the line of every value in it; `data` is None for an empty file."""

    path: Path
    data: Any
    lines: Mapping[Location, int]

    def at(self, location: Location = ()) -> str:
        """`file:line` of a place, or of the nearest thing around it that was written."""
        while location not in self.lines and location:
            location = location[:-1]
        return f"{self.path}:{self.lines.get(location, 1)}"


def read(path: Path) -> Document:
    """The document in a file. Raises BrokenInput naming file and line.

    Refused because they would lose or multiply data silently: a key given twice, aliases, and
    tags beyond plain scalars, lists and mappings.
    """
    try:
        size = path.stat().st_size
        if size > _MAX_BYTES:
            raise ValueError(f"{size} bytes, more than {_MAX_BYTES}; split it into several files")
        text = path.read_text(encoding="utf-8")
        _refuse_depth_and_aliases(text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = {} if root is None else dict(_walk(root, ()))
        return Document(path, yaml.safe_load(text), lines)
    except (OSError, ValueError, LookupError, AttributeError, yaml.YAMLError) as error:
        line, why = _cause(error)
        where = f"{path}:{line}" if line else str(path)
        raise BrokenInput(f"{where}: {why}", f"{where}：{why}") from error


def checked(model: type[Model], document: Document, location: Location, entry: Any) -> Model:
    """What is written at a place, as a model. Raises BrokenInput with every fault, each in a line of its own.

    As JSON, pydantic's strict mode takes lists for tuples and text for dates, and still no "yes" for true.
    """
    try:
        return model.model_validate_json(json.dumps(entry, default=str))
    except ValidationError as error:
        faults = [explain(document, location, detail) for detail in error.errors(include_url=False)]
        raise joined(faults) from error


def explain(document: Document, base: Location, detail: Any) -> Text:
    """One of pydantic's faults as a sentence with file, line, field and value."""
    location: Location = detail["loc"]
    field = ".".join(str(part) for part in location)
    where = document.at((*base, *location))
    if detail["type"] == "extra_forbidden":
        return Text(en=f"{where}: unknown field `{field}`", zh=f"{where}：未知字段 `{field}`")
    if detail["type"] == "missing":
        return Text(en=f"{where}: `{field}` is missing", zh=f"{where}：缺少 `{field}`")
    why, value = detail["msg"].removeprefix("Value error, "), shown(detail["input"])
    if not field:
        return Text(en=f"{where}: {why}", zh=f"{where}：{why}")
    return Text(en=f"{where}: `{field}` is {value}: {why}", zh=f"{where}：`{field}` 为 {value}：{why}")


def joined(faults: list[Text]) -> BrokenInput:
    """The error that tells of all faults, the first twenty in full."""
    left = len(faults) - _SHOWN
    en = [fault.en for fault in faults[:_SHOWN]] + ([f"… and {left} more"] if left > 0 else [])
    zh = [fault.zh for fault in faults[:_SHOWN]] + ([f"……另有 {left} 处"] if left > 0 else [])
    return BrokenInput("\n".join(en), "\n".join(zh))


def shown(value: Any) -> str:
    """A value as a message shows it: short, whatever was written."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _refuse_depth_and_aliases(text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise ValueError(f"nested deeper than {_MAX_DEPTH} levels")
        if isinstance(event, yaml.AliasEvent):
            raise ValueError(f"aliases (*{event.anchor}) are not allowed; write the value itself")


def _walk(node: yaml.Node, location: Location) -> Iterator[tuple[Location, int]]:
    line = node.start_mark.line + 1
    if node.tag not in _PLAIN:
        raise ValueError(f"line {line}: the tag {node.tag} is not allowed; write the value itself")
    yield location, line
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _walk(child, (*location, number))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            line = key.start_mark.line + 1
            if key.tag != "tag:yaml.org,2002:str":
                raise ValueError(f"line {line}: a field name is text, not {shown(key.value)}")
            if key.value in seen:
                raise ValueError(f"line {line}: the field {key.value!r} is given twice")
            seen.add(key.value)
            yield from _walk(child, (*location, key.value))


def _cause(error: BaseException) -> tuple[int, str]:
    """The line (0: not known) and the reason why a file could not be read."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        return error.problem_mark.line + 1, f"no YAML: {error.problem or error.context}"
    if isinstance(error, OSError):
        return 0, error.strerror or str(error)
    return 0, " ".join(str(error).split())
