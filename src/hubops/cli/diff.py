"""`hubops diff`: what changed between two runs."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.text import Text as Rich

from hubops import bundle, hub, settings
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, t
from hubops.errors import ExitCode, UsageError
from hubops.findings.changes import Change, changes
from hubops.reports import show
from hubops.reports.terminal import STYLES
from hubops.reports.words import STATUS

EXAMPLES = (
    ("hubops diff", "the last two runs", "最近两次运行"),
    ("hubops diff 20261124-08 latest", "", ""),
)


def diff(
    before: Annotated[
        str,
        typer.Argument(
            metavar="RUN",
            help=t(
                "The earlier run: its id or how that begins, or latest~1.",
                "较早的运行：编号或其开头，或 latest~1。",
            ),
        ),
    ] = "latest~1",
    after: Annotated[str, typer.Argument(metavar="RUN", help=t("The later run.", "较晚的运行。"))] = "latest",
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import work  # heavy: --help does not wait for it

    here, language = bundle.find(), settings.language(lang)
    name = hub.find(here, inventory).name
    with work.store() as store:
        first, second = store.named(before, name), store.named(after, name)
    if first.run.id == second.run.id:
        raise UsageError(
            f"{before} and {after} are the same run, {first.run.id}; valid: two runs, see `hubops history`",
            f"{before} 与 {after} 是同一次运行 {first.run.id}；请指定两次运行，参见 hubops history",
        )
    found = changes(first, second)
    if format is Format.JSON:
        emit(
            {
                "before": first.run.model_dump(mode="json"),
                "after": second.run.model_dump(mode="json"),
                "changes": [change.model_dump(mode="json") for change in found],
            }
        )
    else:
        _print_changes(found, language)
    if any(change.direction == "worse" for change in found):
        raise typer.Exit(ExitCode.FAIL)


def _print_changes(found: list[Change], lang: str) -> None:
    headings = {
        "worse": (t("Worse", "变差"), "red"),
        "better": (t("Better", "变好"), "green"),
        "other": (t("Otherwise", "其他变化"), "yellow"),
        "new": (t("Judged for the first time", "首次评判"), "cyan"),
        "gone": (t("Not judged any more", "不再评判"), "dim"),
    }
    for direction, (heading, style) in headings.items():
        own = [change for change in found if change.direction == direction]
        if own:
            console.print(Rich(f"{heading} ({len(own)})", f"bold {style}"))
        for change in own:
            line = Rich("  ")
            for status in (change.was, change.status):
                if status is not None:
                    line.append(f"{STATUS[status].of(lang)} ", STYLES[status])
            console.print(line.append(show.printable(f" {change.control}  {change.subject}"), "default"))
            for sign, items in (("+", change.appeared), ("-", change.went)):
                for item in items:
                    actual = show.value(item.actual).of(lang)
                    console.print(Rich(show.printable(f"      {sign} {item.item}: {actual}"), "dim"))
    if not found:
        console.print(t("nothing changed", "没有变化"))
