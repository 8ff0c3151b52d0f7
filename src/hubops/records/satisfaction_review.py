"""`satisfaction_review`: the figures of a period put together, and what was decided on them."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class SatisfactionReview(Record):
    label: ClassVar[Text] = Text(en="Satisfaction review", zh="满意度评审")
    refers: ClassVar[dict[str, str]] = {
        "surveys": "survey",
        "evaluations": "third_party_evaluation",
        "compiled_by": "person",
        "decided_by": "post",
        "improvements": "improvement",
    }

    starts: Day = said("First day of the period that it is on", "评审周期起始日期")
    ends: Day = said("Last day of that period", "评审周期截止日期", due=False)
    surveys: tuple[Id, ...] = said("Surveys that it rests on", "所依据的满意度调查", default=())
    evaluations: tuple[Id, ...] = said(
        "Third-party evaluations that it rests on", "所依据的第三方评价", default=()
    )
    complaints: int = said("Complaints received in the period", "评审周期内受理的投诉件数", ge=0)
    compiled: Day = said("Day the figures were put together", "汇总日期")
    compiled_by: Id = said("Person who put them together", "汇总人员")
    decided: Day | None = said(
        "Day it was decided upon; none while nothing was decided",
        "据此作出决策的日期；未决策则不填",
        default=None,
    )
    decided_by: Id | None = said("Post that decided", "决策岗位", default=None)
    decisions: tuple[Name, ...] = said("What was decided", "决策事项", default=())
    improvements: tuple[Id, ...] = said("Improvements that it led to", "由此形成的改进事项", default=())

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.compiled < self.ends:
            raise ValueError("`compiled` is before `ends`: the period was not over")
        if self.decided and self.decided < self.compiled:
            raise ValueError("`decided` is before `compiled`")
        if (self.decided is None) != (self.decided_by is None):
            raise ValueError("`decided` and `decided_by` go together")
        return self
