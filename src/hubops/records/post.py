"""`post`: a job at the hub, who does it, who stands in, and what it demands."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Id, Name, Record, said


class Post(Record):
    label: ClassVar[Text] = Text(en="Post", zh="岗位")
    answers: ClassVar[bool] = True
    refers: ClassVar[dict[str, str]] = {"primary": "person", "deputy": "person", "norm": "regime"}

    title: Name = said("Name of the post", "岗位名称")
    role: Literal[
        "manager", "system_admin", "security_admin", "audit_admin", "operator", "developer", "other"
    ] = said(
        "Kind of duty; system, security and audit administration exclude each other",
        "职责类别；系统管理、安全管理、审计管理三者互斥",
        words={
            "manager": "负责人",
            "system_admin": "系统管理员",
            "security_admin": "安全管理员",
            "audit_admin": "审计管理员",
            "operator": "运维人员",
            "developer": "开发人员",
            "other": "其他",
        },
    )
    key: bool = said("Whether the hub cannot run without it", "是否为关键岗位")
    primary: Id | None = said("Person who holds the post", "主岗人员", default=None)
    deputy: Id | None = said("Person who stands in", "备岗人员", default=None)
    requires: tuple[str, ...] = said(
        "Certificates that its holder and deputy must have", "任职所需证书", default=(), strict=False
    )
    norm: Id | None = said("Regime with the post's work norms", "对应的工作规范", default=None)
    appointed_for: tuple[Literal["recruitment", "regimes"], ...] = said(
        "What it was appointed to look after for the hub: recruitment, or drafting of regimes",
        "指定负责的专项工作：人员录用、安全管理制度制定",
        default=(),
    )
