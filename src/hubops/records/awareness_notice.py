"""`awareness_notice`: people were told what to look out for, and each confirmed it."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class AwarenessNotice(Record):
    label: ClassVar[Text] = Text(en="Notice", zh="安全告知")
    refers: ClassVar[dict[str, str]] = {"confirmed_by": "person"}

    title: Name = said("What people were told", "告知内容")
    topic: Literal["incident_reporting", "malware"] = said(
        "How weaknesses and suspicious events are reported, or how malware is kept out",
        "告知类别：安全弱点与可疑事件报告、恶意代码防范",
        words={"incident_reporting": "安全弱点与可疑事件报告", "malware": "恶意代码防范"},
    )
    given: Day = said("Day they were told", "告知日期")
    confirmed_by: tuple[Id, ...] = said("Persons who confirmed it", "签收人员")
