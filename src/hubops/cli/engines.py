"""`hubops engines`: the programs that HubOps drives, and where they come from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text as Rich

from hubops import engines
from hubops.cli.console import (
    Format,
    FormatOption,
    LangOption,
    QuietOption,
    console,
    emit,
    errors,
    progress,
    t,
)
from hubops.errors import ToolMissing, unknown_name
from hubops.model import Text

app = typer.Typer(no_args_is_help=True)


@app.command("list", help=t("Show each engine, its version and its place.", "列出各引擎的版本与位置。"))
def list_(format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    found = [
        {
            "name": name,
            "version": engines.version(name),
            "pinned": engine.version,
            "path": str(path) if (path := engines.find(name)) else None,
        }
        for name, engine in engines.ENGINES.items()
    ]
    if format is Format.JSON:
        emit(found)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (t("Engine", "引擎"), t("Version", "版本"), t("Place", "位置")):
        table.add_column(heading, overflow="fold")
    for engine_ in found:
        missing = t("not there: run `hubops engines ensure`", "未找到：请运行 hubops engines ensure")
        table.add_row(engine_["name"], engine_["version"] or "-", Rich(engine_["path"] or missing))
    console.print(table)


@app.command(help=t("Build the engines that are not there yet, once.", "构建尚缺的引擎（仅一次）。"))
def ensure(
    name: Annotated[list[str] | None, typer.Argument(metavar="[ENGINE]...")] = None,
    quiet: QuietOption = False,
    lang: LangOption = "",
) -> None:
    for wanted in name or list(engines.ENGINES):
        errors.print(f"{wanted}: {ensured(wanted)}", markup=False, soft_wrap=True)


def ensured(name: str) -> Path:
    """The engine's program, built while its progress is shown."""
    with progress(t(f"engine {name}", f"引擎 {name}")) as advance:
        return engines.ensure(name, lambda line: advance(line, 0, 0))


@app.command(
    help=t("Run an engine with the arguments after `--`.", "以 -- 之后的参数运行引擎。"),
    context_settings={"allow_extra_args": True, "ignore_unknown_options": True},
)
def run(context: typer.Context, name: Annotated[str, typer.Argument(metavar="ENGINE")]) -> None:
    if name not in engines.ENGINES:
        raise unknown_name("engine", name, engines.ENGINES)
    program = engines.find(name)
    if program is None:
        raise ToolMissing(
            f"{name} is not on this machine",
            f"本机没有 {name}",
            Text(en=f"Run `hubops engines ensure {name}`.", zh=f"请运行 hubops engines ensure {name}。"),
        )
    os.execv(program, [str(program), *context.args])
