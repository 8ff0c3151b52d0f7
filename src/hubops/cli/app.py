"""The commands of `hubops`, in the order in which the loop uses them."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from hubops import __version__, settings
from hubops.cli import (
    apply,
    check,
    collect,
    controls,
    coverage,
    demo,
    doctor,
    engines,
    explain,
    history,
    new,
    provision,
    waive,
)
from hubops.cli.console import errors, t
from hubops.errors import ExitCode, HubopsError


class Commands(TyperGroup):
    """Turns what goes wrong into one clear message and the exit code that belongs to it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except HubopsError as error:
            errors.print(f"[bold red]{t('error', '错误')}:[/] ", end="")
            errors.print(error.text.of(settings.language()), markup=False, soft_wrap=True)
            if error.hint:
                errors.print(error.hint.of(settings.language()), markup=False, soft_wrap=True)
            raise typer.Exit(error.exit_code) from error
        except KeyboardInterrupt:
            errors.print(t("Interrupted; what was finished is kept.", "已中断；已完成的部分均已保留。"))
            raise typer.Exit(ExitCode.INTERRUPTED) from None


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=t(
        "Makes a city intelligence hub compliant and keeps proving it.",
        "让城市智能中枢合规，并持续证明其合规。",
    ),
    epilog=t(
        "Exit codes: 0 all pass or waived; 1 a control fails; 2 usage; "
        "3 something is unknown, stale or in error; 4 a tool is missing.",
        "退出码：0 全部通过或已豁免；1 有控制项不通过；2 用法错误；3 有未知、过期或出错；4 缺少工具。",
    ),
)


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", help=t("Print the version and stop.", "显示版本后退出。")),
    ] = False,
) -> None:
    if version:
        typer.echo(f"hubops {__version__}")
        raise typer.Exit


def _add(function: Callable[..., None], zh: str) -> None:
    """A command named as its function; its docstring is the help in English."""
    english = inspect.cleandoc(function.__doc__ or "")
    examples = english.partition("\n\n")[2]
    app.command(function.__name__, help=t(english, f"{zh}\n\n{examples}"))(function)


_add(demo.demo, "在三台主机的实验环境上演示完整闭环：置备、检查、应用、再检查、报告。")
_add(doctor.doctor, "检查本机：程序、引擎、状态目录，以及能否运行实验环境。")
app.add_typer(provision.app, name="provision")
_add(apply.apply, "对中枢的主机应用基线；可安全地重复执行。")
_add(collect.collect, "采集证据并写入目录；用 hubops check --evidence 评判。")
_add(check.check, "按控制项检查主机、资源栈或整个中枢。")
_add(controls.controls, "列出控制项。")
_add(coverage.coverage, "统计控制项覆盖了哪些要求，并列出尚未覆盖的要求。")
_add(explain.explain, "解释控制项、要求、对象或结果：要求什么、发现了什么、证据何在、如何整改。")
_add(history.history, "查看以往的结果：历次运行与变化，或某控制项、某对象的状态。")
_add(history.diff, "比较两次运行：哪些变差、变好、新增或消失。")
app.add_typer(waive.app, name="waive")
app.add_typer(engines.app, name="engines")
app.add_typer(new.app, name="new")
