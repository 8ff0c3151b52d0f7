"""`training_plan`: what the holders of one post are to be taught in a period."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class TrainingPlan(Record):
    label: ClassVar[Text] = Text(en="Training plan", zh="培训计划")
    refers: ClassVar[dict[str, str]] = {"post": "post", "approved_by": "post"}

    post: Id = said("Post that it is for", "适用岗位")
    starts: Day = said("First day of its period", "计划期开始日期")
    ends: Day = said("Last day of its period", "计划期结束日期")
    contents: tuple[
        Literal["security_basics", "post_procedures", "security_technology", "regulations"], ...
    ] = said(
        "What is taught: basics of security, procedures of the post, security technology, laws and regimes",
        "培训内容：安全基础知识、岗位操作规程、安全技术、法规制度",
        default=(),
    )
    emphasis: Name = said("What matters for this post more than for others", "本岗位培训重点")
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    approved: Day | None = said("Day it was approved", "批准日期；未批准则不填", default=None)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if (self.approved is None) != (self.approved_by is None):
            raise ValueError("`approved` and `approved_by` belong together")
        return self
