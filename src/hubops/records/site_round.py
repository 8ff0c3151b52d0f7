"""`site_round`: somebody walked through a site, read its entry register, and noted what was amiss."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class SiteRound(Record):
    label: ClassVar[Text] = Text(en="Round of a site", zh="场所巡查")
    refers: ClassVar[dict[str, str]] = {"site": "site", "by": "person"}

    site: Id = said("Site that was walked through", "巡查场所")
    held: Day = said("Day of the round", "巡查日期")
    by: Id = said("Person who made it", "巡查人员")
    register_gaps: int = said(
        "Entries since the round before whose line in the register is missing or lacks approval, times, escort or "
        "goods carried",
        "自上次巡查以来，未登记或登记不全（审批、进出时间、陪同人员、携带物品）的出入次数",
        ge=0,
    )
    visitors_received: int = said(
        "Times since the round before that visitors were received in an important area",
        "自上次巡查以来在重要区域接待来访人员的次数",
        ge=0,
    )
    material_left: int = said(
        "Papers and removable media with sensitive content that were found lying open",
        "发现随意放置的含敏感信息的纸档文件和移动介质数量",
        ge=0,
    )
