"""`improvement`: a problem that was taken up, what is done about it, by whom, and what shows that it helped."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said

CONTROL = r"^[a-z0-9_]+/[a-z0-9_]+$"
KIND_OF = {
    "complaint": "complaint",
    "drill": "drill",
    "incident": "incident",
    "problem": "problem",
    "report": "report",
    "satisfaction": "satisfaction_review",
}
"""The kind of record that each source but a finding is."""


class Source(Value):
    """Where the problem was seen."""

    kind: Literal["finding", "complaint", "drill", "incident", "problem", "report", "satisfaction"] = said(
        "What showed it: a control's finding, a complaint, a drill, an incident, a problem of maintenance, "
        "a report, or a review of satisfaction",
        "来源类别：检查结果、用户投诉、应急演练、安全事件、运维问题、运行报告、满意度评审",
    )
    reference: str = said(
        "The control's id for a finding, else the record's",
        "来源编号：检查结果填控制项编号，其余填记录编号",
        min_length=1,
    )
    subject: str | None = said(
        "Host, stack or hub that the finding is on; none means wherever the control is judged",
        "检查结果所在的对象；不填则指该控制项检查的全部对象",
        default=None,
        min_length=1,
    )


class Milestone(Value):
    """One step of the plan."""

    title: Name = said("What is to be done", "工作内容")
    due: Day = said("Last day for it", "计划完成日期")
    done: Day | None = said("Day it was done", "实际完成日期；未完成则不填", default=None)


class Improvement(Record):
    label: ClassVar[Text] = Text(en="Improvement", zh="改进事项")
    refers: ClassVar[dict[str, str]] = {
        "proposed_by": "person",
        "owner": "person",
        "approved_by": "person",
        "verified_by": "person",
    }

    title: Name = said("What it improves", "改进事项名称")
    source: Source = said("Where the problem was seen", "问题来源")
    opened: Day = said("Day it was proposed", "提出日期")
    proposed_by: Id = said("Person who proposed it", "提出人")
    owner: Id = said("Person who answers for it", "责任人")
    approved: Day | None = said("Day it was approved", "批准日期；未批准则不填", default=None)
    approved_by: Id | None = said("Person who approved it", "批准人", default=None)
    plan: Name | None = said("How the problem is solved", "改进方案", default=None)
    milestones: tuple[Milestone, ...] = said("Steps with their days", "进度安排", default=())
    control: str | None = said(
        "Control that shows the effect; a finding's is the one that found it",
        "用以验证成效的控制项；来源为检查结果时即发现问题的控制项，不必填写",
        default=None,
        pattern=CONTROL,
    )
    evidence: Name | None = said("What else shows the effect", "其他成效证据", default=None)
    verified: Day | None = said("Day the effect was verified", "成效验证日期；未验证则不填", default=None)
    verified_by: Id | None = said("Person who verified it", "验证人", default=None)
    closed: Day | None = said(
        "Day it was closed; none while it is open", "关闭日期；未关闭则不填", default=None
    )

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        if self.source.kind in KIND_OF:
            yield "source.reference", KIND_OF[self.source.kind], self.source.reference

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        for step in ("approved", "verified"):
            if (getattr(self, step) is None) != (getattr(self, f"{step}_by") is None):
                raise ValueError(f"`{step}` and `{step}_by` go together")
        for step in ("approved", "verified", "closed"):
            if getattr(self, step) and getattr(self, step) < self.opened:
                raise ValueError(f"`{step}` is before `opened`")
        return self

    @model_validator(mode="after")
    def _names_a_control_once(self) -> Self:
        if self.source.kind != "finding":
            if self.source.subject:
                raise ValueError("`source.subject` is for a finding")
            return self
        if not re.fullmatch(CONTROL, self.source.reference):
            raise ValueError(
                "`source.reference` of a finding is a control's id, for example ssh/root_login_denied"
            )
        if self.control:
            raise ValueError(
                "`control` is left out where the source is a finding: it is the one that found it"
            )
        return self
