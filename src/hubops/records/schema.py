"""The evidence schema of records, derived from the models: `policies/schemas/records.json`."""

from __future__ import annotations

from typing import Any

from hubops.records.base import FORM
from hubops.records.kinds import KINDS

_DROPPED = {"title", "default", FORM}


def evidence_schema() -> dict[str, Any]:
    """JSON schema of the `records` section: one list per kind, every field present, nothing else allowed."""
    unreadable = {
        "type": "array",
        "items": _object({"what": {"type": "string"}, "why": {"type": "string"}}),
    }
    kinds = {
        name: {
            "type": "array",
            "description": model.label.en,
            "description_zh": model.label.zh,
            "items": _plain(model.model_json_schema(mode="serialization")),
        }
        for name, model in KINDS.items()
    }
    section = _object({"hub": {"type": "string"}, **kinds, "unreadable": unreadable})
    words = {
        "description": "What people recorded, one list a kind.",
        "description_zh": "人员登记的记录，每类一个列表。",
    }
    return {"$schema": "http://json-schema.org/draft-07/schema#", **words, **section}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _plain(schema: dict[str, Any]) -> dict[str, Any]:
    """A model's schema in the subset that OPA's type checker reads: no references, nothing optional."""
    definitions = schema.pop("$defs", {})

    def plain(node: Any) -> Any:
        if isinstance(node, list):
            return [plain(entry) for entry in node]
        if not isinstance(node, dict):
            return node
        if "$ref" in node:
            model = definitions[node["$ref"].rpartition("/")[2]]
            # A field says itself what it means; its model's docstring is for programmers.
            node = {**{k: v for k, v in model.items() if k != "description"}, **node}
            del node["$ref"]
        if "properties" in node:
            words = {key: node[key] for key in ("description", "description_zh") if key in node}
            return {**words, **_object({name: plain(field) for name, field in node["properties"].items()})}
        return {key: plain(value) for key, value in node.items() if key not in _DROPPED}

    result: dict[str, Any] = plain(schema)
    return result
