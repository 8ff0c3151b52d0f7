"""`hubops coverage`: which requirements have a control, and which have none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

import typer
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hubops import bundle, catalog, settings, standards
from hubops.cli.console import Format, FormatOption, LangOption, console, emit, t
from hubops.coverage import Coverage, by_chapter, published, whole
from hubops.errors import unknown_name
from hubops.model import Control


def coverage(
    standard: Annotated[
        str, typer.Option("--standard", metavar="ID", help=t("Only this standard.", "只看该标准。"))
    ] = "",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    """Count the requirements that have a control, name the rest.

    \b
    hubops coverage --standard hub
    hubops coverage --format json | jq -r '.standards[].uncovered[]'
    """
    here = bundle.find()
    known = standards.load(here)
    if standard and standard not in known:
        raise unknown_name("standard", standard, known)
    chosen = [known[standard]] if standard else list(known.values())
    controls = catalog.load(here).values()
    if format is Format.JSON:
        emit(published(chosen, controls))
        return
    language = settings.language(lang)
    for entry in chosen:
        _print(entry, controls, language)
    console.print(
        t(
            "Automated: a host or a stack shows it. Recorded: records show it. Some are both.",
            "自动：由主机或资源栈证明；记录：由记录证明；同一要求可兼有两者。",
        )
    )


def _print(standard: standards.Standard, controls: Iterable[Control], language: str) -> None:
    console.print(f"[bold]{standard.title.of(language)}[/]  ({standard.id})")
    chapters = by_chapter(standard, controls)
    total = whole(standard, controls)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_footer=True)
    table.add_column(t("Chapter", "章节"), t("Total", "合计"), overflow="fold")
    headings = (
        t("Requirements", "要求"),
        t("Covered", "已覆盖"),
        t("Automated", "自动"),
        t("Recorded", "记录"),
        t("Uncovered", "未覆盖"),
    )
    for heading, footer in zip(headings, _cells(total), strict=True):
        table.add_column(heading, footer, justify="right", no_wrap=True)
    for prefix, found in chapters.items():
        name = f"{prefix.partition('-')[2]} {standard.chapters[prefix].of(language)}"
        table.add_row(Text(name), *_cells(found))
    console.print(table)
    if total.uncovered:
        console.print(t("No control yet for:", "尚无控制项的要求："))
        for found in chapters.values():
            if found.uncovered:
                console.print(Padding(Text(" ".join(found.uncovered)), (0, 0, 0, 2), expand=False))
        console.print()


def _cells(found: Coverage) -> tuple[str, ...]:
    counts = (found.requirements, found.covered, found.automated, found.recorded, len(found.uncovered))
    return tuple(map(str, counts))
