"""`third_party_evaluation`: how satisfied a group of users is, as somebody independent of the hub found it."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said
from hubops.records.survey import Group


class ThirdPartyEvaluation(Record):
    label: ClassVar[Text] = Text(en="Third-party evaluation", zh="第三方满意度评价")
    refers: ClassVar[dict[str, str]] = {"party": "party"}

    starts: Day = said("First day of the period that was evaluated", "评价周期起始日期")
    ends: Day = said("Last day of that period", "评价周期截止日期", due=False)
    group: Group = said(
        "Whose satisfaction: of agencies, enterprises or citizens", "评价对象：政府部门、企业、社会公众"
    )
    party: Id = said("Organisation that evaluated", "评价机构")
    held: Day = said("Day the result was delivered", "出具评价结果的日期")
    index: float = said(
        "Satisfaction index that it found, from 0 to 100", "满意度指数（0～100）", ge=0, le=100
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.held < self.ends:
            raise ValueError("`held` is before `ends`: the period was not over")
        return self
