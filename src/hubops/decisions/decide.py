"""Asks OPA about many controls on many subjects, and remembers answers by what they depend on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from hubops.decisions.server import OpaServer, Refused, ServerGone
from hubops.errors import DecisionFailed
from hubops.model import Control, Decision, Item, Json, Text, canonical, digest

Cache = MutableMapping[str, Decision]
_VERDICTS = "lib/batch/verdicts"


@dataclass(frozen=True)
class Question:
    """One control on one subject. `sections` holds just the sections the control declares."""

    control: Control
    subject: str
    sections: Mapping[str, Json]
    as_of: str

    @property
    def view(self) -> dict[str, Json]:
        """What the control sees as `input`."""
        return {**self.sections, **({"as_of": self.as_of} if self.control.dated else {})}


def decide(
    server: OpaServer,
    questions: Iterable[Question],
    params: Mapping[str, Any],
    cache: Cache,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[tuple[str, str], Decision]:
    """As `decide_with`, on a server that is there already."""
    return decide_with(lambda: nullcontext(server), questions, params, cache, progress)


def decide_with(
    opa: Callable[[], AbstractContextManager[OpaServer]],
    questions: Iterable[Question],
    params: Mapping[str, Any],
    cache: Cache,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> dict[tuple[str, str], Decision]:
    """The decision on each question, by (control, subject).

    What was decided before on the same control, params and evidence is not asked again; `opa` opens a
    server where there is something to ask, and a second one where the first died at work. A control that
    OPA cannot evaluate gets a decision with its error; the others are unharmed. Raises DecisionFailed when
    OPA itself is gone, too slow or says what no OPA says. `progress` gets (questions answered, of all).
    """
    asked = list(questions)
    keys = {(q.control.id, q.subject): _key(q, params) for q in asked}
    answers: dict[tuple[str, str], Decision] = {}
    left: dict[str, list[Question]] = {}
    for question in asked:
        name = (question.control.id, question.subject)
        known = cache.get(keys[name])
        if known is None:
            left.setdefault(question.subject, []).append(question)
        else:
            answers[name] = known

    def ask(server: OpaServer) -> None:
        _tell_params(server, params)
        for subject in list(left):
            answers.update(_decide(server, left[subject], keys, cache))
            del left[subject]
            progress(len(answers), len(asked))

    progress(len(answers), len(asked))
    if left:
        try:
            with opa() as server:
                ask(server)
        except ServerGone:
            with opa() as server:
                ask(server)
    return answers


def _decide(
    server: OpaServer, group: list[Question], keys: Mapping[tuple[str, str], str], cache: Cache
) -> dict[tuple[str, str], Decision]:
    """The decisions on one subject. Hosts that are alike share them: a later one finds those of the first."""
    subject = group[0].subject
    known = {q.control.id: cache.get(keys[q.control.id, subject]) for q in group}
    answers = {id_: decision for id_, decision in known.items() if decision}
    made = {d.control: d for d in _ask(server, [q for q in group if q.control.id not in answers])}
    cache.update({keys[id_, subject]: d for id_, d in made.items() if d.error is None})
    return {(id_, subject): decision for id_, decision in (answers | made).items()}


def _tell_params(server: OpaServer, params: Mapping[str, Any]) -> None:
    """Sends the thresholds and reads them back: without them, comparisons are undefined and deny nothing."""
    server.tell("params", params)
    if server.query("params", None) != params:
        raise DecisionFailed(
            f"OPA at {server.whence} did not take the controls' params",
            f"{server.whence} 的 OPA 未接受控制项参数",
        )


def _key(question: Question, params: Mapping[str, Any]) -> str:
    domain, _, name = question.control.id.partition("/")
    return digest([question.control.digest, params.get(domain, {}).get(name, {}), question.view])


def _ask(server: OpaServer, group: list[Question]) -> list[Decision]:
    """All controls of one subject in one request; one by one if that fails, to find the culprit."""
    if not group:
        return []
    if len({canonical(value) for q in group for value in [q.as_of]}) > 1:
        raise ValueError("questions of one run have one date")
    try:
        verdicts = _verdicts(server, group)
    except Refused as error:
        if len(group) == 1:
            _ensure_alive(server)
            return [Decision(control=group[0].control.id, error=str(error))]
        return [decision for question in group for decision in _ask(server, [question])]
    return [_read(question.control.id, verdicts.get(question.control.id)) for question in group]


def _verdicts(server: OpaServer, group: list[Question]) -> Mapping[str, Any]:
    evidence: dict[str, Json] = {}
    for question in group:
        evidence.update(question.view)
    asked = {"controls": [q.control.id for q in group], "evidence": evidence}
    answer = server.query(_VERDICTS, asked)
    return answer if isinstance(answer, Mapping) else {}


def _ensure_alive(server: OpaServer) -> None:
    """Raises DecisionFailed when it is OPA that is broken and not the control."""
    server.query(_VERDICTS, {"controls": [], "evidence": {}})


def _read(control: str, verdict: Any) -> Decision:
    """The verdict as a decision; a missing or misshapen one is an error, never a pass."""
    if verdict is None:
        return Decision(control=control, error="OPA holds no such control, or its `deny` is undefined")
    try:
        if not isinstance(verdict["denials"], list):  # anything else that is empty would look like a pass
            raise TypeError(f"`deny` is {verdict['denials']!r}")
        denials = sorted(
            (Item(**denial) for denial in verdict["denials"]), key=lambda i: canonical(i.model_dump())
        )
        reason = verdict["not_applicable"]
        return Decision(
            control=control, denials=tuple(denials), not_applicable=None if reason is None else Text(**reason)
        )
    except (KeyError, TypeError, ValidationError) as error:
        return Decision(control=control, error=f"its verdict is not {{item, expected, actual}}: {error}")
