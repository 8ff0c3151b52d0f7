"""`hubops records`: what people know of the hub, checked, shown, added, imported, and what of it falls due."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console

from hubops import bundle, hub, settings
from hubops.cli import dates, imported, recorded
from hubops.cli.console import (
    Format,
    FormatOption,
    HubOption,
    LangOption,
    QuietOption,
    console,
    emit,
    errors,
    progress,
    t,
)
from hubops.errors import ExitCode, UsageError, unknown_name
from hubops.files import write_whole
from hubops.model import Json, today_in_china
from hubops.reasons import reason
from hubops.records import KINDS, attachments, due, forms, loader, sheets, writing
from hubops.records.base import Record

EXAMPLES = (
    ("hubops records check", "every fault, with file and line", "检查全部记录，指出文件与行号"),
    ("hubops records list person", "", ""),
    ("hubops records show P-002", "with what refers to it", "含引用它的记录"),
    ("hubops records template person -o staff.xlsx", "a form to fill in", "生成空白表格"),
    ("hubops records import staff.xlsx", "look, then write", "先预览，确认后写入"),
    ("hubops records due --days 60 --ics due.ics", "", ""),
)

app = typer.Typer(no_args_is_help=True)

KindArgument = Annotated[
    str, typer.Argument(metavar="KIND", help=t("The kind, for example person.", "记录种类，例如 person。"))
]


@app.command(
    help=t(
        "Read all records and show every fault: file, line, field, value, and what would be valid. "
        "Ends with 2 where there is one.",
        "检查全部记录，逐处列出错误、位置及应填内容；有错误时退出码为 2。",
    )
)
def check(inventory: HubOption = "lab", format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    folder, language = hub.find(bundle.find(), inventory).records, settings.language(lang)
    found = loader.survey(folder)
    if format is Format.JSON:
        emit({"records": len(found.records), "faults": [recorded.fault_json(one) for one in found.faults]})
    else:
        recorded.print_check(folder, found, language)
    if found.faults:
        raise typer.Exit(ExitCode.USAGE)


@app.command(
    "list",
    help=t("List the kinds, or the records of one kind.", "列出记录种类，或某一种类的全部记录。")
    + "\n\n\b\nhubops records list\nhubops records list agreement --format json",
)
def list_(
    kind: Annotated[
        str, typer.Argument(metavar="KIND", help=t("Only this kind.", "只列出该种类。"), show_default=False)
    ] = "",
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    language = settings.language(lang)
    if kind:
        _known(kind)
    found = loader.whole(hub.find(bundle.find(), inventory).records)
    listed = [one for one in found if not kind or one.kind == kind]
    if format is Format.JSON:
        emit([recorded.record_json(one) for one in listed])
    elif kind:
        recorded.print_records(kind, listed, language)
    else:
        recorded.print_kinds(listed, language)


@app.command(
    help=t(
        "Show a record: its fields, its file, what it refers to and what refers to it.",
        "查看一条记录：字段、所在文件、它引用的记录以及引用它的记录。",
    )
    + "\n\n\b\nhubops records show P-002"
)
def show(
    id_: Annotated[str, typer.Argument(metavar="ID", help=t("The record's identifier.", "记录编号。"))],
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    found = {one.record.id: one for one in loader.whole(hub.find(bundle.find(), inventory).records)}
    if id_ not in found:
        raise unknown_name("record", id_, found)
    if format is Format.JSON:
        emit(recorded.record_json(found[id_], found))
    else:
        recorded.print_record(found[id_], found, settings.language(lang))


@app.command(
    help=t(
        "Add a record. On a terminal it asks for what is missing.",
        "新增一条记录；在终端中会逐项询问缺少的内容。",
    )
    + "\n\n\b\n"
    "hubops records add person id=P-011 party=ORG-2 employment=full_time \\\n"
    "  access=yes joined=2026-12-01\n"
    + t(
        "hubops records add agreement id=AGR-011 topic=confidentiality \\\n"
        "  person=P-011 signed=2026-12-01 --attach scans/agr-011.pdf",
        "hubops records add agreement 编号=AGR-011 协议类别=保密 人员编号=P-011 \\\n"
        "  签署日期=2026年12月1日 --attach scans/agr-011.pdf",
    )
)
def add(
    kind: KindArgument,
    fields: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FIELD=VALUE",
            help=t(
                "A field's name or header, and its value; parts of a list are numbered: certificates.1.name=x.",
                "字段名或列名及其值；列表各部分带序号，如 certificates.1.name=x。",
            ),
            show_default=False,
        ),
    ] = None,
    attach: Annotated[
        list[str] | None,
        typer.Option(
            "--attach",
            metavar="PATH",
            help=t(
                "A file below the folder of records that proves it; repeatable.",
                "记录目录中的证明文件；可重复。",
            ),
        ),
    ] = None,
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    _known(kind)
    folder, language = hub.find(bundle.find(), inventory).records, settings.language(lang)
    values = recorded.given(kind, fields or [])
    if recorded.can_ask():
        recorded.ask(kind, values, language)
    whole = recorded.assembled(values)
    if attach:
        whole["attachments"] = [_attached(folder, path) for path in attach]
    record = writing.checked(kind, whole)
    paths = writing.save(folder, kind, [record], lock=_lock())
    if format is Format.JSON:
        emit({"kind": kind, **record.model_dump(mode="json"), "files": [str(path) for path in paths]})
        return
    for path in paths:
        console.print(
            t(f"{record.id} written to {path}", f"{record.id} 已写入 {path}"), markup=False, soft_wrap=True
        )


@app.command(
    "import",
    help=t(
        "Import a table, CSV or XLSX, as an office keeps it. It shows what it read and asks before it writes; "
        "where one cell cannot be read, nothing is written.",
        "导入办公用表格（CSV 或 XLSX）。先预览，确认后才写入；有一处读不懂则全部不写入。",
    )
    + "\n\n\b\nhubops records import staff.xlsx --kind person\n"
    + t(
        "hubops records import agreements.xlsx --kind agreement --sheet 2026 \\\n"
        "  --map 'Signer=person' --map 'Remarks='",
        "hubops records import 协议台账.xlsx --kind agreement --sheet 2026 \\\n"
        "  --map '签约人=person' --map '备注='",
    ),
)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help=t("The table.", "表格文件。"))],
    kind: Annotated[
        str,
        typer.Option(
            "--kind",
            metavar="KIND",
            help=t(
                "What its rows are; else the sheet's or file's name tells.",
                "记录种类；默认由工作表名或文件名判断。",
            ),
        ),
    ] = "",
    sheet: Annotated[
        str, typer.Option("--sheet", metavar="NAME", help=t("The workbook's sheet.", "工作表名称。"))
    ] = "",
    mapped: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="HEADER=FIELD",
            help=t(
                "The field of a column, by header or letter; nothing after = leaves it out; repeatable.",
                "列（列名或列号）对应的字段，等号后留空则略去；可重复。",
            ),
        ),
    ] = None,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help=t(
                "Change records that are there where the table differs.",
                "表格与已有记录不同时，更新已有记录。",
            ),
        ),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=t("Do not ask.", "不再询问。"))] = False,
    inventory: HubOption = "lab",
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.records import importing

    folder, language = hub.find(bundle.find(), inventory).records, settings.language(lang)
    if kind:
        _known(kind)
    with progress(t(f"Reading {file.name}", f"读取 {file.name}")) as advance:
        table = sheets.read(file, sheet, imported.sheet_names(kind), advance)
        plan = importing.plan(
            folder, kind or imported.kind_of(table), table, imported.mapping(mapped or []), advance
        )
    imported.judge(plan, update, language, format)
    new = [entry.record for entry in plan.of("new")]
    updates = imported.updates(plan)
    if not new and not updates:
        imported.say_unchanged(plan, format)
        return
    imported.confirm(plan, yes, format)
    with progress(t("Writing", "写入")):
        paths = writing.save(folder, plan.kind, new, updates, lock=_lock())
    imported.say_written(plan, paths, format)


@app.command(
    help=t(
        "Write an empty form: headers, explanations, choices and an example. Filled in, it imports as it is.",
        "生成空白表格：列名、说明、下拉选项与示例。填好后可直接导入。",
    )
    + "\n\n\b\nhubops records template person -o staff.xlsx\n"
    "hubops records template agreement --lang zh -o agreements.csv"
)
def template(
    kind: KindArgument,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FILE",
            help=t(
                "A .xlsx or .csv file; by default CSV is printed.", ".xlsx 或 .csv 文件；默认输出 CSV 内容。"
            ),
        ),
    ] = None,
    lang: LangOption = "",
) -> None:
    from hubops.records import template as made

    _known(kind)
    language = settings.language(lang)
    if output is None:
        typer.echo(made.as_csv(kind, language).decode("utf-8-sig"), nl=False)
        return
    makers = {".xlsx": made.as_xlsx, ".csv": made.as_csv}
    if output.suffix.lower() not in makers:
        raise UsageError(
            f"{output}: valid: a name that ends in .xlsx or .csv", f"{output}：文件名应以 .xlsx 或 .csv 结尾"
        )
    _write(output, makers[output.suffix.lower()](kind, language))
    outside = forms.form(kind).outside
    if outside:
        names = ", ".join(outside)
        console.print(
            t(f"Not in the form, write them as YAML: {names}", f"未纳入表格、须直接编写 YAML 的字段：{names}")
        )


@app.command(
    "due",
    help=t(
        "Show what falls due soon or is overdue, and who has to act.",
        "列出即将到期与已逾期的事项，以及责任人。",
    )
    + "\n\n\b\nhubops records due --days 60\nhubops records due --days 365 --ics due.ics",
)
def due_(
    days: Annotated[
        int, typer.Option("--days", min=0, max=36500, help=t("How far to look ahead.", "向后查看的天数。"))
    ] = 30,
    as_of: Annotated[
        str, typer.Option("--as-of", metavar="DATE", help=t("Instead of today.", "代替今天的日期。"))
    ] = "",
    ics: Annotated[
        Path | None,
        typer.Option(
            "--ics",
            metavar="FILE",
            help=t("Write a calendar to this file too.", "同时写出日历文件（iCalendar）。"),
        ),
    ] = None,
    ends_only: Annotated[
        bool,
        typer.Option(
            "--ends-only",
            help=t(
                "Leave out what checks will find; no control is asked.",
                "不预判检查结果，只列出记录中的截止日期。",
            ),
        ),
    ] = False,
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import foreseeing
    from hubops.records import foreseen

    found, language = hub.find(bundle.find(), inventory), settings.language(lang)
    today = dates.day("--as-of", as_of) or today_in_china()
    listed = loader.whole(found.records)
    ends = due.find(listed, today, days)
    if not ends_only:
        ends = sorted([*ends, *foreseeing.foreseen(found, listed, today, days)], key=lambda end: end.day)
    if ics:
        from hubops.records import ics as calendar

        text = calendar.calendar(found.name, ends, language, datetime.now().astimezone())
        _write(ics, text.encode(), errors if format is Format.JSON else console)
    if format is Format.JSON:
        emit([recorded.due_json(end, today) for end in ends])
    else:
        recorded.print_due(foreseen.together(ends), today, days, language)


def _known(kind: str) -> type[Record]:
    if kind not in KINDS:
        raise unknown_name("kind of record", kind, KINDS)
    return KINDS[kind]


def _attached(folder: Path, path: str) -> Json:
    """The attachment of a file that lies in the folder, given from there or from here."""
    real = folder.resolve()
    there = next((one for one in (real / path, Path(path).absolute()) if one.is_file()), None)
    if there is None or not there.is_relative_to(real):
        raise UsageError(
            f"--attach {path}: no such file below {folder}; put it there first",
            f"--attach {path}：{folder} 之下没有这个文件；请先放入该目录",
        )
    try:
        return {"path": there.relative_to(real).as_posix(), "sha256": attachments.digest(there)}
    except OSError as error:
        raise UsageError(f"{there}: {reason(error)}", f"{there}：{reason(error)}") from error


def _lock() -> Path:
    return settings.state() / "records.lock"


def _write(path: Path, content: bytes, told: Console = console) -> None:
    try:
        write_whole(path, content)
    except OSError as error:
        raise UsageError(
            f"{path}: cannot be written: {reason(error)}", f"{path}：无法写入：{reason(error)}"
        ) from error
    told.print(t(f"written to {path}", f"已写入 {path}"), markup=False, soft_wrap=True)
