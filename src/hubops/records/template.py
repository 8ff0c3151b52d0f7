"""An empty form of a kind, for offices to fill in: headers, explanations, choices, and an example."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from hubops.records import cells, example
from hubops.records.forms import Column, Form, form
from hubops.records.kinds import KINDS

ROWS = 1000
"""How many rows are prepared for data."""
_WORDS = {
    "zh": ("行说明", "填写说明", "可填内容", "示例", "填写指南", "选项"),
    "en": ("Row", "Meaning", "Valid", "Example", "Guide", "Choices"),
}
_GUIDE = {
    "zh": (
        "每行填一条记录；第 1 行为列名，请勿改动。带 * 的列必填，其余可空。",
        "灰色的三行为说明与示例，导入时自动跳过，可以保留。",
        "人员一律填编号，不得填写姓名、身份证号、手机号。",
        "填好后导入：hubops records import 文件名",
        "先看结果，确认后才写入；有一处读不懂，则全部不写入。",
    ),
    "en": (
        "One record a row. Row 1 holds the headers: leave it as it is. Columns with * must be filled in.",
        "The three grey rows explain and are skipped on import; they may stay.",
        "People are numbers here: never write names, identity numbers or phone numbers.",
        "Import the filled form: hubops records import FILE",
        "It shows what it read and asks before it writes; where one cell cannot be read, nothing is written.",
    ),
}


def title(kind: str, lang: str) -> str:
    """The name of the form's sheet, by which an import knows the kind."""
    return KINDS[kind].label.of(lang)


def as_csv(kind: str, lang: str) -> bytes:
    """The form as CSV, with the mark by which Excel knows UTF-8."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows(_rows(form(kind), lang))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(kind: str, lang: str) -> bytes:
    """The form as a workbook: the form, a guide, and the choices of its drop-down lists."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill
    from openpyxl.utils import get_column_letter

    whole = form(kind)
    book = Workbook()
    sheet: Any = book.active
    sheet.title = title(kind, lang)[:31]
    for row in _rows(whole, lang):
        sheet.append(row)
    grey, blue = PatternFill("solid", fgColor="EEEEEE"), PatternFill("solid", fgColor="DDEBF7")
    for number, cell in enumerate(sheet[1], start=1):
        cell.font, cell.fill = Font(bold=True), blue
        sheet.column_dimensions[get_column_letter(number)].width = max(14, min(30, 2 * len(str(cell.value))))
    for line in sheet.iter_rows(min_row=2, max_row=4):
        for cell in line:
            cell.fill, cell.font = grey, Font(italic=True, color="666666")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"
    _validated(book, sheet, whole, lang)
    _guided(book, lang)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _rows(whole: Form, lang: str) -> Iterable[list[str]]:
    """The header, what each column means, what it may hold, and an example; the first column says which is which."""
    marker, meaning, valid, sample, *_ = _WORDS[lang]
    values = example.cells_of(whole.kind)
    columns = whole.columns
    yield [marker, *(column.header.of(lang) + "*" * column.required for column in columns)]
    yield [meaning, *(column.meaning.of(lang) for column in columns)]
    yield [valid, *(cells.valid(column.shape).of(lang) for column in columns)]
    yield [sample, *(cells.written(values.get(column.name), column.shape, lang) for column in columns)]


def _validated(book: Any, sheet: Any, whole: Form, lang: str) -> None:
    from openpyxl.utils import get_column_letter

    choices = book.create_sheet(_WORDS[lang][5])
    choices.sheet_state = "hidden"
    for number, column in enumerate(whole.columns):
        letter = get_column_letter(number + 2)
        rule = _rule(choices, column, lang)
        if rule is not None:
            sheet.add_data_validation(rule)
            rule.add(f"{letter}5:{letter}{ROWS + 4}")
        if column.shape.kind in {"day", "text", "list"}:
            for row in range(5, 105):
                cell = sheet[f"{letter}{row}"]
                cell.number_format = "yyyy-mm-dd" if column.shape.kind == "day" else "@"


def _rule(choices: Any, column: Column, lang: str) -> Any:
    """What the spreadsheet lets people choose or type in a column; None where anything may stand."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    shape = column.shape
    options: list[str] = []
    if shape.kind == "bool":
        options = [cells.written(value, shape, lang) for value in (True, False)]
    elif shape.kind == "enum":
        options = [words.of(lang) for words in shape.values.values()]
    if options:
        number = 1 if choices.max_row == 1 and choices["A1"].value is None else choices.max_column + 1
        for row, option in enumerate(options, start=1):
            choices.cell(row, number, option)
        letter = get_column_letter(number)
        source = f"'{choices.title}'!${letter}$1:${letter}${len(options)}"
        rule = DataValidation("list", formula1=source, allow_blank=not column.required)
    elif shape.kind == "day":
        rule = DataValidation(
            "date", operator="between", formula1="DATE(1990,1,1)", formula2="DATE(2199,12,31)"
        )
    elif shape.kind == "int":
        low, high = shape.node.get("minimum", -(10**9)), shape.node.get("maximum", 10**9)
        rule = DataValidation("whole", operator="between", formula1=str(low), formula2=str(high))
    else:
        return None
    rule.showErrorMessage = True
    rule.error = cells.valid(shape).of(lang)[:250]
    return rule


def _guided(book: Any, lang: str) -> None:
    guide = book.create_sheet(_WORDS[lang][4])
    for line in _GUIDE[lang]:
        guide.append([line])
    guide.column_dimensions["A"].width = 100
