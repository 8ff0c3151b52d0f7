"""`hubops engines`: the programs that HubOps drives, and where they come from."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from hubops import engines
from hubops.cli.console import console, errors, progress, t
from hubops.errors import ToolMissing, unknown_name
from hubops.model import Text

app = typer.Typer(
    no_args_is_help=True,
    help=t("Find or build the engines, OPA and Pulumi.", "查找或构建引擎 OPA 与 Pulumi。"),
)


@app.command("list", help=t("Show each engine, its version and its place.", "列出各引擎的版本与位置。"))
def list_() -> None:
    for name, engine in engines.ENGINES.items():
        place = engines.find(name) or t(
            "not there: run `hubops engines ensure`", "未找到：请运行 hubops engines ensure"
        )
        console.print(f"{name:8} {engine.version:10} {place}", markup=False)


@app.command(help=t("Build the engines that are not there yet, once.", "构建尚缺的引擎（仅一次）。"))
def ensure(name: Annotated[list[str] | None, typer.Argument(metavar="[ENGINE]...")] = None) -> None:
    for wanted in name or list(engines.ENGINES):
        errors.print(f"{wanted}: {ensured(wanted)}", markup=False)


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
