"""What `hubops records import` shows and asks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import typer
from rich.padding import Padding
from rich.text import Text as Rich

from hubops.cli.console import Format, console, emit, t
from hubops.cli.recorded import line, row, shown, table_of
from hubops.errors import ExitCode, UsageError
from hubops.model import Json, Text
from hubops.records import KINDS, forms, template
from hubops.records.importing import Entry, Plan
from hubops.records.sheets import Sheet
from hubops.records.writing import Update
from hubops.reports import show

_ROWS = 5
_FAULTS = 100


def sheet_names(kind: str) -> list[str]:
    """The names by which a workbook's sheet is taken for the one that is meant."""
    kinds = [kind] if kind else KINDS
    return [name for one in kinds for name in (one, *(template.title(one, lang) for lang in ("zh", "en")))]


def kind_of(sheet: Sheet) -> str:
    """The kind that a sheet's or file's name says. Raises UsageError where neither does."""
    for name in (sheet.name, sheet.path.stem):
        for kind, model in KINDS.items():
            if name.strip().casefold() in {kind, model.label.zh, model.label.en.casefold()}:
                return kind
    raise UsageError(
        f"{sheet.path}: what are its rows? Say --kind KIND; valid: {', '.join(KINDS)}",
        f"{sheet.path}：请用 --kind 指明记录种类；可用：{'、'.join(KINDS)}",
    )


def mapping(texts: Iterable[str]) -> dict[str, str]:
    """What `--map` says, by header."""
    found = {}
    for text in texts:
        header, equals, field = text.rpartition("=")
        if not equals or not header:
            raise UsageError(f"--map {text!r}; valid: HEADER=FIELD", f"--map {text!r}；格式应为 列名=字段")
        found[header.strip()] = field.strip()
    return found


def updates(plan: Plan) -> list[Update]:
    return [
        Update(entry.there, {change.field: change.after for change in entry.changes})
        for entry in plan.of("changed")
        if entry.there
    ]


def judge(plan: Plan, update: bool, lang: str, format: Format) -> None:
    """Shows what importing would do; ends the command where it cannot be done."""
    clash = plan.of("changed") if not update else []
    refused = bool(plan.faults or clash)
    if format is Format.JSON:
        if refused:
            emit(plan_json(plan, written=[]))
    else:
        _print_plan(plan, lang)
    if not refused:
        return
    if format is not Format.JSON:
        count = len(plan.faults)
        said = (
            t(
                f"Nothing was imported: {count} places cannot be read.",
                f"未导入任何内容：有 {count} 处无法读取。",
            )
            if count
            else t(
                f"Nothing was imported: {len(clash)} records are there and differ; --update takes the table's values.",
                f"未导入任何内容：{len(clash)} 条已有记录与表格不同；加 --update 则以表格为准。",
            )
        )
        console.print(Rich(said, "bold red"))
    raise typer.Exit(ExitCode.USAGE)


def plan_json(plan: Plan, written: Sequence[Path]) -> Json:
    """What importing would do, or did, for programs."""
    return {
        "kind": plan.kind,
        "columns": [
            {
                "column": h.letter,
                "header": h.text,
                "role": h.role,
                "field": h.column.name if h.column else None,
            }
            for h in plan.head.headings
        ],
        "new": [entry.record.id for entry in plan.of("new")],
        "same": [entry.record.id for entry in plan.of("same")],
        "changed": {
            entry.record.id: {one.field: {"before": one.before, "after": one.after} for one in entry.changes}
            for entry in plan.of("changed")
        },
        "faults": [
            {"cell": one.cell, "header": one.header, "value": one.value, "why": one.why.model_dump()}
            for one in plan.faults
        ],
        "written": [str(path) for path in written],
    }


def _print_plan(plan: Plan, lang: str) -> None:
    label = KINDS[plan.kind].label.of(lang)
    where = t(f"header in row {plan.head.last + 1}", f"表头在第 {plan.head.last + 1} 行")
    about = plan.sheet.about.of(lang)
    line(
        Rich(f"{plan.sheet.path} → {label} ({plan.kind})", "bold").append(
            f"  {about}{t(', ', '，')}{where}", "dim"
        )
    )
    _print_columns(plan, lang)
    if plan.faults:
        _print_faults(plan, lang)
    _print_new(plan, lang)
    _print_changes(plan, lang)
    counts = {state: len(plan.of(state)) for state in ("new", "changed", "same")}
    en = f"{counts['new']} new, {counts['changed']} changed, {counts['same']} as they are"
    zh = f"新增 {counts['new']} 条，变更 {counts['changed']} 条，无变化 {counts['same']} 条"
    if plan.skipped:
        en, zh = f"{en}, {plan.skipped} rows of explanation left out", f"{zh}，略去说明行 {plan.skipped} 行"
    console.print(t(en, zh))


