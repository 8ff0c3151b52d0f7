"""`site`: a place where the hub's equipment stands or from where it is run."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Site(Record):
    label: ClassVar[Text] = Text(en="Site", zh="物理场所")
    refers: ClassVar[dict[str, str]] = {
        "owner": "post",
        "access_rules": "regime",
        "goods_rules": "regime",
        "environment_rules": "regime",
    }

    title: Name = said("What the site is called", "场所名称")
    purpose: Literal["machine_room", "operation_centre", "off_site_backup"] = said(
        "What it is for: machine room, operation centre, or the second place that keeps copies",
        "用途：机房、运行中心、异地备份场所",
    )
    owner: Id = said("Post that answers for the site", "负责岗位")
    opened: Day = said("Day it was taken into use", "启用日期")
    closed: Day | None = said("Last day of its use", "停用日期；仍在使用则不填", default=None)
    floor: Literal["basement", "top", "between"] | None = said(
        "Where in the building it lies: basement, top floor, or neither",
        "所在楼层：地下室、顶层、其他楼层",
        default=None,
    )
    access_rules: Id | None = said("Regime that rules who may enter", "规定人员出入的制度", default=None)
    goods_rules: Id | None = said(
        "Regime that rules what may be carried in and out", "规定物品带进、带出的制度", default=None
    )
    environment_rules: Id | None = said(
        "Regime that rules the environment of the room", "规定环境安全的制度", default=None
    )

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.closed and self.closed < self.opened:
            raise ValueError("`closed` is before `opened`")
        return self
