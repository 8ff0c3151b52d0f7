"""`roster`: who is on duty at the operation centre, from one day to another."""

from __future__ import annotations

from typing import ClassVar, Self

from pydantic import model_validator

from hubops.model import Text
from hubops.records.base import Day, Id, Record, said


class Roster(Record):
    label: ClassVar[Text] = Text(en="Duty", zh="值班安排")
    refers: ClassVar[dict[str, str]] = {"person": "person"}

    starts: Day = said("First day of the duty", "值班开始日期")
    ends: Day = said("Last day of the duty, included", "值班结束日期（含当日）", due="last")
    person: Id = said("Person on duty", "值班人员")

    @model_validator(mode="after")
    def _dates_in_order(self) -> Self:
        if self.ends < self.starts:
            raise ValueError("`ends` is before `starts`")
        return self
