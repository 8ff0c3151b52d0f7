"""`hubops coverage`: which requirements have a control, and which have none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Annotated

import typer
from rich import box
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from hubops import bundle, catalog, hub, profile, settings, standards
from hubops.breakages import proofs
from hubops.cli.console import Format, FormatOption, LangOption, console, emit, t
from hubops.coverage import Coverage, by_chapter, published, whole
from hubops.errors import unknown_name
from hubops.model import Control
from hubops.model import Text as Reason
from hubops.profile import Tailored
from hubops.reports import show

EXAMPLES = (
    ("hubops coverage --standard hub", "", ""),
    ("hubops coverage --standard hub -r", "each requirement and its controls", "逐条列出要求及其控制项"),
    ("hubops coverage --format json | jq -r '.standards[].uncovered[]'", "", ""),
)


def coverage(
    standard: Annotated[
        str, typer.Option("--standard", metavar="ID", help=t("Only this standard.", "只看该标准。"))
    ] = "",
    requirements: Annotated[
        bool,
        typer.Option(
            "--requirements",
            "-r",
            help=t(
                "List each requirement with its controls, their evidence, the role that mends, and in how many "
                "ways it is broken, on live hosts or in records, to prove it.",
                "逐条列出要求及其控制项、证据、整改角色，以及为证明它而在真实主机或记录中加以破坏的方式数。",
            ),
        ),
    ] = False,
    inventory: Annotated[
        str,
        typer.Option(
            "--inventory",
            "-i",
            metavar="HUB",
            help=t(
                "As this hub's profile has it: its standards, and what does not apply to it.",
                "按该中枢的配置：其选用的标准及不适用的要求。",
            ),
        ),
    ] = "",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    here = bundle.find()
    known = Tailored(standards.load(here), catalog.load(here))
    if inventory:
        known = profile.load(hub.find(here, inventory).profile, known.standards, known.controls)
    if standard and standard not in known.standards:
        raise unknown_name("standard", standard, known.standards)
    chosen = [known.standards[standard]] if standard else list(known.standards.values())
    controls = list(known.controls.values())
    excluded = {exclusion.requirement: exclusion.why for exclusion in known.exclusions}
    traced = proofs(here) if requirements else None
    if format is Format.JSON:
        emit(published(chosen, controls, excluded if inventory else None, traced))
        return
    language = settings.language(lang)
    for entry in chosen:
        _print_counts(entry, controls, excluded, language)
        if traced is not None:
            _print_requirements(entry, controls, traced, language)
        else:
            _print_uncovered(entry, controls, excluded)
        _print_excluded(entry, excluded, language)
    console.print(
        t(
            "Auto: a host or a stack shows it. Records: records show it. Some are both. "
            "Shown by: how many controls of which domain.",
            "自动：由主机或资源栈证明；记录：由记录证明；同一要求可兼有两者。证明方：各领域的控制项数。",
        )
    )


def _print_counts(
    standard: standards.Standard, controls: Iterable[Control], excluded: Collection[str], language: str
) -> None:
    console.print(f"[bold]{standard.title.of(language)}[/]  ({standard.id})")
    total = whole(standard, controls, excluded)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), show_footer=True)
    table.add_column(t("Chapter", "章节"), t("Total", "合计"), overflow="fold")
    headings = (
        t("All", "要求"),
        t("Covered", "已覆盖"),
        t("Auto", "自动"),
        t("Records", "记录"),
        t("None", "未覆盖"),
    )
    for heading, footer in zip(headings, _cells(total), strict=True):
        table.add_column(heading, footer, justify="right", no_wrap=True)
    table.add_column(t("Shown by", "证明方"), _domains(total), overflow="fold")
    for prefix, found in by_chapter(standard, controls, excluded).items():
        name = f"{_number(prefix)} {standard.chapters[prefix].of(language)}"
        table.add_row(Text(name), *_cells(found), _domains(found))
    console.print(table)


def _print_uncovered(
    standard: standards.Standard, controls: Iterable[Control], excluded: Collection[str]
) -> None:
    chapters = by_chapter(standard, controls, excluded).values()
    uncovered = [found.uncovered for found in chapters if found.uncovered]
    if uncovered:
        console.print(t("No control yet for:", "尚无控制项的要求："))
        for ids in uncovered:
            console.print(Padding(Text(" ".join(ids)), (0, 0, 0, 2), expand=False))
        console.print()


def _print_requirements(
    standard: standards.Standard, controls: Iterable[Control], proven: Mapping[str, int], language: str
) -> None:
    """Each requirement with what shows it: control, evidence, role, and in how many ways it is broken."""
    known = list(controls)
    for prefix, title in standard.chapters.items():
        console.print(Text(f"{_number(prefix)} {title.of(language)}", "bold"))
        for entry in standard.requirements.values():
            if entry.chapter == prefix:
                console.print(Padding(Text(f"{entry.id}  {entry.title.of(language)}"), (0, 0, 0, 2)))
                found = [control for control in known if entry.id in control.requirements]
                shown = _trace(found, proven) if found else Text(t("✗ no control", "✗ 尚无控制项"), "yellow")
                console.print(Padding(shown, (0, 0, 0, 4), expand=False))
        console.print()


def _trace(controls: Iterable[Control], proven: Mapping[str, int]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True, style="dim")
    for _ in range(3):
        table.add_column(overflow="fold", style="dim")
    for control in controls:
        ways = proven.get(control.id, 0)
        table.add_row(
            control.id,
            ", ".join(control.evidence),
            control.remedy.role or t("people", "人工"),
            t(f"proof {ways}", f"实证 {ways}") if ways else "",
        )
    return table


def _print_excluded(standard: standards.Standard, excluded: Mapping[str, Reason], language: str) -> None:
    own = {id_: why for id_, why in excluded.items() if id_ in standard.requirements}
    if own:
        console.print(t("Not applicable to this hub:", "对本中枢不适用的要求："))
        for id_, why in own.items():
            line = Text(f"{id_}  ").append(show.printable(why.of(language)), "dim")
            console.print(Padding(line, (0, 0, 0, 2), expand=False))
        console.print()


def _number(prefix: str) -> str:
    """A chapter's number: its prefix without the standard's name."""
    return prefix.partition("-")[2]


def _domains(found: Coverage) -> str:
    return ", ".join(f"{name} {count}" for name, count in found.domains.items()) or "-"


def _cells(found: Coverage) -> tuple[str, ...]:
    counts = (found.requirements, found.covered, found.automated, found.recorded, len(found.uncovered))
    return tuple(map(str, counts))
