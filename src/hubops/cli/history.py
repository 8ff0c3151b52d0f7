"""`hubops history`: what runs found, and what changed between them."""

from __future__ import annotations

from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text as Rich

from hubops import bundle, hub, settings
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, t
from hubops.errors import unknown_name
from hubops.model import Run, Standing, Status, timestamp
from hubops.reports import show
from hubops.reports.terminal import STYLES
from hubops.reports.words import STATUS

EXAMPLES = (
    ("hubops history", "runs, and what changed last", "历次运行与最近变化"),
    (
        "hubops history hub-1",
        "a host: since when, first failed, last passed",
        "某主机：始于何时、首次不通过、最近通过",
    ),
    ("hubops history ssh/root_login_denied@hub-1 --as-of 2026-10-01", "", ""),
)


def history(
    what: Annotated[
        str,
        typer.Argument(
            metavar="WHAT",
            help=t(
                "A control, a subject, or CONTROL@SUBJECT; else the hub's runs and latest changes.",
                "控制项、对象或“控制项@对象”；省略时显示历次运行与最近变化。",
            ),
        ),
    ] = "",
    inventory: HubOption = "lab",
    as_of: Annotated[
        str,
        typer.Option("--as-of", metavar="DATE", help=t("As things stood then.", "截至该日期的状态。")),
    ] = "",
    most: Annotated[
        int,
        typer.Option("--most", "-n", min=1, max=1000, help=t("How many lines at most.", "最多显示行数。")),
    ] = 20,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import dates, explained, work  # heavy: --help does not wait for them
    from hubops.store import runs, standing, transitions

    here, language = bundle.find(), settings.language(lang)
    name = hub.find(here, inventory).name
    date = dates.moment("--as-of", as_of)
    until = timestamp(date) if date else ""
    with work.store() as store:
        if not what:
            listed = runs(store, name, until=until, most=most)
            latest = transitions(store, name, until=until, most=most)
            if format is Format.JSON:
                emit(
                    {
                        "runs": [
                            {**run.model_dump(mode="json"), "summary": counts} for run, counts in listed
                        ],
                        "transitions": [change.model_dump(mode="json") for change in latest],
                    }
                )
                return
            _print_runs(listed, language)
            for line in explained.change_lines(latest, language, lambda c: f"{c.control}  {c.subject}"):
                console.print(line)
            return
        everything = standing(store, name, until=until)
        control, at, subject = what.partition("@")
        known = {s.finding.control for s in everything} | {s.finding.subject for s in everything}
        if control not in known or (at and subject not in known):
            raise unknown_name("control", what, known)
        found = [
            s
            for s in everything
            if (control in (s.finding.control, s.finding.subject))
            and (not at or s.finding.subject == subject)
        ]
        by_control = control in {s.finding.control for s in everything}
        which = {"control": control, "subject": subject} if by_control else {"subject": control}
        latest = transitions(store, name, until=until, most=most, **which)
    if format is Format.JSON:
        emit(
            {
                "standing": [s.model_dump(mode="json") for s in found],
                "transitions": [change.model_dump(mode="json") for change in latest],
            }
        )
        return
    _print_standing(found, language, by_control)
    for line in explained.change_lines(latest, language, lambda c: f"{c.control}  {c.subject}"):
        console.print(line)


def _print_runs(listed: list[tuple[Run, dict[Status, int]]], lang: str) -> None:
    if not listed:
        console.print(t("no run is stored yet: `hubops check`", "尚未保存任何运行：请执行 hubops check"))
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(t("Run", "运行"), no_wrap=True)
    table.add_column(t("Finished", "完成时间"), no_wrap=True)
    table.add_column(t("Findings", "结果"), overflow="fold")
    for run, counts in listed:
        line = Rich()
        for status, count in counts.items():
            if count:
                line.append(f"{count} {STATUS[status].of(lang)}  ", STYLES[status])
        table.add_row(run.id, show.time(run.finished), line)
    console.print(table)


def _print_standing(found: list[Standing], lang: str, by_control: bool) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column(t("Subject", "对象") if by_control else t("Control", "控制项"), overflow="fold")
    for heading in (
        t("Status", "状态"),
        t("Since", "始于"),
        t("First failed", "首次不通过"),
        t("Last passed", "最近通过"),
    ):
        table.add_column(heading)
    for stand in found:
        f = stand.finding
        status = Rich(STATUS[f.status].of(lang), STYLES[f.status])
        if stand.flapping:
            status.append(t(" flapping", " 反复变化"), "yellow")
        moments = (f.since, stand.first_failed, stand.last_passed)
        table.add_row(
            Rich(show.printable(f.subject if by_control else f.control)),
            status,
            *(show.time(moment).removesuffix(" UTC") if moment else "-" for moment in moments),
        )
    console.print(table)
