"""`hubops waive`: make, list and check approved exceptions."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Annotated

import typer
from rich import box
from rich.table import Table
from rich.text import Text as Rich

from hubops import bundle, catalog, hub, profile, reports, settings, standards
from hubops.cli.console import (
    Format,
    FormatOption,
    HubOption,
    LangOption,
    QuietOption,
    console,
    emit,
    progress,
    t,
)
from hubops.errors import UsageError, unknown_name
from hubops.findings import load_rules, waivers
from hubops.findings.waivers import PARAMS, Waiver
from hubops.hub import Hub
from hubops.model import Control, Json, Status, Subject, Text
from hubops.profile import Tailored
from hubops.reports import show, terminal
from hubops.reports.json import render

app = typer.Typer(no_args_is_help=True)


@app.command(
    help=t(
        "Add a waiver for violations that the newest run found.",
        "为最近一次运行发现的问题新增豁免。",
    )
    + "\n\n\b\nhubops waive add ssh/password_login_denied --subject hub-1 --requester P-003 \\\n"
    "  --approver P-001 --ticket CHG-17 --until 2026-12-31 \\\n"
    "  --reason 'until the bastion is there'"
)
def add(
    control: Annotated[str, typer.Argument(metavar="CONTROL", help=t("A control's id.", "控制项编号。"))],
    requester: Annotated[str, typer.Option(help=t("Who asks for it.", "申请人。"))],
    approver: Annotated[
        str, typer.Option(help=t("Who approves: somebody else.", "批准人，不得与申请人相同。"))
    ],
    reason: Annotated[
        str, typer.Option(help=t("Why it is acceptable until then.", "在此期间可接受的理由。"))
    ],
    ticket: Annotated[str, typer.Option(help=t("Where that was decided.", "审批单号。"))],
    until: Annotated[
        str,
        typer.Option(
            metavar="DATE",
            help=t("Its end: a day, or a moment with its time zone.", "截止：日期，或带时区的时刻。"),
        ),
    ],
    subject: Annotated[
        list[str] | None,
        typer.Option(
            "--subject",
            metavar="SUBJECT",
            help=t(
                "A name, a pattern (hub-*), zone:NAME, role:NAME or platform:NAME; repeatable.",
                "名称、模式（hub-*）、zone:名称、role:名称或 platform:名称；可重复。",
            ),
        ),
    ] = None,
    item: Annotated[
        list[str] | None,
        typer.Option(
            "--item",
            metavar="ITEM",
            help=t(
                "Only this item of the violations; params.NAME for a threshold of the profile; repeatable.",
                "仅限该条目；params.名称 表示配置中的阈值；可重复。",
            ),
        ),
    ] = None,
    since: Annotated[
        str,
        typer.Option(
            "--from", metavar="DATE", help=t("Its beginning; by default now.", "起始，默认为现在。")
        ),
    ] = "",
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import dates

    here, language = bundle.find(), settings.language(lang)
    found, controls = hub.find(here, inventory), catalog.load(here)
    if control not in controls:
        raise unknown_name("control", control, controls)
    known = waivers.load(found.waivers, controls)
    thresholds = [name for name in item or () if name.startswith(PARAMS)]
    selectors = ["*"] if thresholds else [*(subject or ())]
    if not selectors or (thresholds and len(thresholds) < len(item or ())):
        raise UsageError(
            "say which violations: --subject NAME (and --item), or --item params.NAME alone for a threshold",
            "请指明豁免的问题：--subject 名称（及 --item），或仅用 --item params.名称 豁免阈值",
        )
    if thresholds:
        tailored = profile.load(found.profile, standards.load(here), controls)
        items = _of_thresholds(tailored, controls[control], thresholds)
    else:
        items = _of_violations(found, controls[control], selectors, item or [])
    begin = dates.moment("--from", since) or datetime.now(UTC).astimezone()
    entry = {
        "id": waivers.next_id(known, begin),
        "control": control,
        "subjects": selectors,
        "items": items,
        "reason": reason,
        "requester": requester,
        "approver": approver,
        "ticket": ticket,
        "from": begin.isoformat(timespec="seconds"),
        "until": (dates.moment("--until", until) or begin).isoformat(timespec="seconds"),
    }
    made = waivers.append(found.waivers, entry, controls)
    if format is Format.JSON:
        emit(_published(made))
        return
    _print([made], language)
    console.print(t(f"added to {found.waivers}", f"已写入 {found.waivers}"), markup=False, soft_wrap=True)


@app.command("list", help=t("List the waivers and how each stands.", "列出豁免及其状态。"))
def list_(inventory: HubOption = "lab", format: FormatOption = Format.TABLE, lang: LangOption = "") -> None:
    here = bundle.find()
    known = waivers.load(hub.find(here, inventory).waivers, catalog.load(here))
    if format is Format.JSON:
        emit([_published(waiver) for waiver in known])
    elif known:
        _print(known, settings.language(lang))
    else:
        console.print(t("the hub has no waiver", "本中枢没有豁免"))


@app.command(
    help=t(
        "Check the waivers against what the newest runs found: expired, ending soon, unused, too broad.",
        "对照最近的运行结果核对豁免：已到期、即将到期、未使用、范围过宽。",
    )
)
def check(
    inventory: HubOption = "lab",
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops import pipeline  # heavy: --help does not wait for it
    from hubops.cli import work

    here = bundle.find()
    found = hub.find(here, inventory)
    rules = load_rules(here, found)
    with work.store() as store, progress(t("Deciding", "判定")) as advance:
        results = pipeline.check_waivers(here, found, rules, store, work.opa(here), advance)
    report = reports.Report(results, rules.controls, settings.language(lang))
    if format is Format.JSON:
        typer.echo(render(report), nl=False)
    else:
        terminal.print_failures(console, report)
        terminal.print_unsure(console, report)
        terminal.print_summary(console, report)
    raise typer.Exit(pipeline.exit_code(results))


def _of_violations(
    found: Hub, control: Control, selectors: list[str], items: list[str]
) -> dict[str, list[str]]:
    """The fingerprints of what the newest runs found, by item; UsageError where that is nothing."""
    from hubops.cli import work
    from hubops.store import standing

    with work.store() as store:
        stands = standing(store, found.name, control=control.id)
        latest = store.latest(found.name)
    traits = {s.name: s for s in latest.subjects if s.kind is control.subject} if latest else {}
    fingerprints: dict[str, set[str]] = {}
    for finding in (stand.finding for stand in stands):
        subject = traits.get(finding.subject, Subject(name=finding.subject, kind=control.subject))
        if finding.status in {Status.FAIL, Status.WAIVED} and waivers.selected(selectors, subject):
            for one in finding.items:
                if not items or one.item in items:
                    known = fingerprints.setdefault(one.item, set())
                    known.add(waivers.fingerprint(control, one.item, one.actual))
    missing = [name for name in items if name not in fingerprints]
    if missing or not fingerprints:
        what = ", ".join(missing) or t("any violation", "任何问题")
        raise UsageError(
            f"the newest runs of {found.name} did not find {what} of {control.id} on {', '.join(selectors)}",
            f"{found.name} 最近的运行未在 {'、'.join(selectors)} 上发现 {control.id} 的 {what}",
            Text(
                en=f"See what there is: hubops explain {control.id}; or check first: hubops check",
                zh=f"可先查看：hubops explain {control.id}；或先检查：hubops check",
            ),
        )
    return {name: sorted(known) for name, known in sorted(fingerprints.items())}


def _of_thresholds(tailored: Tailored, control: Control, items: list[str]) -> dict[str, list[str]]:
    """The fingerprints of the thresholds that the profile sets laxer than the standard allows."""
    lax = {one.item: one.value for one in tailored.lax if one.control == control.id}
    for name in items:
        if name not in lax:
            raise unknown_name("param", name, lax)
    return {name: [waivers.fingerprint(control, name, lax[name])] for name in items}


def _published(waiver: Waiver) -> Json:
    now = datetime.now(UTC)
    return {
        **waiver.model_dump(mode="json", by_alias=True),
        "state": waiver.state(now),
        "days_left": waiver.days_left(now),
    }


_STATES = {
    "in_force": (Text(en="in force", zh="有效"), "green"),
    "expired": (Text(en="expired", zh="已到期"), "red"),
    "to_come": (Text(en="to come", zh="未生效"), "cyan"),
}


def _print(listed: Iterable[Waiver], lang: str) -> None:
    now = datetime.now(UTC)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (t("Waiver", "豁免"), t("State", "状态"), t("Until", "截止"), t("Days", "剩余天数")):
        table.add_column(heading, no_wrap=True)
    table.add_column(t("What", "内容"), overflow="fold")
    for waiver in listed:
        label, style = _STATES[waiver.state(now)]
        what = Rich(waiver.control, "bold").append(f"\n{', '.join(waiver.subjects)}: ", "cyan")
        what.append(", ".join(waiver.items), "default")
        what.append(f"\n{waiver.requester} → {waiver.approver}  {waiver.ticket}\n", "dim")
        what.append(show.printable(waiver.reason.of(lang)), "default")
        until, days = waiver.until.date().isoformat(), str(waiver.days_left(now))
        table.add_row(waiver.id, Rich(label.of(lang), style), until, days, what)
    console.print(table)
