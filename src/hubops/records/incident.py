"""`incident`: a weakness, a suspicion or an incident that somebody noticed, and how it was handled."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Incident(Record):
    label: ClassVar[Text] = Text(en="Security incident", zh="安全事件")
    refers: ClassVar[dict[str, str]] = {
        "found_by": "person",
        "reported_to": "post",
        "procedure": "procedure",
        "handled_by": "post",
        "plan": "emergency_plan",
    }

    title: Name = said("What was noticed", "事件描述")
    category: Literal["weakness", "suspicion", "outage", "leak", "intrusion", "malware", "other"] = said(
        "Weakness, suspicious event, outage, leak of information, intrusion, malware, or something else",
        "类别：安全弱点、可疑事件、系统中断、信息泄漏、入侵、恶意代码、其他",
    )
    level: Literal["general", "large", "major", "grave"] = said(
        "Level of national grading, from the fourth to the first", "级别：一般、较大、重大、特别重大"
    )
    found: Day = said("Day it was noticed", "发现日期")
    found_by: Id = said("Person who noticed it", "发现人员")
    reported: Day | None = said(
        "Day it was reported inside the hub", "内部报告日期；未报告则不填", default=None
    )
    reported_to: Id | None = said("Post that it was reported to", "接报岗位", default=None)
    procedure: Id | None = said("Procedure by which it was handled", "所依据的处置规程", default=None)
    handled_by: Id | None = said("Post that handled it", "处置负责岗位", default=None)
    authority_told: Day | None = said(
        "Day on which the authorities were told", "上报主管部门日期", default=None
    )
    closed: Day | None = said(
        "Day it was closed; none while it is open", "办结日期；未办结则不填", default=None
    )
    cause: Name | None = said("What caused it", "事件原因", default=None)
    evidence: str | None = said("Where the evidence is kept", "证据存放处", default=None, min_length=1)
    log: str | None = said(
        "Number of the record of the handling", "处置过程记录编号", default=None, min_length=1
    )
    lessons: Name | None = said("What was learnt", "经验教训与改进措施", default=None)
    plan: Id | None = said("Emergency plan that was used", "启用的应急预案；未启用则不填", default=None)
    plan_failed: bool = said("Whether the plan showed weaknesses", "预案是否暴露不足", default=False)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.reported is None) != (self.reported_to is None):
            raise ValueError("`reported` and `reported_to` are needed both or neither")
        if self.plan_failed and self.plan is None:
            raise ValueError("`plan_failed` needs the `plan`")
        for name in ("reported", "authority_told", "closed"):
            day = getattr(self, name)
            if day and day < self.found:
                raise ValueError(f"`{name}` is before `found`")
        return self
