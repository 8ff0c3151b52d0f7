"""`line`: one connection of a site with the outside, as a carrier provides it."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Name, said
from hubops.records.checks import Checked, Inspected


class Peak(Checked):
    """How much of a line is used when it is used most."""

    mbps: int = said("Highest use in peak hours, in Mbit/s", "业务高峰时段带宽占用峰值，Mbit/s", ge=0)


class Line(Inspected):
    label: ClassVar[Text] = Text(en="Outside line", zh="通信线路")
    refers: ClassVar[dict[str, str]] = {"site": "site"}

    title: Name = said("What the line is called", "线路名称")
    site: Id = said("Site that it connects", "接入场所")
    provider: Name = said(
        "Carrier; lines of one carrier do not stand in for each other",
        "运营商；同一运营商的线路不视为互为冗余",
    )
    capacity_mbps: int = said("Bandwidth, in Mbit/s", "线路带宽，Mbit/s", ge=1)
    peak: Peak | None = said("How much is used in peak hours", "高峰占用", default=None)
    opened: Day = said("Day it was taken into use", "开通日期")
    retired: Day | None = said("Last day of its use", "停用日期；仍在使用则不填", default=None)
