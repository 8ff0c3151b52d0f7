"""The months, quarters and years that are reported on, by days of China Standard Time."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from hubops.errors import UsageError
from hubops.model import CHINA, Text, timestamp

_MONTHS = {"monthly": 1, "quarterly": 3, "yearly": 12}


@dataclass(frozen=True)
class Period:
    """`name` is 2026-10, 2026-Q4 or 2026."""

    name: str
    first: date
    last: date

    @property
    def frequency(self) -> str:
        months = (self.last.year - self.first.year) * 12 + self.last.month - self.first.month + 1
        return next(name for name, length in _MONTHS.items() if length == months)

    @property
    def begins(self) -> str:
        """Its first moment, as the store writes moments."""
        return _midnight(self.first)

    @property
    def ends(self) -> str:
        """The moment at which it is over."""
        return _midnight(self.last + timedelta(days=1))

    @property
    def last_second(self) -> str:
        """The store counts a moment that is named in."""
        return timestamp(datetime.fromisoformat(self.ends) - timedelta(seconds=1))

    @property
    def before(self) -> str:
        """The last second before it begins."""
        return timestamp(datetime.fromisoformat(self.begins) - timedelta(seconds=1))

    @property
    def text(self) -> Text:
        year, _, part = self.name.partition("-")
        if not part:
            return Text(en=year, zh=f"{year} 年")
        if part.startswith("Q"):
            return Text(en=f"{part} {year}", zh=f"{year} 年第 {part[1]} 季度")
        return Text(en=f"{calendar.month_name[int(part)]} {year}", zh=f"{year} 年 {int(part)} 月")

    def days_after(self, day: date) -> int:
        """How many days after the last day a day is."""
        return (day - self.last).days

    def holds(self, day: str | None) -> bool:
        return day is not None and self.first.isoformat() <= day <= self.last.isoformat()


def parse(text: str) -> Period:
    """The period of a name. Raises UsageError where it is none."""
    found = re.fullmatch(r"(199\d|2[01]\d\d)(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?", text, re.ASCII)
    if not found:
        raise UsageError(
            f"period {text!r}; valid: 2026-10, 2026-Q4 or 2026",
            f"报告期 {text!r}；应为 2026-10、2026-Q4 或 2026",
        )
    year, quarter, month = int(found[1]), found[2], found[3]
    if quarter:
        return _span(text, year, int(quarter) * 3 - 2, int(quarter) * 3)
    return _span(text, year, int(month), int(month)) if month else _span(text, year, 1, 12)


def of(day: date, frequency: str) -> Period:
    """The period of a frequency that a day lies in."""
    if frequency == "yearly":
        return parse(f"{day.year}")
    return parse(
        f"{day.year}-Q{(day.month + 2) // 3}" if frequency == "quarterly" else f"{day.year}-{day.month:02}"
    )


def ended(starts: date, ends: date | None, frequency: str, today: date) -> list[Period]:
    """The periods of a definition that are over, the oldest first."""
    found, day = [], starts
    while (period := of(day, frequency)).last < today and (ends is None or period.last <= ends):
        found.append(period)
        day = period.last + timedelta(days=1)
    return found


def day_of(moment: str) -> str:
    """The day in China of a moment of the store."""
    return datetime.fromisoformat(moment).astimezone(CHINA).date().isoformat()


def _span(name: str, year: int, first: int, last: int) -> Period:
    return Period(name, date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))


def _midnight(day: date) -> str:
    return timestamp(datetime.combine(day, time(), CHINA).astimezone(UTC))
