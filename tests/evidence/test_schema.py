"""Evidence against its schemas."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hubops import bundle
from hubops.errors import UsageError
from hubops.evidence.schema import checked, sections, validate
from hubops.model import Evidence

SCHEMAS = bundle.find().schemas
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
