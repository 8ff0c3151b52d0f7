"""`risk`: one risk that an assessment found, and what is done about it."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Risk(Record):
    label: ClassVar[Text] = Text(en="Risk", zh="安全风险")
    refers: ClassVar[dict[str, str]] = {
        "assessment": "risk_assessment",
        "owner": "post",
        "accepted_by": "post",
    }

    title: Name = said("What may happen", "风险描述")
    assessment: Id = said("Assessment that found it", "来源评估")
    identified: Day = said("Day it was found", "识别日期")
    rating: Literal["high", "medium", "low"] = said("How great it is", "风险等级：高、中、低")
    owner: Id = said("Post that deals with it", "责任岗位")
    treatment: Literal["reduce", "avoid", "transfer", "accept"] | None = said(
        "What is done about it; none while nobody has decided",
        "处置方式：降低、规避、转移、接受；未决定则不填",
        default=None,
    )
    due: Day | None = said("Last day for doing it", "处置期限", default=None)
    closed: Day | None = said("Day it was done", "处置完成日期；未完成则不填", default=None)
    accepted_by: Id | None = said("Post that accepted the risk", "接受风险的批准岗位", default=None)
    accepted: Day | None = said(
        "Day it was accepted, or accepted anew", "批准接受（或重新确认）的日期", default=None
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.accepted_by is None) != (self.accepted is None):
            raise ValueError("`accepted_by` and `accepted` are needed both or neither")
        if self.due and self.due < self.identified:
            raise ValueError("`due` is before `identified`")
        if self.closed and self.closed < self.identified:
            raise ValueError("`closed` is before `identified`")
        return self
