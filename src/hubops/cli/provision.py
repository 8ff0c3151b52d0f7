"""`hubops provision`: drive a stack through the Pulumi engine."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Annotated

import typer

from hubops import bundle, provision
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
from hubops.errors import UsageError
from hubops.model import Json
from hubops.provision import Event, images

app = typer.Typer(
    no_args_is_help=True,
    epilog=t(
        "State is kept in the state folder unless PULUMI_BACKEND_URL names another backend.",
        "状态保存在状态目录，除非 PULUMI_BACKEND_URL 指定其他后端。",
    ),
)

StackArgument = Annotated[
    str, typer.Argument(metavar="STACK", help=t("A folder under stacks/.", "stacks/ 下的目录。"))
]
ConfigOption = Annotated[
    list[str] | None,
    typer.Option(
        "--config",
        metavar="KEY=VALUE",
        help=t("A setting of the stack; repeatable.", "资源栈的设置；可重复。"),
    ),
]
ContainersOption = Annotated[
    bool,
    typer.Option(
        "--containers-only",
        help=t("The lab without its virtual machine.", "实验环境不启用虚拟机，全部使用容器。"),
    ),
]
ReleaseOption = Annotated[
    str,
    typer.Option(
        "--release",
        metavar="NAME",
        help=t("The lab's Debian release: {names}.", "实验环境的 Debian 版本：{names}。").format(
            names=", ".join(f"{name} ({number.split()[1]})" for name, number in images.RELEASES.items())
        ),
    ),
]
_SIGNS = {
    "create": "+",
    "create-replacement": "+",
    "update": "~",
    "delete": "-",
    "delete-replaced": "-",
    "replace": "±",
}


@app.command(help=t("Show what `up` would change.", "显示 up 将做的变更。"))
def preview(
    stack: StackArgument,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    with progress(t(f"Previewing {stack}", f"预览 {stack}")) as advance:
        plan = provision.preview(bundle.find(), stack, steps(advance))
    planned = [{"op": step["op"], "name": step["urn"].rpartition("::")[2]} for step in plan["steps"]]
    changes = Counter(step["op"] for step in planned)
    if format is Format.TABLE:
        for step in planned:
            if step["op"] in _SIGNS:
                console.print(f"  {_SIGNS[step['op']]} {step['name']}", markup=False)
    _say(stack, changes, format, steps=planned)


@app.command(
    help=t("Make the stack what its program says; drift is mended.", "使资源栈与其程序一致，并修复漂移。")
)
def up(
    stack: StackArgument,
    config: ConfigOption = None,
    containers_only: ContainersOption = False,
    release: ReleaseOption = images.RELEASE,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    with progress(t(f"Provisioning {stack}", f"置备 {stack}")) as advance:
        given = settings_of(stack, config, containers_only, release)
        done = provision.up(bundle.find(), stack, given, steps(advance))
    _say(stack, done.changes, format)


@app.command(
    help=t("Look at what truly exists; tells drift, mends nothing.", "核对实际存在的资源，报告漂移而不修复。")
)
def refresh(
    stack: StackArgument,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    with progress(t(f"Looking at {stack}", f"核对 {stack}")) as advance:
        done = provision.refresh(bundle.find(), stack, steps(advance))
    _say(stack, done.changes, format, drift=done.changed)
    if done.changed:
        errors.print(
            t(
                f"drift: `hubops provision up {stack}` heals it",
                f"存在漂移：可用 hubops provision up {stack} 修复",
            )
        )


@app.command(help=t("Remove everything of the stack.", "移除该资源栈的全部资源。"))
def destroy(
    stack: StackArgument,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=t("Do not ask.", "不再询问。"))] = False,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    if not yes:
        typer.confirm(
            t(f"Remove all hosts of {stack}?", f"确定移除 {stack} 的所有主机？"), abort=True, err=True
        )
    with progress(t(f"Removing {stack}", f"移除 {stack}")) as advance:
        done = provision.destroy(bundle.find(), stack, steps(advance))
    _say(stack, done.changes, format)


def settings_of(
    stack: str, config: list[str] | None, containers_only: bool, release: str = images.RELEASE
) -> dict[str, str]:
    """The stack's settings that the options give; UsageError for one that is no KEY=VALUE, and for an unknown release."""
    given = {}
    for text in config or []:
        key, equals, value = text.partition("=")
        if not key or not equals:
            raise UsageError(f"--config {text!r}; valid: KEY=VALUE", f"--config {text!r}；格式应为 KEY=VALUE")
        given[key] = value
    if stack != "lab":
        return given
    # Said either way, because what a stack was told once stays in its settings.
    wanted = {"containersOnly": str(containers_only).lower(), "release": release, **given}
    images.recipe_for("container", wanted["release"])
    return wanted


def steps(advance: Callable[[str, int, int], None]) -> Callable[[Event], None]:
    """Shows each resource as it is worked on, and what the engine has to say."""
    done: list[str] = []

    def tell(event: Event) -> None:
        if event.kind == "done" and event.op not in {"same", "read"} and event.type:
            done.append(event.name)
        if event.kind == "message":
            advance(event.text.splitlines()[0], len(done), 0)
        elif event.op not in {"same", "read"}:
            advance(f"{event.op} {event.name}", len(done), 0)
        if event.kind == "failed":
            errors.print(
                t(f"failed: {event.op} {event.name}", f"失败：{event.op} {event.name}"), markup=False
            )

    return tell


def _say(stack: str, changes: Mapping[str, int], format: Format, **more: Json) -> None:
    """Prints how many resources there are of each operation; `more` is for programs alone."""
    if format is Format.JSON:
        emit({"stack": stack, "changes": dict(changes), **more})
        return
    said = ", ".join(f"{count} {op}" for op, count in sorted(changes.items())) or t("nothing", "无")
    console.print(f"{stack}: {said}", markup=False)
