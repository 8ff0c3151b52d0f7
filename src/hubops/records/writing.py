"""Writes records into a hub's files: what stands in them stays, comments and order too, and it is all or nothing."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from hubops import documents
from hubops.errors import BrokenInput, UsageError
from hubops.faults import refusal, sentence
from hubops.files import locked, write_whole
from hubops.reasons import reason
from hubops.records import loader
from hubops.records.base import Record
from hubops.records.kinds import KINDS
from hubops.records.loader import Loaded

_BASE: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_FULL = documents.MAX_BYTES * 3 // 4


class _Dumper(_BASE):  # type: ignore[misc]
    def ignore_aliases(self, data: Any) -> bool:
        return True  # the same day twice is written twice: records have no aliases


@dataclass(frozen=True)
class Update:
    """New values for some fields of a record that is there."""

    there: Loaded
    values: Mapping[str, Any]


def checked(kind: str, fields: Mapping[str, Any]) -> Record:
    """The fields as a record of the kind. Raises UsageError with all that is wrong."""
    try:
        return KINDS[kind].model_validate_json(json.dumps(fields))
    except ValidationError as error:
        said = [sentence(refusal(fault)) for fault in error.errors(include_url=False)]
        raise UsageError("\n".join(one.en for one in said), "\n".join(one.zh for one in said)) from error


def save(
    folder: Path, kind: str, new: Sequence[Record], updates: Sequence[Update] = (), *, lock: Path
) -> list[Path]:
    """Writes new records of a kind, and what changes in those that are there; gives the files that changed.

    Nothing is written where the whole would not be valid: UsageError says why. Others that write wait for the `lock`.
    """
    with locked(lock):
        texts = _updated(updates)
        attaching = {folder / one.path for record in new for one in record.attachments}
        before = loader.whole(folder, attaching=attaching)
        for path, records in _placed(folder, kind, new, before):
            texts[path] = _appended(path, texts.get(path), records)
        try:
            after = loader.whole(folder, texts)
        except BrokenInput as error:
            raise UsageError(error.text.en, error.text.zh) from error
        _compare(before, after, new, updates)
        _write(texts)
        return sorted(texts)


def _compare(
    before: Iterable[Loaded], after: Iterable[Loaded], new: Iterable[Record], updates: Iterable[Update]
) -> None:
    """Sees that exactly what was wanted would come of the edited texts."""
    wanted = {one.record.id: one.record.model_dump(mode="json") for one in before}
    for update in updates:
        wanted[update.there.record.id].update(update.values)
    for record in new:
        wanted[record.id] = record.model_dump(mode="json")
    if wanted != {one.record.id: one.record.model_dump(mode="json") for one in after}:
        raise UsageError(
            "a file is written in a form that cannot be edited safely; nothing was changed. "
            "Edit it by hand, or move its records into a plain list",
            "有文件的写法无法安全地自动修改，未作任何改动；请手工编辑，或将其中的记录改写为普通列表",
        )


def _write(texts: Mapping[Path, str]) -> None:
    """Writes all files, or none: what was written before one fails is put back."""
    done: dict[Path, bytes | None] = {}
    try:
        for path, text in texts.items():
            old = path.read_bytes() if path.exists() else None
            mode = path.stat().st_mode & 0o777 if old is not None else 0o644
            write_whole(path, text, mode)
            done[path] = old
    except BaseException as error:
        for path, old in done.items():
            if old is None:
                path.unlink()
            else:
                write_whole(path, old)
        if isinstance(error, OSError):
            why = reason(error)
            raise UsageError(
                f"{error.filename}: cannot be written: {why}; nothing was changed",
                f"{error.filename}：无法写入：{why}；未作任何改动",
            ) from error
        raise


def _placed(
    folder: Path, kind: str, new: Sequence[Record], there: Iterable[Loaded]
) -> Iterable[tuple[Path, Sequence[Record]]]:
    """The files that new records go to: where the kind's others are, else a file of its own name."""
    if not new:
        return
    path = _home(folder, kind, there)
    if path:
        size = path.stat().st_size if path.exists() else 0
        room = max(0, _FULL - size)
        count = _fitting(new, room)
        if count:
            yield path, new[:count]
        new = new[count:]
    number = 1
    while new:
        path = folder / kind / f"{kind}-{number:02}.yaml"
        number += 1
        if path.exists():
            continue
        count = max(1, _fitting(new, _FULL))
        yield path, new[:count]
        new = new[count:]


