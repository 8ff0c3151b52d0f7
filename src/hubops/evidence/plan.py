"""The `plan` section: what a Pulumi preview says a stack would become (`policies/schemas/plan.json`).

Three things must not get lost on the way from preview to control:

- A value that is known only after deployment is never taken for absent. It is `unknown` in
  `properties`, null in a host's facts and named in the host's `unknown`; where controls judge that
  fact, it is also `unreadable`, so that no control passes on it.
- A secret never enters evidence. What Pulumi encrypts is `secret`; a value that stands open but is
  named or looks like a secret is `known` with `sensitive` and its text withheld.
- A preview lists no unchanged resources unless asked to; what it counts but does not list is `unreadable`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from enum import Enum
from typing import Any

from hubops import __version__
from hubops.errors import BrokenInput
from hubops.model import Evidence, Json, SubjectKind, Text, digest, timestamp

SECTION = "plan"

_SIGNATURE = "4dabf18193072939515e22adb298388d"  # the key by which Pulumi marks values that are not plain
_SECRET = "1b47061264138c4ac30d75fd1eb44270"  # noqa: S105 - the mark, not a secret
_OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4"
_SHOWN_SECRET = "[secret]"  # noqa: S105
_UNKNOWN = frozenset(  # Pulumi's placeholders for a value still to be computed, one for each of its types
    {
        "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
        "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
        "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
        "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
        "030794c1-ac77-496b-92df-f27374a8bd58",
        "e48ece36-62e2-4504-bad9-02848725956a",
        "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
    }
)
_INTERNAL = frozenset({"__provider", "__defaults", "__internal"})  # the first is a dynamic resource's pickle
_SENSITIVE_NAME = re.compile(
    r"(^|_)(passwords?|passwd|passphrase|secrets?|tokens?|credentials?|private_?key|api_?key|access_?key)$"
)
_SENSITIVE_VALUE = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|://[^/\s:@]+:[^/\s:@]+@")
_MAX_VALUE = 2000
_MAX_PROPERTIES = 1000
_REPLACING = frozenset({"replace", "create-replacement", "delete-replaced"})  # the steps of one replacement
_PROVIDER = "pulumi:providers:"

# A host's facts and their types. Addresses are often known only after deployment; no control needs them.
_FACTS: dict[str, type] = {
    "platform": str,
    "zone": str,
    "role": str,
    "owner": str,
    "environment": str,
    "image": str,
    "address": str,
    "privileged": bool,
    "holds_data": bool,
    "capabilities": list,
}
_UNJUDGED = frozenset({"address", "environment"})
_TELLING = frozenset({"platform", "image", "privileged", "capabilities"})  # inputs that only hosts have

Unreadable = list[dict[str, str]]
Planned = tuple[str, Mapping[str, Json], dict[str, Any]]  # URN, step, inputs with hidden values marked


class _Hidden(Enum):
    """What stands for a value that a preview does not show."""

    UNKNOWN = "unknown"
    SECRET = "secret"  # noqa: S105 - the name of a kind of value


def section(stack: str, preview: Mapping[str, Json], *, collected_at: str | None = None) -> Evidence:
    """The evidence on `stack` in a preview as `pulumi preview --json` writes it (`steps`, `changeSummary`).

    `collected_at` is RFC 3339 in UTC, now by default. Raises BrokenInput where `preview` has no steps or
    no summary, or one of its steps is none.
    """
    steps = _steps(stack, preview)
    unreadable: Unreadable = []
    planned = [(urn, step, _inputs(step)) for urn, step in sorted(steps.items())]
    resources = [_resource(urn, step, inputs, unreadable) for urn, step, inputs in planned]
    hosts = [_host(urn, step, inputs, unreadable) for urn, step, inputs in _hosts(planned)]
    counted = sum(count for count in preview["changeSummary"].values() if isinstance(count, int))
    if counted > len(resources):
        why = f"the preview counts {counted} and lists {len(resources)}"
        unreadable.append({"what": "resources", "why": why})
    return _evidence(
        stack,
        collected_at,
        data={
            "stack": stack,
            "project": next((urn.split("::")[1] for urn in steps), ""),
            "hosts": hosts,
            "resources": resources,
            "unreadable": unreadable,
        },
    )


def broken(stack: str, why: Text, *, collected_at: str | None = None) -> Evidence:
    """The evidence on `stack` when it could not be previewed: no control on it passes."""
    return _evidence(stack, collected_at, error=why)


def _evidence(stack: str, collected_at: str | None, **content: Any) -> Evidence:
    return Evidence(
        subject=stack,
        subject_kind=SubjectKind.STACK,
        section=SECTION,
        collected_at=collected_at or timestamp(),
        collector=f"hubops/{__version__}",
        source="pulumi preview",
        **content,
    )


def _steps(stack: str, preview: Mapping[str, Json]) -> dict[str, Mapping[str, Json]]:
    """One step for each resource, by URN: of a replacement the step that shows what comes of it."""
    listed = preview.get("steps")
    if not isinstance(listed, list) or not isinstance(preview.get("changeSummary"), dict):
        raise BrokenInput(
            f"the preview of stack {stack} is broken: it lacks `steps` or `changeSummary`",
            f"资源栈 {stack} 的预览有误：缺少 `steps` 或 `changeSummary`",
        )
    steps: dict[str, Mapping[str, Json]] = {}
    for number, step in enumerate(listed):
        if not isinstance(step, dict) or str(step.get("urn")).count("::") < 3 or not step.get("op"):
            raise BrokenInput(
                f"the preview of stack {stack} is broken: step {number} has no `urn` or no `op`",
                f"资源栈 {stack} 的预览有误：步骤 {number} 缺少 `urn` 或 `op`",
            )
        if _type(step["urn"]).startswith(_PROVIDER):
            continue
        if step["op"] in _REPLACING:
            step = {**step, "op": "replace"}
        if step["urn"] not in steps or step.get("newState"):
            steps[step["urn"]] = step
    return steps


def _type(urn: str) -> str:
    """A resource's own type, without those of its parents."""
    return urn.split("::")[2].rpartition("$")[2]


