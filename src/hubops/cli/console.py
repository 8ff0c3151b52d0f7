"""What all commands share: two consoles, the language, progress, and common options."""

from __future__ import annotations

import contextlib
import json
import os
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeElapsedColumn,
)

from hubops.cli.help import LangOption as LangOption
from hubops.language import t as t
from hubops.model import Json, Severity

# NO_COLOR asks Rich for no colours; whoever sets it wants no control codes at all.
_terminal = False if os.environ.get("NO_COLOR") else None
console = Console(highlight=False, force_terminal=_terminal)
errors = Console(stderr=True, highlight=False, force_terminal=_terminal)

Advance = Callable[[str, int, int], None]
"""Told of progress: what is being done, how many steps are done, how many there are (0 = not known)."""


class Format(StrEnum):
    """How a command prints its answer."""

    TABLE = "table"
    JSON = "json"


def emit(value: Json) -> None:
    """Prints an answer for programs: JSON on standard output, and nothing else there."""
    typer.echo(json.dumps(value, ensure_ascii=False, indent=2))


_quiet = False


def be_quiet(wanted: bool) -> bool:
    """Remembers `--quiet`, so that no progress is shown."""
    global _quiet
    _quiet = _quiet or wanted
    return wanted


@contextlib.contextmanager
def progress(title: str) -> Iterator[Advance]:
    """A bar on standard error while something long runs; a plain line a step where that is no terminal."""
    if _quiet:
        yield lambda what, done, total: None
        return
    if not errors.is_terminal:
        errors.print(f"{title} ...", markup=False)
        yield _said_once()
        return
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(bar_width=24),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=errors, transient=True) as bar:
        task = bar.add_task(title, total=None)

        def advance(what: str, done: int, total: int) -> None:
            label = f"{title}: {what}" if what else title
            bar.update(task, description=label[: errors.width - 50], completed=done, total=total or None)

        yield advance


def _said_once() -> Advance:
    """Says each step once, for logs; steps that only count are left out."""
    said: set[str] = set()

    def advance(what: str, done: int, total: int) -> None:
        if what and what not in said:
            said.add(what)
            errors.print(f"  {what}", markup=False, soft_wrap=True)

    return advance


HubOption = Annotated[
    str,
    typer.Option(
        "--inventory",
        "-i",
        metavar="HUB",
        envvar="HUBOPS_INVENTORY",
        help=t(
            "The hub: a folder's name under inventories/, or a path to such a folder.",
            "中枢：inventories/ 下的目录名，或这类目录的路径。",
        ),
    ),
]
LimitOption = Annotated[
    str,
    typer.Option(
        "--limit",
        "-l",
        metavar="HOSTS",
        help=t("Only these hosts (an Ansible pattern).", "只处理这些主机（Ansible 主机模式）。"),
    ),
]
ControlOption = Annotated[
    list[str] | None,
    typer.Option(
        "--control",
        "-c",
        metavar="ID",
        help=t("Only this control, or all of a domain; repeatable.", "只检查该控制项或该领域；可重复。"),
    ),
]
SeverityOption = Annotated[
    Severity | None,
    typer.Option(
        "--severity", help=t("Only controls at least this severe.", "只检查不低于该严重程度的控制项。")
    ),
]
FormatOption = Annotated[
    Format,
    typer.Option(
        "--format", help=t("table for people, json for programs.", "table 供阅读，json 供程序使用。")
    ),
]
QuietOption = Annotated[
    bool,
    typer.Option(
        "--quiet",
        "-q",
        callback=be_quiet,
        help=t("No progress; only the answer and errors.", "不显示进度，只输出结果与错误。"),
    ),
]
