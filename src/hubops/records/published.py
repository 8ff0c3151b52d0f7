"""The JSON schema of each kind's files, for editors that complete and check while people write."""

from __future__ import annotations

from typing import Any

from hubops.records import forms
from hubops.records.base import FORM
from hubops.records.kinds import KINDS

_DROPPED = {"title", "default", FORM}


def schemas() -> dict[str, dict[str, Any]]:
    """The schema of a file of each kind: a record, or a list of records."""
    return {kind: schema(kind) for kind in KINDS}


def schema(kind: str) -> dict[str, Any]:
    """What a file of the kind may hold, but for what joins fields, files and records: order of days, references.

    Descriptions are in English and Chinese at once, because an editor shows one text.
    """
    model = KINDS[kind]
    record = _shown(forms.resolved(model.model_json_schema(mode="validation")))
    record["properties"] = {
        "kind": {
            "const": kind,
            "description": "Kind of record; the file's name says it too / 记录种类，也可由文件名表明",
        },
        **record["properties"],
    }
    record["description"] = f"{model.label.en} / {model.label.zh}"
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"{model.label.en} / {model.label.zh}",
        "anyOf": [
            {"$ref": "#/definitions/record"},
            {"type": "array", "items": {"$ref": "#/definitions/record"}},
        ],
        "definitions": {"record": record},
    }


def _shown(node: Any) -> Any:
    """The schema as an editor shows it: descriptions in both languages, and nothing that it has no use for."""
    if isinstance(node, list):
        return [_shown(entry) for entry in node]
    if not isinstance(node, dict):
        return node
    found: dict[str, Any] = {}
    for key, value in node.items():
        if key in {"properties", "definitions"}:
            found[key] = {name: _shown(inner) for name, inner in value.items()}
        elif key not in _DROPPED and not key.startswith("description"):
            found[key] = _shown(value)
    if "description_zh" in node:  # what has none is a docstring, which is for programmers
        found["description"] = f"{node['description']} / {node['description_zh']}"
    if found.get("type") == "object" and "additionalProperties" not in found:
        found["additionalProperties"] = False
    return found
