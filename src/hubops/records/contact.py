"""`contact`: an outside organisation or expert on the list of contacts."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Contact(Record):
    label: ClassVar[Text] = Text(en="Outside contact", zh="外联单位")
    refers: ClassVar[dict[str, str]] = {"party": "party", "confirmed_by": "person"}

    name: Name = said("Name of the organisation or field of the expert", "外联单位名称或专家领域")
    topic: Literal["authority", "supplier", "expert", "security_organisation"] = said(
        "What it is: an authority in charge of network security, a supplier, an expert, or an organisation for security",
        "类别：网络安全职能部门、供应商、业界专家、安全组织",
    )
    party: Id | None = said("The same as a party to the hub", "对应的参与方", default=None)
    cooperation: Name = said("What there is cooperation about", "合作内容")
    desk: Name = said("Whom to ask for: a desk or a post, not a name", "联系人（填岗位或值班席位，不填姓名）")
    channel: str = said("Telephone number or address", "联系方式", min_length=1)
    exchanged: Day | None = said("Day of the last exchange", "最近一次沟通日期", default=None)
    confirmed: Day | None = said(
        "Day this entry was last confirmed to be right", "最近一次核实联系信息的日期", default=None
    )
    confirmed_by: Id | None = said("Person who confirmed it", "核实人", default=None)

    @model_validator(mode="after")
    def _somebody_confirmed(self) -> Self:
        if (self.confirmed is None) != (self.confirmed_by is None):
            raise ValueError("`confirmed` and `confirmed_by` belong together")
        return self
