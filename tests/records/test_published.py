"""The published schemas are current, explain themselves in both languages, and take what the loader takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from jsonschema import Draft7Validator, FormatChecker
from pydantic import ValidationError

from hubops import bundle
from hubops.records import KINDS, example, forms, importing, published

every_kind = pytest.mark.parametrize("kind", KINDS)
FOLDER = bundle.find().root / "docs/schemas/records"


@every_kind
def test_a_schema_is_current(kind: str) -> None:
    written = json.loads((FOLDER / f"{kind}.json").read_text(encoding="utf-8"))
    assert written == published.schema(kind), "stale: run make docs"


def test_there_is_no_schema_of_a_kind_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.json")} == set(KINDS)


@every_kind
def test_every_field_is_explained_in_both_languages(kind: str) -> None:
    def fields(node: Any) -> Iterator[tuple[str, Any]]:
        if isinstance(node, dict):
            yield from node.get("properties", {}).items()
            for inner in node.values():
                yield from fields(inner)
        elif isinstance(node, list):
            for inner in node:
                yield from fields(inner)

    schema = published.schema(kind)
    Draft7Validator.check_schema(schema)
    found = list(fields(schema))
    assert found
    for name, node in found:
        if name not in {"en", "zh"}:
            assert re.search("[A-Za-z].* / .*[\u4e00-\u9fff]", node["description"]), name


values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text("abAB-1 编", max_size=8) | st.dates().map(str)
    | st.sampled_from(["2026-03-01", "2026-02-30", "0026-03-01", "2026-03-01T00:00:00", "P-001", "x" * 65, "a" * 64]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["en", "zh", "name", "path"]), inner, max_size=3),
    max_leaves=5,
)  # fmt: skip


def sample(kind: str) -> dict[str, Any]:
    fields = importing.Fields()
    given_ = example.cells_of(kind)
    for column in forms.form(kind).columns:
        fields.put(column, given_.get(column.name))
    return fields.whole()


def by_loader(kind: str, record: Any) -> bool:
    """Whether the model takes the record; what joins fields, as the order of two days, no schema can say."""
    try:
        KINDS[kind].model_validate_json(json.dumps(record))
    except ValidationError as error:
        return all(fault["type"] == "value_error" and not _is_of_a_field(fault) for fault in error.errors())
    return True


def _is_of_a_field(fault: Any) -> bool:
    """Whether a value alone is at fault: a validator of a whole record or part is given all of it."""
    return not isinstance(fault["input"], dict)


def by_schema(kind: str, record: Any) -> bool:
    return Draft7Validator(published.schema(kind), format_checker=FormatChecker(["date"])).is_valid(record)


@every_kind
def test_a_schema_takes_the_example_alone_and_in_a_list(kind: str) -> None:
    one = sample(kind)
    assert by_schema(kind, one) or not one
    assert by_schema(kind, [one, {**one, "kind": kind}]) or not one
    assert not by_schema(kind, {**one, "kind": "another"})


@every_kind
@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_schema_takes_exactly_what_the_loader_takes(kind: str, data: st.DataObject) -> None:
    record = sample(kind)
    for _ in range(data.draw(st.integers(1, 2))):
        name = data.draw(st.sampled_from([*KINDS[kind].model_fields, "another"]))
        if data.draw(st.booleans()) and name in record:
            del record[name]
        else:
            record[name] = data.draw(values)
    assume("\n" not in json.dumps(record))
    assert by_schema(kind, record) == by_loader(kind, record), record
