"""`hubops controls`: what is checked."""

from __future__ import annotations

import typer
from rich import box
from rich.table import Table

from hubops import bundle, catalog, settings
from hubops.cli.console import ControlOption, Format, FormatOption, LangOption, console, t
from hubops.reports.json import controls_json
from hubops.reports.words import KIND, SEVERITY

EXAMPLES = (
    ("hubops controls -c ssh", "", ""),
    ("hubops controls --format json | jq -r '.[].id'", "", ""),
)


def controls(
    control: ControlOption = None,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    chosen = catalog.select(catalog.load(bundle.find()), control or [])
    if format is Format.JSON:
        typer.echo(controls_json(chosen), nl=False)
        return
    language = settings.language(lang)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for en, zh in (("Control", "控制项"), ("Severity", "严重程度"), ("Subject", "对象"), ("Title", "标题")):
        table.add_column(t(en, zh), overflow="fold")
    for entry in chosen.values():
        severity, kind = SEVERITY[entry.severity].of(language), KIND[entry.subject].of(language)
        table.add_row(entry.id, severity, kind, entry.name_of(language))
    console.print(table)
    console.print(t(f"{len(chosen)} controls", f"共 {len(chosen)} 项控制项"))
