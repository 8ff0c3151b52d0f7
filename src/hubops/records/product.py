"""`product`: a security or cryptographic product that systems use, and how it was chosen."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, Value, said

Purpose = Literal["security", "cryptography"]


class ProductCertificate(Value):
    """What the state asks of a product before it is sold: one for each of its purposes."""

    purpose: Purpose = said(
        "What it was issued for: a network security product, or commercial cryptography",
        "证书类别：网络安全产品认证（检测）、商用密码产品认证",
    )
    number: str = said("Number of the certificate", "证书编号", min_length=1)
    issued: Day = said("First day of validity", "发证日期")
    expires: Day = said("Last day of validity", "有效期截止日", due=False)


class Product(Record):
    label: ClassVar[Text] = Text(en="Security product", zh="安全产品")
    refers: ClassVar[dict[str, str]] = {"systems": "system", "candidates_reviewed_by": "person"}

    title: Name = said("Name and model", "产品名称及型号")
    purposes: tuple[Purpose, ...] = said(
        "What it is: a network security product, a cryptographic product, or both",
        "产品类别：网络安全产品、密码产品，可兼有",
        min_length=1,
        words={"security": "网络安全产品", "cryptography": "密码产品"},
    )
    systems: tuple[Id, ...] = said("Systems that use it", "使用该产品的系统", min_length=1)
    acquired: Day = said("Day on which it was bought", "采购日期")
    certificates: tuple[ProductCertificate, ...] = said(
        "Certificates of the product", "产品持有的认证（检测）证书", default=()
    )
    tested: Day | None = said(
        "Day on which it was tested against other candidates", "选型测试日期", default=None
    )
    candidates_reviewed: Day | None = said(
        "Day on which the list of candidates with this product was last reviewed and renewed",
        "最近一次审定和更新所属候选产品名单的日期",
        default=None,
    )
    candidates_reviewed_by: Id | None = said("Person who reviewed the list", "审定人员", default=None)
    removed: Day | None = said("Last day of its use", "停用日期；仍在使用则不填", default=None)
