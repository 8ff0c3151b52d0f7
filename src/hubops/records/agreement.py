"""`agreement`: a promise signed with one person or one party."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Agreement(Record):
    label: ClassVar[Text] = Text(en="Agreement", zh="协议")
    refers: ClassVar[dict[str, str]] = {"person": "person", "party": "party"}

    topic: Literal["confidentiality", "security", "responsibility"] = said(
        "What was promised: confidentiality, security, or the duties of a post",
        "协议类别：保密、安全、岗位责任",
    )
    person: Id | None = said("Person who signed", "签署人员", default=None)
    party: Id | None = said("Party that signed", "签署单位", default=None)
    signed: Day = said("Day of signature", "签署日期")
    expires: Day | None = said(
        "Last day of validity; none if it does not expire",
        "有效期截止日；长期有效则不填",
        due=True,
        default=None,
    )

    @model_validator(mode="after")
    def _one_signer(self) -> Self:
        if (self.person is None) == (self.party is None):
            raise ValueError("exactly one of `person` and `party` is needed")
        if self.expires and self.expires < self.signed:
            raise ValueError("`expires` is before `signed`")
        return self
