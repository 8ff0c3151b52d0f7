"""Reads the standards: chapters and requirements as data, one file a standard."""

from __future__ import annotations

import json
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft7Validator

from hubops.bundle import Bundle
from hubops.errors import BrokenInput
from hubops.files import plain_yaml
from hubops.model import Text


@dataclass(frozen=True)
class Requirement:
    """One clause: its id is what controls name; `chapter` is the id's beginning, `HUB-C4` or `GBT22239-8.1.4`.

    `judged_by` says who can show it (`host`, `stack`, `records`), empty where the file does not;
    `high_risk` that assessors know a case of it that weighs so; `relations` which requirements it leans on;
    `shown_by` which requirements of other standards have controls that show this one as well.
    """

    id: str
    title: Text
    chapter: str
    judged_by: tuple[str, ...] = ()
    high_risk: bool = False
    relations: tuple[str, ...] = ()
    shown_by: tuple[str, ...] = ()


@dataclass(frozen=True)
class Standard:
    """A document's chapters by the beginning of their requirements' ids, and its requirements by id.

    `glance` says that it is short, and that a report is to begin with it.
    """

    id: str
    title: Text
    chapters: dict[str, Text]
    requirements: dict[str, Requirement]
    glance: bool = False


@cache
def load(bundle: Bundle) -> dict[str, Standard]:
    """All standards by id. Raises BrokenInput naming the file and the place that is wrong."""
    folder = bundle.policies / "standards"
    paths = sorted(folder.glob("*.yaml"))
    if not paths:
        return {}
    validator = Draft7Validator(json.loads((folder / "standard.schema.json").read_text(encoding="utf-8")))
    found = {}
    for path in paths:
        document = _parse(path)
        for fault in validator.iter_errors(document):
            raise BrokenInput(
                f"{path}: {fault.json_path}: {fault.message}", f"{path}：{fault.json_path}：{fault.message}"
            )
        if document["standard"] != path.stem:
            raise BrokenInput(
                f"{path} calls itself {document['standard']!r}; valid: its file's name",
                f"{path} 自称 {document['standard']!r}；应与文件名一致",
            )
        for stray in _stray(document):
            raise BrokenInput(f"{path}: {stray.en}", f"{path}：{stray.zh}")
        found[path.stem] = _standard(document)
    known = {id_ for standard in found.values() for id_ in standard.requirements}
    for name, standard in found.items():
        for requirement in standard.requirements.values():
            for id_ in sorted({*requirement.relations, *requirement.shown_by} - known):
                where = f"{folder / name}.yaml: {requirement.id}"
                raise BrokenInput(
                    f"{where} relates to {id_}, which no standard has",
                    f"{where} 关联的 {id_} 不在任何标准中",
                )
    return found


def shows(bundle: Bundle) -> dict[str, tuple[str, ...]]:
    """Requirement → those of other standards that its controls show as well."""
    found: dict[str, list[str]] = {}
    for standard in load(bundle).values():
        for requirement in standard.requirements.values():
            for shown in requirement.shown_by:
                found.setdefault(shown, []).append(requirement.id)
    return {id_: tuple(others) for id_, others in found.items()}


def _parse(path: Path) -> Any:
    try:
        return plain_yaml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        why = " ".join(str(error).split())
        raise BrokenInput(f"{path}: no YAML: {why}", f"{path}：不是 YAML：{why}") from error


def requirement_ids(bundle: Bundle) -> frozenset[str]:
    """The ids of all requirements of all standards."""
    return frozenset(id_ for standard in load(bundle).values() for id_ in standard.requirements)


def _stray(document: dict[str, Any]) -> Iterator[Text]:
    """What is said of items that a point does not have."""
    for chapter in document["chapters"]:
        for point in chapter.get("points", []):
            for letter in sorted(
                set(point.get("details", {})) - set(string.ascii_lowercase[: point["items"]])
            ):
                yield Text(
                    en=f"point {point['id']} has {point['items']} items, but details of item {letter}",
                    zh=f"条款 {point['id']} 只有 {point['items']} 项，却写了第 {letter} 项的细节",
                )


def _standard(document: dict[str, Any]) -> Standard:
    chapters: dict[str, Text] = {}
    requirements: dict[str, Requirement] = {}
    for chapter in document["chapters"]:
        entries = dict(_entries(chapter, document.get("item_prefix", "")))
        prefix = document.get("item_prefix") or next(iter(entries)).partition("-")[0] + "-"
        chapters[prefix + chapter["id"]] = _text(chapter)
        for id_, entry in entries.items():
            requirements[id_] = Requirement(
                id_,
                _text(entry),
                prefix + chapter["id"],
                tuple(entry.get("judged_by", ())),
                entry.get("high_risk", False),
                tuple(entry.get("relations", ())),
                tuple(entry.get("shown_by", ())),
            )
    return Standard(
        document["standard"], _text(document), chapters, requirements, document.get("glance", False)
    )


def _entries(chapter: dict[str, Any], prefix: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for entry in chapter.get("requirements", []):
        yield entry["id"], entry
    for point in chapter.get("points", []):
        for letter in string.ascii_lowercase[: point["items"]]:
            yield f"{prefix}{point['id']}.{letter}", point.get("details", {}).get(letter, point)


def _text(entry: dict[str, Any]) -> Text:
    return Text(en=entry["title"], zh=entry["title_zh"])
