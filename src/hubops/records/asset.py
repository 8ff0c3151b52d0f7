"""`asset`: one line of the register of what the hub consists of."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Asset(Record):
    label: ClassVar[Text] = Text(en="Asset", zh="资产")
    refers: ClassVar[dict[str, str]] = {
        "owner": "post",
        "site": "site",
        "maintainer": "post",
        "inventoried_by": "person",
    }

    title: Name = said("What it is", "资产名称")
    category: Literal[
        "server", "network_device", "security_device", "storage", "terminal", "line", "software"
    ] = said("What sort of thing it is", "资产类别：服务器、网络设备、安全设备、存储设备、终端、线路、软件")
    owner: Id = said("Post that answers for it", "责任岗位")
    site: Id = said("Site where it is", "所处场所")
    host: str | None = said(
        "The host of the inventory that it is; none if it is no host",
        "对应的主机（清单中的名称）；非主机则不填",
        default=None,
    )
    spare: bool = said("Whether it stands by in reserve", "是否为备份或冗余设备", default=False)
    importance: Literal["core", "important", "general"] = said(
        "How much depends on it", "重要程度：核心、重要、一般"
    )
    tag: str | None = said(
        "Number on the label that is fixed to it; none while it is not labelled",
        "资产标签编号；未标识则不填",
        default=None,
        min_length=1,
    )
    measures: tuple[Name, ...] = said(
        "What is done for it because of its value", "按资产价值采取的管理措施", default=()
    )
    maintainer: Id | None = said(
        "Post that maintains it; none for what needs no maintenance by hand",
        "维护岗位；无需人工维护则不填",
        default=None,
    )
    maintained_every: int | None = said("Days between two maintenances", "维护周期（天）", default=None, ge=1)
    inventoried: Day | None = said(
        "Day on which it was last found in place", "最近一次盘点日期", default=None
    )
    inventoried_by: Id | None = said("Person who found it there", "盘点人员", default=None)
    acquired: Day = said("Day it came into use", "启用日期")
    disposed: Day | None = said("Last day of its use", "停用日期；在用则不填", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.inventoried is None) != (self.inventoried_by is None):
            raise ValueError("`inventoried` and `inventoried_by` are needed both or neither")
        if self.disposed and self.disposed < self.acquired:
            raise ValueError("`disposed` is before `acquired`")
        return self
