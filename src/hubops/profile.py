"""A city's tailoring: which standards it answers to, its thresholds, and what does not apply to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated

from pydantic import Field

from hubops import documents
from hubops.documents import Document
from hubops.errors import HubopsError, unknown_name
from hubops.model import Control, Frozen, Json, Parameter, Said, Text
from hubops.standards import Standard


class Exclusion(Frozen):
    """A requirement that does not apply to this hub, why, and who approved that (a person's or post's id)."""

    requirement: str
    reason: Said
    approver: Annotated[str, Field(min_length=1)]

    @property
    def why(self) -> Text:
        """The reason with who approved it."""
        return Text(
            en=f"{self.reason.en} (approved by {self.approver})",
            zh=f"{self.reason.zh}（批准人：{self.approver}）",
        )


class Profile(Frozen):
    """What `profile.yaml` holds; without the file all standards count, with the controls' own thresholds."""

    standards: tuple[str, ...] | None = None
    params: dict[str, dict[str, Json]] = Field(default_factory=dict)
    not_applicable: tuple[Exclusion, ...] = ()


@dataclass(frozen=True)
class Lax:
    """A threshold that is laxer than the standard allows, and where it is written; it needs a waiver."""

    control: str
    param: str
    value: Json
    where: str

    @property
    def item(self) -> str:
        """What a waiver calls it."""
        return f"params.{self.param}"


@dataclass(frozen=True)
class Tailored:
    """Standards and controls as a profile makes them.

    `controls` judge by what the standard allows at most, even where the profile asks for laxer: what is
    laxer is in `lax`. `excluded` says of a control why it does not apply. `variables` are the thresholds
    that the profile sets, as the roles' variables.
    """

    standards: Mapping[str, Standard]
    controls: Mapping[str, Control]
    excluded: Mapping[str, Text] = field(default_factory=dict)
    exclusions: tuple[Exclusion, ...] = ()
    lax: tuple[Lax, ...] = ()
    variables: Mapping[str, Json] = field(default_factory=dict)


def load(path: Path, standards: Mapping[str, Standard], controls: Mapping[str, Control]) -> Tailored:
    """The standards and controls, tailored by the profile at `path` if there is one.

    Raises BrokenInput with each fault's file and line: an unknown standard, requirement, control or
    param (the nearest suggested), or a value of another type.
    """
    if not path.is_file():
        return Tailored(standards, controls)
    document = documents.read(path)
    written = {} if document.data is None else document.data
    profile = documents.checked(Profile, document, (), written)
    faults = list(_faults(profile, document, standards, controls))
    if faults:
        raise documents.joined(faults)
    chosen = {id_: standards[id_] for id_ in profile.standards or standards}
    kept = {id_: c for id_, c in _of_standards(controls, chosen).items() if c.requirements}
    lax: list[Lax] = []
    for id_, name, value in _settings(profile, kept):
        parameter = kept[id_].params[name]
        if not within(parameter, value):
            lax.append(Lax(id_, name, value, document.at(("params", id_, name))))
            value = _limit(parameter)
        kept[id_] = kept[id_].with_params({name: value})
    return Tailored(
        chosen,
        kept,
        _excluded(kept, profile.not_applicable, standards),
        profile.not_applicable,
        tuple(lax),
        variables(kept, list(_settings(profile, kept))),
    )


def variables(controls: Mapping[str, Control], settings: list[tuple[str, str, Json]]) -> dict[str, Json]:
    """Thresholds as the variables of the roles that bring them about: `ssh_server_max_auth_tries`."""
    return {
        f"{controls[id_].remedy.role}_{name}": controls[id_].params[name].default
        for id_, name, _ in settings
        if controls[id_].remedy.role
    }


def fits(parameter: Parameter, value: Json) -> bool:
    """Whether a value is of the kind that the default is; a boolean is no number."""
    default = parameter.default
    if isinstance(default, list):
        return isinstance(value, list) and all(
            any(_shape(one) == _shape(known) for known in default) for one in value
        )
    if isinstance(default, float):
        return type(value) in (int, float) and abs(value) < float("inf")
    return type(value) is type(default)


