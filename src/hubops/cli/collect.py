"""`hubops collect`: the evidence, without judging it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubops import bundle, catalog, settings
from hubops.cli.console import (
    ControlOption,
    Format,
    FormatOption,
    HubOption,
    LangOption,
    LimitOption,
    QuietOption,
    console,
    emit,
    errors,
    progress,
    t,
)
from hubops.errors import ExitCode
from hubops.evidence import stored
from hubops.model import Evidence, Json, Text

EXAMPLES = (
    ("hubops collect -o evidence", "", ""),
    ("hubops check --evidence evidence", "judge it, here or elsewhere", "在本机或他处评判"),
)


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
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops import pipeline  # heavy: --help does not wait for it
    from hubops.cli import work

    here = bundle.find()
    controls = catalog.select(catalog.load(here), control or [])
    scope = work.scope_of(here, inventory, host, stack, limit)
    with progress(t("Collecting evidence", "采集证据")) as advance:
        collection = pipeline.collect(here, scope, controls, advance)
    files = [str(path) for path in stored.write(output, collection.subjects, collection.evidence)]
    broken = [
        (section, section.error or Text(en=section.violation, zh=section.violation))
        for section in collection.evidence
        if section.error or section.violation
    ]
    if format is Format.JSON:
        emit({"files": files, "broken": [_answer(section, reason) for section, reason in broken]})
    else:
        for path in files:
            console.print(path, markup=False, soft_wrap=True)
    for section, reason in broken:
        said = reason.of(settings.language(lang))
        errors.print(f"{section.subject}/{section.section}: {said}", markup=False)
    if broken or not collection.evidence:
        raise typer.Exit(ExitCode.UNSURE)


def _answer(section: Evidence, reason: Text) -> Json:
    """Which section is broken and why, for programs."""
    return {
        "subject": section.subject,
        "subject_kind": section.subject_kind.value,
        "section": section.section,
        "reason": reason.model_dump(),
    }
