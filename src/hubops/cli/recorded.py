"""What `hubops records` shows and asks."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import typer
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich
from rich.tree import Tree

from hubops.cli.console import Format, console, emit, errors, t
from hubops.errors import ExitCode, UsageError
from hubops.faults import Fault
from hubops.model import Json, Text, Wrong
from hubops.records import KINDS, cells, forms, headings, template
from hubops.records.due import Due
from hubops.records.forms import Column
from hubops.records.importing import Entry, Fields, Plan
from hubops.records.loader import Found, Loaded
from hubops.records.sheets import Sheet
from hubops.records.writing import Update
from hubops.reports import show

_ROWS = 5
_FAULTS = 100


def fault_json(fault: Text) -> Json:
    """A fault in parts, for programs."""
    if not isinstance(fault, Fault):
        return {"place": "", "field": "", "value": None, "why": fault.model_dump()}
    return {
        "place": fault.place, "record": fault.thing.en.removeprefix("record ") if fault.thing else None,
        "field": fault.field, "value": fault.value, "why": fault.why.model_dump(),
    }  # fmt: skip


def print_check(folder: Path, found: Found, lang: str) -> None:
    """Every fault, and how many records there are."""
    for fault in found.faults:
        if not isinstance(fault, Fault):
            _line(Rich(show.printable(fault.of(lang))))
            continue
        head = Rich(show.printable(fault.place), "bold")
        if fault.thing:
            head.append(f"  {show.printable(fault.thing.of(lang))}", "cyan")
        if fault.field:
            head.append(f"  {fault.field}", "yellow")
        if fault.value is not None:
            head.append(f" = {show.printable(fault.value)}", "red")
        _line(head)
        console.print(Padding(Rich(show.printable(fault.why.of(lang))), (0, 0, 0, 4)))
    kinds = len({one.kind for one in found.records})
    files = sum(len(one.record.attachments) for one in found.records)
    counted = t(
        f"{len(found.records)} records of {kinds} kinds and {files} attachments could be read in {folder}",
        f"{folder} 中可读取记录 {len(found.records)} 条、种类 {kinds} 个、附件 {files} 个",
    )
    if found.faults:
        count = len(found.faults)
        _line(Rich(t(f"{count} faults; {counted}.", f"发现错误 {count} 处；{counted}。"), "bold red"))
    else:
        _line(Rich(t(f"No fault; {counted}.", f"未发现错误；{counted}。"), "green"))


def record_json(one: Loaded, all_: Mapping[str, Loaded] | None = None) -> Json:
    """A record for programs; with all records, what refers to it too."""
    plain = {"kind": one.kind, **one.record.model_dump(mode="json"), "place": one.place}
    if all_ is None:
        return plain
    return {**plain, "referred_by": [{"kind": k, "id": i, "field": f} for k, i, f in _referring(one, all_)]}


def print_kinds(listed: Iterable[Loaded], lang: str) -> None:
    counts = dict.fromkeys(KINDS, 0)
    for one in listed:
        counts[one.kind] += 1
    table = _table(t("Kind", "种类"), t("Meaning", "含义"))
    table.add_column(t("Records", "条数"), justify="right")
    for kind, count in counts.items():
        table.add_row(kind, KINDS[kind].label.of(lang), str(count) if count else Rich("0", "dim"))
    console.print(table)


def print_records(kind: str, listed: Sequence[Loaded], lang: str) -> None:
    """The records of a kind; fields that all leave empty, and those that do not fit, are left out and named."""
    if not listed:
        console.print(t(f"no {kind} is recorded", f"没有登记{KINDS[kind].label.zh}"))
        return
    nodes, headers = forms.parts(kind), forms.headers(kind, lang)
    rows = [one.record.model_dump(mode="json") for one in listed]
    filled = [name for name in nodes if any(row[name] not in (None, [], "") for row in rows)]
    fit = max(3, console.width // 14)
    table = _table(*(headers[name] for name in filled[:fit]))
    for row in rows:
        table.add_row(*(shown(row[name], nodes[name], lang) for name in filled[:fit]))
    console.print(table)
    if filled[fit:]:
        more = t(", ", "、").join(headers[name] for name in filled[fit:])
        console.print(t(f"Not shown here: {more}", f"此处未显示：{more}"), style="dim")


def print_record(one: Loaded, all_: Mapping[str, Loaded], lang: str) -> None:
    """A record as a tree: its fields, and what refers to it."""
    label = KINDS[one.kind].label.of(lang)
    tree = Tree(Rich(f"{label} ", "bold").append(one.record.id, "bold cyan"))
    nodes, values = forms.parts(one.kind), one.record.model_dump(mode="json")
    refers = {(field, target): kind for field, kind, target in one.record.references()}
    for name, node in nodes.items():
        value = values[name]
        if name == "id" or value in (None, []):
            continue
        branch = tree.add(Rich(f"{forms.node_header(name, node, lang)}  ", "dim"))
        targets = value if isinstance(value, list) else [value]
        if all(isinstance(target, str) and (name, target) in refers for target in targets):
            for target in targets:
                branch.add(_reference(all_[target], lang))
        else:
            assert isinstance(branch.label, Rich)
            _grown(branch, value, node, lang)
    found = list(_referring(one, all_))
    if found:
        branch = tree.add(Rich(t("Referred to by", "被引用"), "dim"))
        for kind, id_, field in found:
            header = forms.headers(kind, lang)[field]
            branch.add(Rich(f"{KINDS[kind].label.of(lang)} {id_}").append(f"  {header}", "dim"))
    console.print(tree)
    _line(Rich(show.printable(one.place), "dim"))


def _grown(branch: Tree, value: Json, node: Mapping[str, Any], lang: str) -> None:
    """Puts a value beside its name, or each of its parts on a line below."""
    inner = forms.choice(node).get("items", {})
    if isinstance(value, list) and value and isinstance(value[0], dict):
        for part in value:
            branch.add(Rich(shown(part, inner, lang)))
    else:
        assert isinstance(branch.label, Rich)
        branch.label.append(shown(value, node, lang), "default not dim")


def _reference(one: Loaded, lang: str) -> Rich:
    name = getattr(one.record, "title", None) or getattr(one.record, "name", None)
    said = f"  {name.of(lang)}" if isinstance(name, Text) else ""
    return Rich(one.record.id, "cyan").append(f"  {KINDS[one.kind].label.of(lang)}{show.printable(said)}", "dim")


def _referring(one: Loaded, all_: Mapping[str, Loaded]) -> Iterable[tuple[str, str, str]]:
    for other in all_.values():
        for field, _, target in other.record.references():
            if target == one.record.id:
                yield other.kind, other.record.id, field


def shown(value: Json, node: Mapping[str, Any], lang: str) -> str:
    """A value of a record for a person."""
    inner = forms.choice(node)
    if value is None:
        return ""
    if isinstance(value, bool):
        return t("yes", "是") if value else t("no", "否")
    if isinstance(value, dict):
        if set(value) == {"en", "zh"}:
            return show.printable(str(value[lang]))
        fields = inner.get("properties", {})
        parts = (
            (forms.node_header(name, fields.get(name, {}), lang), shown(part, fields.get(name, {}), lang))
            for name, part in value.items()
        )
        return t("; ", "；").join(f"{name}{t(': ', '：')}{part}" for name, part in parts if part)
    if isinstance(value, list):
        joint = "\n" if value and isinstance(value[0], dict) else t(", ", "、")
        told = {**inner.get("items", {}), **{k: v for k, v in node.items() if k.startswith(("description", "x-"))}}
        return joint.join(shown(part, told, lang) for part in value)
    words = forms.value_words(node)
    return show.printable(words[value].of(lang) if value in words else str(value))


def given(kind: str, texts: Iterable[str]) -> dict[str, tuple[Column, Json]]:
    """The values that FIELD=VALUE texts give. Raises UsageError for one that is none."""
    found: dict[str, tuple[Column, Json]] = {}
    for text in texts:
        name, equals, raw = text.partition("=")
        if not equals:
            raise UsageError(f"{text!r}; valid: FIELD=VALUE", f"{text!r}；格式应为 字段=值")
        column = headings.field(kind, name)
        if column.name in found:
            raise UsageError(f"`{column.name}` is given twice", f"`{column.name}` 重复给出")
        try:
            found[column.name] = (column, cells.value(raw, column.shape))
        except Wrong as error:
            raise UsageError(
                f"`{column.name}` is {raw!r}: {error.text.en}", f"`{column.name}` 为 {raw!r}：{error.text.zh}"
            ) from error
    return found


def can_ask() -> bool:
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(kind: str, values: dict[str, tuple[Column, Json]], lang: str) -> None:
    """Asks for what every record of the kind has and was not given, until it can be read."""
    there = {column.path[0] for column, _ in values.values()}
    for column in forms.form(kind).columns:
        if column.path[0] in there or not column.required:
            continue
        valid = cells.valid(column.shape).of(lang)
        errors.print(f"{column.meaning.of(lang)} ({column.name})", markup=False, style="dim")
        errors.print(f"  {t('valid', '可填')}: {valid}", markup=False, style="dim")
        values[column.name] = (column, _answer(column, lang))
        if column.shape.kind == "name":
            there.add(column.path[0])


def _answer(column: Column, lang: str) -> Json:
    while True:
        raw = typer.prompt(column.header.of(lang), err=True, default="", show_default=False)
        try:
            value = cells.value(raw, column.shape)
        except Wrong as error:
            errors.print(error.text.of(lang), markup=False, style="red")
            continue
        if value is not None and value != []:
            return value
        errors.print(t("must not be empty", "不能为空"), style="red")


def assembled(values: Mapping[str, tuple[Column, Json]]) -> dict[str, Json]:
    """The values as the fields of a record."""
    fields = Fields()
    for column, value in values.values():
        fields.put(column, value)
    return fields.whole()


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
            t(f"Nothing was imported: {count} places cannot be read.", f"未导入任何内容：有 {count} 处无法读取。")
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
            {"column": h.letter, "header": h.text, "role": h.role, "field": h.column.name if h.column else None}
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
    _line(Rich(f"{plan.sheet.path} → {label} ({plan.kind})", "bold").append(f"  {about}{t(', ', '，')}{where}", "dim"))
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
    table = _table(t("Column", "列"), t("Header", "列名"), t("Field", "字段"), t("Taken for", "识别为"))
    for heading in plan.head.headings:
        if heading.column:
            field = heading.column
            table.add_row(heading.letter, show.printable(heading.text), field.name, field.header.of(lang))
        elif heading.role != "empty":
            bad = heading.role in {"unknown", "ambiguous"}
            said = Rich(_ROLES[heading.role].of(lang), "red" if bad else "yellow")
            table.add_row(heading.letter, show.printable(heading.text), "", said)
    console.print(table)


def _print_faults(plan: Plan, lang: str) -> None:
    table = _table(t("Cell", "单元格"), t("Header", "列名"), t("Value", "现值"), t("What is wrong", "问题与应填内容"))
    for fault in plan.faults[:_FAULTS]:
        value = Rich(show.printable(fault.value), "red")
        table.add_row(fault.cell, show.printable(fault.header), value, show.printable(fault.why.of(lang)))
    console.print(table)
    left = len(plan.faults) - _FAULTS
    if left > 0:
        console.print(t(f"… and {left} more; --format json lists all", f"……另有 {left} 处；--format json 可列出全部"))


def _print_new(plan: Plan, lang: str) -> None:
    new = plan.of("new")
    if not new or plan.faults:
        return
    nodes, headers = forms.parts(plan.kind), forms.headers(plan.kind, lang)
    rows = [(entry.row, entry.record.model_dump(mode="json")) for entry in new[:_ROWS]]
    names = [name for name in nodes if any(row[name] not in (None, []) for _, row in rows)]
    table = _table(t("Row", "行"), *(headers[name] for name in names[: max(3, console.width // 14)]))
    for number, row in rows:
        cells_ = (shown(row[name], nodes[name], lang) for name in names[: max(3, console.width // 14)])
        table.add_row(str(number + 1), *cells_)
    console.print(table)
    if len(new) > _ROWS:
        console.print(t(f"… and {len(new) - _ROWS} more new ones", f"……另有 {len(new) - _ROWS} 条新增"), style="dim")


def _print_changes(plan: Plan, lang: str) -> None:
    for entry in plan.of("changed")[:_FAULTS]:
        _print_change(plan, entry, lang)
    left = len(plan.of("changed")) - _FAULTS
    if left > 0:
        console.print(t(f"… and {left} more that differ", f"……另有 {left} 条不同"))


def _print_change(plan: Plan, entry: Entry, lang: str) -> None:
    nodes = forms.parts(plan.kind)
    place = entry.there.place if entry.there else ""
    row = t(f"row {entry.row + 1}", f"第 {entry.row + 1} 行")
    _line(Rich(entry.record.id, "bold cyan").append(f"  {row}, {show.printable(place)}", "dim"))
    for change in entry.changes:
        name = forms.node_header(change.field, nodes[change.field], lang)
        for sign, value, style in (("-", change.before, "red"), ("+", change.after, "green")):
            text = shown(value, nodes[change.field], lang) or t("(nothing)", "（空）")
            if isinstance(value, dict | list) and change.before != change.after:
                text = f"{text}  {json.dumps(value, ensure_ascii=False)}"
            console.print(Padding(Rich(f"{sign} {name}{t(': ', '：')}{show.printable(text)}", style), (0, 0, 0, 2)))


def say_unchanged(plan: Plan, format: Format) -> None:
    if format is Format.JSON:
        emit(plan_json(plan, []))
    else:
        console.print(t("Nothing to write: all of it is recorded.", "无需写入：内容均已登记。"))


def confirm(plan: Plan, yes: bool, format: Format) -> None:
    """Asks whether to write; where nobody can be asked, UsageError."""
    if yes:
        return
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
        _line(Rich(t(f"written to {path}", f"已写入 {path}"), "green"))


def due_json(end: Due, today: date) -> Json:
    return {
        "kind": end.kind, "id": end.id, "field": end.field, "day": end.day.isoformat(),
        "days_left": (end.day - today).days, "owners": list(end.owners),
    }  # fmt: skip


def print_due(ends: Sequence[Due], today: date, days: int, lang: str) -> None:
    if not ends:
        console.print(t(f"nothing falls due within {days} days", f"{days} 天内没有到期事项"))
        return
    table = _table(t("Day", "日期"))
    table.add_column(t("Days", "剩余天数"), justify="right", no_wrap=True)
    for heading in (t("What", "事项"), t("Record", "记录"), t("Owner", "责任人")):
        table.add_column(heading, overflow="fold")
    for end in ends:
        left = (end.day - today).days
        style = "red" if left < 0 else "yellow" if left <= 7 else "default"
        nobody = Rich(t("nobody is named", "未指明"), "yellow")
        table.add_row(
            Rich(end.day.isoformat(), style), Rich(str(left), style),
            f"{KINDS[end.kind].label.of(lang)}{t(': ', '：')}{end.header[lang]}", end.id,
            ", ".join(end.owners) or nobody,
        )  # fmt: skip
    console.print(table)


def _table(*headers: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def _line(text: Rich) -> None:
    console.print(text, soft_wrap=True)
