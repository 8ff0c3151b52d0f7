"""`site`: a place where the hub's equipment stands or from where it is run."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Site(Record):
    label: ClassVar[Text] = Text(en="Site", zh="物理场所")
    refers: ClassVar[dict[str, str]] = {"owner": "post"}

    title: Name = said("What the site is called", "场所名称")
    purpose: Literal["machine_room", "operation_centre", "off_site_backup"] = said(
        "What it is for: machine room, operation centre, or the second place that keeps copies",
        "用途：机房、运行中心、异地备份场所",
    )
    owner: Id = said("Post that answers for the site", "负责岗位")
    opened: Day = said("Day it was taken into use", "启用日期")
    closed: Day | None = said("Last day of its use", "停用日期；仍在使用则不填", default=None)
