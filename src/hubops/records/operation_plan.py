"""`operation_plan`: how one site, or one application system, is run from day to day."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class OperationPlan(Record):
    label: ClassVar[Text] = Text(en="Operation plan", zh="运行方案")
    refers: ClassVar[dict[str, str]] = {
        "site": "site",
        "system": "system",
        "owner": "post",
        "approved_by": "post",
    }

    title: Name = said("Title of the plan", "方案名称")
    site: Id | None = said("Site that it is for", "适用的物理场所", default=None)
    system: Id | None = said("Application system that it is for", "适用的应用系统", default=None)
    owner: Id = said("Post that keeps the plan", "方案归口岗位")
    holds: tuple[
        Literal["duties", "inspection", "monitoring", "access", "maintenance", "backup", "faults"],
        ...,
    ] = said(
        "What it settles: duties and shifts, inspection rounds, monitoring, who may enter or log in, maintenance, "
        "backup and restore, what to do about faults",
        "方案内容：职责分工与值班、巡检、运行监测、出入或权限管理、维护保养、备份与恢复、故障处置",
        min_length=1,
        words={
            "duties": "职责分工与值班",
            "inspection": "巡检",
            "monitoring": "运行监测",
            "access": "出入与权限管理",
            "maintenance": "维护保养",
            "backup": "备份与恢复",
            "faults": "故障处置",
        },
    )
    approved_by: Id | None = said(
        "Post that approved it; none while it is a draft", "批准岗位；未批准则不填", default=None
    )
    issued: Day | None = said(
        "Day it came into force; none while it is a draft", "发布生效日期；未发布则不填", default=None
    )
    reviewed: Day | None = said("Day of its last review", "最近一次评审日期", default=None)
    withdrawn: Day | None = said("Day it was withdrawn", "废止日期", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.site is None) == (self.system is None):
            raise ValueError("exactly one of `site` and `system` is needed")
        if self.reviewed and (self.issued is None or self.reviewed < self.issued):
            raise ValueError("`reviewed` needs an `issued` that is not after it")
        if self.withdrawn and (self.issued is None or self.withdrawn < self.issued):
            raise ValueError("`withdrawn` needs an `issued` that is not after it")
        return self
