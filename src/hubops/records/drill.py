"""`drill`: one rehearsal of an emergency plan, and what it showed."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Drill(Record):
    label: ClassVar[Text] = Text(en="Drill", zh="应急演练")
    refers: ClassVar[dict[str, str]] = {"plan": "emergency_plan", "participants": "person"}

    plan: Id = said("Emergency plan that was rehearsed", "所演练的预案")
    held: Day = said("Day it was held", "演练日期")
    form: Literal["exercise", "tabletop"] = said(
        "Done for real, or talked through", "演练形式：实操或桌面推演"
    )
    outcome: Literal["passed", "failed"] = said(
        "Whether the plan's indicators were reached", "是否达到预案指标"
    )
    weaknesses: int = said("How many weaknesses of the plan it showed", "发现的预案问题数", ge=0)
    record: Id | None = said(
        "Id of the record that an automated drill left on a host, where it was one",
        "自动演练在主机上留下的记录编号；非自动演练则不填",
        default=None,
    )
    participants: tuple[Id, ...] = said("Persons who took part", "参演人员", min_length=1)
