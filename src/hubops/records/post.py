"""`post`: a job at the hub, who does it, who stands in, and what it demands."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Id, Name, Record, said


class Post(Record):
    label: ClassVar[Text] = Text(en="Post", zh="岗位")
    refers: ClassVar[dict[str, str]] = {"primary": "person", "deputy": "person", "norm": "regime"}

    title: Name = said("Name of the post", "岗位名称")
    role: Literal[
        "manager", "system_admin", "security_admin", "audit_admin", "operator", "developer", "other"
    ] = said(
        "Kind of duty; system, security and audit administration exclude each other",
        "职责类别；系统管理、安全管理、审计管理三者互斥",
    )
    key: bool = said("Whether the hub cannot run without it", "是否为关键岗位")
    primary: Id | None = said("Person who holds the post", "主岗人员", default=None)
    deputy: Id | None = said("Person who stands in", "备岗人员", default=None)
    requires: tuple[str, ...] = said(
        "Certificates that its holder and deputy must have", "任职所需证书", default=(), strict=False
    )
    norm: Id | None = said("Regime with the post's work norms", "对应的工作规范", default=None)
