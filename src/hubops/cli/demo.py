"""`hubops demo`: the whole loop on the lab, before and after."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from hubops import apply as apply_stage
from hubops import bundle, engines, hub, provision, reports, settings
from hubops.cli import apply as apply_command
from hubops.cli.console import LangOption, QuietOption, console, errors, progress, t
from hubops.cli.engines import ensured
from hubops.cli.provision import ContainersOption, settings_of, steps
from hubops.errors import ExitCode
from hubops.findings import load_rules
from hubops.model import Evidence, Results
from hubops.provision import doctor
from hubops.reports import terminal

_REPORTS = {"html": "report.html", "json": "results.json", "junit": "junit.xml", "csv": "findings.csv"}


class Clock:
    """How long each phase took."""

    def __init__(self) -> None:
        self.phases: list[tuple[str, float]] = []

    @contextlib.contextmanager
    def phase(self, title: str) -> Iterator[None]:
        console.print(f"[bold]{title}[/]")
        started = time.monotonic()
        yield
        self.phases.append((title, time.monotonic() - started))

    def show(self) -> None:
        table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
        table.add_column(t("Phase", "阶段"), overflow="fold")
        table.add_column(t("Seconds", "秒"), justify="right")
        for title, seconds in self.phases:
            table.add_row(title, f"{seconds:.1f}")
        table.add_section()
        table.add_row(t("in all", "合计"), f"{sum(seconds for _, seconds in self.phases):.1f}")
        console.print(table)


def demo(
    containers_only: ContainersOption = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", help=t("Folder of the reports.", "报告目录。"))
    ] = Path("build/demo"),
    quiet: QuietOption = False,
    lang: LangOption = "",
) -> None:
    from hubops import pipeline  # heavy: --help does not wait for it
    from hubops.cli import work

    here = bundle.find()
    lab = hub.find(here, "lab")
    rules = load_rules(here, lab)
    controls = rules.controls
    clock = Clock()
    _ready()
    with clock.phase(t("1/6 Engines", "1/6 引擎")):
        for name in engines.ENGINES:
            ensured(name)
    with clock.phase(t("2/6 Provision the lab", "2/6 置备实验环境")), progress("lab") as advance:
        provision.up(here, "lab", settings_of("lab", None, containers_only), steps(advance))
    with work.store() as store:
        scope = pipeline.Scope(lab, stack=lab.stack)

        def look(title: str) -> tuple[Results, tuple[Evidence, ...]]:
            with progress(title) as advance:
                collection = pipeline.collect(here, scope, controls, advance)
            with progress(t("Deciding", "判定")) as advance:
                results = pipeline.check(here, collection, rules, store, work.opa(here), advance)
            return results, tuple(collection.evidence)

        with clock.phase(t("3/6 Check as found", "3/6 应用前检查")):
            before, _ = look(t("Collecting", "采集"))
        with clock.phase(t("4/6 Apply the baseline", "4/6 应用基线")):
            with progress(t("Applying", "应用")) as advance:
                outcome = apply_stage.apply(
                    here,
                    lab.inventory,
                    variables=rules.variables,
                    on_task=lambda task: advance(f"{task.role or ''} · {task.task}", 0, 0),
                )
            apply_command.show(outcome, check=False)
            apply_command.say_broken(outcome)
        with clock.phase(t("5/6 Check again", "5/6 应用后检查")):
            after, seen = look(t("Collecting", "采集"))
    with clock.phase(t("6/6 Report", "6/6 生成报告")):
        language, known = settings.language(lang), rules.tailored.standards
        notes = work.not_shown(here, scope)
        report = reports.Report(
            after, controls, language, before=before, notes=notes, standards=known, evidence=seen
        )
        for format_, name in _REPORTS.items():
            reports.write(format_, output / name, report)
            console.print(str(output / name), markup=False, soft_wrap=True)
        reports.write("json", output / "before.json", reports.Report(before, controls, language))
    terminal.print_comparison(console, report)
    terminal.print_summary(console, report)
    clock.show()
    if outcome.broken:
        raise typer.Exit(ExitCode.UNSURE)


def _ready() -> None:
    """Says what keeps the lab from running on this machine, and what can be done without it."""
    missing = [fact for fact in doctor.facts() if fact.needed and not fact.ok]
    if not missing:
        return
    for fact in missing:
        errors.print(f"✗ {fact.message.of(settings.language())}", markup=False)
        errors.print(f"  {fact.hint.of(settings.language())}", markup=False)
    errors.print(
        t(
            "The lab cannot run here. Without it: `hubops check --host localhost` (read-only, this machine).",
            "本机无法运行实验环境。可改用：hubops check --host localhost（只读，仅检查本机）。",
        )
    )
    raise typer.Exit(ExitCode.TOOL_MISSING)
