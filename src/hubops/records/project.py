"""`project`: the building or rebuilding of an application system, and how it was controlled."""

from __future__ import annotations

from typing import ClassVar

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Project(Record):
    label: ClassVar[Text] = Text(en="Construction project", zh="建设项目")
    refers: ClassVar[dict[str, str]] = {
        "system": "system",
        "builder": "party",
        "manager": "post",
        "supervisor": "party",
    }

    title: Name = said("What the project is called", "项目名称")
    system: Id = said("System that it builds or changes", "所建设或改造的系统")
    major_change: bool = said(
        "Whether it was a major change of a system already in operation", "是否属于对在用系统的重大变更"
    )
    builder: Id = said("Party that carried it out", "承建单位")
    manager: Id | None = said(
        "Post that was appointed to manage implementation", "负责工程实施过程管理的岗位", default=None
    )
    plan: str | None = said(
        "Number of the security implementation plan", "安全工程实施方案编号", min_length=1, default=None
    )
    plan_approved: Day | None = said("Day on which that plan was approved", "实施方案批准日期", default=None)
    supervisor: Id | None = said("Third party that supervised it", "第三方工程监理单位", default=None)
    supervision_report: str | None = said(
        "Number of the supervisor's report", "监理报告编号", min_length=1, default=None
    )
    started: Day = said("Day on which implementation began", "开工日期")
    went_live: Day | None = said(
        "Day on which its result went live; none while it is under way", "上线日期；在建则不填", default=None
    )
