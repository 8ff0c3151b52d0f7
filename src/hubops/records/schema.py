"""The evidence schema of records, derived from the models: `policies/schemas/records.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from hubops.records.kinds import KINDS

_DROPPED = {"title", "default"}


def evidence_schema() -> dict[str, Any]:
    """JSON schema of the `records` section: one list per kind, every field present, nothing else allowed."""
    unreadable = {
        "type": "array",
        "items": _object({"what": {"type": "string"}, "why": {"type": "string"}}),
    }
    kinds = {
        name: {"type": "array", "items": _plain(model.model_json_schema(mode="serialization"))}
        for name, model in KINDS.items()
    }
    section = _object({"hub": {"type": "string"}, **kinds, "unreadable": unreadable})
    return {"$schema": "http://json-schema.org/draft-07/schema#", **section}


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
            node = {
                **definitions[node["$ref"].rpartition("/")[2]],
                **{k: v for k, v in node.items() if k != "$ref"},
            }
        if "properties" in node:
            words = {key: node[key] for key in ("description",) if key in node}
            return {**words, **_object({name: plain(field) for name, field in node["properties"].items()})}
        return {key: plain(value) for key, value in node.items() if key not in _DROPPED}

    result: dict[str, Any] = plain(schema)
    return result


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(
        json.dumps(evidence_schema(), indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
    )
