"""The published form: exact fields, one order, read back without loss, refused when altered."""

from __future__ import annotations

import json
import random
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings

from hubops.errors import BrokenInput
from hubops.model import Status
from hubops.reports import Report
from hubops.reports.json import controls_json, in_order, load, render
from hubops.reports.schemas import schemas, write
from tests.reports import sample
from tests.reports.strategies import reports

PUBLISHED = Path(__file__).parents[2] / "docs" / "schemas"


def test_the_form_is_the_one_that_others_rely_on() -> None:
    form = json.loads(render(sample.report()))
    assert list(form) == ["schema", "run", "summary", "subjects", "findings"]
    assert form["schema"] == "hubops/results/1"
    assert list(form["run"]) == ["id", "started", "finished", "bundle", "as_of"]
    assert set(form["summary"]) == {status.value for status in Status}
    assert set(form["findings"][0]) == {
        "control", "subject", "subject_kind", "status", "severity", "requirements", "items", "reason",
        "evidence", "remedy", "since",
    }  # fmt: skip
    failing = next(f for f in form["findings"] if f["status"] == "fail")
    assert set(failing["items"][0]) == {"item", "expected", "actual"}
    assert set(failing["evidence"][0]) == {"section", "digest", "collected_at"}
    order = [(f["control"], f["subject_kind"], f["subject"]) for f in form["findings"]]
    assert order == sorted(order)


def test_the_order_of_findings_makes_no_difference() -> None:
    results = sample.results()
    mixed = list(results.findings)
    random.Random(7).shuffle(mixed)
    other = results.model_copy(update={"findings": tuple(mixed), "subjects": results.subjects[::-1]})
    assert render(Report(other, {})) == render(Report(results, {}))


@given(reports())
@settings(deadline=None, max_examples=60)
def test_what_was_written_is_read_back(report: Report) -> None:
    text = render(report)
    assert load(text) == in_order(report.results)
    assert render(Report(load(text), {})) == text
    jsonschema.validate(json.loads(text), json.loads(schemas()["results.json"]))


def test_controls_are_listed_as_others_rely_on() -> None:
    listed = json.loads(controls_json(sample.CONTROLS))
    fields = ["id", "title", "title_zh", "subject", "severity", "requirements", "evidence", "remedy"]
    assert list(listed[0]) == fields
    assert [control["id"] for control in listed] == sorted(sample.CONTROLS)
    jsonschema.validate(listed, json.loads(schemas()["controls.json"]))


@pytest.mark.parametrize("name", schemas())
def test_the_published_schemas_are_what_the_models_say(name: str) -> None:
    assert (PUBLISHED / name).read_text(encoding="utf-8") == schemas()[name], (
        "stale: run python -m hubops.reports.schemas"
    )
    jsonschema.Draft202012Validator.check_schema(json.loads(schemas()[name]))


def test_the_schema_refuses_what_is_not_of_the_form() -> None:
    schema = json.loads(schemas()["results.json"])
    whole = json.loads(render(sample.report()))
    for broken in (
        whole | {"extra": 1},
        whole | {"schema": "hubops/results/2"},
        whole | {"summary": {"pass": 1}},
        {key: value for key, value in whole.items() if key != "run"},
        whole | {"findings": [whole["findings"][0] | {"status": "maybe"}]},
    ):
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(broken, schema)


def test_the_schemas_are_written_into_a_folder(tmp_path: Path) -> None:
    assert sorted(path.name for path in write(tmp_path / "new")) == ["controls.json", "results.json"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        (b"\xff\xfe\x00", "not JSON"),
        ("[]", "the document"),
        ("{}", "run: Field required"),
        ('{"schema": "hubops/results/9"}', "schema: Input should be 'hubops/results/1'"),
    ],
)
def test_what_is_no_result_is_told(text: str | bytes, said: str) -> None:
    with pytest.raises(BrokenInput, match=said):
        load(text)


def test_a_summary_that_does_not_count_its_findings_is_told() -> None:
    form = json.loads(render(sample.report()))
    form["findings"] = [f for f in form["findings"] if f["status"] != "fail"]
    with pytest.raises(BrokenInput, match="altered: the summary says fail 15"):
        load(json.dumps(form))
