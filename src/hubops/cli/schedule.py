"""`hubops schedule`: have a check or a drill run by a timer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from hubops import bundle
from hubops import schedule as timers
from hubops.cli.console import LangOption, console, errors, t
from hubops.errors import unknown_name

EXAMPLES = (
    ("hubops schedule daily -- check --publish -q", "", ""),
    ("hubops schedule monthly -- drill alert --host hub-1", "", ""),
    ("hubops schedule quarterly -- drill restore hub-1 --host spare-1", "", ""),
)


def schedule(
    every: Annotated[
        str,
        typer.Argument(
            metavar="WHEN",
            help=t(
                "A calendar event of systemd: daily, monthly, 'Mon *-*-* 03:00'.",
                "systemd 的日历时间：daily、monthly、'Mon *-*-* 03:00'。",
            ),
        ),
    ],
    command: Annotated[
        list[str],
        typer.Argument(
            metavar="COMMAND",
            help=t("What to run, after `--`, as it follows `hubops`.", "`--` 之后为要运行的 hubops 命令。"),
        ),
    ],
    output: Annotated[
        Path,
        typer.Option(
            "--output",
            "-o",
            help=t(
                "Folder of the units; in systemd's own the timer is started as well.",
                "单元文件目录；若为 systemd 自身的目录，则同时启动定时器。",
            ),
        ),
    ] = timers.SYSTEMD,
    lang: LangOption = "",
) -> None:
    from hubops.cli.app import COMMANDS

    if command[0] not in COMMANDS:
        raise unknown_name("command", command[0], COMMANDS)
    for path in timers.write(bundle.find(), every, command, output):
        errors.print(t(f"written: {path}", f"已写出：{path}"), markup=False)
    if output != timers.SYSTEMD:
        console.print(
            t(
                f"Start it where systemd reads its units from: {timers.SYSTEMD}",
                f"放入 systemd 读取单元的目录后启动：{timers.SYSTEMD}",
            ),
            markup=False,
        )