_ROLES = {
    "personal": Text(
        en="left out: who a person is, is not recorded; people are numbers here",
        zh="略去：记录中不登记个人信息，人员只用编号",
    ),
    "row_number": Text(en="left out: numbers of rows", zh="略去：行序号"),
    "marker": Text(en="says which rows are explanations", zh="标明说明行"),
    "left_out": Text(en="left out, as asked", zh="按要求略去"),
    "unknown": Text(en="not known", zh="无法识别"),
    "ambiguous": Text(en="not clear", zh="含义不明确"),
}


def _print_columns(plan: Plan, lang: str) -> None:
    table = table_of(t("Column", "列"), t("Header", "列名"), t("Field", "字段"), t("Taken for", "识别为"))
    for heading in plan.head.headings:
        if heading.column:
            field = heading.column
            row(table, heading.letter, show.printable(heading.text), field.name, field.header.of(lang))
        elif heading.role != "empty":
            bad = heading.role in {"unknown", "ambiguous"}
            said = Rich(_ROLES[heading.role].of(lang), "red" if bad else "yellow")
            row(table, heading.letter, show.printable(heading.text), "", said)
    console.print(table)


def _print_faults(plan: Plan, lang: str) -> None:
    table = table_of(
        t("Cell", "单元格"), t("Header", "列名"), t("Value", "现值"), t("What is wrong", "问题与应填内容")
    )
    for fault in plan.faults[:_FAULTS]:
        value = Rich(show.printable(fault.value), "red")
        row(table, fault.cell, show.printable(fault.header), value, show.printable(fault.why.of(lang)))
    console.print(table)
    left = len(plan.faults) - _FAULTS
    if left > 0:
        console.print(
            t(f"… and {left} more; --format json lists all", f"……另有 {left} 处；--format json 可列出全部")
        )


def _print_new(plan: Plan, lang: str) -> None:
    new = plan.of("new")
    if not new or plan.faults:
        return
    nodes, headers = forms.parts(plan.kind), forms.headers(plan.kind, lang)
    rows = [(entry.row, entry.record.model_dump(mode="json")) for entry in new[:_ROWS]]
    filled = [name for name in nodes if any(values[name] not in (None, []) for _, values in rows)]
    names = filled[: max(3, console.width // 14)]
    table = table_of(t("Row", "行"), *(headers[name] for name in names))
    for number, values in rows:
        row(table, str(number + 1), *(shown(values[name], nodes[name], lang) for name in names))
    console.print(table)
    if len(new) > _ROWS:
        console.print(
            t(f"… and {len(new) - _ROWS} more new ones", f"……另有 {len(new) - _ROWS} 条新增"), style="dim"
        )


def _print_changes(plan: Plan, lang: str) -> None:
    for entry in plan.of("changed")[:_FAULTS]:
        _print_change(plan, entry, lang)
    left = len(plan.of("changed")) - _FAULTS
    if left > 0:
        console.print(t(f"… and {left} more that differ", f"……另有 {left} 条不同"))


def _print_change(plan: Plan, entry: Entry, lang: str) -> None:
    nodes = forms.parts(plan.kind)
    place = entry.there.place if entry.there else ""
    where = t(f"row {entry.row + 1}", f"第 {entry.row + 1} 行")
    line(Rich(entry.record.id, "bold cyan").append(f"  {where}, {show.printable(place)}", "dim"))
    for change in entry.changes:
        name = forms.node_header(change.field, nodes[change.field], lang)
        for sign, value, style in (("-", change.before, "red"), ("+", change.after, "green")):
            text = shown(value, nodes[change.field], lang) or t("(nothing)", "（空）")
            if isinstance(value, dict | list) and change.before != change.after:
                text = f"{text}  {json.dumps(value, ensure_ascii=False)}"
            console.print(
                Padding(Rich(f"{sign} {name}{t(': ', '：')}{show.printable(text)}", style), (0, 0, 0, 2))
            )


def say_unchanged(plan: Plan, format: Format) -> None:
    if format is Format.JSON:
        emit(plan_json(plan, []))
    else:
        console.print(t("Nothing to write: all of it is recorded.", "无需写入：内容均已登记。"))


def confirm(plan: Plan, yes: bool, format: Format) -> None:
    """Asks whether to write; where nobody can be asked, UsageError."""
    if yes:
        return
    if format is Format.JSON:
        emit(plan_json(plan, []))
    if format is Format.JSON or not sys.stdin.isatty():
        raise UsageError(
            "nobody can be asked whether to write; look at what is shown, then add --yes",
            "无法询问是否写入；请先核对以上内容，再加 --yes",
        )
    count = len(plan.of("new")) + len(plan.of("changed"))
    typer.confirm(t(f"Write {count} records?", f"确定写入 {count} 条记录？"), abort=True, err=True)


def say_written(plan: Plan, paths: Sequence[Path], format: Format) -> None:
    if format is Format.JSON:
        emit(plan_json(plan, paths))
        return
    for path in paths:
        line(Rich(t(f"written to {path}", f"已写入 {path}"), "green"))
