"""A kind of record as a form: the columns of a table that hold its fields, derived from its model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from typing import Any

from hubops.model import Text
from hubops.records.base import FORM, Record
from hubops.records.kinds import KINDS
from hubops.records.words import VALUES, plain

Path = tuple[str | int, ...]

SLOTS = 2
"""How many of a list's parts a form offers columns for; more can be added, up to `MOST`."""
MOST = 30


@dataclass(frozen=True)
class Shape:
    """What may stand in a cell: `kind` is day, bool, int, float, enum, text, name (in both languages) or list."""

    kind: str
    node: Mapping[str, Any] = field(default_factory=dict)
    values: Mapping[str, Text] = field(default_factory=dict)
    item: Shape | None = None
    refers: str = ""


@dataclass(frozen=True)
class Column:
    """One column: the place of its value in a record, its short name, its meaning, and what may stand in it."""

    path: Path
    header: Text
    meaning: Text
    shape: Shape
    required: bool
    aliases: tuple[str, ...] = ()
    due: bool | str | None = None

    @property
    def name(self) -> str:
        """`certificates.1.expires`: parts of a list are counted from 1, as people do."""
        return ".".join(str(part + 1) if isinstance(part, int) else part for part in self.path)


@dataclass(frozen=True)
class Form:
    """The columns of a kind; `outside` names the fields that no table can hold."""

    kind: str
    model: type[Record]
    columns: tuple[Column, ...]
    outside: tuple[str, ...]


@cache
def form(kind: str, slots: int = SLOTS) -> Form:
    """The kind's form with so many columns for each list of parts."""
    model = KINDS[kind]
    schema = resolved(model.model_json_schema(mode="validation"))
    columns: list[Column] = []
    outside: list[str] = []
    for name, node in schema["properties"].items():
        if name == "attachments":  # a digest is not typed by hand
            continue
        found = list(_columns(model, (name,), node, name in schema.get("required", ()), slots))
        columns += found
        outside += [] if found else [name]
    return Form(kind, model, tuple(_told_apart(columns)), tuple(outside))


def _told_apart(columns: list[Column]) -> Iterator[Column]:
    """The columns, those of one short name told apart by the names of their fields."""
    counts = {lang: Counter(plain(column.header.of(lang)) for column in columns) for lang in ("en", "zh")}
    for column in columns:
        alike = any(counts[lang][plain(column.header.of(lang))] > 1 for lang in counts)
        header, name = column.header, column.name
        clear = Text(en=f"{header.en} ({name})", zh=f"{header.zh}（{name}）")
        yield replace(column, header=clear) if alike else column


def headers(kind: str, lang: str) -> dict[str, str]:
    """The short name of each of the kind's fields, for tables that show records."""
    return {name: _header(name, node).of(lang) for name, node in parts(kind).items()}


@cache
def parts(kind: str) -> Mapping[str, Any]:
    """The schema of each of the kind's fields, references resolved; its own before those that every kind has."""
    found = resolved(KINDS[kind].model_json_schema(mode="validation"))["properties"]
    common = [name for name in found if name in Record.model_fields and name != "id"]
    return {name: found[name] for name in [*(name for name in found if name not in common), *common]}


def node_header(name: str, node: Mapping[str, Any], lang: str) -> str:
    """The short name of a field that stands at this node of a schema."""
    return _header(name, node).of(lang)


def value_words(node: Mapping[str, Any]) -> Mapping[str, Text]:
    """The words for the values of a node that lists its values, empty where it does not."""
    inner = choice(node)
    return _words({**inner, **node}, inner["enum"]) if "enum" in inner else {}


