"""`approval`: a matter that needs approval, and the posts that approve it, one after the other."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Approval(Record):
    label: ClassVar[Text] = Text(en="Matter of approval", zh="授权审批事项")
    refers: ClassVar[dict[str, str]] = {"steps": "post"}

    matter: Literal["change", "important_operation", "physical_access", "system_access"] = said(
        "What needs approval: a change of a system, an important operation, entering a controlled area, "
        "or access to a system",
        "审批事项：系统变更、重要操作、物理访问、系统接入",
    )
    steps: tuple[Id, ...] = said(
        "Posts that approve, one after the other; the last decides",
        "审批岗位，按审批先后排列，末级为批准人",
        min_length=1,
    )
    established: Day = said("Day from which it is approved so", "生效日期")
    reviewed: Day | None = said("Day of its last review", "最近一次审查日期", default=None)
    ended: Day | None = said("Last day on which it is approved so", "停用日期；仍有效则不填", default=None)

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ended and self.ended < self.established:
            raise ValueError("`ended` is before `established`")
        return self
