"""`training`: one session, with those who attended."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Training(Record):
    label: ClassVar[Text] = Text(en="Training", zh="培训")
    refers: ClassVar[dict[str, str]] = {"attended": "person"}

    title: Name = said("Name of the session", "培训名称")
    topic: Literal["security_technology", "security_management", "operation"] = said(
        "Field: security technology, security management, or operation and maintenance",
        "培训领域：安全技术、安全管理、运行维护",
    )
    held: Day = said("Day it was held", "培训日期")
    attended: tuple[Id, ...] = said("Persons who attended", "参加人员", default=())
