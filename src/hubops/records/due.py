"""What falls due: the ends that records hold, and who has to act on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from hubops.model import Text
from hubops.records import forms
from hubops.records.base import FORM
from hubops.records.kinds import KINDS
from hubops.records.loader import Loaded

_ENDS = frozenset({"expires", "due", "ends", "valid_until", "deadline"})
SETTLED = frozenset(
    {
        "cleared",
        "ended",
        "closed",
        "completed",
        "done",
        "finished",
        "left",
        "resolved",
        "retired",
        "revoked",
        "withdrawn",
    }
)


@dataclass(frozen=True)
class Due:
    """An end: the record, the field as a path, its day, and the ids of those who have to act."""

    kind: str
    id: str
    field: str
    label: Text
    header: Mapping[str, str]
    day: date
    owners: tuple[str, ...]


def is_end(name: str, said: bool | str | None) -> bool:
    """Whether a field of days is an end: as its model says, else as its name tells."""
    return name in _ENDS if said is None else bool(said)


def find(records: Iterable[Loaded], today: date, days: int) -> list[Due]:
    """What falls due until `days` from today and is not settled, what is overdue too; the earliest first.

    A record is settled that says so (it was closed, the person left), whose owners all are, or that another of its
    kind follows which is the same but for its id, its days and its texts, and ends later. So is a part of a record
    that says so itself, as an action that was done.
    """
    listed = list(records)
    by_id = {one.record.id: one for one in listed}
    ends = [end for one in listed for end in _ends(one, today)]
    latest = _latest(ends)
    found = []
    for one, end, key in ends:
        owners = _owners(one)
        gone = owners and all(_is_settled(by_id[owner], today) for owner in owners if owner in by_id)
        if _is_settled(one, today) or gone or latest[key] > end.day:
            continue
        if (end.day - today).days <= days:
            shown = tuple(_named(owner, by_id) for owner in owners)
            found.append(replace(end, owners=shown))
    return sorted(found, key=lambda due: (due.day, due.kind, due.id, due.field))


def owners_by_id(records: Iterable[Loaded]) -> dict[str, tuple[str, ...]]:
    """Who has to act on each record, as `find` names them."""
    by_id = {one.record.id: one for one in records}
    return {id_: tuple(_named(owner, by_id) for owner in _owners(one)) for id_, one in by_id.items()}


_End = tuple[Loaded, Due, Any]


def _ends(one: Loaded, today: date) -> Iterator[_End]:
    """Every end that a record holds in a part that is not settled, with what tells whether another follows it."""
    values = one.record.model_dump(mode="json")
    for path, node, value, header in _walk(values, forms.parts(one.kind), {"en": "", "zh": ""}, today):
        said = node.get(FORM, {}).get("due")
        if isinstance(value, str) and forms.choice(node).get("format") == "date" and is_end(path[-1], said):
            field = ".".join(path)
            label = KINDS[one.kind].label
            end = Due(one.kind, one.record.id, field, label, header, date.fromisoformat(value), ())
            yield one, end, (one.kind, path[-1]) if said == "last" else _series(one, values, path)


def _walk(
    values: Mapping[str, Any],
    nodes: Mapping[str, Any],
    above: Mapping[str, str],
    today: date,
    before: tuple[str, ...] = (),
) -> Iterator[tuple[tuple[str, ...], Mapping[str, Any], Any, Mapping[str, str]]]:
    for name, node in nodes.items():
        value, inner = values.get(name), forms.choice(node)
        header = {lang: f"{above[lang]} {forms.node_header(name, node, lang)}".strip() for lang in above}
        path = (*before, name)
        if isinstance(value, dict) and "properties" in inner:
            yield from _walk(value, inner["properties"], header, today, path)
        elif isinstance(value, list) and "properties" in inner.get("items", {}):
            for number, part in enumerate(value, start=1):
                numbered = {lang: f"{text} {number}" for lang, text in header.items()}
                if not _says_settled(part, today):
                    yield from _walk(
                        part, inner["items"]["properties"], numbered, today, (*path, str(number))
                    )
        else:
            yield path, node, value, header


def _series(one: Loaded, values: Mapping[str, Any], path: tuple[str, ...]) -> Any:
    """What a record has in common with those that follow it: whom it refers to, and its words from lists."""
    if len(path) > 1:
        return one.record.id, path
    nodes = forms.parts(one.kind)
    same = {name for name, node in nodes.items() if "enum" in forms.choice(node)} | set(
        KINDS[one.kind].refers
    )
    if not KINDS[one.kind].refers:
        return one.record.id, path
    return one.kind, path, tuple((name, str(values[name])) for name in sorted(same))


def _latest(ends: Iterable[_End]) -> dict[Any, date]:
    found: dict[Any, date] = {}
    for _, end, key in ends:
        found[key] = max(end.day, found.get(key, end.day))
    return found


def _is_settled(one: Loaded, today: date) -> bool:
    return _says_settled(one.record.model_dump(mode="json"), today)


def _says_settled(values: Mapping[str, Any], today: date) -> bool:
    """Whether a day that is past says that a record, or a part of one, is over; days compare as text."""
    said = (values.get(name) for name in SETTLED)
    return any(value is True or (isinstance(value, str) and value <= today.isoformat()) for value in said)


def _owners(one: Loaded) -> tuple[str, ...]:
    """Those who have to act on a record: itself where it is of somebody, else the people and posts that it refers to.

    Where it refers to none, as an agreement with a party does, whatever else it refers to has to do.
    """
    if KINDS[one.kind].answers:
        return (one.record.id,)
    references = list(one.record.references())
    answering = [target for _, kind, target in references if KINDS[kind].answers]
    return tuple(dict.fromkeys(answering or [target for _, _, target in references]))


def _named(owner: str, by_id: Mapping[str, Loaded]) -> str:
    """An owner, with the first of those whom it refers to in turn: `POST-01 (P-002)`."""
    if owner not in by_id:
        return owner
    record = by_id[owner].record
    behind = next((target for _, kind, target in record.references() if KINDS[kind].answers), None)
    return f"{owner} ({behind})" if behind else owner
