"""`responsibility`: the boundary of what one person answers for in security, signed by that person."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Responsibility(Record):
    label: ClassVar[Text] = Text(en="Security responsibility", zh="安全责任书")
    refers: ClassVar[dict[str, str]] = {"person": "person", "posts": "post", "systems": "system"}

    person: Id = said("Person who answers", "责任人")
    boundary: Name = said("What the person answers for, and what not", "安全管理责任边界")
    posts: tuple[Id, ...] = said("Posts whose duties it covers", "涵盖的岗位", default=())
    systems: tuple[Id, ...] = said("Systems that it covers", "涵盖的系统", default=())
    sanctions: bool = said(
        "Whether it tells the person what a breach of duty leads to", "是否告知违规的惩戒措施"
    )
    signed: Day = said("Day the person signed it", "签署日期")
    withdrawn: Day | None = said("Day it was withdrawn or replaced", "废止或更换日期", default=None)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if not self.posts and not self.systems:
            raise ValueError("a boundary needs `posts` or `systems`")
        if self.withdrawn and self.withdrawn < self.signed:
            raise ValueError("`withdrawn` is before `signed`")
        return self
