"""`hubops opinion`: the satisfaction index of each group of users, and what it rests on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated

import typer
from rich import box
from rich.table import Table

from hubops import bundle, hub, records, settings
from hubops.cli import dates
from hubops.cli.console import Format, FormatOption, HubOption, LangOption, console, emit, t
from hubops.errors import UsageError
from hubops.model import Text, today_in_china
from hubops.records.satisfaction import WEIGHTS, Figures, figures

EXAMPLES = (
    ("hubops opinion", "the last twelve months", "最近十二个月"),
    ("hubops opinion --from 2026-04-01 --to 2026-09-30", "one period", "指定周期"),
)

_GROUPS = {
    "agencies": Text(en="Agencies", zh="政府部门"),
    "enterprises": Text(en="Enterprises", zh="企业"),
    "citizens": Text(en="Citizens", zh="社会公众"),
}
_SOURCES = {
    "surveys": Text(en="surveys", zh="满意度调查"),
    "evaluations": Text(en="third-party evaluations", zh="第三方评价"),
    "complaints": Text(en="complaints", zh="用户投诉"),
}
_METHODS = {
    "online": Text(en="online", zh="网络问卷"),
    "telephone": Text(en="telephone", zh="电话访问"),
    "interview": Text(en="interview", zh="当面访谈"),
    "paper": Text(en="paper", zh="纸质问卷"),
}


def opinion(
    begin: Annotated[
        str,
        typer.Option(
            "--from",
            metavar="DATE",
            help=t("First day of the period; a year before its end.", "周期起始日期，默认为截止日期前一年。"),
        ),
    ] = "",
    end: Annotated[
        str,
        typer.Option(
            "--to", metavar="DATE", help=t("Last day of the period; today.", "周期截止日期，默认为今天。")
        ),
    ] = "",
    inventory: HubOption = "lab",
    format: FormatOption = Format.TABLE,
    lang: LangOption = "",
) -> None:
    today = today_in_china()
    ends = dates.day("--to", end) or today
    starts = dates.day("--from", begin) or ends - timedelta(days=365)
    if ends < starts:
        raise UsageError(f"--from {starts} is after --to {ends}", f"--from {starts} 晚于 --to {ends}")
    found = hub.find(bundle.find(), inventory)
    known = figures(records.load(found.records), starts, ends, today)
    if format is Format.JSON:
        period = {"hub": found.name, "from": starts.isoformat(), "to": ends.isoformat()}
        emit({**period, "weights": WEIGHTS, "groups": [_published(one) for one in known]})
        return
    _print(known, starts, ends, settings.language(lang))


def _published(one: Figures) -> dict[str, object]:
    return {**one.model_dump(mode="json"), "rate": one.rate, "missing": list(one.missing)}


def _print(known: list[Figures], starts: date, ends: date, lang: str) -> None:
    console.print(t(f"Satisfaction from {starts} to {ends}", f"{starts} 至 {ends} 满意度"), style="bold")
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for heading in (
        t("Group", "用户"),
        t("Index", "指数"),
        t("95% range", "95% 区间"),
        t("Surveys", "调查"),
        t("Answers", "回收"),
        t("Evaluated", "第三方"),
        t("In time", "按时答复"),
    ):
        table.add_column(heading, no_wrap=True, justify="left" if table.columns == [] else "right")
    for one in known:
        interval = "–" if one.low is None else f"{one.low:.1f}–{one.high:.1f}"
        rate = "–" if one.rate is None else f"{one.answered}/{one.asked}"
        complaints = f"{one.in_time}/{one.received}" if one.received else "–"
        group, survey = _GROUPS[one.group].of(lang), _number(one.surveys)
        table.add_row(group, _number(one.index), interval, survey, rate, _number(one.evaluations), complaints)
    console.print(table)
    for one in known:
        group = _GROUPS[one.group].of(lang)
        if one.methods:
            methods = t(", ", "、").join(_METHODS[method].of(lang) for method in one.methods)
            rate = f"{one.rate:.0f}%"
            console.print(
                t(f"{group}: asked by {methods}; {rate} answered", f"{group}：{methods}，回收率 {rate}")
            )
        if one.missing:
            missing = t(", ", "、").join(_SOURCES[source].of(lang) for source in one.missing)
            console.print(t(f"{group}: nothing from {missing}", f"{group}：缺少{missing}"), style="yellow")
    for line in (
        t(
            "The index runs from 0 to 100: surveys count 50%, evaluations by third parties",
            "指数为 0～100：调查占 50%，第三方评价占 30%，投诉按时答复占 20%；",
        ),
        t(
            "30%, complaints answered in time 20%; a source that told nothing is left out.",
            "缺少的来源不计入。",
        ),
        t("The range is due to asking some of all users.", "区间反映调查的抽样误差。"),
    ):
        console.print(line, style="dim")


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"
