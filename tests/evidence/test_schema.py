"""Evidence against its schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from examples import example

from hubops import bundle
from hubops.errors import UsageError
from hubops.evidence.schema import checked, sections, validate
from hubops.model import Evidence

SCHEMAS = bundle.find().schemas
EXAMPLES = bundle.find().policies / "controls"
GOOD = {
    "units": [{"name": "a.service", "load": None, "active": "x", "sub": "y", "enabled": None}],
    "failed": [],
}


def _evidence(data: object, error: str | None = None) -> Evidence:
    return Evidence(
        subject="h",
        section="services",
        collected_at="2026-01-01T00:00:00Z",
        collector="c",
        source="s",
        data=data,
        error=error,
    )


def test_good_data_have_no_faults() -> None:
    data = {**GOOD, "unreadable": []}
    assert validate("services", data, SCHEMAS) == []
    assert checked(_evidence(data), SCHEMAS).violation is None


def test_a_fault_names_place_and_value() -> None:
    faults = validate("services", {**GOOD, "failed": ["a", 7], "unreadable": []}, SCHEMAS)
    assert faults == ["services.failed[1]: 7 is not of type 'string'"]


def test_a_section_without_its_unreadable_is_a_violation() -> None:
    assert "'unreadable' is a required property" in str(checked(_evidence(GOOD), SCHEMAS).violation)


def test_a_misspelt_field_is_a_violation() -> None:
    assert "'unit'" in str(checked(_evidence({**GOOD, "unit": [], "unreadable": []}), SCHEMAS).violation)


def test_many_faults_are_counted_not_listed() -> None:
    faults = validate("services", {**GOOD, "failed": list(range(9)), "unreadable": []}, SCHEMAS)
    assert len(faults) == 6
    assert faults[-1] == "and 4 more"


def test_long_values_are_cut() -> None:
    (fault,) = validate("services", {**GOOD, "failed": "x" * 5000, "unreadable": []}, SCHEMAS)
    assert len(fault) < 300


@pytest.mark.parametrize("mode", ["0640\n", "\n0640", "0640 ", "640", "\u0660640"])
def test_a_pattern_holds_to_the_very_end(mode: str) -> None:
    data = json.loads((EXAMPLES / "files/unowned_absent/examples/debian_default.pass.json").read_text())[
        "files"
    ]
    data["identity"][0]["mode"] = mode
    (fault,) = validate("files", data, SCHEMAS)
    assert fault.startswith("files.identity[0].mode: ")


@pytest.mark.parametrize("day", ["2026-02-29", "2026-13-01", "2026-19-39", "2026-00-10", "2026-03-01\n"])
def test_a_day_is_one_of_the_calendar(day: str) -> None:
    data = example(EXAMPLES / "people/roster_covered/examples/every_day.pass.json")["records"]
    data["roster"][0]["ends"] = day
    assert validate("records", data, SCHEMAS)[0].startswith("records.roster[0].ends: ")


def test_evidence_of_a_failure_has_nothing_to_check() -> None:
    assert checked(_evidence(None, "unreachable"), SCHEMAS).violation is None


def test_a_section_without_a_schema_lists_those_that_have_one() -> None:
    with pytest.raises(UsageError, match=r"unknown section 'servces'.*services"):
        validate("servces", {}, SCHEMAS)


@pytest.mark.parametrize("path", sorted(SCHEMAS.glob("*.json")), ids=lambda path: path.stem)
def test_every_section_demands_its_unreadable(path: Path) -> None:
    schema = json.loads(path.read_text(encoding="utf-8"))
    assert path.stem in sections(SCHEMAS)
    assert "unreadable" in schema["required"]
    assert schema["additionalProperties"] is False
