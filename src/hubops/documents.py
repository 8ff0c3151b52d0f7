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
from hubops.faults import at as at
from hubops.faults import refusal, sentence
from hubops.faults import shown as shown
from hubops.model import Text
from hubops.reasons import reason

Location = tuple[int | str, ...]
Model = TypeVar("Model", bound=BaseModel)

MAX_BYTES = 4_000_000
_MAX_DEPTH = 20
_SHOWN = 20
# libyaml's first, which is ten times as fast; what it refuses Python's own explains.
_LOADERS = (getattr(yaml, "CSafeLoader", yaml.SafeLoader), yaml.SafeLoader)
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
        if size > MAX_BYTES:
            raise _refused(
                path,
                0,
                f"{size} bytes, more than {MAX_BYTES}; split it into several files",
                f"{size} 字节，超过 {MAX_BYTES}；请拆分为多个文件",
            )
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        why = reason(error)
        raise _refused(path, 0, why, why) from error
    return parsed(path, text)


def parsed(path: Path, text: str) -> Document:
    """The document that a text holds, which stands in that file or is about to. Raises BrokenInput as `read` does."""
    try:
        root = _composed(path, text)
        lines = {} if root is None else dict(_walk(path, root, ()))
        return Document(path, None if root is None else _constructed(path, root), lines)
    except yaml.MarkedYAMLError as error:
        line = 0 if error.problem_mark is None else error.problem_mark.line + 1
        problem = error.problem or error.context
        raise _refused(path, line, f"no YAML: {problem}", f"不是合法的 YAML：{problem}") from error
    except (ValueError, LookupError, AttributeError, OverflowError, yaml.YAMLError) as error:
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
    except (ValueError, RecursionError) as error:  # a whole number of thousands of digits
        what = Text(en=reason(error), zh=f"数值过大或嵌套过深：{reason(error)}")
        raise joined([at(document.at(location), _labelled(label, what))]) from error


def joined(faults: Sequence[Text]) -> BrokenInput:
    """The error that tells of all faults, the first twenty in full."""
    left = len(faults) - _SHOWN
    en = [fault.en for fault in faults[:_SHOWN]] + ([f"… and {left} more"] if left > 0 else [])
    zh = [fault.zh for fault in faults[:_SHOWN]] + ([f"……另有 {left} 处"] if left > 0 else [])
    error = BrokenInput("\n".join(en), "\n".join(zh))
    error.faults = tuple(faults)
    return error


def _explain(document: Document, base: Location, fault: Any, label: Text | None) -> Text:
    """One of pydantic's faults as a sentence with file, line, field and value."""
    refused = refusal(fault)
    said = at(
        document.at((*base, *fault["loc"])), _labelled(label, sentence(refused)),
        thing=label, field=refused.field, value=refused.value,
    )  # fmt: skip
    return said.model_copy(update={"why": refused.why})


def _labelled(label: Text | None, what: Text) -> Text:
    return Text(en=f"{label.en}: {what.en}", zh=f"{label.zh}：{what.zh}") if label else what


def _refused(path: Path, line: int, en: str, zh: str) -> BrokenInput:
    return joined([at(f"{path}:{line}" if line else str(path), Text(en=en, zh=zh))])


def _constructed(path: Path, root: yaml.Node) -> Any:
    """The tree's data; what is no value of its type, as the 99th month, is refused with its line."""
    try:
        return yaml.constructor.SafeConstructor().construct_document(root)
    except (ValueError, LookupError, AttributeError, OverflowError) as error:
        node, why = _culprit(root), reason(error)
        line, value = (node.start_mark.line + 1, shown(node.value)) if node else (0, "")
        raise _refused(path, line, f"{value} cannot be read: {why}", f"{value} 无法读取：{why}") from error


def _culprit(node: yaml.Node) -> yaml.ScalarNode | None:
    """The first scalar that is no value of its type."""
    if isinstance(node, yaml.ScalarNode):
        try:
            yaml.constructor.SafeConstructor().construct_document(node)
        except (ValueError, LookupError, AttributeError, OverflowError):
            return node
        return None
    children = (part for pair in node.value for part in (pair if isinstance(pair, tuple) else (pair,)))
    return next((found for child in children if (found := _culprit(child))), None)


def _composed(path: Path, text: str) -> yaml.Node | None:
    """The tree of a text; what the first loader refuses the last one tells, in words that people know."""
    for loader in _LOADERS:
        try:
            _refuse_depth_and_aliases(path, text, loader)
            tree: yaml.Node | None = yaml.compose(text, Loader=loader)
            return tree
        except (yaml.YAMLError, ValueError):
            if loader is _LOADERS[-1]:
                raise
    raise AssertionError("the last loader gives a tree or raises")


def _refuse_depth_and_aliases(path: Path, text: str, loader: Any) -> None:
    depth = 0
    for event in yaml.parse(text, Loader=loader):
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
