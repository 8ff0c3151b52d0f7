"""Reads every record of a hub from `inventories/<hub>/records/**/*.yaml`.

A file holds one record (a mapping) or several (a list). A record's kind is its `kind:`, else that of
the file (`person.yaml`), else that of the nearest folder (`person/2026.yaml`). Nothing is skipped:
whatever cannot be understood is an error that names file, line, field, value and what would be valid,
and all errors come at once. Beside the records lie their attachments: other files, which a record names.
"""

from __future__ import annotations

import difflib
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from hubops import documents
from hubops.documents import Document, Location, shown
from hubops.errors import BrokenInput
from hubops.model import Text
from hubops.records import attachments
from hubops.records.base import Record
from hubops.records.kinds import KINDS

_SUFFIXES = {".yaml", ".yml"}
_NOTHING: Mapping[Path, str] = MappingProxyType({})


@dataclass(frozen=True)
class Loaded:
    """One record, its kind, and where it was written."""

    kind: str
    record: Record
    place: str


@dataclass(frozen=True)
class Found:
    """What lies in a folder of records: the records that could be read, and all that is wrong."""

    records: tuple[Loaded, ...]
    faults: tuple[Text, ...]


def load(folder: Path) -> list[dict[str, Any]]:
    """All records below `folder` as plain data with their `kind`, sorted by kind and id.

    Dates are `YYYY-MM-DD`, absent facts None. An empty folder gives an empty list.
    Raises BrokenInput with every problem found (missing folder, unreadable file, wrong field,
    id used twice, reference to nothing).
    """
    return [{"kind": one.kind, **one.record.model_dump(mode="json")} for one in whole(folder)]


def whole(
    folder: Path, changed: Mapping[Path, str] = _NOTHING, attaching: Collection[Path] = ()
) -> tuple[Loaded, ...]:
    """All records below `folder`, sorted by kind and id; raises BrokenInput as `load` does.

    `changed` holds the text of files that are about to be written, `attaching` files that are about to be named.
    """
    found = survey(folder, changed, attaching)
    if found.faults:
        raise documents.joined(found.faults)
    return found.records


def survey(folder: Path, changed: Mapping[Path, str] = _NOTHING, attaching: Collection[Path] = ()) -> Found:
    """What lies in the folder, faults included; raises BrokenInput only where there is no such folder."""
    if not folder.is_dir():
        raise BrokenInput(f"{folder}: no such folder of records", f"{folder}：没有这个记录目录")
    problems: list[Text] = []
    loaded: list[Loaded] = []
    others: list[Path] = []
    for path in sorted({*_files(folder), *changed}):
        if path.suffix in _SUFFIXES:
            loaded += _read(path, folder, problems, changed.get(path))
        elif path not in attaching:
            others.append(path)
    if not problems:  # a reference to a record that could not be read would be a second, false alarm
        problems += _clashes(loaded)
        problems += attachments.faults(folder, [(one.record, one.place) for one in loaded])
        problems += _strangers(folder, others, loaded)
    return Found(tuple(sorted(loaded, key=lambda one: (one.kind, one.record.id))), tuple(problems))


def _files(folder: Path) -> Iterator[Path]:
    """Every file that should hold records: notes and hidden files are not meant to."""
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and not path.name.startswith("README") and not path.is_dir():
            yield path


def _strangers(folder: Path, others: Iterable[Path], loaded: Iterable[Loaded]) -> Iterator[Text]:
    """Files that are neither records nor attached to one."""
    attached = {folder / one.path for entry in loaded for one in entry.record.attachments}
    for path in others:
        if path not in attached:
            what = Text(
                en=f"not read as records; valid: a .yaml file, or the attachment of a record, "
                f"or move it out of {folder}",
                zh=f"不会作为记录读取；应为 .yaml 文件或某条记录的附件，否则请移出 {folder}",
            )
            yield documents.at(str(path), what)


def _read(path: Path, folder: Path, problems: list[Text], text: str | None) -> list[Loaded]:
    """The good records of one file; what is wrong with the others is added to `problems`."""
    try:
        document = documents.read(path) if text is None else documents.parsed(path, text)
    except BrokenInput as error:
        problems += error.faults or (error.text,)
        return []
    data = document.data
    if data is None:
        nothing = Text(
            en="holds no record; write one, or delete the file", zh="没有任何记录；请写入记录，或删除该文件"
        )
        problems.append(documents.at(str(path), nothing))
        return []
    loaded = []
    for number, entry in enumerate(data if isinstance(data, list) else [data]):
        base: Location = (number,) if isinstance(data, list) else ()
        try:
            kind, fields = _kind(document, base, entry, folder)
            record = documents.checked(KINDS[kind], document, base, fields, of_record(entry.get("id")))
            loaded.append(Loaded(kind, record, document.at(base)))
        except BrokenInput as error:
            problems += error.faults or (error.text,)
    return loaded


def _kind(document: Document, base: Location, entry: Any, folder: Path) -> tuple[str, dict[str, Any]]:
    """The kind of an entry and its other fields; BrokenInput where it is no record."""
    where = document.at(base)
    if not isinstance(entry, dict):
        what = Text(
            en=f"a record is a mapping of fields, not {shown(entry)}",
            zh=f"记录应为字段的映射，而不是 {shown(entry)}",
        )
        raise documents.joined([documents.at(where, what)])
    kind = entry.get("kind", kind_of(document.path, folder))
    if not isinstance(kind, str) or kind not in KINDS:
        near = difflib.get_close_matches(str(kind), KINDS, n=1) if isinstance(kind, str) else []
        what = Text(
            en=f"`kind` is {shown(kind)}; valid: {', '.join(KINDS)}"
            + (f"; did you mean {near[0]!r}?" if near else ""),
            zh=f"`kind` 为 {shown(kind)}；可用：{'、'.join(KINDS)}"
            + (f"；是否想输入 {near[0]!r}？" if near else ""),
        )
        raise documents.joined([documents.at(where, what, field="kind", value=shown(kind))])
    return kind, {name: value for name, value in entry.items() if name != "kind"}


def kind_of(path: Path, folder: Path) -> str | None:
    """The kind that a file's name says, or the folder nearest to it."""
    within = path.relative_to(folder)
    return next((name for name in (within.stem, *(p.name for p in within.parents)) if name in KINDS), None)


def _clashes(loaded: Iterable[Loaded]) -> Iterator[Text]:
    """Ids used twice, and references to a record that is not there or is of another kind."""
    by_id: dict[str, Loaded] = {}
    for one in loaded:
        first = by_id.setdefault(one.record.id, one)
        if first is not one:
            twice = Text(
                en=f"the id {one.record.id!r} is already used at {first.place}",
                zh=f"编号 {one.record.id!r} 已用于 {first.place}",
            )
            yield documents.at(one.place, twice, thing=of_record(one.record.id), field="id")
    for one in by_id.values():
        for field, kind, target in one.record.references():
            found = by_id.get(target)
            if found is None or found.kind != kind:
                who = of_record(one.record.id)
                wrong = Text(
                    en=f"{who.en}: `{field}` names {target!r}, which is {f'a {found.kind}' if found else 'no record'}; "
                    f"valid: the id of a {kind}",
                    zh=f"{who.zh}：`{field}` 指向 {target!r}，"
                    + (f"它是 {found.kind}" if found else "没有这条记录")
                    + f"；应为 {kind} 的编号",
                )
                yield documents.at(one.place, wrong, thing=who, field=field, value=shown(target))


def of_record(id_: Any) -> Text:
    return Text(en=f"record {shown(id_)}", zh=f"记录 {shown(id_)}")
