"""`hubops drill`: break something on purpose, or restore from a backup, and keep the record."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich import box
from rich.table import Table

from hubops import bundle, hub
from hubops.cli.console import (
    Format,
    FormatOption,
    HubOption,
    LangOption,
    QuietOption,
    console,
    emit,
    progress,
    t,
)
from hubops.cli.provision import steps
from hubops.errors import ExitCode, UsageError

if TYPE_CHECKING:
    from hubops.drills import Drill

EXAMPLES = (
    ("hubops drill alert --host hub-1", "does an alert on this host arrive?", "该主机的告警能否送达？"),
    ("hubops drill restore hub-1 --host spare-1", "can hub-1's data be restored?", "hub-1 的数据能否恢复？"),
    (
        "hubops drill rebuild hub-1",
        "can hub-1 be rebuilt?",
        "hub-1 能否重建？",
    ),
    ("hubops check -c drills", "what the records of drills show", "演练记录说明了什么"),
)
WORDS = {
    "notified_seconds": ("seconds until the alert arrived", "告警送达用时（秒）"),
    "cleared_seconds": ("seconds until it cleared", "告警解除用时（秒）"),
    "rebuilt_minutes": ("minutes until it served again", "重新提供服务用时（分钟）"),
    "rpo_minutes": ("age of the copy in minutes", "副本时长（分钟）"),
    "rto_minutes": ("minutes until restored", "恢复用时（分钟）"),
}
app = typer.Typer(no_args_is_help=True)


@app.command(
    help=t(
        "Stop a host's exporter, and see its alert arrive at the receiver and clear.",
        "停止某主机的采集程序，确认告警送达接收方并随后解除。",
    )
)
def alert(
    inventory: HubOption = "lab",
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="HOST",
            help=t(
                "Where to break it; else the first host of the hub.",
                "在哪台主机上演练；省略则为中枢的第一台主机。",
            ),
        ),
    ] = "",
    within: Annotated[
        int,
        typer.Option(
            "--within",
            min=30,
            max=3600,
            metavar="SECONDS",
            help=t(
                "The time in which it is promised to arrive, and to clear.",
                "承诺的送达时间，也是承诺的解除时间。",
            ),
        ),
    ] = 300,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    _hold(inventory, "alert", host, format, {"seconds": within, "alert": "HostDown"})


@app.command(
    help=t(
        "Restore a host's off-site copies with the escrowed secrets onto another host, and compare what came back.",
        "使用托管密钥，将某主机的异地副本恢复到另一台主机，并比对恢复出的内容。",
    )
)
def restore(
    source: Annotated[
        str,
        typer.Argument(metavar="SOURCE", help=t("The host whose data is restored.", "其数据被恢复的主机。")),
    ],
    host: Annotated[
        str,
        typer.Option(
            "--host",
            metavar="HOST",
            help=t(
                "Where to; best a host that has never seen the data. What it is restored to is removed.",
                "恢复到哪台主机，最好是从未存有这些数据的主机。恢复出的数据随后删除。",
            ),
        ),
    ],
    inventory: HubOption = "lab",
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    if source == host:
        raise UsageError(
            f"{host} has seen the data; name another host", f"{host} 本身存有这些数据；请指定另一台主机"
        )
    _hold(inventory, "restore", host, format, {"source": source})


@app.command(
    help=t(
        "Destroy a host of a stack, make it anew, apply the baseline and bring its data back; all is copied first.",
        "销毁资源栈中的一台主机，重新创建并应用基线，再恢复其数据。销毁前先完成备份，因此不会丢失数据。",
    )
)
def rebuild(
    host: Annotated[str, typer.Argument(metavar="HOST", help=t("The host to rebuild.", "要重建的主机。"))],
    inventory: HubOption = "lab",
    lost: Annotated[
        bool,
        typer.Option(
            "--lost",
            help=t(
                "The host is gone or broken already: nothing is copied first, and what came back is not compared.",
                "主机已丢失或损坏：不先备份，也不比对恢复结果。",
            ),
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=t("Do not ask.", "不再询问。"))] = False,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.findings import load_rules
    from hubops.rebuild import rebuild as hold

    here = bundle.find()
    found = hub.find(here, inventory)
    if not yes:
        typer.confirm(
            t(f"Destroy {host} of {found.name} and rebuild it?", f"确定销毁并重建 {found.name} 的 {host}？"),
            abort=True, err=True,
        )  # fmt: skip
    with progress(t(f"Rebuilding {host}", f"重建 {host}")) as advance:
        drill = hold(
            here,
            found,
            host,
            lost=lost,
            variables=load_rules(here, found).variables,
            on_phase=lambda phase: advance(t(phase.en, phase.zh), 0, 0),
            on_event=steps(advance),
            on_task=lambda task: advance(" · ".join(filter(None, (task.role, task.task))), 0, 0),
        )
    _tell(drill, format)


def _hold(inventory: str, kind: str, host: str, format: Format, variables: dict[str, Any]) -> None:
    from hubops import drills  # heavy: --help does not wait for it

    here = bundle.find()
    with progress(t("Holding the drill", "演练进行中")) as advance:
        drill = drills.hold(
            here,
            hub.find(here, inventory).inventory,
            kind,
            host,
            variables=variables,
            on_task=lambda task: advance(task.task, 0, 0),
        )
    _tell(drill, format)


def _tell(drill: Drill, format: Format) -> None:
    """Prints the record; ends with 1 where the promises were not kept."""
    if format is Format.JSON:
        emit(asdict(drill))
    else:
        _show(drill)
    if not drill.kept:
        raise typer.Exit(ExitCode.FAIL)


def _show(drill: Drill) -> None:
    """What was measured against what was promised, and how it came out."""
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(t("Measured", "测量项"), overflow="fold")
    table.add_column(t("Value", "实测"), justify="right")
    table.add_column(t("At most", "承诺上限"), justify="right")
    for name in sorted({*drill.measured, *drill.promised}):
        value, limit = drill.measured.get(name), drill.promised.get(name)
        table.add_row(_words(name), _number(value), _number(limit))
    console.print(table)
    if drill.kept:
        console.print(t(f"✓ {drill.host}: passed", f"✓ {drill.host}：通过"), style="green")
    elif drill.passed:
        console.print(
            t(f"✗ {drill.host}: it took longer than promised", f"✗ {drill.host}：超过承诺时间"), style="red"
        )
    else:
        console.print(
            t(f"✗ {drill.host}: {drill.why}", f"✗ {drill.host}：{drill.why}"), style="red", markup=False
        )
    console.print(t(f"Record: {drill.id}", f"记录：{drill.id}"), markup=False)


def _words(name: str) -> str:
    """What was measured, and after a blank of which data set."""
    what, _, dataset = name.partition(" ")
    words = t(*WORDS[what]) if what in WORDS else what
    return f"{dataset}: {words}" if dataset else words


def _number(value: float | None) -> str:
    return t("not reached", "未达到") if value is None else f"{value:g}"
