"""`report_definition`: which report is made how often, of what, and through whose hands it goes."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said

Content = Literal[
    "sources", "indicators", "findings", "drills", "plans", "incidents", "problems", "changes",
    "inspections", "surveys", "complaints", "improvements", "analysis",
]  # fmt: skip
CONTENTS = {
    "sources": "数据来源",
    "indicators": "运行指标",
    "findings": "检查结果",
    "drills": "应急演练",
    "plans": "应急预案",
    "incidents": "安全事件",
    "problems": "运维问题",
    "changes": "系统变更",
    "inspections": "安全检查",
    "surveys": "满意度调查",
    "complaints": "用户投诉",
    "improvements": "改进事项",
    "analysis": "运维分析",
}
MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}


class Holder(Value):
    """Somebody who held a post for a time; of posts themselves only who holds them now is recorded."""

    post: Id = said("Post that was held", "曾任岗位")
    person: Id = said("Person who held it", "任职人员")
    starts: Day = said("First day", "任职开始日期")
    ends: Day = said("Last day", "任职结束日期")


class ReportDefinition(Record):
    label: ClassVar[Text] = Text(en="Report definition", zh="报告编制规定")
    refers: ClassVar[dict[str, str]] = {"compiled_by": "post", "approved_by": "post", "regime": "regime"}

    title: Name = said("Title of the report", "报告名称")
    topic: Literal["operation", "satisfaction", "inspection", "emergency"] = said(
        "What it reports on", "报告类别：运行、满意度、安全检查、应急"
    )
    regime: Id = said("Regime that lays it down", "所依据的报告管理制度")
    frequency: Literal["monthly", "quarterly", "yearly"] = said("How often", "编制周期：月度、季度、年度")
    starts: Day = said(
        "First day of the first period that is reported on", "首个报告期的开始日期（月、季、年的第一天）"
    )
    ends: Day | None = said(
        "Last day that is reported on; none while it goes on",
        "最后一个报告期的结束日期；仍在编制则不填",
        default=None,
    )
    compile_days: int = said(
        "Days after the period within which it is compiled and submitted",
        "报告期结束后完成编制并报送的期限（天）",
        ge=1,
    )
    archive_days: int = said(
        "Days after the period within which it is approved and archived",
        "报告期结束后完成审批并归档的期限（天）",
        ge=1,
    )
    compiled_by: Id = said("Post that compiles, submits and archives it", "编制岗位（兼报送、归档）")
    approved_by: Id = said("Post that approves it", "审批岗位")
    held_before: tuple[Holder, ...] = said(
        "Who held one of these posts before those who hold it now",
        "上述岗位的历任人员（不含现任）",
        default=(),
    )
    contents: tuple[Content, ...] = said("What it must hold", "应包含的内容", words=CONTENTS, min_length=1)

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.starts.day != 1 or (self.starts.month - 1) % MONTHS[self.frequency]:
            raise ValueError(f"`starts` is not the first day of a period of this frequency, {self.frequency}")
        if self.ends and self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.archive_days < self.compile_days:
            raise ValueError("`archive_days` is less than `compile_days`")
        return self