def choice(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """What a node allows besides nothing; where that is several things, the node itself."""
    options = [option for option in node.get("anyOf", ()) if option.get("type") != "null"]
    return choice(options[0]) if len(options) == 1 else node


def resolved(schema: Mapping[str, Any]) -> Any:
    """A model's JSON schema without references; what a field says of itself goes before what its model says."""
    definitions = schema.get("$defs", {})

    def whole(node: Any, depth: int) -> Any:
        if isinstance(node, list):
            return [whole(entry, depth) for entry in node]
        if not isinstance(node, dict) or depth > 12:  # a model within itself has no end
            return node
        if "$ref" in node:
            node = {**definitions[node["$ref"].rpartition("/")[2]], **node}
            del node["$ref"]
        return {key: whole(value, depth + 1) for key, value in node.items() if key != "$defs"}

    return whole(schema, 0)


def _columns(
    model: type[Record],
    path: Path,
    node: Mapping[str, Any],
    required: bool,
    slots: int,
    above: Text | None = None,
) -> Iterator[Column]:
    inner = choice(node)
    header = _header(str(path[-1]), node)
    if above:
        header = Text(en=f"{above.en} {header.en.lower()}", zh=f"{above.zh}·{header.zh}")
    made = _column(path, header, node, required)
    shape = _shape(node, model.refers.get(str(path[0]), "") if len(path) == 1 else "")
    if shape:
        yield made(shape)
    if shape and shape.kind == "name":
        for lang, en, zh in (("zh", "Chinese", "中文"), ("en", "English", "英文")):
            suffix = Text(en=f"{header.en} ({en})", zh=f"{header.zh}（{zh}）")
            yield _column((*path, lang), suffix, node, False)(Shape("text", inner["properties"][lang]))
    elif not shape and "properties" in inner:
        for name, child in inner["properties"].items():
            needed = required and name in inner.get("required", ())
            yield from _columns(model, (*path, name), child, needed, slots, header)
    elif (
        not shape
        and "properties" in inner.get("items", {})
        and not any(isinstance(part, int) for part in path)
    ):
        for number in range(slots):
            numbered = Text(en=f"{header.en} {number + 1}", zh=f"{header.zh}{number + 1}")
            for name, child in inner["items"]["properties"].items():
                yield from _columns(model, (*path, number, name), child, False, slots, numbered)


def _column(path: Path, header: Text, node: Mapping[str, Any], required: bool) -> Any:
    """Makes the column, once what may stand in it is known."""
    said = node.get(FORM, {})
    meaning = Text(en=node.get("description", ""), zh=node.get("description_zh", ""))

    def made(shape: Shape) -> Column:
        return Column(path, header, meaning, shape, required, tuple(said.get("aliases", ())), said.get("due"))

    return made


def _shape(node: Mapping[str, Any], refers: str) -> Shape | None:
    """What may stand in one cell; None for what takes several columns, or none."""
    inner = choice(node)
    if "enum" in inner or "const" in inner:
        values = inner.get("enum", [inner.get("const")])
        if all(isinstance(value, str) for value in values):
            return Shape("enum", inner, _words({**inner, **node}, values))
        return None
    if set(inner.get("properties", ())) == {"en", "zh"}:
        return Shape("name", inner["properties"]["zh"])
    kind = _KINDS.get(str(inner.get("type")))
    if kind == "text" and inner.get("format") == "date":
        return Shape("day", inner)
    if kind == "list":
        item = (
            _shape({**inner.get("items", {}), **_told(node)}, refers)
            if "type" in inner.get("items", {})
            else None
        )
        return Shape("list", inner, item=item, refers=refers) if item and item.kind != "list" else None
    return Shape(kind, {**inner, **_told(node)}, refers=refers) if kind else None


_KINDS = {"boolean": "bool", "integer": "int", "number": "float", "string": "text", "array": "list"}


def _told(node: Mapping[str, Any]) -> Mapping[str, Any]:
    return {key: node[key] for key in ("description", "description_zh", FORM) if key in node}


def _header(name: str, node: Mapping[str, Any]) -> Text:
    said = node.get(FORM, {}).get("header")
    if said:
        return Text(en=said[0], zh=said[1])
    zh = re.split("[；：，（。;:,(]", node.get("description_zh", ""))[0].strip()
    en = name.replace("_", " ")
    en = en.upper() if len(en) <= 2 else en[0].upper() + en[1:]
    return Text(en=en, zh=zh or en)


def _words(node: Mapping[str, Any], values: list[str]) -> Mapping[str, Text]:
    """The words of each value: those that the field gives, else those that its Chinese text lists, else common ones."""
    said = node.get(FORM, {}).get("words") or {}
    listed = _listed(node.get("description_zh", ""), len(values))
    found = {}
    for number, value in enumerate(values):
        common = VALUES.get(value, ())
        zh = said.get(value) or (listed[number] if listed else common[0] if common else value)
        found[value] = Text(en=value.replace("_", " "), zh=zh)
    return found


def _listed(description: str, count: int) -> list[str]:
    """The words that a description lists after its ：, if they are as many as the values and all different."""
    for clause in re.split("[；。]", description):
        _, colon, rest = clause.partition("：")
        words = [word.strip() for word in re.split("、|，|或者|或|和|及|与", rest) if word.strip()]
        if colon and len(words) == count == len(set(words)):
            return words
    return []
