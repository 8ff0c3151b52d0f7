"""`external_access`: outsiders let into a controlled area or a system, from the request to the clearing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said


class Consent(Value):
    """One post's consent; several stand in the order in which they were given."""

    post: Id = said("Post that approved", "审批岗位")
    given: Day = said("Day of approval", "审批日期")


class ExternalAccess(Record):
    label: ClassVar[Text] = Text(en="Access of outsiders", zh="外部人员访问")
    refers: ClassVar[dict[str, str]] = {
        "party": "party",
        "person": "person",
        "site": "site",
        "system": "system",
        "handled_by": "person",
        "agreement": "agreement",
    }

    topic: Literal["visit", "system"] = said(
        "Into a controlled area, or into a system over the network", "访问类别：进入受控区域、接入系统"
    )
    party: Id | None = said("Party that they come from", "所属参与方；非参与方则不填", default=None)
    person: Id | None = said("The same as a person on the hub's records", "对应的人员记录", default=None)
    purpose: Name = said("What for", "访问事由")
    site: Id | None = said("Site that is entered", "访问场所", default=None)
    system: Id | None = said("System that is used", "接入系统", default=None)
    requested: Day | None = said("Day of the written request", "书面申请日期", default=None)
    approvals: tuple[Consent, ...] = said(
        "Approvals in the order in which they were given", "审批记录，按审批先后排列", default=()
    )
    starts: Day = said("First day", "开始日期")
    ends: Day = said("Last day", "结束日期")
    handled_by: Id | None = said(
        "Person of the hub who escorted them or opened their accounts",
        "全程陪同人员或开设账户、分配权限的人员",
        default=None,
    )
    registered: Day | None = said("Day it was entered in the register", "登记备案日期", default=None)
    cleared: Day | None = said(
        "Day on which every account, permission and card was taken back",
        "全部账户、权限与门禁清除的日期",
        default=None,
    )
    agreement: Id | None = said("Confidentiality agreement that binds them", "所依据的保密协议", default=None)

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for number, consent in enumerate(self.approvals):
            yield f"approvals.{number}.post", "post", consent.post

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        if self.cleared and self.cleared < self.starts:
            raise ValueError("`cleared` is before `starts`")
        if (self.topic == "visit") != (self.site is not None):
            raise ValueError("`site` is needed for a `visit` and for nothing else")
        if (self.topic == "system") != (self.system is not None):
            raise ValueError("`system` is needed for access to a `system` and for nothing else")
        return self
