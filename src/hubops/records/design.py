"""`design`: the security plan and scheme of an application system, from risk analysis to approval."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Design(Record):
    label: ClassVar[Text] = Text(en="Security design", zh="安全方案设计")
    refers: ClassVar[dict[str, str]] = {
        "system": "system",
        "measures_checked_by": "person",
        "approved_by": "post",
    }

    system: Id = said("System that it protects", "所属系统")
    level: int = said("Level whose basic measures it takes", "选取基本安全措施所依据的等级", ge=1, le=5)
    measures_checked: Day | None = said(
        "Day on which the measures were last checked against a risk analysis and supplemented by its results",
        "最近一次依据风险分析结果核对、补充和调整安全措施的日期",
        default=None,
    )
    measures_checked_by: Id | None = said("Person who checked them", "核对人员", default=None)
    plan: str | None = said(
        "Number of the overall security plan", "安全整体规划文件编号", min_length=1, default=None
    )
    scheme: str | None = said(
        "Number of the detailed security scheme", "安全设计方案文件编号", min_length=1, default=None
    )
    cryptography: bool = said("Whether they deal with cryptography", "设计内容是否包含密码技术相关内容")
    experts_reviewed: Day | None = said(
        "Day on which departments and experts reviewed plan and scheme",
        "相关部门和安全专家论证、审定的日期",
        default=None,
    )
    approved: Day | None = said("Day of approval", "批准日期", default=None)
    approved_by: Id | None = said("Post that approved them", "批准岗位", default=None)
    implemented: Day = said("Day on which implementation began", "开始实施日期")
