"""`outsourcing`: a contract under which a supplier operates or maintains part of the hub."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said

DEMANDS = {
    "capability": "能力要求",
    "confidentiality": "保密",
    "outage_support": "服务中断应急保障",
    "sensitive_access": "敏感信息访问",
    "sensitive_processing": "敏感信息处理",
    "sensitive_storage": "敏感信息存储",
}


class Qualification(Value):
    """Proof that a contractor can operate at the level demanded."""

    name: str = said("Name of the certificate", "资质名称", min_length=1)
    expires: Day | None = said(
        "Last day of validity; none if it does not expire", "有效期截止日；长期有效则不填", default=None
    )


class Outsourcing(Record):
    label: ClassVar[Text] = Text(en="Outsourcing contract", zh="外包运维合同")
    refers: ClassVar[dict[str, str]] = {"party": "party", "selected_by": "post", "assessed_by": "person"}

    party: Id = said("Contractor", "外包运维服务商")
    contract: str = said("Number of the contract", "合同编号", min_length=1)
    signed: Day = said("Day of signature", "签订日期")
    expires: Day = said("Last day of the contract", "合同截止日期")
    selection: Literal["public_tender", "invited_tender", "negotiation", "single_source"] | None = said(
        "How the contractor was chosen under the procurement law; none if that is not known",
        "依法选择方式：公开招标、邀请招标、谈判（磋商）、单一来源；不明则不填",
        default=None,
    )
    selected_by: Id | None = said(
        "Post that confirmed that choice as lawful", "确认选择合规的岗位", default=None
    )
    scope: tuple[Name, ...] = said("Systems and places that the contract covers", "外包运维范围", default=())
    tasks: tuple[Name, ...] = said("Work that it orders", "工作内容", default=())
    qualifications: tuple[Qualification, ...] = said(
        "Proofs that the contractor can operate under classified protection",
        "等级保护安全运维能力证明",
        default=(),
    )
    demands: tuple[
        Literal["capability", "confidentiality", "outage_support", "sensitive_access", "sensitive_processing",
                "sensitive_storage"],
        ...,
    ] = said(
        "What the contract demands for security: capability, confidentiality, support in an outage, and rules for "
        "access to, processing and storage of sensitive information",
        "合同约定的安全要求：能力要求、保密、服务中断应急保障、敏感信息的访问、处理和存储",
        default=(), words=DEMANDS,
    )  # fmt: skip
    assessed: Day | None = said(
        "Day on which the contractor's work and people were last held against the contract",
        "最近一次对照合同考核服务商的日期",
        default=None,
    )
    assessed_by: Id | None = said("Person who did it", "考核人员", default=None)

    @model_validator(mode="after")
    def _whole(self) -> Self:
        if self.expires < self.signed:
            raise ValueError("`expires` is before `signed`")
        if (self.assessed is None) != (self.assessed_by is None):
            raise ValueError("`assessed` and `assessed_by` are needed both or neither")
        return self
