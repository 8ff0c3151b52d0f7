"""`change`: one change of the hub, from the request to its acceptance or its being undone."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Change(Record):
    label: ClassVar[Text] = Text(en="Change", zh="变更")
    refers: ClassVar[dict[str, str]] = {
        "systems": "system",
        "requested_by": "person",
        "reviewed_by": "person",
        "approved_by": "post",
        "by": "person",
        "undone_by": "post",
        "accepted_by": "person",
    }

    title: Name = said("What is changed and why", "变更内容与需求")
    form: Literal["connection", "component", "configuration", "deployment"] = said(
        "Of what: connections, components, settings, or a deployment of an application",
        "变更类别：改变连接、安装组件、调整配置、应用部署",
    )
    systems: tuple[Id, ...] = said("Application systems that it touches", "涉及的应用系统", min_length=1)
    impact: Literal["high", "medium", "low"] = said("What may go wrong with it", "影响程度：高、中、低")
    requested: Day = said("Day of the request", "申请日期")
    requested_by: Id = said("Person who asked for it", "申请人员")
    plan: str | None = said(
        "Number of the plan of the change", "变更方案编号；未制定则不填", default=None, min_length=1
    )
    reviewed_by: Id | None = said(
        "Person, not the one who asked, who reviewed the plan", "评审人员（非申请人员）", default=None
    )
    approved_by: Id | None = said("Post that approved it", "批准岗位；未批准则不填", default=None)
    approved: Day | None = said("Day of approval", "批准日期", default=None)
    stack: str | None = said(
        "Stack by which it is carried out; none where none is",
        "实施所用的资源栈；不涉及则不填",
        default=None,
        min_length=1,
    )
    standing_until: Day | None = said(
        "Last day on which it may be carried out again and again, for one that is approved as standing",
        "标准变更（预先批准、可重复实施）的有效期截止日；非标准变更则不填",
        default=None,
    )
    stop_when: Name | None = said("What makes those who do it stop", "中止变更的条件", default=None)
    undo: Name | None = said("How it is undone", "回退（恢复）步骤", default=None)
    undone_by: Id | None = said(
        "Post that decides to undo it and does so", "负责中止与恢复的岗位", default=None
    )
    rehearsed: Day | None = said("Day on which undoing it was rehearsed", "恢复过程演练日期", default=None)
    done: Day | None = said(
        "Day it was done; none while it is to come", "实施日期；未实施则不填", default=None
    )
    by: Id | None = said("Person who did it", "实施人员", default=None)
    outcome: Literal["succeeded", "undone", "failed"] | None = said(
        "How it ended: it succeeded, was undone, or failed and was left so",
        "结果：成功、已回退、失败未恢复",
        default=None,
    )
    log: str | None = said(
        "Where the log of the work is kept that nobody can alter",
        "不可更改的审计日志存放处",
        default=None,
        min_length=1,
    )
    base_updated: Day | None = said(
        "Day on which the base of configurations was brought up to date", "配置信息库更新日期", default=None
    )
    accepted: Day | None = said("Day on which the outcome was tested and accepted", "验收日期", default=None)
    accepted_by: Id | None = said(
        "Person, not the one who did it, who accepted it", "验收人员（非实施人员）", default=None
    )

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if (self.approved_by is None) != (self.approved is None):
            raise ValueError("`approved_by` and `approved` are needed both or neither")
        if (self.accepted_by is None) != (self.accepted is None):
            raise ValueError("`accepted_by` and `accepted` are needed both or neither")
        if not (self.done is None) == (self.by is None) == (self.outcome is None):
            raise ValueError("`done`, `by` and `outcome` are needed all or none")
        if self.done and self.done < self.requested:
            raise ValueError("`done` is before `requested`")
        return self