def within(parameter: Parameter, value: Json) -> bool:
    """Whether the standard allows a value that fits: as strict as its bound, or stricter."""
    bound, default = parameter.bound, parameter.default
    if bound is None:
        return True
    if bound.startswith("<="):
        return bool(0 < value <= float(bound[2:]))
    if bound.startswith(">="):
        return bool(value >= float(bound[2:]))
    if bound == "masks":
        octal = isinstance(value, str) and re.fullmatch(r"0?[0-7]{3}", value)
        return bool(octal) and (int(value, 8) & int(default, 8)) == int(str(default), 8)
    if bound == "fixed":
        return bool(value == default)
    if bound == "superset":
        return all(one in value for one in default)
    return all(one in default for one in value) and (len(value) > 0 or bound == "subset_or_empty")


def _limit(parameter: Parameter) -> Json:
    """The laxest value that the standard allows."""
    if parameter.bound and parameter.bound[:2] in {"<=", ">="}:
        number = float(parameter.bound[2:])
        return number if isinstance(parameter.default, float) else int(number)
    return parameter.default


def _shape(value: Json) -> object:
    return sorted(value) if isinstance(value, dict) else type(value)


def _of_standards(controls: Mapping[str, Control], standards: Mapping[str, Standard]) -> dict[str, Control]:
    """The controls with those of their requirements that the standards have."""
    known = {id_ for standard in standards.values() for id_ in standard.requirements}
    return {
        id_: c.model_copy(update={"requirements": tuple(r for r in c.requirements if r in known)})
        for id_, c in controls.items()
    }


def _settings(profile: Profile, controls: Mapping[str, Control]) -> Iterator[tuple[str, str, Json]]:
    """The profile's thresholds as (control, param, value), of controls that its standards need.

    Where several controls judge what one variable of a role brings about, they share the value.
    """
    for id_, params in profile.params.items():
        for name, value in params.items():
            for twin, control in controls.items():
                role = control.remedy.role
                shared = id_ in controls and role and role == controls[id_].remedy.role
                if name in control.params and (twin == id_ or shared):
                    yield twin, name, value


def _excluded(
    controls: Mapping[str, Control], exclusions: tuple[Exclusion, ...], standards: Mapping[str, Standard]
) -> dict[str, Text]:
    """Why a control does not apply: none of its requirements does, nor what it shows through these alone."""
    reasons = {exclusion.requirement: exclusion for exclusion in exclusions}
    through = {
        id_: set(one.shown_by)
        for standard in standards.values()
        for id_, one in standard.requirements.items()
    }
    found = {}
    for id_, control in controls.items():
        mine = {
            requirement: through[requirement] & {*control.requirements}
            for requirement in control.requirements
        }
        if all(requirement in reasons or (by and by <= reasons.keys()) for requirement, by in mine.items()):
            given = [reasons[requirement].why for requirement in mine if requirement in reasons]
            en = "; ".join(dict.fromkeys(why.en for why in given))
            zh = "；".join(dict.fromkeys(why.zh for why in given))
            found[id_] = Text(en=en, zh=zh)
    return found


def _faults(
    profile: Profile, document: Document, standards: Mapping[str, Standard], controls: Mapping[str, Control]
) -> Iterator[Text]:
    for number, id_ in enumerate(profile.standards or ()):
        if id_ not in standards:
            yield _unknown(document.at(("standards", number)), unknown_name("standard", id_, standards))
    known = {id_ for standard in standards.values() for id_ in standard.requirements}
    for number, exclusion in enumerate(profile.not_applicable):
        if exclusion.requirement not in known:
            where = document.at(("not_applicable", number, "requirement"))
            yield _unknown(where, unknown_name("requirement", exclusion.requirement, known))
    for id_, params in profile.params.items():
        if id_ not in controls:
            yield _unknown(document.at(("params", id_)), unknown_name("control", id_, controls))
            continue
        for name, value in params.items():
            where = document.at(("params", id_, name))
            if name not in controls[id_].params:
                yield _unknown(where, unknown_name("param", name, controls[id_].params))
            elif not fits(controls[id_].params[name], value):
                was, told = documents.shown(value), documents.shown(controls[id_].params[name].default)
                yield Text(
                    en=f"{where}: {id_} {name} is {was}; valid: a value like {told}",
                    zh=f"{where}：{id_} 的 {name} 为 {was}；应为类似 {told} 的值",
                )


def _unknown(where: str, error: HubopsError) -> Text:
    return documents.at(where, error.advice)