def _fitting(records: Sequence[Record], room: int) -> int:
    """How many of the records fit into so many bytes."""
    for count, record in enumerate(records):
        room -= len(record.model_dump_json().encode()) + 100
        if room < 0:
            return count
    return len(records)


def _home(folder: Path, kind: str, there: Iterable[Loaded]) -> Path | None:
    """The file that a new record of the kind is added to; None where it is to have a new one in the kind's folder."""
    own = folder / f"{kind}.yaml"
    paths = {Path(one.place.rpartition(":")[0]) for one in there if one.kind == kind}
    for path in (own, *sorted(paths, reverse=True)):
        if (
            path in paths
            and loader.kind_of(path, folder) == kind
            and _list_column(path.read_text("utf-8")) is not None
        ):
            return path
    return own if not own.exists() and not (folder / kind).is_dir() else None


def _list_column(text: str) -> int | None:
    """The column of the dashes of a list that a line can be added to; None for everything else."""
    root = yaml.compose(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    if not isinstance(root, yaml.SequenceNode) or root.flow_style:
        return None
    return int(root.start_mark.column)


def _appended(path: Path, text: str | None, records: Iterable[Record]) -> str:
    """The file's text with the records at its end."""
    if text is None:
        text = path.read_text(encoding="utf-8") if path.exists() else ""
    column = _list_column(text) if text else 0
    added = dumped(records)
    indented = "".join(f"{' ' * (column or 0)}{line}\n" if line else "\n" for line in added.splitlines())
    return f"{text.rstrip()}\n{indented}" if text.strip() else indented


def dumped(records: Iterable[Record]) -> str:
    """Records as a list in YAML, as people write them."""
    plain = [_plain(record.model_dump(mode="python", exclude_defaults=True)) for record in records]
    return _yaml(plain)


def _yaml(value: Any) -> str:
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=None, width=110
    )
    return text


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, list | tuple) else value


def _updated(updates: Sequence[Update]) -> dict[Path, str]:
    """The texts of the files whose records change, each change made in its place."""
    by_path: dict[Path, list[Update]] = {}
    for update in updates:
        by_path.setdefault(Path(update.there.place.rpartition(":")[0]), []).append(update)
    return {path: _edited(path.read_text(encoding="utf-8"), mine) for path, mine in by_path.items()}


@dataclass(frozen=True)
class _Edit:
    """Text to stand between two places."""

    begin: int
    end: int
    text: str


def _edited(text: str, updates: Iterable[Update]) -> str:
    root = yaml.compose(text, Loader=yaml.SafeLoader)  # Python's own: its marks count characters
    nodes: list[Any] = root.value if isinstance(root, yaml.SequenceNode) else [root]
    by_id = {value.value: node for node in nodes for key, value in node.value if key.value == "id"}
    edits = [edit for update in updates for edit in _edits(by_id[update.there.record.id], update)]
    for edit in sorted(edits, key=lambda one: (one.begin, one.end), reverse=True):
        text = text[: edit.begin] + edit.text + text[edit.end :]
    return text


def _edits(node: yaml.MappingNode, update: Update) -> Iterable[_Edit]:
    written = {key.value: (key, value) for key, value in node.value}
    added = []
    for name, value in update.values.items():
        shown = f"{name}: {_flow(_with_days(value))}"
        if name in written:
            key, old = written[name]
            yield _Edit(key.start_mark.index, _end(old), shown)
        else:
            added.append(shown)
    if added:
        first, last = node.value[0][0], _end(node.value[-1][1])
        joint = ", " if node.flow_style else "\n" + " " * first.start_mark.column
        yield _Edit(last, last, "".join(joint + one for one in added))


def _with_days(value: Any) -> Any:
    """The value as YAML is to show it: days without quotes."""
    if isinstance(value, dict):
        return {key: _with_days(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_with_days(inner) for inner in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _flow(value: Any) -> str:
    """A value on one line."""
    text: str = yaml.dump(
        value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, default_flow_style=True, width=10**9
    )
    return text.removesuffix("\n").removesuffix("\n...").replace("\n", " ")


def _end(node: yaml.Node) -> int:
    """Where what is written of a value ends, without comments and blank lines after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    mark = node.end_mark
    text: str = mark.buffer or ""
    if isinstance(node, yaml.ScalarNode) and node.style in {"|", ">"} and text:
        begin = node.start_mark.index
        return begin + len(text[begin : mark.index].rstrip())
    return int(mark.index)
