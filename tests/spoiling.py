"""Evidence with something spoilt, and what comes of it on the way that the pipeline goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from sparing import checked

from hubops import bundle, catalog
from hubops.decisions import OpaServer, Question, decide
from hubops.findings import judge
from hubops.model import Control, Evidence, Finding, Json, Status, Subject, moment, params_of

BUNDLE = bundle.find()
CONTROLS = catalog.load(BUNDLE)
PARAMS = params_of(CONTROLS)
CONTENT = {Status.PASS, Status.NOT_APPLICABLE}
Path = tuple[str | int, ...]

GONE = object()  # in place of a value: the place itself is to go


class Case(NamedTuple):
    """Evidence for a control with one thing spoilt at `place`, such as `accounts.users[].uid`; `how` says what."""

    control: Control
    sections: dict[str, Json]
    as_of: str
    place: str
    how: str


def paths(value: Json, path: Path = ()) -> Iterator[tuple[Path, Json]]:
    """Every place below a value with what is there."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in inner:
        yield (*path, key), item
        yield from paths(item, (*path, key))


def place(path: Path) -> str:
    return "".join("[]" if isinstance(step, int) else f".{step}" for step in path).removeprefix(".")


def at(value: Json, path: Path) -> Json:
    for step in path:
        value = value[step]
    return value


def replaced(value: Json, path: Path, new: Json) -> Json:
    """A copy with `new` at the path, or without the path where `new` is `GONE`."""
    copy: Any = list(value) if isinstance(value, list) else dict(value)
    head, *rest = path
    if rest:
        copy[head] = replaced(copy[head], tuple(rest), new)
    elif new is GONE:
        del copy[head]
    else:
        copy[head] = new
    return copy


def spoilt(case: Case, path: Path, new: Json) -> Case:
    how = f"{case.how} {list(path)} {'dropped' if new is GONE else f'= {new!r:.80}'}"
    return Case(case.control, replaced(case.sections, path, new), case.as_of, place(path), how)


def kind(value: Json) -> str:
    """JSON's type of a value; Python takes a boolean for a number."""
    return "number" if type(value) in (int, float) else type(value).__name__


def findings(server: OpaServer, cases: Iterable[Case]) -> list[tuple[Case, Finding]]:
    """What comes of each case on the way that the pipeline goes; cases that share their sections are one subject."""
    cases = list(cases)
    known: dict[tuple[str, int], Evidence] = {}  # most cases share most sections
    held: dict[int, dict[str, Evidence]] = {}
    for case in cases:
        if id(case.sections) not in held:
            held[id(case.sections)] = {
                name: _held(known, name, data).model_copy(update={"collected_at": case.as_of})
                for name, data in case.sections.items()
            }
    questions = [
        Question(c.control, str(id(c.sections)), {n: c.sections[n] for n in c.control.evidence}, c.as_of)
        for c in cases
        if all(_whole(held[id(c.sections)].get(name)) for name in c.control.evidence)
    ]
    decisions = decide(server, questions, PARAMS, {})
    return [
        (
            case,
            judge(
                case.control,
                Subject(name=str(id(case.sections)), kind=case.control.subject),
                held[id(case.sections)],
                decisions.get((case.control.id, str(id(case.sections)))),
                moment(case.as_of),
            ),
        )
        for case in cases
    ]


def _held(known: dict[tuple[str, int], Evidence], name: str, data: Json) -> Evidence:
    """The section as evidence, held against its schema once."""
    if (name, id(data)) not in known:
        raw = Evidence(subject="", section=name, collected_at="", collector="t", source="t", data=data)
        known[name, id(data)] = checked(raw)
    return known[name, id(data)]


def _whole(section: Evidence | None) -> bool:
    return section is not None and section.data is not None and not section.violation
