"""`hubops check`: collect, decide, judge, report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from hubops import bundle, catalog, hub, reports, settings
from hubops.cli.console import (
    ControlOption,
    Format,
    FormatOption,
    HubOption,
    LangOption,
    LimitOption,
    SeverityOption,
    be_quiet,
    console,
    errors,
    progress,
    t,
)
from hubops.errors import UsageError
from hubops.evidence import stored
from hubops.findings import load_rules
from hubops.model import Control, Severity, Text
from hubops.reports import terminal

EXAMPLES = (
    ("hubops check", "the whole hub: hosts, stack, records", "整个中枢：主机、资源栈、记录"),
    ("hubops check --host localhost", "this machine, read-only", "仅本机，只读"),
    ("hubops check --stack lab", "what the next `up` would make of it", "下次 up 将带来的结果"),
    ("hubops check --as-of 2026-12-31", "what records would show on that day", "届时记录将证明什么"),
    (
        "hubops check --publish -q",
        "for alerts when it gets worse",
        "变差时由监控告警",
    ),
    ("hubops check -l hub-1 -c ssh -o html=report.html", "", ""),
)


def check(
    inventory: HubOption = "lab",
    host: Annotated[
        str, typer.Option(help=t("localhost: only this machine, read-only.", "localhost：仅检查本机，只读。"))
    ] = "",
    stack: Annotated[
        str,
        typer.Option(help=t("Only this stack: what its preview would change.", "仅检查该资源栈的预览变更。")),
    ] = "",
    limit: LimitOption = "",
    control: ControlOption = None,
    severity: SeverityOption = None,
    evidence: Annotated[
        Path | None,
        typer.Option(
            help=t(
                "Judge what `hubops collect` wrote to this folder.", "评判 hubops collect 写入该目录的证据。"
            )
        ),
    ] = None,
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="FORMAT=PATH",
            help=t(
                f"Write a report, one of {', '.join(reports.FORMATS)}; repeatable.",
                f"写出报告，格式为 {'、'.join(reports.FORMATS)} 之一；可重复。",
            ),
        ),
    ] = None,
    publish: Annotated[
        bool,
        typer.Option(
            "--publish",
            help=t(
                "Leave the numbers where the hub's Prometheus reads them; only of the whole hub.",
                "将指标放到中枢的 Prometheus 可读取之处；仅限检查整个中枢时。",
            ),
        ),
    ] = False,
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet",
            "-q",
            callback=be_quiet,
            help=t("Print only the summary, and no progress.", "只显示概览，不显示进度。"),
        ),
    ] = False,
    as_of: Annotated[
        str,
        typer.Option(
            "--as-of",
            metavar="DATE",
            help=t(
                "Judge as of this day (2026-12-31) or moment: records, or evidence from a folder. Not stored.",
                "按该日期（2026-12-31）或时刻评判记录或目录中的证据；结果不保存。",
            ),
        ),
    ] = "",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops import pipeline  # heavy: --help does not wait for it
    from hubops.cli import dates, work
    from hubops.reports import publish as publishing

    if publish and (host or stack or limit or control or severity or evidence or as_of):
        raise UsageError(
            "--publish with a part of the hub or another day: it would pass for the whole, today; valid: --publish alone",
            "--publish 不能与限定范围或日期的选项同用：部分结果会被当作整个中枢的当前结果；请单独使用",
        )
    outputs = [reports.parse_output(text) for text in output or []]
    here = bundle.find()
    date = dates.moment("--as-of", as_of)
    found = hub.find(here, inventory)
    rules = load_rules(here, found, date)
    controls = at_least(catalog.select(rules.controls, control or []), severity)
    with work.store() as store:
        notes: tuple[Text, ...] = ()
        if evidence:
            subjects, sections = stored.read(evidence)
            collection = pipeline.Collection(found.name, subjects, sections)
        else:
            scope = work.scope_of(here, inventory, host, stack, limit, date)
            controls = pipeline.answerable(controls, scope)
            with progress(t("Collecting evidence", "采集证据")) as advance:
                collection = pipeline.collect(here, scope, controls, advance)
            notes = work.not_shown(here, scope)
        with progress(t("Deciding", "判定")) as advance:
            results = pipeline.check(
                here, collection, rules.judging(controls), store, work.opa(here), advance, date
            )
    report = reports.Report(
        results,
        controls,
        settings.language(lang),
        notes=notes,
        standards=rules.tailored.standards,
        excluded=rules.requirements_excluded,
        evidence=tuple(collection.evidence),
    )
    for format_, path in outputs:
        reports.write(format_, path, report)
        errors.print(t(f"written: {path}", f"已写出：{path}"), markup=False)
    if publish:
        where = publishing.publish(here, found.inventory, report)
        errors.print(t(f"published on {where}", f"已发布到 {where}"), markup=False)
    if format is Format.JSON:
        typer.echo(reports.FORMATS["json"](report), nl=False)
    else:
        if not quiet:
            terminal.print_failures(console, report)
            terminal.print_unsure(console, report)
            terminal.print_waived(console, report)
        terminal.print_summary(console, report)
    if not results.findings:
        errors.print(
            t("nothing was checked: no control fits what was looked at", "未检查任何内容：没有适用的控制项")
        )
    raise typer.Exit(pipeline.exit_code(results))


def at_least(controls: Mapping[str, Control], severity: Severity | None) -> dict[str, Control]:
    """The controls that are at least as severe."""
    return {id_: c for id_, c in controls.items() if severity is None or c.severity.rank <= severity.rank}
