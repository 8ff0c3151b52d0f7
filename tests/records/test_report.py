"""What reports and their definitions may not say."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from hubops.records.base import Record
from hubops.records.report import Report
from hubops.records.report_definition import ReportDefinition

DEFINITION: dict[str, Any] = {
    "id": "RDEF-1",
    "title": {"en": "Monthly report", "zh": "月报"},
    "topic": "operation",
    "regime": "REG-1",
    "frequency": "monthly",
    "starts": "2026-07-01",
    "compile_days": 10,
    "archive_days": 10,
    "compiled_by": "POST-1",
    "approved_by": "POST-2",
    "contents": ["sources", "analysis"],
}
REPORT: dict[str, Any] = {
    "id": "RPT-1",
    "definition": "RDEF-1",
    "period": "2026-10",
    "compiled": "2026-11-03",
    "compiled_by": "P-1",
}
SOURCE = {
    "name": "run",
    "starts": "2026-10-01",
    "ends": "2026-10-31",
    "entries": 1,
    "digest": "sha256:" + "0" * 64,
}


def made(model: type[Record], whole: dict[str, Any], **changes: Any) -> Record:
    return model.model_validate_json(json.dumps({**whole, **changes}))


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"starts": "2026-07-02"}, "not the first day of a period"),
        ({"starts": "2026-08-01", "frequency": "quarterly"}, "not the first day of a period"),
        ({"starts": "2026-07-01", "frequency": "yearly"}, "not the first day of a period"),
        ({"ends": "2026-06-30"}, "`ends` is before `starts`"),
        ({"archive_days": 9}, "`archive_days` is less than `compile_days`"),
        ({"compile_days": 0}, "greater than or equal to 1"),
        ({"contents": []}, "at least 1 item"),
        ({"contents": ["weather"]}, "Input should be"),
    ],
)
def test_a_definition_that_no_period_can_follow_is_refused(changes: dict[str, Any], why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        made(ReportDefinition, DEFINITION, **changes)


@pytest.mark.parametrize(("frequency", "starts"), [("quarterly", "2026-10-01"), ("yearly", "2026-01-01")])
def test_a_definition_starts_with_a_period(frequency: str, starts: str) -> None:
    assert made(ReportDefinition, DEFINITION, frequency=frequency, starts=starts).id == "RDEF-1"


@pytest.mark.parametrize("period", ["2026-10", "2026-Q4", "2026"])
def test_a_period_is_a_month_a_quarter_or_a_year(period: str) -> None:
    assert made(Report, REPORT, period=period).id == "RPT-1"


@pytest.mark.parametrize("period", ["2026-13", "2026-00", "2026-Q5", "2026-1", "26", "2026-10-01", 2026, ""])
def test_any_other_period_is_refused(period: Any) -> None:
    with pytest.raises(ValidationError):
        made(Report, REPORT, period=period)


@pytest.mark.parametrize("step", ["submitted", "approved", "archived", "verified"])
def test_a_step_needs_its_day_and_who_took_it(step: str) -> None:
    for changes in ({step: "2026-11-05"}, {f"{step}_by": "P-1"}):
        with pytest.raises(ValidationError, match=f"`{step}` and `{step}_by` go together"):
            made(Report, REPORT, **changes)


def test_an_archived_report_says_where_it_lies_and_its_digest() -> None:
    archived = {"archived": "2026-11-09", "archived_by": "P-1"}
    with pytest.raises(ValidationError, match="go together"):
        made(Report, REPORT, **archived, archive="reports/RPT-1")
    with pytest.raises(ValidationError, match="go together"):
        made(Report, REPORT, digest="0" * 64)
    assert made(Report, REPORT, **archived, archive="reports/RPT-1", digest="0" * 64).id == "RPT-1"


@pytest.mark.parametrize(
    "folder", ["../other", "/etc", "reports/../..", "reports/.hidden", "reports//RPT-1", ""]
)
def test_an_archive_lies_below_the_hub_s_folder(folder: str) -> None:
    archived = {"archived": "2026-11-09", "archived_by": "P-1", "digest": "0" * 64}
    with pytest.raises(ValidationError, match="pattern"):
        made(Report, REPORT, **archived, archive=folder)


def test_a_source_ends_after_it_begins_and_has_a_whole_digest() -> None:
    assert made(Report, REPORT, sources=[SOURCE]).id == "RPT-1"
    with pytest.raises(ValidationError, match="`ends` is before `starts`"):
        made(Report, REPORT, sources=[{**SOURCE, "ends": "2026-09-30"}])
    with pytest.raises(ValidationError, match="pattern"):
        made(Report, REPORT, sources=[{**SOURCE, "digest": "sha256:0"}])
