"""A workbook in an assessor's columns: a sheet a standard with each requirement's result, evidence and advice.

The results are those of 等级保护 assessment: conforms, conforms in part, does not conform, does not apply;
besides, what could not be judged and what has no control are said to be so, and are never conformity.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hubops.model import Status, moment
from hubops.reports import requirements, rows, show
from hubops.reports.report import Report
from hubops.reports.requirements import Standing
from hubops.reports.rows import Row
from hubops.reports.words import ASSESSED, ASSESSMENT, WORD

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

_COLUMNS = {
    "item": 24, "title": 34, "result": 12, "evidence": 60, "problem": 60, "advice": 50, "controls": 34,
}  # fmt: skip
_FILLS = {
    "conforms": "E8F4EE", "partly": "FBF3DD", "fails": "FBECEA", "absent": "F1F1F0", "unjudged": "F5ECF8",
    "uncovered": "FFFFFF",
}  # fmt: skip
_LONGEST = 32_000
"""Excel holds 32,767 characters in a cell."""
_MOST = 40


def render(report: Report) -> bytes:
    """The workbook as a file's bytes, in the report's language."""
    import openpyxl  # here and not above: a command that writes no workbook should not wait for it

    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    book.properties.title = WORD["report"].of(report.lang)
    book.properties.creator = "hubops"
    finished = moment(report.results.run.finished).replace(tzinfo=None)
    book.properties.created = book.properties.modified = finished
    listed = rows.rows(report)
    for group in requirements.by_standard(report):
        name = re.sub(r"[\[\]:*?/\\]", " ", group.title.of(report.lang))[:31]
        sheet = book.create_sheet(name)
        _head(sheet, report)
        for standing in group.standings:
            _line(
                sheet, report, standing, [row for row in listed if row.finding.control in standing.controls]
            )
        _finish(sheet)
    if not book.worksheets:
        book.create_sheet(WORD["report"].of(report.lang))
    return _saved(book)


def _saved(book: Workbook) -> bytes:
    """The workbook's bytes, the same whenever they are made: openpyxl and zipfile put the present time in."""
    from openpyxl.writer.excel import ExcelWriter

    made, dated = io.BytesIO(), io.BytesIO()
    ExcelWriter(book, ZipFile(made, "w")).save()
    when = book.properties.modified.timetuple()[:6]
    with ZipFile(made) as parts, ZipFile(dated, "w") as archive:
        for part in parts.namelist():
            archive.writestr(ZipInfo(part, when), parts.read(part), ZIP_DEFLATED)
    return dated.getvalue()


def assessed(standing: Standing, found: Iterable[Row]) -> str:
    """The result in an assessor's words, as a key of `words.ASSESSED`.

    Where some of what was looked at conforms and some does not, and where a failure is waived, it
    conforms in part.
    """
    statuses = {row.finding.status for row in found}
    if standing.status is None:
        return "uncovered"
    if standing.status is Status.NOT_APPLICABLE:
        return "absent"
    if standing.status is Status.FAIL:
        return "partly" if statuses & {Status.PASS, Status.WAIVED} else "fails"
    if standing.status in rows.UNSURE:
        return "unjudged"
    return "partly" if standing.status is Status.WAIVED else "conforms"


def _head(sheet: Worksheet, report: Report) -> None:
    from openpyxl.styles import Font, PatternFill
    from openpyxl.utils import get_column_letter

    sheet.append([ASSESSMENT[name].of(report.lang) for name in _COLUMNS])
    for number, width in enumerate(_COLUMNS.values(), start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cell in sheet[1]:
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="E4E1DA")
    sheet.freeze_panes = "C2"


def _line(sheet: Worksheet, report: Report, standing: Standing, found: list[Row]) -> None:
    from openpyxl.styles import Alignment, PatternFill

    lang, result = report.lang, assessed(standing, found)
    wrong = [row for row in found if row.finding.status not in {Status.PASS, Status.NOT_APPLICABLE}]
    cells = (
        standing.requirement.id,
        standing.requirement.title.of(lang),
        ASSESSED[result].of(lang),
        _few([standing.excluded.of(lang)] if standing.excluded else _evidence(found)),
        _few(_violation(row, lang) for row in wrong),
        _few(dict.fromkeys(_advice(row, lang) for row in wrong)),
        _few(standing.controls),
    )
    place = sheet.max_row + 1
    for number, text in enumerate(cells, start=1):
        cell: Any = sheet.cell(place, number)
        if text:
            cell.value = show.printable(text)[:_LONGEST]
            cell.data_type = "s"  # what begins with = is text, too
        cell.alignment = Alignment(vertical="top", wrap_text=True)
    sheet.cell(place, 3).fill = PatternFill("solid", fgColor=_FILLS[result])


def _finish(sheet: Worksheet) -> None:
    sheet.auto_filter.ref = sheet.dimensions
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    if sheet.sheet_properties.pageSetUpPr:
        sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _evidence(found: list[Row]) -> Iterable[str]:
    seen = {(row.subject.name, ref.section): ref for row in found for ref in row.finding.evidence}
    for (subject, section), ref in sorted(seen.items()):
        yield f"{subject} {section} {show.time(ref.collected_at)} {ref.digest[:19]}"


def _violation(row: Row, lang: str) -> str:
    head = f"{row.subject.name} {row.title.of(lang)}"
    told = [
        f"{i.item}: {show.value(i.actual).of(lang)} ({show.value(i.expected).of(lang)})" for i in row.items
    ]
    reason = [row.finding.reason.of(lang)] if row.finding.reason else []
    return f"{head}: " + "; ".join([*told[:_MOST], *reason])


def _advice(row: Row, lang: str) -> str:
    manual = row.finding.remedy.manual
    return row.command or (manual.of(lang) if manual else WORD["none"].of(lang))


def _few(lines: Iterable[str]) -> str:
    listed = list(lines)
    left = len(listed) - _MOST
    return "\n".join(listed[:_MOST] + ([f"+ {left}"] if left > 0 else []))
