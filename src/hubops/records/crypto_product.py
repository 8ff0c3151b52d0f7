"""`crypto_product`: a cryptographic product and the certificate under which it may be used."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class CryptoProduct(Record):
    label: ClassVar[Text] = Text(en="Cryptographic product", zh="密码产品")
    refers: ClassVar[dict[str, str]] = {"systems": "system", "checked_by": "person"}

    title: Name = said("What the product is", "产品名称")
    systems: tuple[Id, ...] = said("Application systems that use it", "使用该产品的应用系统", min_length=1)
    algorithms: tuple[str, ...] = said("Algorithms that it is set to use", "启用的密码算法", min_length=1)
    certificate: str | None = said(
        "Number of the national certificate of commercial cryptography; none if there is none",
        "商用密码产品认证证书编号；无证书则不填",
        default=None,
        min_length=1,
    )
    expires: Day | None = said(
        "Last day of the certificate; none if it does not expire",
        "证书有效期截止日；长期有效则不填",
        default=None,
    )
    checked: Day | None = said(
        "Day on which product and settings were last compared with the certificate",
        "最近一次核对产品、配置与证书的日期",
        default=None,
    )
    checked_by: Id | None = said("Person who compared them", "核对人员", default=None)
    ended: Day | None = said("Last day of its use", "停用日期；在用则不填", default=None)
