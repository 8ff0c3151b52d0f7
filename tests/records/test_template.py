"""An empty form says what belongs into it, and imports once it is filled in."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from hubops.cli.imported import kind_of, sheet_names
from hubops.records import KINDS, example, forms, importing, sheets, template

every_kind = pytest.mark.parametrize("kind", KINDS)
both_languages = pytest.mark.parametrize("lang", ["en", "zh"])


def read(path: Path) -> sheets.Sheet:
    return sheets.read(path, "", sheet_names(""))


def read_back(tmp_path: Path, table: sheets.Sheet) -> importing.Plan:
    (tmp_path / "records").mkdir(exist_ok=True)
    return importing.plan(tmp_path / "records", kind_of(table), table, {})


@every_kind
@both_languages
def test_an_empty_form_holds_nothing_and_tells_its_kind(tmp_path: Path, kind: str, lang: str) -> None:
    for name, content in (
        ("form.xlsx", template.as_xlsx(kind, lang)),
        (f"{kind}.csv", template.as_csv(kind, lang)),
    ):
        path = tmp_path / name
        path.write_bytes(content)
        plan = read_back(tmp_path, read(path))
        assert (plan.kind, plan.faults, plan.entries, plan.skipped) == (kind, (), (), 3)
        names = [heading.column.name for heading in plan.head.headings if heading.column]
        assert names == [column.name for column in forms.form(kind).columns]


@every_kind
@both_languages
def test_a_form_that_is_filled_in_as_its_example_imports_without_a_map(
    tmp_path: Path, kind: str, lang: str
) -> None:
    values = example.cells_of(kind)
    if not values:
        return
    path = tmp_path / "form.xlsx"
    path.write_bytes(template.as_xlsx(kind, lang))
    book = load_workbook(path)
    sheet: Any = book.worksheets[0]
    for column in range(2, sheet.max_column + 1):
        sheet.cell(5, column).value = sheet.cell(4, column).value
    book.save(path)
    plan = read_back(tmp_path, read(path))
    others = [one for one in plan.faults if "is no record" not in one.why.en]
    assert others == [], "only what it refers to is not there"
    assert len(plan.entries) == 1
    assert plan.entries[0].record.id == values["id"]


def test_choices_are_offered_in_the_language_asked() -> None:
    book = load_workbook(io.BytesIO(template.as_xlsx("agreement", "zh")))
    sheet: Any = book.worksheets[0]
    assert sheet.title == "协议"
    (rule,) = [rule for rule in sheet.data_validations.dataValidation if "C5:C1004" in str(rule.sqref)]
    assert (rule.type, rule.formula1) == ("list", "'选项'!$A$1:$A$3")
    assert [cell.value for cell in book["选项"]["A"]] == ["保密", "安全", "岗位责任"]
    assert book["选项"].sheet_state == "hidden"
    assert "不得填写姓名" in "".join(str(row[0].value) for row in book["填写指南"])


def test_a_form_in_text_opens_in_a_spreadsheet_as_what_it_is() -> None:
    content = template.as_csv("person", "zh")
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert [row[0] for row in rows] == ["行说明", "填写说明", "可填内容", "示例"]
    assert rows[0][1:4] == ["编号*", "所属单位*", "用工方式*"]
    assert rows[2][3] == "专职、兼职、外包"
