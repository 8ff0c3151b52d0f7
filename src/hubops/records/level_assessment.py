"""`level_assessment`: one assessment of an application system against its protection level."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class LevelAssessment(Record):
    label: ClassVar[Text] = Text(en="Graded assessment", zh="等级测评")
    refers: ClassVar[dict[str, str]] = {
        "system": "system",
        "body": "party",
        "rectification_checked_by": "person",
    }

    system: Id = said("System that was assessed", "测评对象")
    held: Day = said("Day of the report", "测评报告日期")
    level: int = said("Level that it was assessed against", "测评所依据的等级", ge=1, le=5)
    body: Id = said("Party that assessed", "测评机构")
    certificate: str | None = said(
        "Number of the body's certificate for such assessments",
        "测评机构服务认证证书编号",
        min_length=1,
        default=None,
    )
    certified_until: Day | None = said(
        "Last day of validity of that certificate", "测评机构证书有效期截止日", default=None
    )
    conclusion: Literal["conforms", "largely_conforms", "does_not_conform"] = said(
        "What the report concludes: the system conforms, largely conforms, or does not conform",
        "测评结论：符合、基本符合、不符合",
    )
    problems: int = said("How many problems the report names", "测评发现的问题数", ge=0)
    rectified: Day | None = said(
        "Day on which the last of them was mended", "全部问题整改完成日期", default=None
    )
    rectification_checked_by: Id | None = said(
        "Person who checked that they are mended", "整改复核人员", default=None
    )
