"""`hubops improve`: list what is being improved, and hand it to other tools as an OSCAL POA&M."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text as Rich

from hubops import bundle, catalog, hub, records, settings
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, errors, t
from hubops.errors import UsageError
from hubops.files import write_whole
from hubops.findings import improvements as compared
from hubops.model import Json, Text, timestamp, today_in_china
from hubops.reports import poam, show, words

app = typer.Typer(no_args_is_help=True)

_STATES = {
    "proposed": (Text(en="proposed", zh="待批准"), "cyan"),
    "under_way": (Text(en="under way", zh="实施中"), "default"),
    "overdue": (Text(en="overdue", zh="已逾期"), "red"),
    "closed": (Text(en="closed", zh="已关闭"), "green"),
}


@app.command(
    "list",
    help=t(
        "List the improvements: how each stands, what is due, and what shows its effect.",
        "列出改进事项：状态、待办进度与成效。",
    ),
)
def list_(inventory: HubOption = "lab", format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    listed, effects, _ = _known(inventory)
    today = today_in_china().isoformat()
    if format is Format.JSON:
        emit([{**one, "state": _state(one, today), "effects": effects.get(one["id"], [])} for one in listed])
    elif listed:
        _print(listed, effects, today, settings.language(lang))
    else:
        console.print(t("the hub has recorded no improvement", "本中枢没有登记改进事项"))


@app.command(
    help=t(
        "Write the improvements as an OSCAL plan of action and milestones, in JSON.",
        "将改进事项导出为 OSCAL 行动计划与里程碑（POA&M），JSON 格式。",
    )
)
def export(
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="PATH",
            help=t("To this file; else it is printed.", "写入该文件；不指定则直接输出。"),
        ),
    ] = None,
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    listed, effects, name = _known(inventory)
    if not listed:
        raise UsageError(
            f"{name} has recorded no improvement, and a plan of action needs one",
            f"{name} 没有登记改进事项，无法生成行动计划",
        )
    made = poam.document(name, listed, effects, timestamp(), settings.language(lang))
    if output is None:
        emit(made)
        return
    try:
        write_whole(output, json.dumps(made, ensure_ascii=False, indent=2) + "\n")
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"cannot write {output}: {why}", f"无法写入 {output}：{why}") from error
    errors.print(t(f"written: {output}", f"已写出：{output}"), markup=False)


def _known(inventory: str) -> tuple[list[dict[str, Json]], dict[str, list[dict[str, Json]]], str]:
    """The improvements of a hub, how the control of each stands by the findings of late, and the hub's name."""
    from hubops.cli import work  # heavy: --help does not wait for it
    from hubops.store import standing

    here = bundle.find()
    found = hub.find(here, inventory)
    listed = [record for record in records.load(found.records) if record["kind"] == "improvement"]
    named = sorted({control for one in listed if (control := compared.control_of(one))})
    with work.store() as store:
        stands = [stand for control in named for stand in standing(store, found.name, control=control)]
    findings = compared.fresh(stands, datetime.now(UTC))
    section = compared.effects(listed, findings, catalog.ids(here))
    return listed, {entry["id"]: entry["findings"] for entry in section["improvements"]}, found.name


def _state(one: dict[str, Json], today: str) -> str:
    if one["closed"] and one["closed"] <= today:
        return "closed"
    if any(step["done"] is None and step["due"] < today for step in one["milestones"]):
        return "overdue"
    return "under_way" if one["approved"] else "proposed"


def _print(
    listed: list[dict[str, Json]], effects: dict[str, list[dict[str, Json]]], today: str, lang: str
) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (t("Improvement", "改进事项"), t("State", "状态"), t("Due", "到期")):
        table.add_column(heading, no_wrap=True)
    table.add_column(t("What", "内容"), overflow="fold")
    for one in listed:
        label, style = _STATES[_state(one, today)]
        due = min((step["due"] for step in one["milestones"] if step["done"] is None), default="–")
        what = Rich(show.printable(one["title"][lang]), "bold")
        what.append(f"\n{poam.source(one, lang)}", "cyan")
        what.append(f"\n{t('owner: ', '责任人：')}{one['owner']}", "dim")
        told = [f"{e['subject']} {words.STATUS[e['status']].of(lang)}" for e in effects.get(one["id"], [])]
        if told:
            shown = f"{t('effect: ', '成效：')}{compared.control_of(one)} ({', '.join(told)})"
            what.append(f"\n{shown}")
        table.add_row(one["id"], Rich(label.of(lang), style), due, what)
    console.print(table)
