"""The assessor's workbook: every requirement once, its result in the words of an assessment, nothing made up."""

from __future__ import annotations

import dataclasses
import io
import zipfile
from collections import Counter

import pytest
from openpyxl import load_workbook

from hubops.model import Status, Text, moment
from hubops.reports import FORMATS, Lang, requirements, rows, xlsx
from tests.reports import estate, sample


def book(lang: Lang = "zh", **changed: object):
    shown = dataclasses.replace(estate.report(lang), **changed)
    return load_workbook(io.BytesIO(xlsx.render(shown)))


def lines(sheet) -> dict[str, tuple[str, ...]]:
    return {row[0]: row[1:] for row in sheet.iter_rows(min_row=2, values_only=True)}


def test_each_standard_has_a_sheet_with_every_requirement_once() -> None:
    report = estate.report("zh")
    made = book()
    assert [sheet.title for sheet in made.worksheets] == [
        s.title.zh[:31].replace("/", " ") for s in report.standards.values()
    ]
    for sheet, standard in zip(made.worksheets, report.standards.values(), strict=True):
        ids = [row[0].value for row in sheet.iter_rows(min_row=2)]
        assert ids == list(standard.requirements)


@pytest.mark.parametrize(
    ("lang", "head"),
    [
        ("zh", ["测评项", "要求", "结果", "证据", "问题", "整改建议", "控制项"]),
        ("en", ["Assessment item", "Requirement", "Result", "Evidence", "Problem", "Advice", "Controls"]),
    ],
)
def test_the_columns_are_an_assessor_s(lang: Lang, head: list[str]) -> None:
    for sheet in book(lang).worksheets:
        assert [cell.value for cell in sheet[1]] == head


def test_results_are_those_of_an_assessment_and_conformity_is_shown_by_passes_alone() -> None:
    report = estate.report("zh")
    listed = rows.rows(report)
    seen: Counter[str] = Counter()
    for sheet, group in zip(book().worksheets, requirements.by_standard(report), strict=True):
        found = lines(sheet)
        for standing in group.standings:
            _, result, evidence, problem, advice, controls = found[standing.requirement.id]
            seen[result] += 1
            own = {r.finding.status for r in listed if r.finding.control in standing.controls}
            if result == "符合":
                assert own <= {Status.PASS, Status.NOT_APPLICABLE}
                assert Status.PASS in own
                assert evidence
                assert not problem
            if result == "未测评":
                assert (controls, evidence, problem, advice) == (None,) * 4
            if result in {"不符合", "部分符合"}:
                assert problem
    assert set(seen) >= {"符合", "部分符合", "不符合", "未测评"}
    assert set(seen) <= {"符合", "部分符合", "不符合", "不适用", "未能判定", "未测评"}


def test_what_the_hub_excludes_is_not_applicable_with_its_reason() -> None:
    why = Text(en="no such room (approved by P-001)", zh="没有该机房（批准人：P-001）")
    (sheet,) = (s for s in book(excluded={"GBT22239-8.1.1.1.a": why}).worksheets if "22239" in s.title)
    _, result, evidence, *_ = lines(sheet)["GBT22239-8.1.1.1.a"]
    assert (result, evidence) == ("不适用", why.zh)


def test_no_text_of_a_host_is_run_as_a_formula_or_breaks_the_file() -> None:
    for sheet in book().worksheets:
        for row in sheet.iter_rows():
            assert all(cell.data_type in {"s", "inlineStr"} for cell in row if cell.value is not None)
            assert all(len(str(cell.value or "")) <= 32_767 for cell in row)


def test_a_report_without_standards_is_a_workbook_still() -> None:
    assert book(standards={}).worksheets
    assert FORMATS["xlsx"](sample.report()).startswith(b"PK")


def test_the_workbook_is_dated_by_its_run_and_not_by_the_clock() -> None:
    report = estate.report("zh")
    made = xlsx.render(report)
    finished = moment(report.results.run.finished).replace(tzinfo=None)
    properties = load_workbook(io.BytesIO(made)).properties
    assert (properties.created, properties.modified) == (finished, finished)
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        dates = {part.date_time for part in archive.infolist()}
    even = finished.replace(second=finished.second & ~1)  # a ZIP counts in steps of two seconds
    assert dates == {even.timetuple()[:6]}
