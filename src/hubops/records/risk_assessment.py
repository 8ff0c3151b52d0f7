"""`risk_assessment`: one assessment of the hub's risks, or one test of its security."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class RiskAssessment(Record):
    label: ClassVar[Text] = Text(en="Security assessment", zh="安全评估")
    refers: ClassVar[dict[str, str]] = {"systems": "system", "by": "party", "accepted_by": "post"}

    form: Literal["risk_assessment", "security_test"] = said(
        "Assessment of risks, or test of security", "评估形式：风险评估、安全测评"
    )
    systems: tuple[Id, ...] = said("Application systems that were assessed", "所评估的应用系统", min_length=1)
    held: Day = said("Day it was finished", "完成日期")
    by: Id = said("Party that assessed", "评估单位")
    report: str | None = said(
        "Number of its report; none while there is none", "报告编号；未出具则不填", default=None, min_length=1
    )
    accepted_by: Id | None = said("Post that took note of the report", "审阅报告的岗位", default=None)
