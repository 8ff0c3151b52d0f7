"""`hubops new`: begin a control, a kind of record or a role in this checkout."""

from __future__ import annotations

from typing import Annotated

import typer

from hubops import bundle, scaffold
from hubops.cli.console import LangOption, console, t
from hubops.model import SubjectKind

app = typer.Typer(
    no_args_is_help=True,
    epilog=t("What it writes fails its tests until it is written.", "写完之前，骨架的测试不会通过。"),
)


@app.command(
    help=t(
        "Begin a control: header, rule, test and examples.\n\n\b\n"
        "hubops new control ssh/banner_shown --evidence sshd",
        "新建控制项：文件头、规则、测试与示例。\n\n\b\nhubops new control ssh/banner_shown --evidence sshd",
    )
)
def control(
    name: Annotated[
        str,
        typer.Argument(
            metavar="DOMAIN/NAME",
            help=t("What it demands, not a clause number.", "以其要求命名，不用条款号。"),
        ),
    ],
    evidence: Annotated[
        list[str],
        typer.Option(
            "--evidence",
            metavar="SECTION",
            help=t("A section that it reads; repeatable.", "读取的证据类别；可重复。"),
        ),
    ],
    subject: Annotated[
        SubjectKind | None,
        typer.Option(
            help=t(
                "What it is checked on; else what the sections are about.", "检查对象；默认由证据类别决定。"
            )
        ),
    ] = None,
    lang: LangOption = "",
) -> None:
    _write(scaffold.control(bundle.find(), name, evidence, subject))


@app.command(help=t("Begin a kind of record: its model and a test.", "新建记录种类：模型与测试。"))
def record(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=t("Its name, for example meeting.", "名称，例如 meeting。"))
    ],
    lang: LangOption = "",
) -> None:
    _write(scaffold.record(bundle.find(), kind))


@app.command(
    help=t(
        "Begin a role: defaults, tasks and a molecule scenario.", "新建角色：默认值、任务与 molecule 场景。"
    )
)
def role(
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help=t("What it manages, for example audit_log.", "管理的对象，例如 audit_log。")
        ),
    ],
    lang: LangOption = "",
) -> None:
    _write(scaffold.role(bundle.find(), name))


def _write(wanted: scaffold.Scaffold) -> None:
    """Writes it and says what was written and what comes next."""
    root = bundle.find().root
    for path in scaffold.write(wanted):
        said = t("written: ", "已写出：") if path in wanted.made else t("changed: ", "已修改：")
        console.print(f"{said}{path.relative_to(root)}", markup=False, soft_wrap=True)
    console.print(t("\nNext:", "\n接下来："))
    for number, step in enumerate(wanted.next, start=1):
        console.print(f"  {number}. {t(step.en, step.zh)}", markup=False, soft_wrap=True)
