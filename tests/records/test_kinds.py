"""Every kind explains itself in both languages, and the evidence schema is made from the models."""

import json
import re
from typing import Any

import pytest

from hubops import bundle, records
from hubops.records.base import Record
from hubops.records.schema import evidence_schema

SCHEMA = evidence_schema()


def test_the_schema_of_the_evidence_is_that_of_the_models() -> None:
    written = json.loads((bundle.find().schemas / "records.json").read_text(encoding="utf-8"))
    assert written == SCHEMA, "stale: run make docs"


@pytest.mark.parametrize("model", records.KINDS.values(), ids=records.KINDS.keys())
def test_a_kind_and_its_fields_are_explained_in_both_languages(model: type[Record]) -> None:
    assert re.search(r"[\u4e00-\u9fff]", model.label.zh)
    for name, field in model.model_json_schema(mode="serialization")["properties"].items():
        assert field.get("description"), name
        assert re.search(r"[\u4e00-\u9fff]", field.get("description_zh", "")), name


@pytest.mark.parametrize("model", records.KINDS.values(), ids=records.KINDS.keys())
def test_references_are_fields_that_name_kinds(model: type[Record]) -> None:
    assert set(model.refers) <= set(model.model_fields)
    assert set(model.refers.values()) <= set(records.KINDS)


def test_the_schema_leaves_nothing_open() -> None:
    def objects(node: Any) -> list[dict[str, Any]]:
        if isinstance(node, list):
            return [found for entry in node for found in objects(entry)]
        if not isinstance(node, dict):
            return []
        inner = [found for entry in node.values() for found in objects(entry)]
        return [node, *inner] if node.get("type") == "object" else inner

    for one in objects(SCHEMA):
        assert one["additionalProperties"] is False
        assert one["required"] == list(one["properties"])
    assert "$ref" not in json.dumps(SCHEMA)
