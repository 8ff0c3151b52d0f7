"""`hubops doctor`: all that can be wrong with this machine, and what mends it."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable

import typer
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich

from hubops import bundle, catalog, engines, hub, settings
from hubops.cli.console import Format, FormatOption, LangOption, QuietOption, console, emit, progress, t
from hubops.errors import ExitCode, HubopsError
from hubops.model import Json, Text
from hubops.playbooks import read_inventory
from hubops.provision import doctor as lab
from hubops.provision.doctor import Fact
from hubops.settings import Setting

OLDEST_PYTHON = (3, 11)


def doctor(quiet: QuietOption = False, format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    with progress(t("Looking at this machine", "检查本机")):
        facts = [*(check() for check in CHECKS), *lab.facts()]
    if format is Format.JSON:
        emit(_answer(facts))
    else:
        _print(facts, settings.language(lang))
    if any(fact.needed and not fact.ok for fact in facts):
        raise typer.Exit(ExitCode.TOOL_MISSING)


def _answer(facts: list[Fact]) -> Json:
    """What was found, for programs: texts in both languages."""
    return {
        "facts": [
            {
                "name": fact.name,
                "ok": fact.ok,
                "needed": fact.needed,
                "message": fact.message.model_dump(),
                "hint": None if fact.ok else fact.hint.model_dump(),
            }
            for fact in facts
        ],
        "settings": [
            {"name": setting.variable, "value": shown(setting), "help": setting.help.model_dump()}
            for setting in settings.SETTINGS.values()
        ],
    }


def _print(facts: list[Fact], language: str) -> None:
    table = Table.grid(padding=(0, 1))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for fact in facts:
        mark, style = ("✓", "green") if fact.ok else ("✗", "red") if fact.needed else ("!", "yellow")
        table.add_row(Rich(mark, style), Rich(fact.message.of(language)))
        if not fact.ok:
            table.add_row("", Padding(Rich(fact.hint.of(language)), (0, 0, 0, 2)))
    console.print(table)
    console.print("\n" + t("Settings", "设置"))
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    table.add_column(overflow="fold", ratio=1)
    for setting in settings.SETTINGS.values():
        table.add_row(setting.variable, Rich(shown(setting) or "-"), setting.help.of(language))
    console.print(table)


def shown(setting: Setting) -> str:
    """The setting's value without what is secret in it: tokens, and the password in a URL."""
    value = setting.read()
    if setting.name.endswith("token"):
        return "***" if value else ""
    return re.sub(r"://[^/@]*@", "://***@", value)


def _python() -> Fact:
    version = ".".join(map(str, sys.version_info[:3]))
    return Fact(
        "python",
        sys.version_info >= OLDEST_PYTHON,
        True,
        Text(en=f"Python {version}", zh=f"Python {version}"),
        Text(en="Python 3.11 or newer is needed.", zh="需要 Python 3.11 或更新版本。"),
    )


def _engine(name: str) -> Fact:
    try:
        place = engines.find(name)
        found = f"{name} {engines.version(name)}: {place}"
        said = Text(en=found, zh=found) if place else Text(en=f"{name} is not there", zh=f"未找到 {name}")
    except HubopsError as error:
        place, said = None, error.text
    return Fact(
        name,
        place is not None,
        True,
        said,
        Text(
            en=f"`hubops engines ensure {name}` builds it, once.",
            zh=f"运行 hubops engines ensure {name} 构建一次即可。",
        ),
    )


def _ansible() -> Fact:
    try:
        here = bundle.find()
        read_inventory(here, hub.find(here, "example").inventory)
        problem = None
    except HubopsError as error:
        problem = error.text
    return Fact(
        "ansible",
        problem is None,
        True,
        problem or Text(en="Ansible reads inventories", zh="Ansible 可读取主机清单"),
        Text(
            en="Install HubOps again: its Python packages are not whole.",
            zh="请重新安装 HubOps：其 Python 依赖不完整。",
        ),
    )


def _controls() -> Fact:
    try:
        count = len(catalog.load(bundle.find()))
        said = Text(en=f"{count} controls are readable", zh=f"{count} 项控制项可读取")
    except HubopsError as error:
        count, said = 0, error.text
    return Fact(
        "controls",
        count > 0,
        True,
        said,
        Text(en="Mend the file that is named.", zh="请修复所指出的文件。"),
    )


def _state() -> Fact:
    from hubops.cli import work  # heavy: --help does not wait for it

    place = settings.get("state")
    try:
        with work.store() as store:
            store.latest()
        writable = os.access(settings.state(), os.W_OK)
        problem = None if writable else Text(en="it is read-only", zh="只读")
    except HubopsError as error:
        problem = error.text
    except OSError as error:
        problem = Text(en=str(error), zh=str(error))
    return Fact(
        "state",
        problem is None,
        True,
        Text(
            en=f"State in {place}" + (f": {problem.en}" if problem else " is usable"),
            zh=f"状态目录 {place}" + (f"：{problem.zh}" if problem else " 可用"),
        ),
        Text(
            en="Make the folder writable, or name another one in HUBOPS_STATE.",
            zh="请使该目录可写，或用 HUBOPS_STATE 指定其他目录。",
        ),
    )


CHECKS: tuple[Callable[[], Fact], ...] = (
    _python,
    lambda: _engine("opa"),
    lambda: _engine("pulumi"),
    _ansible,
    _controls,
    _state,
)
