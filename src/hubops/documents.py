"""Reads what people write in YAML: each value keeps its line, and each fault is told with file and line."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError

from hubops.errors import BrokenInput
from hubops.model import Text
from hubops.reasons import reason

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
            raise _refused(
                path,
                0,
                f"{size} bytes, more than {_MAX_BYTES}; split it into several files",
                f"{size} 字节，超过 {_MAX_BYTES}；请拆分为多个文件",
            )
        text = path.read_text(encoding="utf-8")
        _refuse_depth_and_aliases(path, text)
        root = yaml.compose(text, Loader=yaml.SafeLoader)
        lines = {} if root is None else dict(_walk(path, root, ()))
        return Document(path, yaml.safe_load(text), lines)
    except yaml.MarkedYAMLError as error:
        line = 0 if error.problem_mark is None else error.problem_mark.line + 1
        problem = error.problem or error.context
        raise _refused(path, line, f"no YAML: {problem}", f"不是合法的 YAML：{problem}") from error
    except (OSError, ValueError, LookupError, AttributeError, yaml.YAMLError) as error:
        why = reason(error)
        raise _refused(path, 0, why, why) from error


def checked(
    model: type[Model], document: Document, location: Location, entry: Any, label: Text | None = None
) -> Model:
    """What is written at a place, as a model; `label` says in messages which thing it is.

    As JSON, pydantic's strict mode takes lists for tuples and text for dates, and still no "yes" for true.
    Raises BrokenInput with every fault, each in a line of its own.
    """
    try:
        return model.model_validate_json(json.dumps(entry, default=str))
    except ValidationError as error:
        faults = [_explain(document, location, f, label) for f in error.errors(include_url=False)]
        raise joined(faults) from error


def joined(faults: Sequence[Text]) -> BrokenInput:
    """The error that tells of all faults, the first twenty in full."""
    left = len(faults) - _SHOWN
    en = [fault.en for fault in faults[:_SHOWN]] + ([f"… and {left} more"] if left > 0 else [])
    zh = [fault.zh for fault in faults[:_SHOWN]] + ([f"……另有 {left} 处"] if left > 0 else [])
    error = BrokenInput("\n".join(en), "\n".join(zh))
    error.faults = tuple(faults)
    return error


def at(place: str, what: Text) -> Text:
    """A sentence with the place that it is about."""
    return Text(en=f"{place}: {what.en}", zh=f"{place}：{what.zh}")


def shown(value: Any) -> str:
    """A value as a message shows it: short, whatever was written."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _explain(document: Document, base: Location, fault: Any, label: Text | None) -> Text:
    """One of pydantic's faults as a sentence with file, line, field and value."""
    location: Location = fault["loc"]
    field = ".".join(str(part) for part in location)
    if fault["type"] == "extra_forbidden":
        what = Text(en=f"unknown field `{field}`", zh=f"未知的字段 `{field}`")
    elif fault["type"] == "missing":
        what = Text(en=f"`{field}` is missing", zh=f"缺少 `{field}`")
    else:
        why, value = fault["msg"].removeprefix("Value error, "), shown(fault["input"])
        what = Text(en=why, zh=why)
        if field:
            what = Text(en=f"`{field}` is {value}: {why}", zh=f"`{field}` 为 {value}：{why}")
    if label:
        what = Text(en=f"{label.en}: {what.en}", zh=f"{label.zh}：{what.zh}")
    return at(document.at((*base, *location)), what)


def _refused(path: Path, line: int, en: str, zh: str) -> BrokenInput:
    said = at(f"{path}:{line}" if line else str(path), Text(en=en, zh=zh))
    return BrokenInput(said.en, said.zh)


def _refuse_depth_and_aliases(path: Path, text: str) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        line = event.start_mark.line + 1 if event.start_mark else 0
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise _refused(path, line, f"nested deeper than {_MAX_DEPTH} levels", f"嵌套超过 {_MAX_DEPTH} 层")
        if isinstance(event, yaml.AliasEvent):
            name = event.anchor
            raise _refused(
                path,
                line,
                f"aliases (*{name}) are not allowed; write the value itself",
                f"不允许使用别名（*{name}）；请直接写出其值",
            )


def _walk(path: Path, node: yaml.Node, location: Location) -> Iterator[tuple[Location, int]]:
    line = node.start_mark.line + 1
    if node.tag not in _PLAIN:
        raise _refused(
            path,
            line,
            f"the tag {node.tag} is not allowed; write the value itself",
            f"不允许使用标签 {node.tag}；请直接写出其值",
        )
    yield location, line
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _walk(path, child, (*location, number))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            line, name = key.start_mark.line + 1, shown(key.value)
            if key.tag != "tag:yaml.org,2002:str":
                raise _refused(
                    path, line, f"a field name is text, not {name}", f"字段名应为文本，而不是 {name}"
                )
            if key.value in seen:
                raise _refused(path, line, f"the field {name} is given twice", f"字段 {name} 重复")
            seen.add(key.value)
            yield from _walk(path, child, (*location, key.value))
