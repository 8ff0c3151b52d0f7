"""`party`: an organisation with a part in the hub and what it answers for."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Name, Record, said


class Party(Record):
    label: ClassVar[Text] = Text(en="Party", zh="参与方")

    name: Name = said("Name of the organisation", "单位名称")
    role: Literal["competent_authority", "operator", "builder", "supplier"] = said(
        "Its part: competent authority, operator, builder, or supplier",
        "角色：主管部门、运行单位、建设单位、供应商",
    )
    access: bool = said(
        "Whether its people can get at the hub's systems, data or rooms",
        "其人员是否可接触中枢的系统、数据或机房",
    )
    duties: tuple[Name, ...] = said("What it answers for", "职责", default=())
    ended: Day | None = said("Last day of its part in the hub", "合作终止日期；仍在合作则不填", default=None)
