"""`supplier`: what a party supplies as a service, how it was chosen, and how it is supervised."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Supplier(Record):
    label: ClassVar[Text] = Text(en="Service supplier", zh="服务供应商")
    refers: ClassVar[dict[str, str]] = {
        "party": "party",
        "reviewed_by": "person",
        "change_approved_by": "post",
    }

    party: Id = said("Party that supplies the service", "供应商单位")
    service: Name = said("What it supplies", "服务内容")
    procurement: str | None = said(
        "Number of the award or contract by which it was lawfully chosen",
        "依法选定的依据：中标（成交）通知书或合同编号",
        min_length=1,
        default=None,
    )
    qualification: str | None = said(
        "Qualification that the service demands, with its number",
        "服务所需资质名称及证书编号",
        min_length=1,
        default=None,
    )
    qualified_until: Day | None = said(
        "Last day of validity of the qualification", "资质有效期截止日", default=None
    )
    reviewed: Day | None = said(
        "Day on which its service was last reviewed and audited",
        "最近一次监督、评审和审核其服务的日期",
        default=None,
    )
    reviewed_by: Id | None = said(
        "Person who reviewed it, not of the supplier", "评审人员，不得为该供应商人员", default=None
    )
    changed: Day | None = said(
        "Day of the last change of what it supplies; none if it never changed",
        "最近一次变更服务内容的日期；从未变更则不填",
        default=None,
    )
    change_approved: Day | None = said(
        "Day on which that change was approved", "该变更的批准日期", default=None
    )
    change_approved_by: Id | None = said("Post that approved it", "变更批准岗位", default=None)
