"""`hubops collect`: the evidence, without judging it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubops import bundle, catalog, pipeline
from hubops.cli import work
from hubops.cli.console import ControlOption, HubOption, LangOption, LimitOption, console, errors, progress, t
from hubops.errors import ExitCode
from hubops.evidence import stored


def collect(
    output: Annotated[
        Path, typer.Option("--output", "-o", help=t("Folder to write to.", "写入的目录。"))
    ] = Path("evidence"),
    inventory: HubOption = "lab",
    host: Annotated[
        str, typer.Option(help=t("localhost: only this machine, read-only.", "localhost：仅本机，只读。"))
    ] = "",
    stack: Annotated[str, typer.Option(help=t("Only this stack's plan.", "仅该资源栈的变更计划。"))] = "",
    limit: LimitOption = "",
    control: ControlOption = None,
    lang: LangOption = "",
) -> None:
    """Collect evidence and write it to a folder; judge it with `hubops check --evidence`."""
    here = bundle.find()
    controls = catalog.select(catalog.load(here), control or [])
    scope = work.scope_of(here, inventory, host, stack, limit)
    with progress(t("Collecting evidence", "采集证据")) as advance:
        collection = pipeline.collect(here, scope, controls, advance)
    for path in stored.write(output, collection.subjects, collection.evidence):
        console.print(str(path), markup=False, soft_wrap=True)
    broken = [section for section in collection.evidence if section.error or section.violation]
    for section in broken:
        errors.print(
            f"{section.subject}/{section.section}: {section.error or section.violation}", markup=False
        )
    if broken or not collection.evidence:
        raise typer.Exit(ExitCode.UNSURE)
