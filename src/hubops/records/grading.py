"""`grading`: the protection level of an application system, how it was settled and where it is filed."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Grading(Record):
    label: ClassVar[Text] = Text(en="Grading and filing", zh="定级备案")
    refers: ClassVar[dict[str, str]] = {"system": "system", "approved_by": "party", "checked_by": "person"}

    system: Id = said("System that was graded", "定级对象")
    level: int = said("Protection level that was settled", "确定的安全保护等级", ge=1, le=5)
    report: str | None = said(
        "Number of the grading report, which states the level, the method and the reasons",
        "定级报告编号；报告应说明安全保护等级及确定等级的方法和理由",
        min_length=1,
        default=None,
    )
    experts_reviewed: Day | None = said(
        "Day on which departments and experts reviewed the grading",
        "相关部门和安全技术专家论证、审定定级结果的日期",
        default=None,
    )
    approved: Day | None = said("Day on which the grading was approved", "定级结果批准日期", default=None)
    approved_by: Id | None = said("Party that approved it", "定级结果批准单位", default=None)
    filed_with_authority: Day | None = said(
        "Day on which it was filed with the competent authority", "报主管部门备案的日期", default=None
    )
    filed_with_police: Day | None = said(
        "Day on which it was filed with the police", "向公安机关备案的日期", default=None
    )
    filing_number: str | None = said(
        "Number of the certificate of filing", "备案证明编号", min_length=1, default=None
    )
    checked: Day | None = said(
        "Day on which level and filing were last compared with the system as it is",
        "最近一次对照系统现状核对等级与备案信息的日期",
        default=None,
    )
    checked_by: Id | None = said("Person who compared them", "核对人员", default=None)
