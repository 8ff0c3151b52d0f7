"""`operation_check`: somebody looked through what a period left behind, and says what was in it."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class OperationCheck(Record):
    label: ClassVar[Text] = Text(en="Check of operation", zh="运维检查分析")
    refers: ClassVar[dict[str, str]] = {"by": "person", "problems": "problem", "incidents": "incident"}

    topic: Literal["daily_inspection", "incidents", "log_analysis", "outside_connections"] = said(
        "What was looked through: the daily inspections' log, the incidents (a return, also where there were none), "
        "logs with alarms and monitoring, or the sites for connections that nobody approved",
        "检查类别：日常巡检记录抽查、安全事件定期报告（含零报告）、日志与监测报警分析、违规外联与违规无线接入检查",
        words={
            "daily_inspection": "日常巡检记录抽查",
            "incidents": "安全事件定期报告",
            "log_analysis": "日志与监测报警分析",
            "outside_connections": "违规外联与违规无线接入检查",
        },
    )
    starts: Day = said("First day of the period", "所查时段起始日期")
    ends: Day = said("Last day of the period, included", "所查时段截止日期（含当日）", due=False)
    done: Day = said("Day it was looked through", "检查日期")
    by: Id = said("Person who did it", "检查人员")
    sources: tuple[Literal["alarms", "logs", "monitoring"], ...] = said(
        "What was analysed",
        "分析的数据：日志、监测、报警",
        default=(),
        words={"alarms": "报警", "logs": "日志", "monitoring": "监测"},
    )
    found: int = said(
        "How many shortcomings, suspicious events or incidents there were",
        "发现的问题、可疑事件或安全事件数",
        ge=0,
    )
    problems: tuple[Id, ...] = said("Problems that were opened for them", "据此登记的问题", default=())
    incidents: tuple[Id, ...] = said("Incidents that they are", "对应的安全事件", default=())

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.done < self.ends:
            raise ValueError("`done` is before `ends`: the period is not over")
        return self
