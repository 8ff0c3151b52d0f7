"""The analysis of operation and maintenance: sentences that follow from the data, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from hubops.model import Text
from hubops.reporting.content import Bar, Bars, Block, Data, Note, Points
from hubops.reporting.history import History
from hubops.reporting.listed import Entry, both, entries
from hubops.reporting.words import KINDS, SEVERITY, WORD

_FOLLOWED = ("incident", "problem", "complaint", "improvement", "change", "inspection")


def blocks(data: Data, history: History, conclusion: Text) -> Iterator[Block]:
    yield Points(tuple(_points(data, history)))
    rates = [history.rate(one.values()) for one in (history.at_begin, history.at_end)]
    if data.runs and rates[1] is not None:
        names = (Text(en="When it began", zh="期初"), Text(en="At its end", zh="期末"))
        bars = [
            Bar(name, rate, both(f"{rate} %"), "good")
            for name, rate in zip(names, rates, strict=True)
            if rate is not None
        ]
        yield Bars(
            Text(en="Share of findings that pass, of those that apply", zh="适用结果中的通过率"), tuple(bars)
        )
    heading = WORD["conclusion"]
    yield Note(Text(en=f"{heading.en}: {conclusion.en}", zh=f"{heading.zh}：{conclusion.zh}"))


def conclusion(data: Data, history: History) -> Text:
    """What it comes to, in one sentence."""
    en, zh = [], []
    if data.runs:
        en.append(
            f"{len(history.failing)} findings fail at the end of the period ({len(history.new)} new, "
            f"{len(history.still)} from before; {len(history.mended)} were mended)"
        )
        zh.append(
            f"期末 {len(history.failing)} 项检查结果不通过（新增 {len(history.new)} 项、上期遗留 {len(history.still)} 项，"
            f"本期整改 {len(history.mended)} 项）"
        )
        if history.unsure:
            en.append(f"{history.unsure} could not be judged")
            zh.append(f"{history.unsure} 项无法判定")
    else:
        en.append("no compliance run is stored of this period")
        zh.append("本期没有保存的合规检查运行")
    if data.figures:
        bad = sum(figure.mark == "bad" for figure in data.figures)
        missing = sum(figure.mark == "missing" for figure in data.figures)
        en.append(f"{bad} of {len(data.figures)} indicators miss their target and {missing} are not known")
        zh.append(f"{len(data.figures)} 项运行指标中 {bad} 项未达目标、{missing} 项未知")
    late = sum(one.overdue for name in _FOLLOWED for one in _of(data, name))
    waiting = sum(one.open for name in _FOLLOWED for one in _of(data, name))
    en.append(f"{waiting} records are open, {late} of them overdue")
    zh.append(f"未办结事项 {waiting} 项，其中逾期 {late} 项")
    said = "; ".join(en)
    return Text(en=said[0].upper() + said[1:] + ".", zh="；".join(zh) + "。")


def _points(data: Data, history: History) -> Iterator[Text]:
    yield _runs(data, history)
    if data.runs:
        yield from _findings(data, history)
    yield from _figures(data)
    yield _drills(data)
    for name in _FOLLOWED:
        yield from _followed(data, name)


def _runs(data: Data, history: History) -> Text:
    days, length = len(history.days), (data.period.last - data.period.first).days + 1
    if not days:
        return Text(en="The hub was not checked in this period.", zh="本期未对中枢进行检查。")
    gap = _gap(data, history)
    return Text(
        en=f"The hub was checked on {days} of {length} days, in {len(data.runs)} runs; "
        f"the longest time without a check was {gap} days.",
        zh=f"本期 {length} 天中有 {days} 天对中枢进行了检查，共运行 {len(data.runs)} 次；最长连续 {gap} 天未检查。",
    )


def _gap(data: Data, history: History) -> int:
    """The most days in a row on which nothing was checked."""
    numbers = [date.fromisoformat(day).toordinal() for day in history.days]
    edges = [data.period.first.toordinal() - 1, *numbers, data.period.last.toordinal() + 1]
    return max(after - before - 1 for before, after in pairwise(edges))


def _findings(data: Data, history: History) -> Iterator[Text]:
    by_severity = [
        (SEVERITY[name], sum(one.finding.severity == name for one in history.failing)) for name in SEVERITY
    ]
    known = [(label, count) for label, count in by_severity if count]
    if known:
        yield Text(
            en="By severity there fail: " + ", ".join(f"{n} {label.en.lower()}" for label, n in known) + ".",
            zh="不通过结果按严重程度：" + "、".join(f"{label.zh} {n} 项" for label, n in known) + "。",
        )
        name, count = history.domains[0]
        label = data.domains.get(name, both(name))
        yield Text(
            en=f"Most of them ({count}) concern {label.en.lower()}.",
            zh=f"其中“{label.zh}”最多，有 {count} 项。",
        )
        oldest = min((one.finding.since for one in history.failing if one.finding.since), default=None)
        if oldest:
            yield Text(
                en=f"The oldest has failed since {oldest[:10]}.", zh=f"最早的一项自 {oldest[:10]} 起不通过。"
            )
    else:
        yield Text(en="No finding fails at the end of the period.", zh="期末没有不通过的检查结果。")
    flapping = sorted({one.finding.control for one in history.at_end.values() if one.flapping})
    if flapping:
        yield Text(
            en=f"Going to and fro at the end: {', '.join(flapping[:5])}.",
            zh=f"期末反复变化的控制项：{'、'.join(flapping[:5])}。",
        )
    yield Text(
        en=f"The status of findings changed {len(data.changes)} times.",
        zh=f"本期检查结果状态共变化 {len(data.changes)} 次。",
    )


def _figures(data: Data) -> Iterator[Text]:
    bad = [figure for figure in data.figures if figure.mark == "bad"]
    if bad:
        yield Text(
            en="Indicators that miss their target: "
            + ", ".join(f"{f.label.en} ({f.value.en})" for f in bad)
            + ".",
            zh="未达目标的指标：" + "、".join(f"{f.label.zh}（{f.value.zh}）" for f in bad) + "。",
        )
    elif not data.figures:
        yield Text(
            en="No indicator was measured: no evidence of monitoring is stored of this period.",
            zh="没有实测指标：本期未保存运行监测证据。",
        )


def _drills(data: Data) -> Text:
    held = [one.record for one in _of(data, "drill")]
    failed = sum(one.get("outcome") == "failed" for one in held) + sum(not one.passed for one in data.drills)
    count = len(held) + len(data.drills)
    if not count:
        return Text(en="No drill was held.", zh="本期未开展演练。")
    return Text(
        en=f"{count} drills were held; {failed} failed.", zh=f"本期开展演练 {count} 次，未通过 {failed} 次。"
    )


def _followed(data: Data, name: str) -> Iterator[Text]:
    kind = data.kinds.get(name)
    if kind is None or not kind.records:
        return
    found = _of(data, name)
    new, closed = sum(one.new for one in found), sum(data.period.holds(one.closed) for one in found)
    waiting, late = sum(one.open for one in found), sum(one.overdue for one in found)
    if found:
        yield Text(
            en=f"{kind.label.en}: {new} new, {closed} closed, {waiting} open at the end, {late} of them overdue.",
            zh=f"{kind.label.zh}：新增 {new} 项，办结 {closed} 项，期末未办结 {waiting} 项，其中逾期 {late} 项。",
        )


def _of(data: Data, name: str) -> list[Entry]:
    return entries(data.kinds[name], data.period) if name in data.kinds else []


SOURCES: dict[str, tuple[str, ...]] = {**KINDS, "analysis": (*_FOLLOWED, "drill")}
"""The kinds of record that a section rests on."""
