"""`complaint`: one complaint of a user, and what became of it; who complained is not recorded here."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said
from hubops.records.survey import Group


class Complaint(Record):
    label: ClassVar[Text] = Text(en="Complaint", zh="用户投诉")
    refers: ClassVar[dict[str, str]] = {"improvement": "improvement"}

    received: Day = said("Day it was received", "受理日期")
    channel: Literal["hotline", "online", "letter", "visit"] = said(
        "How it came in", "投诉渠道：热线、网络平台、来信、来访"
    )
    group: Group = said(
        "Who complained: an agency, an enterprise or a citizen", "投诉人类别：政府部门、企业、社会公众"
    )
    matter: Name = said("What it is about", "投诉事项")
    due: Day = said("Last day for the answer", "答复时限")
    answered: Day | None = said(
        "Day the answer was given; none while it is owed", "答复日期；未答复则不填", default=None
    )
    closed: Day | None = said(
        "Day it was closed; none while it is open", "办结日期；未办结则不填", default=None
    )
    outcome: Literal["justified", "partly_justified", "unjustified"] | None = said(
        "What was found: justified, justified in part, or not; none while it is open",
        "调查结论：属实、部分属实、不属实；未办结则不填",
        default=None,
    )
    improvement: Id | None = said("Improvement that it led to", "由此形成的改进事项", default=None)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.due < self.received:
            raise ValueError("`due` is before `received`")
        if self.answered and self.answered < self.received:
            raise ValueError("`answered` is before `received`")
        if self.closed and (self.answered is None or self.closed < self.answered):
            raise ValueError("`closed` needs an `answered` that is not after it")
        if (self.closed is None) != (self.outcome is None):
            raise ValueError("`closed` and `outcome` go together")
        return self
