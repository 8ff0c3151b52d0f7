"""`assessment`: how one person did when skills, security knowledge or conduct were assessed."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Assessment(Record):
    label: ClassVar[Text] = Text(en="Assessment of a person", zh="人员考核")
    refers: ClassVar[dict[str, str]] = {"person": "person", "post": "post", "assessor": "person"}

    person: Id = said("Person who was assessed", "被考核人员")
    topic: Literal["skills", "security", "conduct"] = said(
        "What was assessed: skills for a post, knowledge of security, or conduct at work",
        "考核类别：岗位技能、安全知识、履职情况",
    )
    post: Id | None = said("Post whose skills were tested", "技能考核对应的岗位", default=None)
    held: Day = said("Day it was held", "考核日期")
    result: Literal["passed", "failed"] = said("Result", "考核结果：合格或不合格")
    assessor: Id = said("Person who assessed", "考核人")

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if (self.topic == "skills") != (self.post is not None):
            raise ValueError("`post` is needed for `skills` and for nothing else")
        if self.assessor == self.person:
            raise ValueError("nobody assesses themselves")
        return self
