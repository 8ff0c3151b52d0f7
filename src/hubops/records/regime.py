"""`regime`: a written rule of the organisation, from policy to work norm."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Name, Record, said


class Regime(Record):
    label: ClassVar[Text] = Text(en="Regime", zh="管理制度")
    refers: ClassVar[dict[str, str]] = {"approved_by": "post"}

    title: Name = said("Title of the document", "文件标题")
    topic: Literal["security", "maintenance", "work_norm", "meeting", "inspection", "reporting", "change"] = (
        said("What it rules", "制度类别：安全管理、维护管理、工作规范、例会、检查、报告、变更")
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
