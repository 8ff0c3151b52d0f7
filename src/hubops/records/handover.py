"""`handover`: an asset or a medium leaves its place, is lent out, used anew, or scrapped."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Handover(Record):
    label: ClassVar[Text] = Text(en="Handover", zh="带出与交接")
    refers: ClassVar[dict[str, str]] = {
        "asset": "asset",
        "media": "media",
        "approved_by": "post",
        "carrier": "person",
        "receiver": "person",
        "verified_by": "person",
    }

    asset: Id | None = said("Asset that is handed over", "带出或交接的资产", default=None)
    media: Id | None = said("Medium that is handed over", "传递或查阅的介质", default=None)
    purpose: Literal["repair", "transport", "consultation", "reuse", "scrapping"] = said(
        "What for: repair elsewhere, transport, consultation of an archive, use for something else, scrapping",
        "用途：外送维修、物理传输、档案查阅、重新使用、报废",
    )
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    approved: Day | None = said("Day of approval", "批准日期", default=None)
    day: Day = said("Day it left, or was used anew or scrapped", "带出、重用或报废日期")
    carrier: Id = said("Person who was chosen to carry it out", "经办（运送）人员")
    sealed: bool = said("Whether it was packed and sealed", "是否封装", default=False)
    receiver: Id | None = said("Person who took it over", "接收人员；未交接则不填", default=None)
    received: Day | None = said("Day it was taken over, or came back", "交接或归还日期", default=None)
    data: Literal["none", "encrypted", "wiped", "destroyed", "readable"] = said(
        "What could be read from it: there is no storage, it is encrypted, wiped, destroyed, or readable",
        "数据状态：无存储、已加密、已清除、已销毁、可读取",
    )
    verified_by: Id | None = said(
        "Person, not the carrier, who made sure of that", "核验数据状态的人员（非经办人员）", default=None
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.asset is None) == (self.media is None):
            raise ValueError("exactly one of `asset` and `media` is needed")
        if (self.approved_by is None) != (self.approved is None):
            raise ValueError("`approved_by` and `approved` are needed both or neither")
        if (self.receiver is None) != (self.received is None):
            raise ValueError("`receiver` and `received` are needed both or neither")
        if self.received and self.received < self.day:
            raise ValueError("`received` is before `day`")
        return self
