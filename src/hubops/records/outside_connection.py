"""`outside_connection`: a way in or out of the hub's network that has been approved."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class OutsideConnection(Record):
    label: ClassVar[Text] = Text(en="Outside connection", zh="外部连接")
    refers: ClassVar[dict[str, str]] = {"approved_by": "post", "checked_by": "person"}

    title: Name = said("What is connected with what", "连接名称（对端）")
    purpose: Literal["data_exchange", "internet", "remote_maintenance", "wireless"] = said(
        "What for: exchange of data, the Internet, remote maintenance, or wireless access",
        "用途：数据交换、互联网接入、远程运维、无线接入",
    )
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    approved: Day | None = said("Day of approval", "批准日期", default=None)
    checked: Day | None = said(
        "Day on which it was last compared with what was approved",
        "最近一次对照批准内容核查的日期",
        default=None,
    )
    checked_by: Id | None = said("Person who compared it", "核查人员", default=None)
    opened: Day = said("Day it was opened", "开通日期")
    closed: Day | None = said("Day it was closed for good", "拆除日期；在用则不填", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.approved_by is None) != (self.approved is None):
            raise ValueError("`approved_by` and `approved` are needed both or neither")
        if (self.checked is None) != (self.checked_by is None):
            raise ValueError("`checked` and `checked_by` are needed both or neither")
        if self.closed and self.closed < self.opened:
            raise ValueError("`closed` is before `opened`")
        return self
