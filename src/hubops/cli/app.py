"""The commands of `hubops`, in the order in which the loop uses them."""

from __future__ import annotations

from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from hubops import __version__
from hubops.cli import apply, check, collect, controls, demo, doctor, engines, explain, provision
from hubops.cli.console import errors, t
from hubops.errors import ExitCode, HubopsError


class Commands(TyperGroup):
    """Turns what goes wrong into one clear message and the exit code that belongs to it."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except HubopsError as error:
            errors.print(f"[bold red]{t('error', '错误')}:[/] ", end="")
            errors.print(str(error), markup=False, highlight=False)
            if error.hint:
                errors.print(error.hint, markup=False, highlight=False)
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
def settings(
    version: Annotated[
        bool,
        typer.Option("--version", help=t("Print the version and stop.", "显示版本后退出。")),
    ] = False,
) -> None:
    if version:
        typer.echo(f"hubops {__version__}")
        raise typer.Exit


app.command("demo")(demo.demo)
app.command("doctor")(doctor.doctor)
app.add_typer(provision.app, name="provision")
app.command("apply")(apply.apply)
app.command("collect")(collect.collect)
app.command("check")(check.check)
app.command("controls")(controls.controls)
app.command("explain")(explain.explain)
app.add_typer(engines.app, name="engines")
