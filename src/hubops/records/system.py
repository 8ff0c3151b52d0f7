"""`system`: an application system that runs on the hub."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class System(Record):
    label: ClassVar[Text] = Text(en="Application system", zh="应用系统")
    refers: ClassVar[dict[str, str]] = {"owner": "post", "sites": "site", "builder": "party"}

    title: Name = said("What the system is called", "系统名称")
    owner: Id = said("Post that answers for its operation", "运行负责岗位")
    builder: Id | None = said("Party that built it", "建设单位", default=None)
    sites: tuple[Id, ...] = said("Sites where it runs", "所在场所", min_length=1)
    hosts: tuple[str, ...] = said(
        "Hosts of the inventory that it runs on", "所在主机（清单中的名称）", default=()
    )
    level: int = said("Protection level that it was graded at", "安全保护等级", ge=1, le=5)
    opened: Day = said("Day it went into operation", "上线日期")
    retired: Day | None = said("Last day of its operation", "下线日期；仍在运行则不填", default=None)
