"""Reads every record of a hub from `inventories/<hub>/records/**/*.yaml`.

A file holds one record (a mapping) or several (a list). A record's kind is its `kind:`, else that of
the file (`person.yaml`), else that of the nearest folder (`person/2026.yaml`). Nothing is skipped:
whatever cannot be understood is an error that names file, line, field, value and what would be valid,
and all errors come at once.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from hubops.errors import BrokenInput
from hubops.model import Text
from hubops.records.base import Record
from hubops.records.kinds import KINDS

_SUFFIXES = {".yaml", ".yml"}
_MAX_BYTES = 4_000_000
_MAX_DEPTH = 20
_SHOWN = 20
_PLAIN = {
    f"tag:yaml.org,2002:{name}" for name in ("str", "int", "float", "bool", "null", "timestamp", "map", "seq")
}

Location = tuple[int | str, ...]


@dataclass(frozen=True)
class Loaded:
    """One record, its kind, and where it was written."""

    kind: str
    record: Record
    path: Path
    line: int


def load(folder: Path) -> list[dict[str, Any]]:
    """All records below `folder` as plain data with their `kind`, sorted by kind and id.

    Dates are `YYYY-MM-DD`, absent facts None. An empty folder gives an empty list.
    Raises BrokenInput with every problem found (missing folder, unreadable file, wrong field,
    id used twice, reference to nothing).
    """
    if not folder.is_dir():
        raise BrokenInput(f"{folder}: no such folder of records", f"{folder}：没有这个记录目录")
    problems: list[Text] = []
    loaded: list[Loaded] = []
    for path in _files(folder):
        loaded += _read(path, folder, problems)
    if not problems:  # a reference to a record that could not be read would be a second, false alarm
        problems += _clashes(loaded)
    if problems:
        shown, rest = problems[:_SHOWN], len(problems) - _SHOWN
        if rest > 0:
            shown.append(Text(en=f"… and {rest} more", zh=f"……另有 {rest} 处"))
        raise BrokenInput("\n".join(text.en for text in shown), "\n".join(text.zh for text in shown))
    plain = ({"kind": one.kind, **one.record.model_dump(mode="json")} for one in loaded)
    return sorted(plain, key=lambda record: (record["kind"], record["id"]))


def _files(folder: Path) -> Iterator[Path]:
    """Every file that should hold records: notes and hidden files are not meant to."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and not path.name.startswith("README") and not path.is_dir():
            yield path


def _read(path: Path, folder: Path, problems: list[Text]) -> list[Loaded]:
    """The good records of one file; what is wrong with the others is added to `problems`."""
    if path.suffix not in _SUFFIXES:
        problems.append(
            Text(
                en=f"{path}: not read as records; valid: a .yaml file, or move it out of {folder}",
                zh=f"{path}：不会作为记录读取；应为 .yaml 文件，否则请移出 {folder}",
            )
        )
        return []
    try:
        data, lines = _parse(path)
    except (BrokenInput, OSError, ValueError, LookupError, AttributeError, yaml.YAMLError) as error:
        problems.append(_at(str(path), _reason(error)))
        return []
    if data is None:
        problems.append(
            Text(
                en=f"{path}: holds no record; write one, or delete the file",
                zh=f"{path}：没有任何记录；请写入记录，或删除该文件",
            )
        )
        return []
    loaded = []
    for number, entry in enumerate(data if isinstance(data, list) else [data]):
        base: Location = (number,) if isinstance(data, list) else ()
        try:
            kind, record = _record(entry, path, folder)
        except ValidationError as error:
            problems += [_explain(path, lines, base, detail, entry) for detail in error.errors()]
        except (BrokenInput, ValueError) as error:
            problems.append(_at(f"{path}:{_line(lines, base)}", _reason(error)))
        else:
            loaded.append(Loaded(kind, record, path, _line(lines, base)))
    return loaded


def _parse(path: Path) -> tuple[Any, dict[Location, int]]:
    """A file's data, and the line of every value in it.

    Refused because they would lose or multiply data silently: a key given twice, aliases, and
    tags beyond plain scalars, lists and mappings.
    """
    if path.stat().st_size > _MAX_BYTES:
        raise BrokenInput(
            f"larger than {_MAX_BYTES} bytes; split it into several files",
            f"超过 {_MAX_BYTES} 字节；请拆分为多个文件",
        )
    text = path.read_text(encoding="utf-8")
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            raise BrokenInput(f"nested deeper than {_MAX_DEPTH} levels", f"嵌套超过 {_MAX_DEPTH} 层")
        if isinstance(event, yaml.AliasEvent):
            raise BrokenInput(
                f"aliases (*{event.anchor}) are not allowed; write the value itself",
                f"不允许使用别名（*{event.anchor}）；请直接写出其值",
            )
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    if root is None:
        return None, {}
    lines = dict(_walk(root, ()))
    return yaml.safe_load(text), lines


