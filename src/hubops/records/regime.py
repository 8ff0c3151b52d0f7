"""`regime`: a written rule of the organisation, from policy to work norm."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Regime(Record):
    label: ClassVar[Text] = Text(en="Regime", zh="管理制度")
    refers: ClassVar[dict[str, str]] = {"approved_by": "post", "under": "regime"}

    title: Name = said("Title of the document", "文件标题")
    topic: Literal[
        "policy",
        "security",
        "maintenance",
        "procedure",
        "work_norm",
        "meeting",
        "inspection",
        "reporting",
        "change",
    ] = said(
        "What it rules; the overall security policy and operating procedures are documents too",
        "制度类别：总体方针和安全策略、安全管理、维护管理、操作规程、工作规范、例会、检查、报告、变更",
        words={
            "policy": "总体方针和安全策略",
            "security": "安全管理",
            "maintenance": "维护管理",
            "procedure": "操作规程",
            "work_norm": "工作规范",
            "meeting": "例会",
            "inspection": "检查",
            "reporting": "报告",
            "change": "变更",
        },
    )
    under: Id | None = said(
        "Document above it, which it carries out", "所依据的上位文件；总体方针不填", default=None
    )
    states: tuple[Literal["aims", "scope", "principles", "framework"], ...] = said(
        "What an overall policy states: aims, scope, principles, framework",
        "总体方针阐明的内容：总体目标、范围、原则、安全框架",
        default=(),
    )
    forms: tuple[Name, ...] = said(
        "Forms that records are kept on as it says", "所规定的记录表单", default=()
    )
    version: str = said("Version in force", "现行版本", min_length=1)
    approved_by: Id | None = said(
        "Post that approved it; none while it is a draft", "批准岗位；未批准则不填", default=None
    )
    issued: Day | None = said(
        "Day it came into force; none while it is a draft", "发布生效日期；未发布则不填", default=None
    )
    reviewed: Day | None = said("Day of its last review", "最近一次评审日期", default=None)
    withdrawn: Day | None = said("Day it was withdrawn", "废止日期", default=None)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.withdrawn and (self.issued is None or self.withdrawn < self.issued):
            raise ValueError("`withdrawn` needs an `issued` that is not after it")
        return self
