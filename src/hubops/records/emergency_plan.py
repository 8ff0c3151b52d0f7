"""`emergency_plan`: what is done when a scenario comes true, and what it must reach."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said


class Indicators(Value):
    """What can be measured when the plan is used."""

    response_minutes: int = said("Minutes from alarm to the first action", "从告警到响应的分钟数", ge=1)
    rto_minutes: int = said("Minutes until service is back (RTO)", "恢复时间目标（RTO），分钟", ge=1)
    rpo_minutes: int = said("Minutes of data that may be lost (RPO)", "恢复点目标（RPO），分钟", ge=0)


class EmergencyPlan(Record):
    label: ClassVar[Text] = Text(en="Emergency plan", zh="应急预案")
    refers: ClassVar[dict[str, str]] = {"owner": "post"}

    title: Name = said("Title of the plan", "预案名称")
    scenario: Literal[
        "platform_failure", "infrastructure_failure", "major_disaster", "data_loss", "security_incident"
    ] = said("What it is for", "适用场景：平台故障、基础设施故障、重大灾害、数据丢失、安全事件")
    owner: Id = said("Post that keeps the plan", "预案归口岗位")
    issued: Day | None = said(
        "Day it came into force; none while it is a draft", "发布生效日期；未发布则不填", default=None
    )
    revised: Day | None = said("Day of its last revision", "最近修订日期", default=None)
    withdrawn: Day | None = said("Day it was withdrawn", "废止日期", default=None)
    indicators: Indicators | None = said("What it must reach", "量化指标", default=None)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.revised and (self.issued is None or self.revised < self.issued):
            raise ValueError("`revised` needs an `issued` that is not after it")
        if self.withdrawn and (self.issued is None or self.withdrawn < self.issued):
            raise ValueError("`withdrawn` needs an `issued` that is not after it")
        return self