def _walk(node: yaml.Node, location: Location) -> Iterator[tuple[Location, int]]:
    line = node.start_mark.line + 1
    if node.tag not in _PLAIN:
        raise BrokenInput(
            f"line {line}: the tag {node.tag} is not allowed; write the value itself",
            f"第 {line} 行：不允许使用标签 {node.tag}；请直接写出其值",
        )
    yield location, line
    if isinstance(node, yaml.SequenceNode):
        for number, child in enumerate(node.value):
            yield from _walk(child, (*location, number))
    elif isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, child in node.value:
            line = key.start_mark.line + 1
            if key.tag != "tag:yaml.org,2002:str":
                raise BrokenInput(
                    f"line {line}: a field name is text, not {_shown(key.value)}",
                    f"第 {line} 行：字段名应为文本，而不是 {_shown(key.value)}",
                )
            if key.value in seen:
                raise BrokenInput(
                    f"line {line}: the field {key.value!r} is given twice",
                    f"第 {line} 行：字段 {key.value!r} 重复",
                )
            seen.add(key.value)
            yield from _walk(child, (*location, key.value))


def _record(entry: Any, path: Path, folder: Path) -> tuple[str, Record]:
    if not isinstance(entry, dict):
        raise BrokenInput(
            f"a record is a mapping of fields, not {_shown(entry)}",
            f"记录应为字段的映射，而不是 {_shown(entry)}",
        )
    kind = entry.get("kind", _kind_of(path, folder))
    if not isinstance(kind, str) or kind not in KINDS:
        near = difflib.get_close_matches(str(kind), KINDS, n=1)
        raise BrokenInput(
            f"`kind` is {_shown(kind)}; valid: {', '.join(KINDS)}"
            + (f"; did you mean {near[0]!r}?" if near else ""),
            f"`kind` 为 {_shown(kind)}；可用：{'、'.join(KINDS)}"
            + (f"；是否想输入 {near[0]!r}？" if near else ""),
        )
    fields = {name: value for name, value in entry.items() if name != "kind"}
    # As JSON, pydantic's strict mode takes lists for tuples and text for dates, and still no "yes" for true.
    return kind, KINDS[kind].model_validate_json(json.dumps(fields, default=str))


def _kind_of(path: Path, folder: Path) -> str | None:
    """The kind that a file's name says, or the folder nearest to it."""
    within = path.relative_to(folder)
    return next((name for name in (within.stem, *(p.name for p in within.parents)) if name in KINDS), None)


def _explain(path: Path, lines: dict[Location, int], base: Location, detail: Any, entry: Any) -> Text:
    location: Location = detail["loc"]
    field = ".".join(str(part) for part in location)
    place = f"{path}:{_line(lines, (*base, *location))}"
    if detail["type"] == "extra_forbidden":
        what = Text(en=f"unknown field `{field}`", zh=f"未知的字段 `{field}`")
    elif detail["type"] == "missing":
        what = Text(en=f"`{field}` is missing", zh=f"缺少 `{field}`")
    else:
        reason = detail["msg"].removeprefix("Value error, ")
        what = Text(en=reason, zh=reason)
        if field:
            value = _shown(detail["input"])
            what = Text(en=f"`{field}` is {value}: {reason}", zh=f"`{field}` 为 {value}：{reason}")
    return _at(place, _of_record(entry.get("id"), what))


def _line(lines: dict[Location, int], location: Location) -> int:
    """The line of the value at a location, or of the nearest thing around it that was written."""
    while location not in lines and location:
        location = location[:-1]
    return lines.get(location, 1)


def _clashes(loaded: Iterable[Loaded]) -> Iterator[Text]:
    """Ids used twice, and references to a record that is not there or is of another kind."""
    by_id: dict[str, Loaded] = {}
    for one in loaded:
        first = by_id.setdefault(one.record.id, one)
        if first is not one:
            used = f"{first.path}:{first.line}"
            twice = Text(
                en=f"the id {one.record.id!r} is already used at {used}",
                zh=f"编号 {one.record.id!r} 已用于 {used}",
            )
            yield _at(f"{one.path}:{one.line}", twice)
    for one in by_id.values():
        for field, kind, target in one.record.references():
            found = by_id.get(target)
            if found is None or found.kind != kind:
                wrong = Text(
                    en=f"`{field}` names {target!r}, which is {f'a {found.kind}' if found else 'no record'}; "
                    f"valid: the id of a {kind}",
                    zh=f"`{field}` 指向 {target!r}，"
                    + (f"它是 {found.kind}" if found else "没有这条记录")
                    + f"；应为 {kind} 的编号",
                )
                yield _at(f"{one.path}:{one.line}", _of_record(one.record.id, wrong))


def _of_record(id_: Any, what: Text) -> Text:
    return Text(en=f"record {_shown(id_)}: {what.en}", zh=f"记录 {_shown(id_)}：{what.zh}")


def _at(place: str, what: Text) -> Text:
    return Text(en=f"{place}: {what.en}", zh=f"{place}：{what.zh}")


def _shown(value: Any) -> str:
    """A value as a message shows it: short, whatever was written."""
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "…"


def _reason(error: Exception) -> Text:
    """What an error says, in one line where it is not ours."""
    if isinstance(error, BrokenInput):
        return error.text
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark:
        line, problem = error.problem_mark.line + 1, error.problem or error.context
        return Text(en=f"line {line}: no YAML: {problem}", zh=f"第 {line} 行：不是合法的 YAML：{problem}")
    said = " ".join(str(error).split())
    return Text(en=said, zh=said)
