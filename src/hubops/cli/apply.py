"""`hubops apply`: make the hosts what the baseline says."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.table import Table

from hubops import apply as stage
from hubops import bundle, hub
from hubops.cli.console import (
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
from hubops.findings import load_rules
from hubops.model import Json
from hubops.playbooks import Outcome, TaskResult

EXAMPLES = (
    ("hubops apply --check --diff", "what would change", "将改动什么"),
    ("hubops apply --tags ssh_access -l hub-1", "what a finding names as its remedy", "检查结果给出的整改"),
)


def apply(
    inventory: HubOption = "lab",
    limit: LimitOption = "",
    tags: Annotated[
        list[str] | None,
        typer.Option(
            "--tags",
            "-t",
            metavar="TAG",
            help=t("Only what carries this tag; repeatable.", "仅执行带该标签的部分；可重复。"),
        ),
    ] = None,
    check: Annotated[
        bool,
        typer.Option(
            "--check", help=t("Change nothing, say what would change.", "不做改动，只说明将改动什么。")
        ),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help=t("Show what changes in files.", "显示文件改动。"))
    ] = False,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    here = bundle.find()
    found = hub.find(here, inventory)
    with progress(t("Applying the baseline", "应用基线")) as advance:
        outcome = stage.apply(
            here,
            found.inventory,
            limit=limit,
            tags=tags or [],
            check=check,
            diff=diff,
            variables=load_rules(here, found).variables,
            on_task=lambda task: advance(" · ".join(filter(None, (task.role, task.task))), 0, 0),
        )
    if format is Format.JSON:
        emit(answer(outcome, diff))
    else:
        if diff:
            for task in outcome.changes:
                console.print(task.output, markup=False, soft_wrap=True)
        show(outcome, check)
        say_warnings(outcome)
    say_broken(outcome)
    if outcome.broken:
        raise typer.Exit(ExitCode.UNSURE)


def answer(outcome: Outcome, diff: bool) -> Json:
    """The outcome for programs; what changed within files only where it was asked for."""
    return {
        "hosts": [
            {
                "name": host.name,
                "status": host.status,
                "ok": host.ok,
                "changed": host.changed,
                "failed": host.failed,
                "message": host.message,
            }
            for host in outcome.hosts.values()
        ],
        "changes": [
            {"host": task.host, "role": task.role, "task": task.task}
            | ({"diff": task.output} if diff else {})
            for task in outcome.changes
        ],
        "tasks": [
            {"host": task.host, "role": task.role, "task": task.task, "seconds": task.seconds}
            for task in outcome.tasks
            if task.status != "skipped"
        ],
        "warnings": [
            {"host": task.host, "role": task.role, "task": task.task, "warning": warning}
            for task in outcome.tasks
            for warning in task.warnings
        ],
        "role_seconds": outcome.role_seconds(),
        "seconds": outcome.seconds,
    }


def show(outcome: Outcome, check: bool) -> None:
    """How each host came out, what changed, and how long each role took."""
    hosts = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (
        t("Host", "主机"),
        t("Tasks", "任务"),
        t("Changed", "改动"),
        t("Failed", "失败"),
        t("State", "状态"),
    ):
        hosts.add_column(heading, overflow="fold")
    for host in outcome.hosts.values():
        hosts.add_row(host.name, str(host.ok), str(host.changed), str(host.failed), _STATE[host.status]())
    console.print(hosts)
    roles = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    roles.add_column(t("Role", "角色"), overflow="fold")
    roles.add_column(t("Seconds", "秒"), justify="right")
    for role, seconds in outcome.role_seconds().items():
        roles.add_row(role, f"{seconds:.1f}")
    if roles.rows:
        console.print(roles)
    changes: dict[str, list[TaskResult]] = {}
    for task in outcome.changes:
        changes.setdefault(f"{task.role or ''} · {task.task}", []).append(task)
    for what, tasks in changes.items():
        console.print(f"~ {what}: {', '.join(sorted({task.host for task in tasks}))}", markup=False)
    if not changes and not outcome.broken:
        would = t("nothing would change", "不会有任何改动") if check else t("nothing changed", "没有任何改动")
        console.print(would)


def say_warnings(outcome: Outcome) -> None:
    """Names what tasks want people to know, such as what only a restart of the host makes effective."""
    for task in outcome.tasks:
        for warning in task.warnings:
            errors.print(f"! {task.role or ''} · {task.task}: {task.host}: {warning}", markup=False)


def say_broken(outcome: Outcome) -> None:
    """Names each host that failed or could not be reached, with the reason."""
    for host in outcome.broken:
        errors.print(f"{host.name}: {_STATE[host.status]()}: {host.message}", markup=False)


_STATE = {
    "ok": lambda: t("as it should be", "已符合"),
    "changed": lambda: t("changed", "已改动"),
    "failed": lambda: t("failed", "失败"),
    "unreachable": lambda: t("unreachable", "无法连接"),
}
