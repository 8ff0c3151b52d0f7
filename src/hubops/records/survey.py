"""`survey`: how one group of users answered when asked how satisfied it is, on a scale of five points."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, Value, said

Group = Literal["agencies", "enterprises", "citizens"]
"""Who uses a hub; the kinds that tell of satisfaction name the same groups, so that they can be compared."""


class Scores(Value):
    """How many gave each answer."""

    very_dissatisfied: int = said("1 of 5", "很不满意（1 分）", ge=0)
    dissatisfied: int = said("2 of 5", "不满意（2 分）", ge=0)
    neutral: int = said("3 of 5", "一般（3 分）", ge=0)
    satisfied: int = said("4 of 5", "满意（4 分）", ge=0)
    very_satisfied: int = said("5 of 5", "很满意（5 分）", ge=0)

    @property
    def counts(self) -> tuple[int, ...]:
        """From the worst answer to the best."""
        return (
            self.very_dissatisfied,
            self.dissatisfied,
            self.neutral,
            self.satisfied,
            self.very_satisfied,
        )


class Survey(Record):
    label: ClassVar[Text] = Text(en="Satisfaction survey", zh="满意度调查")
    refers: ClassVar[dict[str, str]] = {"compiled_by": "person"}

    starts: Day = said("First day of the period that was asked about", "调查周期起始日期")
    ends: Day = said("Last day of that period", "调查周期截止日期", due=False)
    group: Group = said(
        "Who was asked: agencies, enterprises or citizens", "调查对象：政府部门、企业、社会公众"
    )
    method: Literal["online", "telephone", "interview", "paper"] = said(
        "How they were asked", "调查方式：网络问卷、电话访问、当面访谈、纸质问卷"
    )
    asked: int = said("How many were asked", "发放份数", ge=1)
    answered: int = said("How many answered", "有效回收份数", ge=0)
    scores: Scores = said("How many gave each answer", "各档评价的份数")
    compiled: Day = said("Day the figures were compiled", "统计汇总日期")
    compiled_by: Id = said("Person who compiled them", "统计汇总人员")

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.compiled < self.ends:
            raise ValueError("`compiled` is before `ends`: the period was not over")
        if self.answered > self.asked:
            raise ValueError("more `answered` than were `asked`")
        if sum(self.scores.counts) != self.answered:
            raise ValueError("the `scores` do not add up to `answered`")
        return self
