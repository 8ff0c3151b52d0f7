"""The commands of `hubops`, in the order in which the loop uses them; each is loaded when it is used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from hubops import __version__
from hubops.cli import last_word
from hubops.cli.help import LangOption, fitted
from hubops.language import language, t

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": (
        "Show the whole loop on a lab of three hosts, before and after.",
        "在三台主机的实验环境上演示完整闭环，整改前后对比。",
    ),
    "doctor": (
        "Check this machine: programs, engines, state, lab.",
        "检查本机：程序、引擎、状态、实验环境。",
    ),
    "provision": ("Provision the hosts of a stack.", "置备资源栈中的主机。"),
    "apply": ("Apply the baseline to the hub's hosts; safe to repeat.", "对中枢的主机应用基线；可安全重复。"),
    "remediate": (
        "Mend what fails, batch by batch, and check again.",
        "分批整改不通过项，并复查。",
    ),
    "drill": (
        "Hold a drill: see that alerts arrive and data can be restored.",
        "组织演练：确认告警能够送达、数据能够恢复，并保存记录。",
    ),
    "schedule": ("Have a check or a drill run by a timer.", "用定时器定期运行检查或演练。"),
    "collect": ("Collect evidence, without judging it.", "采集证据，不作评判。"),
    "check": ("Check hosts, a stack or the whole hub.", "按控制项检查主机、资源栈或整个中枢。"),
    "controls": ("List the controls.", "列出控制项。"),
    "coverage": ("Show which requirements have a control, and which.", "列出各要求由哪些控制项覆盖。"),
    "explain": (
        "Explain a control, a requirement, a subject or a finding.",
        "解释控制项、要求、对象或结果：依据、证据与整改方法。",
    ),
    "history": ("Show what was found before.", "查看以往的结果：历次运行与变化。"),
    "diff": (
        "Compare two runs; ends with 1 where something got worse.",
        "比较两次运行；有变差项时退出码为 1。",
    ),
    "report": (
        "Compile reports, approve, archive and verify them.",
        "编制、审批、归档并核验管理报告。",
    ),
    "waive": ("Make, list and check approved exceptions.", "登记、列出并核对经批准的豁免。"),
    "records": (
        "Check, list, add and import records; what falls due.",
        "检查、查看、新增、导入记录，并列出到期事项。",
    ),
    "improve": (
        "List improvements, and export them as an OSCAL POA&M.",
        "列出改进事项，并导出为 OSCAL POA&M。",
    ),
    "opinion": ("Show how satisfied the users are, and how that is known.", "查看用户满意度指数及其依据。"),
    "dashboards": ("Write dashboards for Grafana.", "写出 Grafana 仪表盘。"),
    "new": (
        "Begin a control, a kind of record or a role.",
        "新建控制项、记录种类或角色的骨架。",
    ),
    "engines": ("Find or build the engines, OPA and Pulumi.", "查找或构建引擎 OPA 与 Pulumi。"),
}
"""Name → its help in English and Chinese. The module is `hubops.cli.<name>` and holds a function of that
name or, for a group, a Typer `app`; its `EXAMPLES` (command line, English, Chinese) are shown in its help."""


class Loaded(Mapping[str, Any]):
    """The commands by name; the module of one is imported when that one is asked for."""

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)

    def __contains__(self, name: object) -> bool:
        return name in COMMANDS

    def __getitem__(self, name: str) -> Any:
        en, zh = COMMANDS[name]
        module = import_module(f"hubops.cli.{name}")
        text = t(en, zh) + _examples(getattr(module, "EXAMPLES", ()))
        holder = typer.Typer(rich_markup_mode=None)
        holder.callback()(lambda: None)
        if hasattr(module, "app"):
            holder.add_typer(module.app, name=name, help=text)
        else:
            holder.command(name, help=text)(getattr(module, name))
        return fitted(typer.main.get_group(holder).commands[name])


def _examples(examples: tuple[tuple[str, str, str], ...]) -> str:
    """The examples as a paragraph that keeps its lines, empty where there are none."""
    wide = max((len(line) for line, en, _ in examples if en), default=0)
    lines = [f"{line:{wide}}   {t(en, zh)}".rstrip() for line, en, zh in examples]
    return "\n\n\b\n" + "\n".join(lines) if lines else ""


class Commands(TyperGroup):
    """Lists the commands without loading them; turns what goes wrong into a clear message and exit code."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        fitted(self)
        self.commands = Loaded()  # type: ignore[assignment]

    def _listed(self) -> TyperGroup:
        """The commands with their help alone."""
        commands = [TyperCommand(name, help=t(*help_)) for name, help_ in COMMANDS.items()]
        return TyperGroup(commands=commands, params=self.params)

    def format_commands(self, ctx: Any, formatter: Any) -> None:
        self._listed().format_commands(ctx, formatter)

    def shell_complete(self, ctx: Any, incomplete: str) -> Any:
        return self._listed().shell_complete(ctx, incomplete)

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except typer.Abort:
            last_word("Nothing was done.", "未作任何操作。")
        except KeyboardInterrupt:
            last_word("Interrupted; what was finished is kept.", "已中断；已完成的部分均已保留。")
        except Exception as error:
            # Not imported above: neither --version nor --help comes here, and neither is to wait for it.
            from hubops.errors import HubopsError

            if not isinstance(error, HubopsError):
                raise
            _tell(error)
            raise typer.Exit(error.exit_code) from error
        from hubops.errors import ExitCode

        raise typer.Exit(ExitCode.INTERRUPTED)


def _tell(error: Any) -> None:
    from hubops.cli.console import errors

    errors.print(f"[bold red]{t('error', '错误')}:[/] ", end="")
    errors.print(error.text.of(language()), markup=False, soft_wrap=True)
    if error.hint:
        errors.print(error.hint.of(language()), markup=False, soft_wrap=True)


app = typer.Typer(
    cls=Commands,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help=t(
        "Makes a city intelligence hub compliant and keeps proving it.",
        "让城市智能中枢合规，并持续证明其合规。",
    ),
    epilog=t(
        "Exit codes: 0 all pass or waived; 1 a control fails; 2 usage; "
        "3 something is unknown, stale or in error; 4 a tool is missing; 130 interrupted.",
        "退出码：0 全部通过或已豁免；1 有控制项不通过；2 用法错误；3 有未知、过期或出错；4 缺少工具；130 被中断。",
    ),
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"hubops {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            is_eager=True,
            callback=_version,
            help=t("Print the version and stop.", "显示版本后退出。"),
        ),
    ] = False,
    lang: LangOption = "",
) -> None:
    pass
