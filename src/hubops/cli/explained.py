"""What `hubops explain` says: each kind of thing as data for programs and as text for people."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text as Rich

from hubops import engines
from hubops.bundle import Bundle
from hubops.cli.console import t
from hubops.decisions.reads import as_read, reads
from hubops.errors import HubopsError, unknown_name
from hubops.findings import Rules
from hubops.model import Control, Finding, Json, Standing, Status, Transition
from hubops.reports import show
from hubops.reports.terminal import STYLES
from hubops.reports.words import KIND, SEVERITY, STATUS
from hubops.standards import Requirement, Standard
from hubops.store import Store, standing, transitions

_MOST_CHANGES = 8
_MOST_VALUES = 6


@dataclass(frozen=True)
class Answer:
    """One explanation: `data` for programs, `show` prints it for people."""

    data: Json
    show: Callable[[Console, str], None]


@dataclass(frozen=True)
class Memory:
    """What is known of a hub: its rules, and what its runs found."""

    bundle: Bundle
    store: Store
    hub: str
    rules: Rules

    @cached_property
    def standing(self) -> list[Standing]:
        return standing(self.store, self.hub)

    @property
    def subjects(self) -> list[str]:
        """Everything that was ever judged, by name."""
        return sorted({s.finding.subject for s in self.standing})

    def changes(self, **which: str) -> list[Transition]:
        return transitions(self.store, self.hub, most=_MOST_CHANGES, **which)


def control(memory: Memory, control: Control) -> Answer:
    """A control, and how it stands on each subject."""
    control = memory.rules.controls.get(control.id, control)
    stands = [s for s in memory.standing if s.finding.control == control.id]
    changes = memory.changes(control=control.id)
    data = {
        "control": control.model_dump(mode="json"),
        "findings": [s.model_dump(mode="json") for s in stands],
        "history": [c.model_dump(mode="json") for c in changes],
        "remedy": _remedy(control, [s.finding.subject for s in stands if s.finding.status is Status.FAIL]),
    }

    def text(console: Console, lang: str) -> None:
        _print_control(console, control, memory, lang)
        _heading(console, t("How it stands", "当前状态"))
        _print_standing(console, stands, lang, lambda s: s.finding.subject)
        _print_changes(console, changes, lang, lambda c: c.subject)

    return Answer(data, text)


def finding(memory: Memory, control: Control, subject: str) -> Answer:
    """One control on one subject, with the evidence as it was read."""
    control = memory.rules.controls.get(control.id, control)
    stands = [s for s in memory.standing if (s.finding.control, s.finding.subject) == (control.id, subject)]
    if not stands:
        judged = [s.finding.subject for s in memory.standing if s.finding.control == control.id]
        raise unknown_name("subject", subject, judged)
    (stand,) = stands
    evidence = _as_read(memory, control, stand.finding)
    changes = memory.changes(control=control.id, subject=subject)
    command = _remedy(control, [subject])
    data = {
        "control": control.model_dump(mode="json"),
        "finding": stand.model_dump(mode="json"),
        "evidence": evidence,
        "history": [c.model_dump(mode="json") for c in changes],
        "remedy": command,
    }

    def text(console: Console, lang: str) -> None:
        _print_control(console, control, memory, lang)
        _heading(console, t(f"On {subject}", f"在 {subject} 上"))
        _print_standing(console, [stand], lang, lambda s: s.finding.subject)
        for item in stand.finding.items:
            _indented(console, _item(item.item, item.expected, item.actual, lang))
        if stand.finding.reason:
            _indented(console, Rich(show.printable(stand.finding.reason.of(lang))))
        _heading(console, t("Evidence as read", "读取到的证据"))
        for ref in stand.finding.evidence:
            said = t("collected", "采集于")
            _indented(
                console, Rich(f"{ref.section}  {said} {show.time(ref.collected_at)}  {ref.digest}", "dim")
            )
        for place, value in evidence.items():
            _indented(console, _evidence_line(place, value, stand.finding))
        _print_changes(console, changes, lang, lambda c: c.subject)
        if stand.finding.status in {Status.FAIL, Status.WAIVED}:
            _print_remedy(console, control, command, lang)

    return Answer(data, text)


def requirement(memory: Memory, standard: Standard, requirement: Requirement) -> Answer:
    """A requirement, the controls that show it, and how those stand."""
    controls = [c for c in memory.rules.controls.values() if requirement.id in c.requirements]
    ids = {c.id for c in controls}
    stands = [s for s in memory.standing if s.finding.control in ids]
    excluded = [e for e in memory.rules.tailored.exclusions if e.requirement == requirement.id]
    data = {
        "requirement": requirement.id,
        "title": requirement.title.model_dump(),
        "standard": standard.id,
        "chapter": requirement.chapter,
        "judged_by": list(requirement.judged_by),
        "high_risk": requirement.high_risk,
        "relations": list(requirement.relations),
        "not_applicable": [e.model_dump(mode="json") for e in excluded],
        "controls": sorted(ids),
        "findings": [s.model_dump(mode="json") for s in stands],
    }

    def text(console: Console, lang: str) -> None:
        console.print(f"[bold]{requirement.title.of(lang)}[/]  ({requirement.id})\n")
        table = _facts()
        table.add_row(t("Standard", "标准"), standard.title.of(lang))
        table.add_row(t("Chapter", "章节"), standard.chapters[requirement.chapter].of(lang))
        table.add_row(t("Judged by", "判定依据"), ", ".join(requirement.judged_by) or "-")
        table.add_row(t("High risk", "高风险"), t("yes", "是") if requirement.high_risk else t("no", "否"))
        if requirement.relations or requirement.shown_by:
            related = ", ".join((*requirement.relations, *requirement.shown_by))
            table.add_row(t("Related to", "相关要求"), related)
        for exclusion in excluded:
            table.add_row(t("Not applicable", "不适用"), Rich(show.printable(exclusion.why.of(lang))))
        console.print(table)
        _heading(console, t("Controls that show it", "对应控制项"))
        if not controls:
            _indented(console, Rich(t("none yet: nothing shows it", "尚无：没有内容可证明"), "yellow"))
        for entry in controls:
            _indented(console, Rich(entry.id, "bold").append(f"  {entry.name_of(lang)}", "default"))
            own = [s for s in stands if s.finding.control == entry.id]
            _print_standing(console, own, lang, lambda s: s.finding.subject)

    return Answer(data, text)


def subject(memory: Memory, name: str) -> Answer:
    """A host, stack or hub: all that is wrong with it, and the one command that mends what a role mends."""
    stands = [s for s in memory.standing if s.finding.subject == name]
    known = memory.store.run(max(stands, key=lambda s: s.judged).run)
    about = [s for s in known.subjects if s.name == name] if known else []
    wrong = [s for s in stands if s.finding.status not in {Status.PASS, Status.NOT_APPLICABLE}]
    wrong.sort(
        key=lambda s: (list(Status).index(s.finding.status), s.finding.severity.rank, s.finding.control)
    )
    tags = sorted(
        {s.finding.remedy.tag for s in wrong if s.finding.status is Status.FAIL and s.finding.remedy.tag}
    )
    command = f"hubops apply {' '.join(f'--tags {tag}' for tag in tags)} --limit {name}" if tags else None
    counts = {status: sum(s.finding.status is status for s in stands) for status in Status}
    changes = memory.changes(subject=name)
    data = {
        "subjects": [s.model_dump(mode="json") for s in about],
        "summary": counts,
        "findings": [s.model_dump(mode="json") for s in stands],
        "history": [c.model_dump(mode="json") for c in changes],
        "remedy": command,
    }

    def text(console: Console, lang: str) -> None:
        for one in about:
            traits = [KIND[one.kind].of(lang), *(v for v in (one.platform, one.zone, one.role) if v)]
            console.print(Rich(show.printable(name), "bold").append("  " + " · ".join(traits), "default"))
        line = Rich()
        for status, count in counts.items():
            if count:
                line.append(f"{count} {STATUS[status].of(lang)}  ", STYLES[status])
        console.print(line)
        if wrong:
            _heading(console, t("What is wrong", "存在的问题"))
            _print_standing(console, wrong, lang, lambda s: s.finding.control)
        _print_changes(console, changes, lang, lambda c: c.control)
        if command:
            _heading(console, t("Mended by", "整改方法"))
            _indented(console, Rich(command, "green"))

    return Answer(data, text)


def _print_control(console: Console, control: Control, memory: Memory, lang: str) -> None:
    zh = lang == "zh"
    console.print(f"[bold]{control.name_of(lang)}[/]  ({control.id})\n")
    console.print(control.description_zh if zh else control.description, markup=False)
    table = _facts()
    table.add_row(t("Severity", "严重程度"), SEVERITY[control.severity].of(lang))
    table.add_row(t("Checked on", "检查对象"), KIND[control.subject].of(lang))
    titles = {
        id_: r.title for s in memory.rules.tailored.standards.values() for id_, r in s.requirements.items()
    }
    for number, id_ in enumerate(control.requirements):
        title = titles[id_].of(lang) if id_ in titles else ""
        table.add_row("" if number else t("Requirements", "对应要求"), f"{id_}  {title}")
    table.add_row(t("Evidence", "证据"), ", ".join(control.evidence))
    table.add_row(t("Goes stale after", "证据有效期"), f"{control.max_age_seconds // 3600} h")
    for name, parameter in control.params.items():
        allowed = parameter.allowed
        bound = t(f"  (the standard allows {allowed.en})", f"（标准允许{allowed.zh}）") if allowed else ""
        table.add_row(name, Rich(f"{_compact(parameter.default)}{bound}"))
    for waiver in memory.rules.exceptions.waivers:
        if waiver.control == control.id:
            until = t(f"until {waiver.until.isoformat()}", f"至 {waiver.until.isoformat()}")
            table.add_row(t("Waiver", "豁免"), Rich(f"{waiver.id}  {until}"))
    why = memory.rules.tailored.excluded.get(control.id)
    if why:
        table.add_row(t("Not applicable", "不适用"), Rich(show.printable(why.of(lang))))
    table.add_row(t("Mended by", "整改方法"), Rich(_remedy(control, []) or _manual(control, lang)))
    console.print()
    console.print(table)


def _remedy(control: Control, subjects: Iterable[str]) -> str | None:
    """The command that mends it on these subjects (everywhere if there are none), None where a person has to."""
    if control.remedy.tag is None:
        return None
    limit = ",".join(subjects)
    return f"hubops apply --tags {control.remedy.tag}" + (f" --limit {limit}" if limit else "")


def _manual(control: Control, lang: str) -> str:
    return control.remedy.manual.of(lang) if control.remedy.manual else "-"


def _print_remedy(console: Console, control: Control, command: str | None, lang: str) -> None:
    _heading(console, t("Mended by", "整改方法"))
    _indented(console, Rich(command, "green") if command else Rich(_manual(control, lang)))


def _print_standing(
    console: Console, stands: list[Standing], lang: str, name: Callable[[Standing], str]
) -> None:
    """One line each: status, what it is about, since when, and whether it goes to and fro."""
    if not stands:
        _indented(console, Rich(t("not judged yet", "尚未评判"), "dim"))
        return
    table = Table.grid(padding=(0, 2))
    for fold in (False, True, False, False):
        table.add_column(no_wrap=not fold, overflow="fold")
    for stand in stands:
        found = stand.finding
        since = t(f"since {show.time(found.since or '')}", f"始于 {show.time(found.since or '')}")
        flapping = t("flapping", "反复变化") if stand.flapping else ""
        status = Rich(STATUS[found.status].of(lang), STYLES[found.status])
        table.add_row(status, Rich(show.printable(name(stand))), Rich(since, "dim"), Rich(flapping, "yellow"))
    console.print(Padding(table, (0, 0, 0, 2), expand=False))


def _print_changes(
    console: Console, changes: list[Transition], lang: str, name: Callable[[Transition], str]
) -> None:
    if not changes:
        return
    _heading(console, t("History", "历史"))
    for line in change_lines(changes, lang, name):
        _indented(console, line)


def change_lines(
    changes: Iterable[Transition], lang: str, name: Callable[[Transition], str]
) -> Iterator[Rich]:
    """Each change of status as a line: when, from what to what, and of what."""
    for change in changes:
        line = Rich(f"{show.time(change.at)}  ", "dim")
        if change.was is not None:
            line.append(STATUS[change.was].of(lang), STYLES[change.was]).append(" → ")
        line.append(STATUS[change.status].of(lang), STYLES[change.status])
        yield line.append(f"  {show.printable(name(change))}", "default")


def _as_read(memory: Memory, control: Control, found: Finding) -> dict[str, Json]:
    """The values that the control read in the stored evidence; whole sections where OPA is not there to tell."""
    sections = {ref.section: memory.store.evidence(ref.digest) for ref in found.evidence}
    program = engines.find("opa")
    if program is None:
        return sections
    try:
        return as_read(reads(memory.bundle, program, control), sections)
    except HubopsError:
        return sections


def _evidence_line(place: str, value: Json, found: Finding) -> Rich:
    """A value as it was read; of a long list those entries that the violations name come first."""
    line = Rich(place, "cyan").append(" = ", "dim")
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return line.append(show.printable(_compact(value)), "default")
    names = {word for item in found.items for word in item.item.replace(":", " ").split()}
    told = [one for one in value if names & {str(part) for part in one.values()}]
    listed = (told or value)[:_MOST_VALUES]
    for one in listed:
        line.append("\n  " + show.printable(_compact(one)), "default")
    left = len(value) - len(listed)
    return line.append(t(f"\n  and {left} more", f"\n  另有 {left} 项") if left else "", "dim")


def _item(item: str, expected: Json, actual: Json, lang: str) -> Rich:
    line = Rich(show.printable(item)).append(t("  expected ", "  应为 "), "dim")
    line.append(show.value(expected).of(lang)).append(t("  actual ", "  实际 "), "dim")
    return line.append(show.value(actual).of(lang), "red")


def _compact(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= 400 else text[:397] + "…"


def _facts() -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    return table


def _heading(console: Console, text: str) -> None:
    console.print()
    console.print(Rich(text, "bold"))


def _indented(console: Console, line: Rich) -> None:
    console.print(Padding(line, (0, 0, 0, 2), expand=False))
