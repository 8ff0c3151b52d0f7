"""`committee`: the leading group for security, who heads it and on whose word."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Committee(Record):
    label: ClassVar[Text] = Text(en="Leading group for security", zh="网络安全领导小组")
    refers: ClassVar[dict[str, str]] = {"head": "person", "members": "person"}

    title: Name = said("What the group is called", "名称")
    document: str = said("Number of the document that set it up", "成立文件文号", min_length=1)
    founded: Day = said("Day it was set up", "成立日期")
    dissolved: Day | None = said("Last day of its existence", "撤销日期；仍存在则不填", default=None)
    head: Id = said("Person who heads it", "组长")
    head_by: Literal["leader", "mandate", "other"] = said(
        "Why that person heads it: as a leader of the organisation, by such a leader's mandate, or otherwise",
        "组长身份：单位主管领导、由主管领导授权、其他",
    )
    members: tuple[Id, ...] = said("Its other members", "其他成员", default=())
    duties: tuple[Name, ...] = said("What it answers for", "职责", min_length=1)

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.dissolved and self.dissolved < self.founded:
            raise ValueError("`dissolved` is before `founded`")
        if self.head in self.members:
            raise ValueError("`members` names the head again")
        return self
