"""`problem`: something that maintenance, monitoring or an inspection brought up and that must be put right."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Problem(Record):
    label: ClassVar[Text] = Text(en="Problem", zh="运维问题")
    refers: ClassVar[dict[str, str]] = {"owner": "post", "confirmed_by": "person"}

    title: Name = said("What is wrong", "问题描述")
    source: Literal["maintenance", "monitoring", "inspection", "log_analysis", "user"] = said(
        "Where it came up", "问题来源：维护、监测、检查、日志分析、用户反映"
    )
    severity: Literal["high", "medium", "low"] = said("How grave it is", "严重程度：高、中、低")
    owner: Id = said("Post that must put it right", "责任岗位")
    opened: Day = said("Day it was recorded", "登记日期")
    due: Day = said("Last day for putting it right", "处理期限")
    closed: Day | None = said("Day it was put right", "解决日期；未解决则不填", default=None)
    solution: Name | None = said("What was done", "处理情况", default=None)
    confirmed_by: Id | None = said(
        "Person who confirmed that it is put right", "确认解决的人员", default=None
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.due < self.opened:
            raise ValueError("`due` is before `opened`")
        if self.closed and self.closed < self.opened:
            raise ValueError("`closed` is before `opened`")
        return self
