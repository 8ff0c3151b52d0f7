"""`meeting`: one meeting about the hub, its minutes and what it decided that somebody should do."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said


class Action(Value):
    """Something that somebody is to do until a day."""

    what: Name = said("What is to be done", "议定事项")
    owner: Id = said("Person who does it", "责任人")
    due: Day = said("Day by which it is to be done", "完成期限")
    done: Day | None = said("Day it was done", "完成日期；未完成则不填", default=None)


class Meeting(Record):
    label: ClassVar[Text] = Text(en="Meeting", zh="会议")
    refers: ClassVar[dict[str, str]] = {"chair": "person", "attended": "person"}

    topic: Literal["regular", "coordination", "leading_group"] = said(
        "Regular meeting of operation, coordination of those in charge of security, or meeting of the leading group",
        "会议类别：运行例会、安全协调会、领导小组会议",
    )
    held: Day = said("Day it was held", "会议日期")
    chair: Id = said("Person in the chair", "主持人")
    attended: tuple[Id, ...] = said("Other persons who attended", "其他参会人员", min_length=1)
    minutes: Day | None = said("Day its minutes were issued", "会议纪要印发日期", default=None)
    actions: tuple[Action, ...] = said("What it decided that somebody should do", "议定事项", default=())

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for number, action in enumerate(self.actions):
            yield f"actions.{number}.owner", "person", action.owner

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.minutes and self.minutes < self.held:
            raise ValueError("`minutes` is before `held`")
        return self
