"""`hubops report`: compile reports, take them through their steps, archive and verify them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text as Rich

from hubops import bundle, hub, settings
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, errors, t
from hubops.errors import ExitCode, UsageError
from hubops.model import Json, Text, today_in_china

if TYPE_CHECKING:
    from hubops.cli.shelf import Record, Shelf

EXAMPLES = (
    ("hubops report list", "what is due, and how far each has come", "应编制的报告及其进度"),
    ("hubops report enrol P-001 id.pub", "the key that P-001 signs with", "登记 P-001 的签名公钥"),
    ("hubops report compile operation --period 2026-10 --by P-008 --key id", "", ""),
    ("hubops report submit RPT-operation-2026-10 --by P-008 --key id", "", ""),
    ("hubops report approve RPT-operation-2026-10 --by P-001 --key id", "", ""),
    ("hubops report archive RPT-operation-2026-10 --by P-008 --key id", "", ""),
    ("hubops report verify", "that no archive was altered", "核验各归档未被改动"),
)
app = typer.Typer(no_args_is_help=True)

ReportArgument = Annotated[str, typer.Argument(metavar="REPORT", help=t("A report's id.", "报告编号。"))]
ByOption = Annotated[
    str, typer.Option("--by", metavar="PERSON", help=t("The id of the person who does it.", "经办人员编号。"))
]
KeyOption = Annotated[
    Path,
    typer.Option(
        "--key",
        metavar="FILE",
        help=t("The person's OpenSSH key to sign with.", "经办人员用于签名的 OpenSSH 密钥。"),
    ),
]
LateOption = Annotated[
    bool,
    typer.Option(
        "--late",
        help=t("Do it although the term is over; it stays late.", "逾期仍然办理；该报告仍记为逾期。"),
    ),
]


@app.command(
    help=t(
        "Compile a report from what was found and recorded in a period.",
        "根据报告期内的检查结果和登记的记录编制报告。",
    )
    + "\n\n\b\nhubops report compile operation --period 2026-10 --draft out \\\n"
    "  --format html,pdf,docx --lang zh"
)
def compile(
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND",
            help=t(
                "operation, satisfaction, inspection or emergency.",
                "operation、satisfaction、inspection 或 emergency。",
            ),
        ),
    ],
    month: Annotated[
        str,
        typer.Option(
            "--period", metavar="PERIOD", help=t("2026-10, 2026-Q4 or 2026.", "2026-10、2026-Q4 或 2026。")
        ),
    ],
    by: Annotated[
        str,
        typer.Option(
            "--by", metavar="PERSON", help=t("The id of the person who compiles it.", "编制人编号。")
        ),
    ] = "",
    key: Annotated[
        Path | None,
        typer.Option(
            "--key",
            metavar="FILE",
            help=t("The person's OpenSSH key to sign with.", "编制人用于签名的 OpenSSH 密钥。"),
        ),
    ] = None,
    draft: Annotated[
        Path | None,
        typer.Option(
            "--draft",
            metavar="FOLDER",
            help=t("Only write the files there, and record nothing.", "仅将文件写入该目录，不登记。"),
        ),
    ] = None,
    format: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMATS", help=t("Of html, pdf, docx.", "html、pdf、docx 中的若干种。")
        ),
    ] = "html,pdf,docx",
    remark: Annotated[
        str,
        typer.Option(
            "--remark", help=t("What its author adds to the conclusion.", "编制人对结论的补充说明。")
        ),
    ] = "",
    again: Annotated[
        bool,
        typer.Option("--again", help=t("Anew, while it is not approved.", "重新编制尚未批准的报告。")),
    ] = False,
    late: LateOption = False,
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    from hubops.cli import reported, work
    from hubops.cli.shelf import Shelf
    from hubops.findings import load_rules
    from hubops.reporting import archive, formats, period, rendered, sections

    wanted, names, language = period.parse(month), formats(format), settings.language(lang)
    if (draft is None) == (not by or key is None):
        raise UsageError(
            "a report needs --by and --key, and a draft only --draft",
            "编制报告须同时指定 --by 和 --key；仅生成草稿时只需 --draft",
        )
    here = bundle.find()
    found = hub.find(here, inventory)
    shelf = Shelf.of(found)
    definition = shelf.definition_for(kind, wanted)
    today = today_in_china()
    id_ = f"RPT-{kind}-{wanted.name}"
    record: Record = {"kind": "report", "id": id_, "definition": definition["id"], "period": wanted.name}
    if draft is None:
        if wanted.days_after(today) < 1:
            raise UsageError(
                f"the period {wanted.name} is not over; valid: from {wanted.ends[:10]} on, or --draft FOLDER",
                f"报告期 {wanted.name} 尚未结束；请在结束后编制，或用 --draft 生成草稿",
            )
        shelf.refuse("compiled", _anew(shelf, id_, record, again), definition, by, late)
    rules = load_rules(here, found)
    with work.store() as store:
        data = reported.gather(found, store, wanted, rules.controls, shelf.loaded)
    made = sections.compile(data, definition, id_, by or "—", today, remark)
    files = rendered(made, names, language)
    if draft is not None:
        for name, content in files.items():
            _write(draft / name, content)
        console.print(t(f"written to {draft}", f"已写入 {draft}"), markup=False, soft_wrap=True)
        return
    record |= {
        "sources": [source.record for source in made.sources],
        "contents": list(made.contents),
        "analysis": made.analysis.model_dump(),
        "compiled": today.isoformat(),
        "compiled_by": by,
    }
    folder = found.reports / id_
    shelf.step(
        "compiled",
        record,
        Path(str(key)),
        {"post": definition["compiled_by"]},
        lambda: archive.put(folder, files),
    )
    console.print(
        t(f"{id_}: compiled in {folder}", f"{id_}：已编制，位于 {folder}"), markup=False, soft_wrap=True
    )


@app.command(help=t("Submit a compiled report for approval.", "报送已编制的报告，提请审批。"))
def submit(
    report: ReportArgument,
    by: ByOption,
    key: KeyOption,
    late: LateOption = False,
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    _step("submitted", inventory, report, by, key, late)


@app.command(
    help=t(
        "Approve a submitted report: by a holder of the approving post who did not compile it.",
        "批准已报送的报告：由审批岗位任职人员办理，且不得为编制人、报送人。",
    )
)
def approve(
    report: ReportArgument,
    by: ByOption,
    key: KeyOption,
    decision: Annotated[
        list[str] | None,
        typer.Option(
            "--decision",
            metavar="TEXT",
            help=t("What is decided on its grounds; repeatable.", "据此作出的决策；可重复。"),
        ),
    ] = None,
    late: LateOption = False,
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    _step("approved", inventory, report, by, key, late, decision or [])


@app.command(help=t("Archive an approved report, read-only.", "将已批准的报告归档为只读。"))
def archive(
    report: ReportArgument,
    by: ByOption,
    key: KeyOption,
    late: LateOption = False,
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    _step("archived", inventory, report, by, key, late)


@app.command(
    help=t(
        "Verify that reports are as they were when each step was taken; ends with 1 where one is not.",
        "核验报告与各步骤签名时一致；有不一致时退出码为 1。",
    )
)
def verify(
    report: Annotated[
        str,
        typer.Argument(
            metavar="REPORT", help=t("A report's id; else all archived ones.", "报告编号；省略则为全部归档。")
        ),
    ] = "",
    by: Annotated[
        str,
        typer.Option(
            "--by",
            metavar="PERSON",
            help=t("Record that this person verified it.", "登记核验人，并记录核验日期。"),
        ),
    ] = "",
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli.shelf import Shelf
    from hubops.errors import unknown_name
    from hubops.reporting import archive as shelved

    language = settings.language(lang)
    shelf = Shelf.of(hub.find(bundle.find(), inventory))
    today = today_in_china().isoformat()
    people = [person["id"] for person in shelf.all("person")]
    if by and by not in people:
        raise unknown_name("person", by, people)
    archived = [one for one in shelf.all("report") if one["archived"] and one["archived"] <= today]
    asked = [shelf.report(report)] if report else archived
    found = {one["id"]: shelf.faults(one) for one in asked}
    if not report:
        found |= {name: [_UNKNOWN] for name in _strays(shelf)}
    for one in asked:
        if by and one["archived"] and not found[one["id"]]:
            shelf.write({**one, "verified": today, "verified_by": by})
    if format is Format.JSON:
        emit(
            [
                {"report": id_, "faults": [fault.model_dump() for fault in wrong]}
                for id_, wrong in found.items()
            ]
        )
    else:
        for id_, wrong in found.items():
            for fault in wrong:
                console.print(Rich(f"✗ {id_}: {fault.of(language)}", "red"), soft_wrap=True)
            if not wrong:
                console.print(Rich(f"✓ {id_}", "green"))
        for one in asked:
            if one["archived"] and not found[one["id"]]:
                _tell_modes(shelf, one)
                _tell_commands(shelf, one, shelved.commands(one))
        if not found:
            console.print(t("no report is archived yet", "尚无已归档的报告"))
    if any(found.values()):
        raise typer.Exit(ExitCode.FAIL)


@app.command(
    "list",
    help=t(
        "List what is due by the definitions, and how far each has come.", "列出按规定应编制的报告及其进度。"
    ),
)
def list_(inventory: HubOption = "lab", format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    from hubops.cli.shelf import Shelf

    shelf = Shelf.of(hub.find(bundle.find(), inventory))
    listed = list(_due(shelf))
    if format is Format.JSON:
        emit(listed)
        return
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (
        t("Kind", "类别"),
        t("Period", "报告期"),
        t("Compile by", "编制期限"),
        t("Archive by", "归档期限"),
    ):
        table.add_column(heading, no_wrap=True)
    table.add_column(t("State", "状态"), overflow="fold")
    for one in listed:
        table.add_row(one["topic"], one["period"], one["compile_by"], one["archive_by"], _state(one))
    console.print(table if listed else t("no period has ended yet", "尚无已结束的报告期"))


@app.command(help=t("Add the public key that a person signs with.", "登记人员用于签名的公钥。"))
def enrol(
    person: Annotated[str, typer.Argument(metavar="PERSON", help=t("A person's id.", "人员编号。"))],
    public: Annotated[
        Path, typer.Argument(metavar="FILE", help=t("The key's .pub file.", "公钥文件（.pub）。"))
    ],
    inventory: HubOption = "lab",
    lang: LangOption = "",
) -> None:
    from hubops.cli.shelf import Shelf
    from hubops.errors import unknown_name
    from hubops.reporting import signing

    shelf = Shelf.of(hub.find(bundle.find(), inventory))
    people = [one["id"] for one in shelf.all("person")]
    if person not in people:
        raise unknown_name("person", person, people)
    signing.enrol(shelf.signers, person, public)
    console.print(
        t(f"{person}: in {shelf.signers}", f"{person}：已登记于 {shelf.signers}"),
        markup=False,
        soft_wrap=True,
    )


_UNKNOWN = Text(en="no record of a report names this folder", zh="没有报告记录指向该目录")


def _step(
    step: str, inventory: str, id_: str, by: str, key: Path, late: bool, decisions: list[str] | None = None
) -> None:
    """Takes a step after the first: nothing before it may have been altered."""
    from hubops.cli.shelf import Shelf, whole
    from hubops.files import write_whole
    from hubops.reporting import archive as shelved
    from hubops.reporting import life
    from hubops.reporting.words import STEP

    found = hub.find(bundle.find(), inventory)
    shelf = Shelf.of(found)
    record = dict(shelf.report(id_))
    definition = shelf.definition(record["definition"])
    folder = found.reports / id_
    shelf.refuse(step, record, definition, by, late)
    if folder.is_dir():
        shelved.undo(folder, step)  # what a step that was killed left
    whole(shelf.faults(record), id_)
    record |= {step: today_in_china().isoformat(), f"{step}_by": by}
    said = {"post": life.post_of(definition, step)}
    if decisions:
        record["decisions"] = [{"en": text, "zh": text} for text in decisions]
        said |= {f"decision_{number}": text for number, text in enumerate(decisions, start=1)}
    last = step == life.STEPS[-1]

    def prepare() -> None:
        if last:
            write_whole(folder / shelved.README, shelved.readme(record, Text(**definition["title"])))

    shelf.step(step, record, key, said, prepare)
    if last:
        shelved.seal(folder)
    console.print(
        t(f"{id_}: {step} by {by}", f"{id_}：已由 {by} {STEP[step].zh}"), markup=False, soft_wrap=True
    )
    if last:
        _tell_commands(shelf, record, shelved.commands(record))


def _anew(shelf: Shelf, id_: str, record: Record, again: bool) -> Record:
    """The record to begin with. Raises UsageError where there is one that must stay."""
    known = next((one for one in shelf.all("report") if one["id"] == id_), None)
    if known is None:
        return record
    if known["approved"] or not again:
        raise UsageError(
            f"{id_} is compiled already"
            + (" and approved: it stays as it is" if known["approved"] else "; valid: --again to do it anew"),
            f"{id_} 已编制" + ("并批准，不能再改" if known["approved"] else "；如需重新编制，请加 --again"),
        )
    return record


def _write(path: Path, content: bytes) -> None:
    from hubops.files import write_whole

    try:
        write_whole(path, content)
    except OSError as error:
        why = error.strerror or error
        raise UsageError(f"cannot write {path}: {why}", f"无法写入 {path}：{why}") from error


def _strays(shelf: Shelf) -> list[str]:
    """Folders of reports that no record names."""
    folder = shelf.hub.reports
    known = {shelf.folder(one).resolve() for one in shelf.all("report")}
    here = sorted(folder.iterdir()) if folder.is_dir() else []
    return [path.name for path in here if path.is_dir() and path.resolve() not in known]


def _tell_modes(shelf: Shelf, record: Record) -> None:
    from hubops.reporting import archive as shelved

    if shelved.writable(shelf.folder(record)):
        errors.print(
            t(
                f"{record['id']}: unaltered, but its files can be written; chmod 0444 FILES, 0555 FOLDER",
                f"{record['id']}：未被改动，但文件可写；请将文件设为 0444、目录设为 0555",
            ),
            markup=False, soft_wrap=True,
        )  # fmt: skip


def _tell_commands(shelf: Shelf, record: Record, lines: list[str]) -> None:
    said = t(
        f"Without HubOps, in {shelf.folder(record)}:",
        f"不借助 HubOps 核验，在 {shelf.folder(record)} 中执行：",
    )
    console.print(said, markup=False, soft_wrap=True)
    for line in lines:
        console.print(f"  {line}", markup=False, soft_wrap=True)


def _due(shelf: Shelf) -> list[dict[str, Json]]:
    """Every period that ended, the newest first, with the steps that are taken."""
    from datetime import timedelta

    from hubops.cli.shelf import periods
    from hubops.reporting import life

    today = today_in_china()
    listed = []
    for definition in shelf.all("report_definition"):
        for one in periods(definition, today):
            report = next(
                (
                    r
                    for r in shelf.all("report")
                    if (r["definition"], r["period"]) == (definition["id"], one.name)
                    and r["compiled"] <= today.isoformat()
                ),
                None,
            )
            steps = {
                step: report[step] if report and report[step] and report[step] <= today.isoformat() else None
                for step in life.STEPS
            }
            listed.append(
                {
                    "topic": definition["topic"],
                    "definition": definition["id"],
                    "period": one.name,
                    "report": report["id"] if report else None,
                    "compile_by": (one.last + timedelta(days=definition["compile_days"])).isoformat(),
                    "archive_by": (one.last + timedelta(days=definition["archive_days"])).isoformat(),
                    **steps,
                    "overdue": any(
                        not steps[step] and life.overdue(step, one, definition, today) for step in life.STEPS
                    ),
                }
            )
    return sorted(listed, key=lambda entry: (entry["compile_by"], entry["topic"]), reverse=True)


def _state(one: dict[str, Json]) -> Rich:
    from hubops.reporting import life
    from hubops.reporting.words import STEP

    taken = [step for step in life.STEPS if one[step]]
    if not taken:
        state = t("not compiled", "未编制")
    else:
        step = taken[-1]
        state = t(f"{step} on {one[step]}", f"{one[step]} 已{STEP[step].zh}")
    if one["overdue"]:
        state += t(", overdue", "，逾期")
    return Rich(state, "red" if one["overdue"] else "green" if one["archived"] else "yellow")
