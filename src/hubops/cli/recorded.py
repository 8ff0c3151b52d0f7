"""What `hubops records` shows and asks."""

from __future__ import annotations

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

from hubops.cli.console import console, errors, t
from hubops.errors import UsageError
from hubops.faults import Fault
from hubops.model import Json, Text, Wrong
from hubops.records import KINDS, cells, forms, headings
from hubops.records.due import Due
from hubops.records.forms import Column
from hubops.records.importing import Fields
from hubops.records.loader import Found, Loaded
from hubops.reports import show


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
            line(Rich(show.printable(fault.of(lang))))
            continue
        head = Rich(show.printable(fault.place), "bold")
        if fault.thing:
            head.append(f"  {show.printable(fault.thing.of(lang))}", "cyan")
        if fault.field:
            head.append(f"  {fault.field}", "yellow")
        if fault.value is not None:
            head.append(f" = {show.printable(fault.value)}", "red")
        line(head)
        console.print(Padding(Rich(show.printable(fault.why.of(lang))), (0, 0, 0, 4)))
    kinds = len({one.kind for one in found.records})
    files = sum(len(one.record.attachments) for one in found.records)
    counted = t(
        f"{len(found.records)} records of {kinds} kinds and {files} attachments could be read in {folder}",
        f"{folder} 中可读取记录 {len(found.records)} 条、种类 {kinds} 个、附件 {files} 个",
    )
    if found.faults:
        count = len(found.faults)
        line(Rich(t(f"{count} faults; {counted}.", f"发现错误 {count} 处；{counted}。"), "bold red"))
    else:
        line(Rich(t(f"No fault; {counted}.", f"未发现错误；{counted}。"), "green"))


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
    table = table_of(t("Kind", "种类"), t("Meaning", "含义"))
    table.add_column(t("Records", "条数"), justify="right")
    for kind, count in counts.items():
        row(table, kind, KINDS[kind].label.of(lang), str(count) if count else Rich("0", "dim"))
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
    table = table_of(*(headers[name] for name in filled[:fit]))
    for values in rows:
        row(table, *(shown(values[name], nodes[name], lang) for name in filled[:fit]))
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
        head = Rich(f"{forms.node_header(name, node, lang)}  ", "dim")
        targets = value if isinstance(value, list) else [value]
        if all(isinstance(target, str) and (name, target) in refers for target in targets):
            branch = tree.add(head)
            for target in targets:
                branch.add(_reference(all_[target], lang))
        else:
            _grow(tree, head, value, node, lang)
    found = list(_referring(one, all_))
    if found:
        branch = tree.add(Rich(t("Referred to by", "被引用"), "dim"))
        for kind, id_, field in found:
            header = forms.headers(kind, lang).get(field.partition(".")[0], field)
            branch.add(Rich(f"{KINDS[kind].label.of(lang)} {id_}").append(f"  {header}", "dim"))
    console.print(tree)
    line(Rich(show.printable(one.place), "dim"))


def _grow(tree: Tree, head: Rich, value: Json, node: Mapping[str, Any], lang: str) -> None:
    """Adds a value beside its name, or each of its parts on a line below."""
    if isinstance(value, list) and value and isinstance(value[0], dict):
        branch = tree.add(head)
        for part in value:
            branch.add(Rich(shown(part, forms.choice(node).get("items", {}), lang)))
    else:
        tree.add(head.append(shown(value, node, lang), "default not dim"))


def _reference(one: Loaded, lang: str) -> Rich:
    name = getattr(one.record, "title", None) or getattr(one.record, "name", None)
    said = f"  {name.of(lang)}" if isinstance(name, Text) else ""
    return Rich(one.record.id, "cyan").append(
        f"  {KINDS[one.kind].label.of(lang)}{show.printable(said)}", "dim"
    )


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
        told = {
            **inner.get("items", {}),
            **{k: v for k, v in node.items() if k.startswith(("description", "x-"))},
        }
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


def due_json(end: Due, today: date) -> Json:
    return {
        "kind": end.kind, "id": end.id, "field": end.field, "day": end.day.isoformat(),
        "days_left": (end.day - today).days, "owners": list(end.owners),
    }  # fmt: skip


def print_due(ends: Sequence[Due], today: date, days: int, lang: str) -> None:
    if not ends:
        console.print(t(f"nothing falls due within {days} days", f"{days} 天内没有到期事项"))
        return
    table = table_of(t("Day", "日期"))
    table.add_column(t("Days", "剩余天数"), justify="right", no_wrap=True)
    for heading in (t("What", "事项"), t("Record", "记录"), t("Owner", "责任人")):
        table.add_column(heading, overflow="fold")
    for end in ends:
        left = (end.day - today).days
        style = "red" if left < 0 else "yellow" if left <= 7 else "default"
        nobody = Rich(t("nobody is named", "未指明"), "yellow")
        row(table, 
            Rich(end.day.isoformat(), style), Rich(str(left), style),
            f"{end.label.of(lang)}{t(': ', '：')}{end.header[lang]}", end.id,
            ", ".join(end.owners) or nobody,
        )  # fmt: skip
    console.print(table)


def table_of(*headers: str) -> Table:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for header in headers:
        table.add_column(header, overflow="fold")
    return table


def row(table: Table, *cells_: str | Rich) -> None:
    """Adds a row; text that people wrote is no markup."""
    table.add_row(*(Rich(cell) if isinstance(cell, str) else cell for cell in cells_))


def line(text: Rich) -> None:
    """Prints a line that the terminal may wrap."""
    console.print(text, soft_wrap=True)
