"""What several kinds say alike: that somebody looked, who, and when."""

from __future__ import annotations

from collections.abc import Iterator

from hubops.records.base import Day, Id, Record, Value, said


class Checked(Value):
    """What somebody found on a day; the kinds add what it was."""

    checked: Day = said("Day of the last check", "最近一次核查日期")
    checked_by: Id = said("Person who checked", "核查人员")


class Inspected(Record):
    """A record with parts that somebody checked: each of these persons must be known."""

    def references(self) -> Iterator[tuple[str, str, str]]:
        yield from super().references()
        for field in type(self).model_fields:
            value = getattr(self, field)
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Checked):
                    yield f"{field}.checked_by", "person", part.checked_by
