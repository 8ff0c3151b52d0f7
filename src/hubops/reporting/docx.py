"""The report for Word; plots are there as tables with bars, which a reader can go on working with."""

from __future__ import annotations

import io
from typing import Any

from hubops.errors import ToolMissing
from hubops.model import Text
from hubops.reporting.content import Bars, Block, Cell, Compiled, Lines, Points, Table
from hubops.reporting.listed import both
from hubops.reporting.plots import COLOURS
from hubops.reporting.words import WORD

_FONT, _CHINESE = "Noto Sans", "Noto Sans CJK SC"
_WIDE = 24


def render(report: Compiled, lang: str) -> bytes:
    """Raises ToolMissing where python-docx is not there."""
    try:
        import docx
    except ImportError as error:
        raise ToolMissing(
            f"DOCX needs python-docx: {error}",
            f"生成 DOCX 需要 python-docx：{error}",
            Text(
                en="Run `make setup`, or leave docx out of --format.",
                zh="请执行 make setup，或从 --format 中去掉 docx。",
            ),
        ) from error
    document = docx.Document()
    _prepare(document, report, lang)
    document.add_heading(report.title.of(lang), 0)
    for name, value in (
        ("period", f"{report.period.text.of(lang)} ({report.period.first} – {report.period.last})"),
        ("hub", report.hub),
        ("id", report.id),
        ("definition", report.definition),
        ("compiled", report.compiled),
        ("compiled_by", report.compiled_by),
    ):
        document.add_paragraph(f"{WORD[name].of(lang)}: {_clean(value)}")
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{WORD['conclusion'].of(lang)}: ").bold = True
    paragraph.add_run(_clean(report.analysis.of(lang)))
    for number, section in enumerate(report.sections, start=1):
        document.add_heading(f"{number} {section.title.of(lang)}", 1)
        for block in section.blocks:
            _add(document, block, lang)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _prepare(document: Any, report: Compiled, lang: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    for style in document.styles:
        if getattr(style, "font", None) is not None and (
            style.name == "Normal" or style.element.rPr is not None
        ):
            style.font.name = _FONT
            style.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), _CHINESE)
    document.styles["Normal"].font.size = Pt(10)
    about = document.core_properties
    about.title = f"{report.title.of(lang)} {report.period.text.of(lang)}"
    about.author, about.language = report.compiled_by, "zh-CN" if lang == "zh" else "en"
    about.comments = ""


def _add(document: Any, block: Block, lang: str) -> None:
    if isinstance(block, Table):
        _table(document, block, lang)
    elif isinstance(block, Bars):
        document.add_paragraph().add_run(block.title.of(lang)).bold = True
        most = max((bar.value for bar in block.bars), default=0) or 1
        rows = [
            (
                Cell(bar.label),
                Cell(both("█" * max(round(_WIDE * bar.value / most), 1)), bar.mark),
                Cell(bar.shown),
            )
            for bar in block.bars
        ]
        _table(document, Table((), tuple(rows)), lang)
    elif isinstance(block, Lines):
        document.add_paragraph().add_run(block.title.of(lang)).bold = True
        names = tuple(label for label, _, _ in block.lines)
        by_day: list[tuple[Cell, ...]] = [
            (Cell(both(day)), *(Cell(both(f"{values[place]:g}"), mark) for _, mark, values in block.lines))
            for place, day in enumerate(block.days)
        ]
        _table(document, Table((WORD["days"], *names), tuple(by_day)), lang)
    elif isinstance(block, Points):
        for point in block.points:
            document.add_paragraph(_clean(point.of(lang)), style="List Bullet")
    else:
        document.add_paragraph().add_run(_clean(block.text.of(lang))).italic = block.quiet


def _table(document: Any, block: Table, lang: str) -> None:
    from docx.shared import RGBColor

    if not block.rows:
        return
    table = document.add_table(rows=0, cols=len(block.rows[0]), style="Table Grid")
    if block.headings:
        for cell, heading in zip(table.add_row().cells, block.headings, strict=True):
            cell.paragraphs[0].add_run(heading.of(lang)).bold = True
    for row in block.rows:
        for cell, one in zip(table.add_row().cells, row, strict=True):
            run = cell.paragraphs[0].add_run(_clean(one.text.of(lang)))
            if one.mark:
                run.font.color.rgb = RGBColor.from_string(COLOURS[one.mark][1:].upper())
    document.add_paragraph()


def _clean(text: str) -> str:
    """XML has no place for control characters and halves of surrogate pairs."""
    return "".join(
        c if c in "\n\t" or (c >= " " and not "\ud800" <= c <= "\udfff") else "\ufffd" for c in text
    )
