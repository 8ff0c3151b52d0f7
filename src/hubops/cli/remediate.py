"""`hubops remediate`: mend what fails, batch by batch, and see that it is mended."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated

import typer
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich

from hubops import apply as stage
from hubops import bundle, catalog, hub, playbooks, settings
from hubops.bundle import Bundle
from hubops.cli import apply as apply_command
from hubops.cli.check import at_least
from hubops.cli.console import (
    Format,
    FormatOption,
    HubOption,
    LangOption,
    LimitOption,
    QuietOption,
    SeverityOption,
    console,
    emit,
    progress,
    t,
)
from hubops.errors import ExitCode, UsageError
from hubops.findings import Rules, load_rules
from hubops.findings.remedies import Plan, left, plan
from hubops.hub import Hub
from hubops.model import Control, Finding, Json, Results, SubjectKind, Text
from hubops.playbooks import Outcome
from hubops.reports import show
from hubops.reports.terminal import STYLES
from hubops.reports.words import STATUS

if TYPE_CHECKING:
    from hubops.store import Store

EXAMPLES = (
    ("hubops remediate --check", "what would be mended, and how", "将整改什么、如何整改"),
    ("hubops remediate ssh -l hub-1", "one domain on one host", "某台主机的某个领域"),
    (
        "hubops remediate --max-hosts 100 --batch 2 -y",
        "all, two at a time",
        "全部，每批两台主机",
    ),
)


def remediate(
    control: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="CONTROL",
            help=t("Controls, or all of a domain; else all.", "控制项或整个领域；省略则为全部。"),
        ),
    ] = None,
    inventory: HubOption = "lab",
    limit: LimitOption = "",
    severity: SeverityOption = None,
    max_hosts: Annotated[
        int,
        typer.Option(
            "--max-hosts",
            min=1,
            max=100,
            metavar="PERCENT",
            help=t("Refuse to change more of the hub's hosts.", "拒绝改动超过该比例的主机。"),
        ),
    ] = 50,
    batch: Annotated[
        int, typer.Option("--batch", min=1, metavar="N", help=t("So many hosts at a time.", "每批主机数。"))
    ] = 1,
    check: Annotated[
        bool,
        typer.Option("--check", help=t("Change nothing, show what would.", "不做改动，只显示将作的改动。")),
    ] = False,
    yes: Annotated[bool, typer.Option("--yes", "-y", help=t("Do not ask.", "不再询问。"))] = False,
    quiet: QuietOption = False,
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    from hubops.cli import work  # heavy: --help does not wait for it

    here, language = bundle.find(), settings.language(lang)
    found = hub.find(here, inventory)
    rules = load_rules(here, found)
    on_hosts = {id_: c for id_, c in rules.controls.items() if c.subject is SubjectKind.HOST}
    controls = at_least(catalog.select(on_hosts, control or []), severity)
    with work.store() as store:
        before = _look(here, found, rules.judging(controls), store, limit)
        planned = plan(before)
        if format is Format.TABLE:
            _print_plan(planned, controls, language)
        if not planned.hosts:
            _finish(planned, [], [], format)
        if not check:
            _fuse(planned, len(playbooks.read_inventory(here, found.inventory)), max_hosts)
        # Whoever is asked sees first what would change; whoever has said yes sees what does, and waits for one run.
        if check or not yes:
            outcome = _apply(here, found, rules, planned, list(planned.hosts), check=True)
            if format is Format.TABLE:
                _print_diff(outcome)
            if check:
                apply_command.say_broken(outcome)
                _finish(planned, [], outcome.broken, format)
            count = len(planned.hosts)
            typer.confirm(
                t(f"Mend this on {count} hosts?", f"在 {count} 台主机上整改？"), abort=True, err=True
            )
        remaining, broken = _mend(
            here, found, rules, controls, planned, store, batch, yes and format is Format.TABLE
        )
    if format is Format.TABLE:
        _print_left(planned, remaining, language)
    _finish(planned, remaining, broken, format, done=True)


def _look(here: Bundle, found: Hub, rules: Rules, store: Store, limit: str) -> Results:
    """A check of the hosts, as `hubops check --limit` makes it."""
    from hubops import pipeline
    from hubops.cli import work

    scope = pipeline.Scope(found, limit=limit, records=False)
    with progress(t("Collecting evidence", "采集证据")) as advance:
        collection = pipeline.collect(here, scope, rules.controls, advance)
    with progress(t("Deciding", "判定")) as advance:
        return pipeline.check(here, collection, rules, store, work.opa(here), advance)


def _apply(
    here: Bundle,
    found: Hub,
    rules: Rules,
    planned: Plan,
    hosts: list[str],
    *,
    check: bool = False,
    diff: bool = False,
) -> Outcome:
    title = t("Trying what would change", "试算改动") if check else t("Mending", "整改")
    with progress(f"{title}: {', '.join(hosts)}") as advance:
        return stage.apply(
            here,
            found.inventory,
            limit=",".join(hosts),
            tags=planned.tags(hosts),
            check=check,
            diff=diff or check,
            variables=rules.variables,
            on_task=lambda task: advance(" · ".join(filter(None, (task.role, task.task))), 0, 0),
        )


def _mend(
    here: Bundle,
    found: Hub,
    rules: Rules,
    controls: Mapping[str, Control],
    planned: Plan,
    store: Store,
    size: int,
    diff: bool,
) -> tuple[list[Finding], list[playbooks.HostResult]]:
    """Applies batch by batch and looks again; stops at the first batch that is not mended.

    `diff` prints what each batch changed. What is left comes back, that of batches which were not begun included,
    and the hosts that broke.
    """
    remaining: list[Finding] = []
    broken: list[playbooks.HostResult] = []
    for hosts in planned.batches(size):
        if remaining or broken:
            remaining += [finding for host in hosts for finding in planned.hosts[host]]
            continue
        outcome = _apply(here, found, rules, planned, hosts, diff=diff)
        if diff:
            _print_diff(outcome)
        apply_command.say_warnings(outcome)
        apply_command.say_broken(outcome)
        broken = outcome.broken
        wanted = {f.control for host in hosts for f in planned.hosts[host]}
        mine = rules.judging({id_: c for id_, c in controls.items() if id_ in wanted})
        remaining = left(planned, hosts, _look(here, found, mine, store, ",".join(hosts)))
    return remaining, broken


def _fuse(planned: Plan, hosts: int, percent: int) -> None:
    if planned.too_many(hosts, percent):
        count = len(planned.hosts)
        raise UsageError(
            f"{count} of {hosts} hosts would change, more than the {percent} % that --max-hosts allows",
            f"将改动 {hosts} 台主机中的 {count} 台，超过 --max-hosts 允许的 {percent}%",
            Text(
                en="Name hosts with --limit, or allow more: --max-hosts 100",
                zh="请用 --limit 限定主机，或放宽：--max-hosts 100",
            ),
        )


def _finish(
    planned: Plan,
    remaining: list[Finding],
    broken: list[playbooks.HostResult],
    format: Format,
    done: bool = False,
) -> None:
    """Says it to programs, and ends: 0 mended or nothing to do, 1 something is left, 3 a host broke."""
    if format is Format.JSON:
        emit(
            {
                "plan": [_published(f) for found in planned.hosts.values() for f in found],
                "manual": [_published(f) for f in planned.manual],
                "applied": done,
                "left": [_published(f) for f in remaining],
            }
        )
    if broken:
        raise typer.Exit(ExitCode.UNSURE)
    unmended = bool(remaining or planned.manual or (planned.hosts and not done))
    raise typer.Exit(ExitCode.FAIL if unmended else ExitCode.OK)


def _published(finding: Finding) -> Json:
    fields = {"control", "subject", "status", "severity", "items", "remedy"}
    return finding.model_dump(mode="json", include=fields)


def _print_plan(planned: Plan, controls: Mapping[str, Control], lang: str) -> None:
    if not planned.hosts:
        console.print(t("Nothing fails that a role mends.", "没有可由角色整改的不通过项。"))
    else:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        headings = (t("Host", "主机"), t("Role", "角色"), t("Tag", "标签"), t("Mends", "整改内容"))
        for heading in headings:
            table.add_column(heading, overflow="fold")
        for host, found in planned.hosts.items():
            for tag in planned.tags([host]):
                own = [f for f in found if f.remedy.tag == tag]
                table.add_row(
                    Rich(show.printable(host)), own[0].remedy.role, tag, "\n".join(f.control for f in own)
                )
        console.print(table)
    if planned.manual:
        console.print(t("By hand:", "需人工处理："))
    for finding in planned.manual:
        told = finding.remedy.manual.of(lang) if finding.remedy.manual else ""
        line = Rich(f"{finding.control}  {show.printable(finding.subject)}  ").append(told, "dim")
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


# What Ansible writes around a difference.
_FRAME = re.compile(r"TASK \[|(changed|ok): \[|\s*$")
_SIGNS = {"-": "red", "+": "green"}


def _print_diff(outcome: Outcome) -> None:
    for task in outcome.changes:
        console.print(Rich(f"~ {task.host}  {task.role or ''} · {task.task}", "yellow"))
        for line in task.output.splitlines():
            if not _FRAME.match(line):
                console.print(Rich(f"  {show.printable(line)}", _SIGNS.get(line[:1], "dim")), soft_wrap=True)


def _print_left(planned: Plan, remaining: list[Finding], lang: str) -> None:
    wanted = sum(len(found) for found in planned.hosts.values())
    mended = wanted - len(remaining)
    console.print(t(f"{mended} of {wanted} mended", f"{wanted} 项中已整改 {mended} 项"))
    for finding in remaining:
        line = Rich(STATUS[finding.status].of(lang), STYLES[finding.status])
        console.print(line.append(f"  {finding.control}  {show.printable(finding.subject)}", "default"))