def _hosts(planned: list[Planned]) -> list[Planned]:
    """What is a host, by what it says of itself rather than by its type; a component gives way to its parts."""
    hosts = [one for one in planned if _TELLING & one[2].keys()]
    parents = {_state(step).get("parent") for _, step, _ in hosts}
    return [one for one in hosts if one[0] not in parents]


def _state(step: Mapping[str, Json]) -> Mapping[str, Json]:
    """What the resource is to be; what it was, where it is to go."""
    return step.get("newState") or step.get("oldState") or {}


def _inputs(step: Mapping[str, Json]) -> dict[str, Any]:
    """A resource's inputs with hidden values marked; outputs are never read, they hold what providers return."""
    inputs = _marked(_state(step).get("inputs") or {})
    return inputs if isinstance(inputs, dict) else {}


def _marked(value: Json) -> Any:
    if isinstance(value, str) and value in _UNKNOWN:
        return _Hidden.UNKNOWN
    if value == _SHOWN_SECRET:
        return _Hidden.SECRET
    if isinstance(value, list):
        return [_marked(entry) for entry in value]
    if not isinstance(value, dict):
        return value
    signature = value.get(_SIGNATURE)
    if signature == _SECRET or (signature == _OUTPUT and value.get("secret")):
        return _Hidden.SECRET
    if signature == _OUTPUT:
        return _marked(value["value"]) if "value" in value else _Hidden.UNKNOWN
    if signature is not None:  # a file: its content is not ours to keep
        return {"hash": str(value.get("hash", ""))}
    return {str(key): _marked(entry) for key, entry in value.items() if key not in _INTERNAL}


