"""What falls due as a calendar, as other programs read it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar
from records.tables import LAB

from hubops.records import due, ics, loader

ENDS = due.find(loader.whole(LAB), date(2026, 11, 27), 400)
NOW = datetime(2026, 11, 27, 8, tzinfo=UTC)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_a_calendar_is_read_by_others(lang: str) -> None:
    text = ics.calendar("qingdao", ENDS, lang, NOW)
    calendar = Calendar.from_ical(text)
    events = calendar.walk("VEVENT")
    assert len(events) == len(ENDS)
    for event, end in zip(events, ENDS, strict=True):
        assert event.decoded("DTSTART") == end.day
        assert event.decoded("DTEND") == end.day + timedelta(days=1)
        assert end.id in event["SUMMARY"]
        assert ", ".join(end.owners) in event["DESCRIPTION"]
        assert len(event.walk("VALARM")) == 1
    assert calendar.walk("VEVENT")[0].errors == []


def test_lines_are_folded_and_end_as_the_standard_has_it() -> None:
    text = ics.calendar("市" * 60, ENDS, "zh", NOW).encode()
    assert text.endswith(b"END:VCALENDAR\r\n")
    assert text.count(b"\n") == text.count(b"\r\n")
    assert max(map(len, text.split(b"\r\n"))) <= 75
    for line in text.split(b"\r\n"):
        line.decode()


def test_what_has_a_meaning_in_calendars_is_escaped() -> None:
    end = ENDS[0]
    odd = due.Due(
        end.kind, end.id, end.field, end.label, {"en": "a,b;c\\d\r\ne\x07", "zh": "甲"}, end.day, ()
    )
    text = ics.calendar("hub", [odd], "en", NOW)
    (event,) = Calendar.from_ical(text).walk("VEVENT")
    assert str(event["SUMMARY"]).endswith("a,b;c\\d\ne")


def test_an_event_keeps_its_id_and_another_hub_has_others() -> None:

    def ids(hub: str, now: datetime) -> list[str]:
        return [str(e["UID"]) for e in Calendar.from_ical(ics.calendar(hub, ENDS, "en", now)).walk("VEVENT")]

    assert ids("a", NOW) == ids("a", NOW + timedelta(days=3))
    assert not set(ids("a", NOW)) & set(ids("b", NOW))
    assert len(set(ids("a", NOW))) == len(ENDS)
