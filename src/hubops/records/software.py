"""`software`: application software of a system, where it comes from, and what was done before it was installed."""

from __future__ import annotations

from typing import ClassVar, Literal

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Software(Record):
    label: ClassVar[Text] = Text(en="Application software", zh="应用软件")
    refers: ClassVar[dict[str, str]] = {
        "system": "system",
        "developer": "party",
        "documents_kept_by": "post",
        "release_approved_by": "post",
        "source_reviewed_by": "person",
    }

    title: Name = said("What the software is called", "软件名称")
    system: Id = said("System that it belongs to", "所属系统")
    origin: Literal["own", "outsourced", "ready_made"] = said(
        "Developed by the hub itself, developed for it by others, or ready made (open source included)",
        "来源：自行开发、外包开发、成品软件（含开源软件）",
        words={"own": "自行开发", "outsourced": "外包开发", "ready_made": "成品软件"},
    )
    developer: Id | None = said("Party that developed it", "开发单位", default=None)
    version: str = said("Version in use", "在用版本", min_length=1)
    installed: Day = said("Day on which this version was installed", "该版本的安装日期")
    malware_checked: Day | None = said(
        "Day on which this version was searched for malware", "该版本的恶意代码检测日期", default=None
    )
    security_tested: Day | None = said(
        "Day on which the security of this version was last tested during development",
        "该版本开发过程中最近一次安全性测试的日期",
        default=None,
    )
    design_document: str | None = said(
        "Number of its design document", "软件设计文档编号", min_length=1, default=None
    )
    user_guide: str | None = said("Number of its guide", "使用指南编号", min_length=1, default=None)
    documents_kept_by: Id | None = said(
        "Post that keeps the documents and says who may use them", "文档保管及使用控制岗位", default=None
    )
    repository: str | None = said(
        "Repository with version control that holds its source code for the hub; none if the hub has no source code",
        "本单位保存其源代码并进行版本控制的程序资源库；未取得源代码则不填",
        min_length=1,
        default=None,
    )
    release_approved: Day | None = said(
        "Day on which the release of this version was approved", "该版本发布批准日期", default=None
    )
    release_approved_by: Id | None = said("Post that approved the release", "发布批准岗位", default=None)
    source_reviewed: Day | None = said(
        "Day on which the source code of this version was reviewed for back doors and covert channels",
        "对该版本源代码审查后门和隐蔽信道的日期",
        default=None,
    )
    source_reviewed_by: Id | None = said(
        "Person who answers for that review, not of the developer",
        "审查负责人员，不得为开发单位人员",
        default=None,
    )
