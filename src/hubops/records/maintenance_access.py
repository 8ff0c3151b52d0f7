"""`maintenance_access`: a tool or a remote channel that was let in for a job, and what became of it."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class MaintenanceAccess(Record):
    label: ClassVar[Text] = Text(en="Access for maintenance", zh="运维接入")
    refers: ClassVar[dict[str, str]] = {
        "approved_by": "post",
        "connection": "outside_connection",
        "by": "person",
        "cleaned_by": "person",
    }

    form: Literal["tool", "remote"] = said(
        "A tool or storage device that is connected, or a remote channel",
        "接入方式：运维工具（含移动存储）、远程运维",
        words={"tool": "运维工具", "remote": "远程运维"},
    )
    title: Name = said("Which tool, or what for", "工具名称或运维事项")
    connection: Id | None = said(
        "Outside connection that a remote channel goes through", "远程运维所经的外部连接", default=None
    )
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    approved: Day | None = said("Day of approval", "批准日期", default=None)
    by: Id = said("Person who worked with it", "使用人员")
    opened: Day = said("Day it was connected or opened", "接入或开通日期")
    until: Day = said("Last day that was asked for", "申请使用的截止日期")
    closed: Day | None = said(
        "Day it was disconnected or closed", "断开或关闭日期；未关闭则不填", default=None
    )
    log: str | None = said(
        "Where the log of the work is kept that nobody can alter",
        "不可更改的审计日志存放处",
        default=None,
        min_length=1,
    )
    foreign: bool = said("Whether the tool or device is not the hub's own", "是否为外来设备", default=False)
    scanned: Day | None = said(
        "Day on which it was last found free of malware before it was connected",
        "接入前恶意代码检查（无异常）的日期",
        default=None,
    )
    cleaned: Day | None = said(
        "Day on which the hub's sensitive data were deleted from the tool",
        "清除工具中敏感数据的日期",
        default=None,
    )
    cleaned_by: Id | None = said("Person who made sure of that", "核验清除的人员", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.form == "remote") != (self.connection is not None):
            raise ValueError("`connection` is needed where `form` is remote, and nowhere else")
        if (self.approved_by is None) != (self.approved is None):
            raise ValueError("`approved_by` and `approved` are needed both or neither")
        if (self.cleaned is None) != (self.cleaned_by is None):
            raise ValueError("`cleaned` and `cleaned_by` are needed both or neither")
        if self.until < self.opened:
            raise ValueError("`until` is before `opened`")
        if self.closed and self.closed < self.opened:
            raise ValueError("`closed` is before `opened`")
        return self