def _resource(
    urn: str, step: Mapping[str, Json], inputs: Mapping[str, Any], unreadable: Unreadable
) -> dict[str, Json]:
    """What can be said of any resource: its step and every input as a path and a text."""
    name = urn.rpartition("::")[2]
    properties: list[dict[str, Json]] = []
    for path, leaf, sensitive in _leaves(inputs, "", False):
        if len(properties) == _MAX_PROPERTIES:
            unreadable.append({"what": name, "why": f"it has more than {_MAX_PROPERTIES} properties"})
            break
        properties.append(_property(path, leaf, sensitive))
        if sensitive and leaf is _Hidden.UNKNOWN:
            why = "known only after deployment, and so is whether it is encrypted"
            unreadable.append({"what": f"{name}.{path}", "why": why})
    state = _state(step)
    return {
        "urn": urn,
        "name": name,
        "type": _type(urn),
        "op": step["op"],
        "protect": state.get("protect") is True,
        "parent": state.get("parent") or None,
        "properties": properties,
    }


def _leaves(value: Any, path: str, sensitive: bool) -> Iterator[tuple[str, Any, bool]]:
    """Each value that holds no others, as (path, value, whether a name on its path says it is a secret)."""
    if isinstance(value, Mapping) and value:
        for key, entry in sorted(value.items()):
            spelt = key if re.fullmatch(r"[\w-]+", key) else json.dumps(key, ensure_ascii=False)
            yield from _leaves(entry, f"{path}.{spelt}" if path else spelt, sensitive or _names_secret(key))
    elif isinstance(value, list) and value:
        for number, entry in enumerate(value):
            yield from _leaves(entry, f"{path}[{number}]", sensitive)
    elif path:
        yield path, value, sensitive


def _names_secret(key: str) -> bool:
    words = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", key).replace("-", "_").lower()
    return bool(_SENSITIVE_NAME.search(words))


def _property(path: str, leaf: Any, sensitive: bool) -> dict[str, Json]:
    """A value in its text form; one that is longer than 2000 characters is named by its digest."""
    if isinstance(leaf, _Hidden):
        return {"path": path, "kind": leaf.value, "value": None, "sensitive": sensitive}
    text = leaf if isinstance(leaf, str) else json.dumps(leaf, ensure_ascii=False)
    # An empty or absent value is no secret, whatever its name.
    sensitive = (sensitive and leaf not in (None, "", [], {})) or bool(_SENSITIVE_VALUE.search(text))
    shown = text if len(text) <= _MAX_VALUE else digest(text)
    return {"path": path, "kind": "known", "value": None if sensitive else shown, "sensitive": sensitive}


def _host(
    urn: str, step: Mapping[str, Json], inputs: Mapping[str, Any], unreadable: Unreadable
) -> dict[str, Json]:
    """What a host is to be, typed; a fact that is not given is null, one that is not known is in `unknown`."""
    name = urn.rpartition("::")[2]
    facts: dict[str, Json] = {}
    unknown = []
    if step["op"] == "replace" and (step.get("oldState") or {}).get("inputs", {}).get("holds_data") is True:
        inputs = {
            **inputs,
            "holds_data": True,
        }  # what is made anew loses what it held, whatever it is to hold
    for fact, kind in _FACTS.items():
        value = inputs.get(fact)
        problem = _problem(value, kind)
        facts[fact] = None if problem else _sorted(value)
        if problem:
            unknown.append(fact)
            if fact not in _UNJUDGED and step["op"] != "delete":
                unreadable.append({"what": f"{name}.{fact}", "why": problem})
    return {
        "urn": urn,
        "name": name,
        "op": step["op"],
        "protect": _state(step).get("protect") is True,
        **facts,
        "unknown": unknown,
    }


def _problem(value: Any, kind: type) -> str | None:
    """Why a value cannot be taken for a fact of this type."""
    if value is None:
        return None
    if value is _Hidden.SECRET:
        return "it is a secret"
    parts: list[Any] = value if isinstance(value, list) else [value]
    if any(isinstance(part, _Hidden) for part in parts):
        return "known only after deployment"
    if not isinstance(value, kind) or (kind is list and not all(isinstance(part, str) for part in parts)):
        return f"it is not {'a list of text' if kind is list else 'text' if kind is str else 'true or false'}"
    return None


def _sorted(value: Any) -> Json:
    return sorted(value) if isinstance(value, list) else value
