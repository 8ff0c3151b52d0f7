"""`hubops explain`: one control, whole."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.table import Table

from hubops import bundle, catalog, settings
from hubops.cli.console import LangOption, console, t
from hubops.errors import unknown_name
from hubops.model import Remedy
from hubops.reports.words import KIND, SEVERITY


def explain(
    control: Annotated[str, typer.Argument(metavar="CONTROL", help=t("A control's id.", "控制项编号。"))],
    lang: LangOption = "",
) -> None:
    """Explain a control: what it demands and why, what it reads, and what mends it."""
    controls = catalog.load(bundle.find())
    if control not in controls:
        raise unknown_name("control", control, controls)
    entry, language = controls[control], settings.language(lang)
    zh = language == "zh"
    console.print(f"[bold]{entry.name_of(language)}[/]  ({entry.id})\n")
    console.print(entry.description_zh if zh else entry.description, markup=False)
    table = Table.grid(padding=(0, 2))
    table.add_row(t("Severity", "严重程度"), SEVERITY[entry.severity].of(language))
    table.add_row(t("Checked on", "检查对象"), KIND[entry.subject].of(language))
    table.add_row(t("Requirements", "对应要求"), ", ".join(entry.requirements))
    table.add_row(t("Evidence", "证据"), ", ".join(entry.evidence))
    table.add_row(t("Goes stale after", "证据有效期"), f"{entry.max_age_seconds // 3600} h")
    for name, parameter in entry.params.items():
        bound = t(f" (the standard allows {parameter.bound})", f"（标准允许 {parameter.bound}）")
        table.add_row(name, f"{parameter.default}{bound if parameter.bound else ''}")
    table.add_row(t("Mended by", "整改方法"), remedy_text(entry.remedy, language))
    console.print()
    console.print(table)


def remedy_text(remedy: Remedy, language: str) -> str:
    """The command that mends, or what a person has to do."""
    if remedy.manual:
        return remedy.manual.of(language)
    return f"hubops apply --tags {remedy.tag}"
