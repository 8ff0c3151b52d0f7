"""Builds a report out of what the hub knows: the sections that its definition asks for, and their sources."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hubops.model import Text, digest
from hubops.reporting import analysis, listed
from hubops.reporting.content import (
    Bar,
    Bars,
    Block,
    Cell,
    Compiled,
    Data,
    Note,
    Record,
    Section,
    Source,
    Table,
)
from hubops.reporting.history import History
from hubops.reporting.listed import both
from hubops.reporting.words import SECTION, WORD

_SHOWN = ("monitoring", "backup", "drills")
_GRADES = ("very_dissatisfied", "dissatisfied", "neutral", "satisfied", "very_satisfied")


def compile(data: Data, definition: Record, id_: str, by: str, day: date, remark: str = "") -> Compiled:
    """The report of a definition on the period of the data; `remark` is what its author adds to the analysis."""
    history = History(data)
    conclusion = analysis.conclusion(data, history)
    if remark:
        conclusion = Text(en=f"{conclusion.en} {remark}", zh=f"{conclusion.zh}{remark}")
    sources = tuple(_sources(data, definition["contents"]))
    build: dict[str, Callable[[], Iterator[Block]]] = {
        "sources": lambda: iter((_source_table(sources),)),
        "indicators": lambda: _indicators(data),
        "findings": history.blocks,
        "drills": lambda: _drills(data),
        "plans": lambda: _plans(data),
        "surveys": lambda: _surveys(data),
        "analysis": lambda: analysis.blocks(data, history, conclusion),
    }
    sections = [
        Section(
            name,
            SECTION[name],
            tuple(build[name]() if name in build else listed.blocks(data, name)),
        )
        for name in definition["contents"]
    ]
    return Compiled(
        id=id_,
        title=Text(**definition["title"]),
        definition=definition["id"],
        hub=data.hub,
        period=data.period,
        compiled=day.isoformat(),
        compiled_by=by,
        sections=tuple(sections),
        sources=sources,
        analysis=conclusion,
    )


def _sources(data: Data, contents: list[str]) -> Iterator[Source]:
    """What the sections of a report rest on; a kind of which nothing is recorded is named with 0 entries."""
    span = (data.period.first.isoformat(), data.period.last.isoformat())

    def source(name: str, label: Text, entries: list[Any]) -> Source:
        return Source(name, label, *span, len(entries), digest(entries))

    if {"findings", "analysis", "indicators"} & set(contents):
        runs = [
            [run.model_dump(mode="json"), {s.value: n for s, n in counts.items()}]
            for run, counts in data.runs
        ]
        yield source("run", WORD["runs"], runs)
        yield source("evidence", WORD["evidence"], [dict(one) for one in data.evidence])
    names = {name for content in contents for name in analysis.SOURCES.get(content, ())}
    for name, kind in data.kinds.items():
        if name in names:
            found = [one.record for one in listed.entries(kind, data.period)]
            if name == "emergency_plan":
                found = _in_force(data)
            yield source(name, kind.label, [dict(one) for one in found])


def _source_table(sources: tuple[Source, ...]) -> Table:
    headings = tuple(WORD[name] for name in ("data", "from_", "to", "count", "digest"))
    rows = [
        (
            Cell(Text(en=f"{one.label.en} ({one.name})", zh=f"{one.label.zh}（{one.name}）")),
            Cell(both(one.starts)),
            Cell(both(one.ends)),
            Cell(both(str(one.entries)), "" if one.entries else "missing"),
            Cell(both(one.digest.removeprefix("sha256:"))),
        )
        for one in sources
    ]
    return Table(headings, tuple(rows))


def _indicators(data: Data) -> Iterator[Block]:
    if not data.figures:
        text = Text(
            en="No evidence of monitoring or backups is stored of this period, so no indicator is known.",
            zh="本期未保存运行监测和备份的证据，指标未知。",
        )
        yield Note(text)
        return
    shown = max((one["collected_at"] for one in data.evidence if one["section"] in _SHOWN), default="—")
    yield Note(
        Text(
            en=f"As the hosts last showed it in this period, on {shown[:10]}.",
            zh=f"以本期内各主机最近一次采集的状态为准（{shown[:10]}）。",
        ),
        quiet=True,
    )
    headings = (WORD["indicator"], WORD["measured"], WORD["target"])
    yield Table(headings, tuple((Cell(f.label), Cell(f.value, f.mark), Cell(f.target)) for f in data.figures))


def _drills(data: Data) -> Iterator[Block]:
    found = listed.entries(data.kinds["drill"], data.period) if "drill" in data.kinds else []
    if found:
        yield _recorded(data, [one.record for one in found])
    else:
        yield from listed.blocks(data, "drills")
    if data.drills:
        headings = (WORD["drill"], WORD["host"], WORD["held"], WORD["result"], WORD["measured"])
        rows = []
        for one in data.drills:
            result = Text(en="passed", zh="通过") if one.passed else Text(en="failed", zh="未通过")
            numbers = Text(en="; ".join(n.en for n in one.numbers), zh="；".join(n.zh for n in one.numbers))
            passed = Cell(result, "good" if one.passed else "bad")
            rows.append((Cell(one.kind), Cell(both(one.host)), Cell(both(one.day)), passed, Cell(numbers)))
        yield Table(headings, tuple(rows))
    else:
        text = Text(
            en="No host keeps a record of a technical drill in this period.",
            zh="本期没有主机保存技术演练记录。",
        )
        yield Note(text, quiet=True)


def _recorded(data: Data, drills: list[Record]) -> Table:
    """The drills that people held, with the plan that each rehearsed."""
    plans = {plan["id"]: listed.what(plan) for plan in data.kinds["emergency_plan"].records}
    headings = tuple(WORD[name] for name in ("id", "plan", "held", "form", "result", "weaknesses"))
    rows = [
        (
            Cell(both(one["id"])),
            Cell(plans.get(one["plan"], both(one["plan"]))),
            Cell(both(one["held"])),
            Cell(listed.named(one["form"])),
            Cell(listed.named(one["outcome"]), "good" if one["outcome"] == "passed" else "bad"),
            Cell(both(str(one["weaknesses"]))),
        )
        for one in drills
    ]
    return Table(headings, tuple(rows))


def _in_force(data: Data) -> list[Record]:
    last = data.period.last.isoformat()
    plans = data.kinds["emergency_plan"].records if "emergency_plan" in data.kinds else ()
    return [
        p
        for p in plans
        if p["issued"] and p["issued"] <= last and not (p["withdrawn"] and p["withdrawn"] <= last)
    ]


def _plans(data: Data) -> Iterator[Block]:
    plans = _in_force(data)
    if not plans:
        yield Note(Text(en="No emergency plan was in force.", zh="期末没有现行的应急预案。"))
        return
    held = data.kinds["drill"].records if "drill" in data.kinds else ()
    last = data.period.last.isoformat()
    headings = (
        WORD["id"],
        WORD["plan"],
        Text(en="Response / RTO / RPO (minutes)", zh="响应 / RTO / RPO（分钟）"),
        Text(en="Last drill", zh="最近演练"),
    )
    rows = []
    for plan in plans:
        days = [one["held"] for one in held if one["plan"] == plan["id"] and one["held"] <= last]
        target = plan["indicators"]
        numbers = (
            f"{target['response_minutes']} / {target['rto_minutes']} / {target['rpo_minutes']}"
            if target
            else "—"
        )
        drilled = Cell(both(max(days))) if days else Cell(Text(en="never", zh="从未"), "bad")
        rows.append((Cell(both(plan["id"])), Cell(listed.what(plan)), Cell(both(numbers)), drilled))
    yield Table(headings, tuple(rows))


def _surveys(data: Data) -> Iterator[Block]:
    """The index of each survey, the mean of five points, where its answers are recorded grade by grade."""
    found = listed.entries(data.kinds["survey"], data.period) if "survey" in data.kinds else []
    rows, bars = [], []
    for one in (entry.record for entry in found):
        scores, asked = one.get("scores"), one.get("asked")
        if not isinstance(scores, dict) or set(scores) != set(_GRADES) or not sum(scores.values()):
            continue
        answered = sum(scores.values())
        index = sum((place + 1) * scores[name] for place, name in enumerate(_GRADES)) / answered
        happy = (scores["satisfied"] + scores["very_satisfied"]) * 100 // answered
        group = listed.named(str(one.get("group", one["id"])))
        cells = (
            both(one["id"]),
            group,
            both(f"{answered} / {asked}"),
            both(f"{index:.2f}"),
            both(f"{happy} %"),
        )
        rows.append(tuple(Cell(text) for text in cells))
        label = Text(en=f"{one['id']} {group.en}", zh=f"{one['id']} {group.zh}")
        bars.append(Bar(label, index, both(f"{index:.2f}"), "good"))
    if rows:
        yield Table(tuple(WORD[name] for name in ("id", "group", "share", "index", "satisfied")), tuple(rows))
        yield Bars(Text(en="Satisfaction, of 5 points", zh="满意度指数（满分 5 分）"), tuple(bars))
        yield from listed.blocks(data, "surveys", skipping=1)
    else:
        yield from listed.blocks(data, "surveys")
