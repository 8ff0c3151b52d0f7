"""What people write in cells is read as it is meant, or refused with what would be valid."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hubops.model import Text, Wrong
from hubops.records import KINDS, cells, forms
from hubops.records.forms import Shape

PATTERN = {"pattern": "^[A-Za-z][A-Za-z0-9._-]{0,63}$"}
DAY, BOOL, INT, TEXT, ID = Shape("day"), Shape("bool"), Shape("int"), Shape("text"), Shape("text", PATTERN)
ENUM = Shape("enum", {}, {"full_time": Text(en="full time", zh="专职"), "none": Text(en="none", zh="无")})
PEOPLE = Shape("list", {}, item=Shape("text", PATTERN, refers="person"), refers="person")


@pytest.mark.parametrize(
    "raw",
    [
        "2026-03-01", "2026-3-1", "2026/3/1", "2026.3.1", "2026年3月1日", "2026 年 3 月 1 日", "２０２６年３月１日", "20260301",
        "二〇二六年三月一日", "二零二六年三月一日", "2026-03-01 00:00:00", "2026/3/1 0:00", "46082", 46082, 46082.0,
        dt.datetime(2026, 3, 1), dt.date(2026, 3, 1), "\u200b2026-03-01 ",
    ],
)  # fmt: skip
def test_a_day_is_read_however_offices_write_it(raw: Any) -> None:
    assert cells.value(raw, DAY) == "2026-03-01"


@pytest.mark.parametrize(
    ("raw", "day"), [("二〇二六年十月十日", "2026-10-10"), ("二〇二六年十二月三十一日", "2026-12-31")]
)
def test_chinese_numerals_are_read(raw: str, day: str) -> None:
    assert cells.value(raw, DAY) == day


def test_the_other_calendar_of_spreadsheets_is_known() -> None:
    assert cells.value(44620, DAY, from_1904=True) == "2026-03-01"


@pytest.mark.parametrize(
    "raw",
    [
        "3/1/2026", "26-03-01", "2026-13-01", "2026-02-30", "2026年3月", "2026-03-01 10:30", "soon", "1789-07-14", "9999-12-31",
        dt.datetime(2026, 3, 1, 10, 30), 3.5, 7, -1, 1e300, math.nan, math.inf, True, "４６０８２.5", dt.time(10, 30),
    ],
)  # fmt: skip
def test_what_is_no_day_is_refused_and_never_guessed(raw: Any) -> None:
    with pytest.raises(Wrong):
        cells.value(raw, DAY)


@pytest.mark.parametrize("raw", ["是", "有", "√", "Yes", "ＴＲＵＥ", "1", 1, True])
def test_yes_is_read(raw: Any) -> None:
    assert cells.value(raw, BOOL) is True


@pytest.mark.parametrize("raw", ["否", "无", "×", "no", "0", 0, False])
def test_no_is_read(raw: Any) -> None:
    assert cells.value(raw, BOOL) is False


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("专职", "full_time"), ("Full Time", "full_time"), ("full_time", "full_time"), ("全职", "full_time"),
        ("无", "none"),
    ],
)  # fmt: skip
def test_a_word_from_a_list_is_read_in_either_language(raw: str, value: str) -> None:
    assert cells.value(raw, ENUM) == value


def test_an_unknown_word_is_answered_with_the_valid_ones() -> None:
    with pytest.raises(Wrong) as caught:
        cells.value("半职", ENUM)
    assert caught.value.text == Text(en="valid: full_time, none", zh="应为：专职、无")


@pytest.mark.parametrize(
    "raw",
    ["P-001、P-002；P-003", "P-001,P-002, P-003", "P-001\nP-002\nP-003", "Ｐ－００１，Ｐ－００２;P-003；"],
)
def test_a_list_is_read_whatever_separates_it(raw: str) -> None:
    assert cells.value(raw, PEOPLE) == ["P-001", "P-002", "P-003"]


@pytest.mark.parametrize("raw", [dt.date(2026, 3, 1), 7, True, "7", "编号", "P 1"])
def test_what_is_no_id_names_no_record(raw: Any) -> None:
    assert PEOPLE.item
    with pytest.raises(Wrong):
        cells.value(raw, PEOPLE.item)


def test_a_name_where_a_number_is_meant_is_refused_with_a_word_on_names() -> None:
    with pytest.raises(Wrong) as caught:
        cells.value("P-001、张三", PEOPLE)
    assert "不得填写姓名" in caught.value.text.zh
    assert "never a name" in caught.value.text.en


@pytest.mark.parametrize(
    "raw",
    [
        "联系 13812345678",
        "138 1234 5678",
        "+86 13812345678",
        "11010519491231002X",
        "wang@example.com",
        "１３８１２３４５６７８",
    ],
)
def test_personal_data_in_a_text_is_refused(raw: str) -> None:
    with pytest.raises(Wrong, match="personal data"):
        cells.value(raw, TEXT)


@pytest.mark.parametrize(
    "raw",
    ["鲁ICP备2026001234号", "110105194912310021", "20260301-001", "2.10.3", "合同 2026-0301-13812345678-1"],
)
def test_other_numbers_are_no_personal_data(raw: str) -> None:
    assert cells.value(raw, TEXT) == raw


@pytest.mark.parametrize(("raw", "value"), [("1,234", 1234), ("５", 5), (3.0, 3), ("3.0", 3)])
def test_whole_numbers_are_read(raw: Any, value: int) -> None:
    found = cells.value(raw, INT)
    assert (found, type(found)) == (value, int)


@pytest.mark.parametrize("raw", ["3.5", 3.5, "三", "1e5", "1,23", math.nan, True, "9" * 30, "٣"])
def test_what_is_no_whole_number_is_refused(raw: Any) -> None:
    with pytest.raises(Wrong):
        cells.value(raw, INT)


def test_a_number_where_text_is_meant_is_taken_only_where_nothing_is_lost() -> None:
    assert cells.value(2, TEXT) == "2"
    with pytest.raises(Wrong, match="write it as text"):
        cells.value(1.1, TEXT)


@pytest.mark.parametrize("raw", [None, "", "  ", "\u3000", "/", "-", "—", "无", "N/A"])
@pytest.mark.parametrize("shape", [DAY, INT, TEXT, ENUM.__class__("enum", {}, {"a": Text(en="a", zh="甲")})])
def test_words_for_nothing_are_nothing(raw: Any, shape: Shape) -> None:
    assert cells.value(raw, shape) is None


wild = (
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=30) | st.datetimes() | st.dates() | st.times()
    | st.text("0123456789-/.年月日十〇 \n,、", max_size=20)
)  # fmt: skip
SHAPES = [column.shape for kind in KINDS for column in forms.form(kind).columns]


@settings(deadline=None, max_examples=300)
@given(raw=wild, shape=st.sampled_from(SHAPES))
def test_no_cell_breaks_the_reader(raw: Any, shape: Shape) -> None:
    try:
        value = cells.value(raw, shape)
    except Wrong:
        return
    again = cells.value(cells.written(value, shape, "zh"), shape)
    assert again == value or shape.kind in {"text", "name", "list", "float"}, "what is written is read again"
