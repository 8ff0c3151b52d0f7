"""docs/cli.md: every command, its arguments, its options and its exit codes."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from enum import Enum
from pathlib import Path
from typing import Any

import typer

from generator.source import Source, code, table
from generator.words import BROUGHT, EXIT
from hubops.cli.app import app
from hubops.errors import ExitCode

Command = Any  # the library's own click; only what every version of it has is used


def page(source: Source) -> str:
    """The body of the page."""
    root = typer.main.get_command(app)
    commands = [_command(source, command, context) for command, context in _walk(root, "hubops", None)]
    codes = table(
        [source.word("code"), source.word("meaning")],
        [[str(code_.value), source.say(EXIT[code_.name])] for code_ in ExitCode],
    )
    exits = f"## {source.word('exit_codes')}\n\n{codes}"
    return "\n".join([f"# {source.word('cli')}\n\n{source.word('cli_lead')}\n", *commands, exits])


def _walk(command: Command, name: str, parent: Any) -> Iterator[tuple[Command, Any]]:
    """The command and all below it, each with the context that tells its whole name."""
    context = command.context_class(command, info_name=name, parent=parent)
    yield command, context
    if hasattr(command, "list_commands"):
        for inner in command.list_commands(context):
            found = command.get_command(context, inner)
            if not found.hidden:
                yield from _walk(found, inner, context)


def _command(source: Source, command: Command, context: Any) -> str:
    parts = [f"## {context.command_path}\n", *_paragraphs(command.help or "")]
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    parts.append(f"```\n{usage}\n```\n")
    shown = [param for param in command.params if not getattr(param, "hidden", False)]
    for kind, headings in (
        ("argument", ("argument", "meaning")),
        ("option", ("option", "default", "environment", "meaning")),
    ):
        rows = [_row(source, param, context) for param in shown if param.param_type_name == kind]
        if rows:
            parts.append(table([source.word(key) for key in headings], rows))
    return "\n".join(parts)


def _paragraphs(text: str) -> list[str]:
    """The help as Markdown: what it marks as laid out by hand becomes a block of code."""
    found = []
    for part in inspect.cleandoc(text).split("\n\n"):
        by_hand = part.startswith("\b")
        body = part.removeprefix("\b").strip("\n")
        found.append(f"```\n{body}\n```\n" if by_hand else f"{body}\n")
    return [part for part in found if part.strip()]


def _row(source: Source, param: Any, context: Any) -> list[str]:
    said = BROUGHT[param.name].of(source.language) if param.name in BROUGHT else param.help or ""
    if param.param_type_name == "argument":
        name = (param.metavar or param.name).strip("[].")
        return [code(name), said]
    name = param.get_help_record(context)[0]
    return [code(name), _default(source, param), code(param.envvar or ""), said]


def _default(source: Source, param: Any) -> str:
    value = param.default() if callable(param.default) else param.default
    if isinstance(value, Enum):
        value = value.value
    if param.required:
        return source.word("required")
    if value is None or value is False or value in ("", [], ()):
        return ""
    text = str(value).replace(f"{source.bundle.root}/", "").replace(str(Path.home()), "$HOME")
    return code(text)
