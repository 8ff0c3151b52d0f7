"""The language of help: Click says some words itself, and takes each Chinese character for one column."""

from __future__ import annotations

import unicodedata
from typing import Annotated, Any

import typer

from hubops.language import language, t

_Click: Any = typer.Context.formatter_class


def _known(lang: str) -> str:
    if lang and not lang.lower().startswith(("zh", "en")):
        raise typer.BadParameter(t(f"{lang!r}; valid: zh, en", f"{lang!r}；可用：zh、en"))
    return lang


LangOption = Annotated[
    str,
    typer.Option(
        "--lang", metavar="zh|en", callback=_known, help=t("Language of what is printed.", "输出语言。")
    ),
]
_CLICK = {
    "Arguments": "参数",
    "Options": "选项",
    "Commands": "命令",
    "Show this message and exit.": "显示帮助后退出。",
    "Install completion for the current shell.": "为当前 shell 安装命令补全。",
    "Show completion for the current shell, to copy it or customize the installation.": "显示补全脚本，供复制或定制。",
    "[default: ": "[默认：",
    "[env var: ": "[环境变量：",
    "; default: ": "；默认：",
    "[required]": "[必填]",
}
_SECOND = "\x00"  # stands for the second column of a wide character until the lines are made


class _Formatter(_Click):  # type: ignore[misc]
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or t("Usage: ", "用法："))

    def write_heading(self, heading: str) -> None:
        super().write_heading(_said(heading))

    def write_text(self, text: str) -> None:
        super().write_text(_stretched(text))

    def write_dl(self, rows: Any, *args: Any, **kwargs: Any) -> None:
        super().write_dl([(name, _stretched(_said(text))) for name, text in rows], *args, **kwargs)

    def getvalue(self) -> str:
        return str(super().getvalue()).replace(_SECOND, "")


class _Context(typer.Context):
    formatter_class = _Formatter


def fitted(command: Any) -> Any:
    """The command, and those below it, with help that counts columns and speaks the language in force."""
    command.context_class = _Context
    for child in getattr(command, "commands", {}).values():
        fitted(child)
    return command


def _said(text: str) -> str:
    """The text with what is Click's own in the language in force."""
    if language() == "zh":
        for en, zh in _CLICK.items():
            text = text.replace(en, zh)
    return text


def _stretched(text: str) -> str:
    return "".join(char + _SECOND if unicodedata.east_asian_width(char) in "WF" else char for char in text)
