"""`media`: one storage medium that is kept apart from any device."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Media(Record):
    label: ClassVar[Text] = Text(en="Medium", zh="存储介质")
    refers: ClassVar[dict[str, str]] = {"site": "site", "custodian": "person", "counted_by": "person"}

    title: Name = said("What it holds", "介质内容")
    form: Literal["tape", "disk", "removable", "optical", "paper"] = said(
        "What it is: tape, hard disk, removable storage, optical disc, or paper",
        "介质形式：磁带、硬盘、移动存储、光盘、纸质",
    )
    tag: str | None = said(
        "Number on its label, as in the catalogue; none while it is not labelled",
        "介质标签编号（与目录清单一致）；未标识则不填",
        default=None,
        min_length=1,
    )
    information: Literal["core", "important", "general"] | None = said(
        "Class of the most sensitive data on it; none while nobody has classified it",
        "所存数据的最高级别：核心、重要、一般；未定级则不填",
        default=None,
    )
    encrypted: bool = said("Whether what it holds is encrypted", "内容是否加密")
    site: Id = said("Site where it is kept", "存放场所")
    place: Name = said("Room, safe or cabinet", "存放位置（房间、保险柜、介质柜）")
    protected: bool = said(
        "Whether the place is locked and safe from fire, damp and magnetism",
        "存放环境是否上锁并防火、防潮、防磁",
    )
    custodian: Id | None = said("The one person who keeps it", "专门保管人员", default=None)
    archived: Day = said("Day it was taken into the archive", "归档日期")
    counted: Day | None = said(
        "Day on which it was last counted against the catalogue", "最近一次按目录清单盘点的日期", default=None
    )
    counted_by: Id | None = said("Person who counted it", "盘点人员", default=None)
    disposed: Day | None = said("Day it left the archive for good", "注销日期；在册则不填", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.counted is None) != (self.counted_by is None):
            raise ValueError("`counted` and `counted_by` are needed both or neither")
        if self.disposed and self.disposed < self.archived:
            raise ValueError("`disposed` is before `archived`")
        return self
