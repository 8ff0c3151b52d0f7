"""`staff_change`: somebody moves to another post or leaves, and what was done about it on which day."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class StaffChange(Record):
    label: ClassVar[Text] = Text(en="Change of staff", zh="人员变动")
    refers: ClassVar[dict[str, str]] = {
        "person": "person",
        "from_post": "post",
        "to_post": "post",
        "approved_by": "post",
    }

    person: Id = said("Person who moves or leaves", "变动人员")
    topic: Literal["transfer", "leaving"] = said(
        "To another post of the hub, or away from the hub", "变动类别：调岗、离岗"
    )
    from_post: Id | None = said("Post that the person had", "原岗位", default=None)
    to_post: Id | None = said("Post that the person gets", "新岗位", default=None)
    effective: Day = said("Last day of the old work", "原岗位工作的最后一日")
    approved_by: Id | None = said("Post that approved the change", "审批岗位", default=None)
    approved: Day | None = said("Day it was approved", "审批日期", default=None)
    withdrawn: Day | None = said(
        "Day on which the access that the old work needed was taken back",
        "原岗位访问权限收回日期",
        default=None,
    )
    granted: Day | None = said(
        "Day on which the access that the new post needs was given", "新岗位访问权限授予日期", default=None
    )
    returned: Day | None = said(
        "Day on which cards, keys, badges and equipment were returned",
        "证件、钥匙、徽章及软硬件设备交回日期",
        default=None,
    )
    handed_over: Day | None = said("Day the work was handed over", "工作交接完成日期", default=None)
    confidentiality: Day | None = said(
        "Day of the promise to keep silent after leaving", "调离后保密义务承诺书签署日期", default=None
    )

    @model_validator(mode="after")
    def _sound(self) -> Self:
        if (self.topic == "transfer") != (self.to_post is not None):
            raise ValueError("`to_post` is needed for a `transfer` and for nothing else")
        if (self.approved is None) != (self.approved_by is None):
            raise ValueError("`approved` and `approved_by` belong together")
        return self
