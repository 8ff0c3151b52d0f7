"""What a cell of an office's table says, as the value of a field: dates, yes and no, lists and words as people write."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any

from hubops.model import Text, Wrong
from hubops.records.base import EARLIEST, LATEST
from hubops.records.forms import Shape
from hubops.records.words import FOREVER, NO, NOTHING, VALUES, YES, is_personal, narrowed, plain

_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*[日号]?")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
_MIDNIGHT = re.compile(r"[T\s]+0{1,2}:00(:00(\.0+)?)?$")
_LIST = re.compile(r"[、，,;；\n]+")
_DIGITS = {**{digit: number for number, digit in enumerate("零一二三四五六七八九")}, "〇": 0, "○": 0}
_SERIALS = (date(1899, 12, 30), date(1904, 1, 1))


def is_empty(raw: Any) -> bool:
    """Whether a cell holds nothing, not even a word for nothing."""
    return raw is None or (isinstance(raw, str) and not narrowed(raw))


def value(raw: Any, shape: Shape, *, from_1904: bool = False) -> Any:
    """The cell's value as JSON has it, None for nothing. Raises Wrong where it is none that the field can have."""
    if is_empty(raw):
        return None
    if isinstance(raw, str):
        _refuse_personal(raw)
        if shape.kind in {"text", "name", "list"} and narrowed(raw).casefold() in _NO_TEXT:
            return [] if shape.kind == "list" else None
        if shape.kind not in {"text", "name", "list", "bool", "enum"} and narrowed(raw).casefold() in NOTHING:
            return None
    return _READERS[shape.kind](raw, shape, from_1904)


_NO_TEXT = NOTHING - {"\\", "空", "none", "null", "nil", "na"}


def valid(shape: Shape) -> Text:
    """What a cell of this shape may hold, in words."""
    node = shape.node
    if shape.refers:
        kind = shape.refers
        return Text(en=f"the id of a {kind.replace('_', ' ')}", zh="所指记录的编号")
    if shape.kind == "day":
        return Text(en="a day, for example 2026-03-01", zh="日期，例如 2026-03-01 或 2026年3月1日")
    if shape.kind == "bool":
        return Text(en="yes or no", zh="是或否")
    if shape.kind == "enum":
        return Text(
            en=", ".join(shape.values),
            zh="、".join(words.zh for words in shape.values.values()),
        )
    if shape.kind in {"int", "float"}:
        return _number_valid(shape)
    if shape.kind == "list" and shape.item:
        item = valid(shape.item)
        return Text(en=f"several, separated by a comma: {item.en}", zh=f"可填多项，用顿号分隔：{item.zh}")
    if str(node.get("pattern", "")).startswith("^[A-Za-z]["):
        return Text(
            en="a letter, then letters, digits and . _ -, at most 64",
            zh="字母开头，由字母、数字及 . _ - 组成，至多 64 位",
        )
    if "pattern" in node:
        return Text(en=f"text like {node['pattern']}", zh=f"符合 {node['pattern']} 的文本")
    return Text(en="text", zh="文字")


def _number_valid(shape: Shape) -> Text:
    low, high = shape.node.get("minimum"), shape.node.get("maximum")
    span = f" ≥ {low}" * (low is not None) + f" ≤ {high}" * (high is not None)
    if shape.kind == "int":
        return Text(en=f"a whole number{span}", zh=f"整数{span}")
    return Text(en=f"a number{span}", zh=f"数字{span}")


def _refuse_personal(text: str) -> None:
    if is_personal(text):
        raise Wrong(
            "looks like a phone or identity number or a mail address; records hold no personal data",
            "疑似手机号、身份证号或邮箱；记录中不得含有个人信息",
        )


def _bad(shape: Shape) -> Wrong:
    text = valid(shape)
    return Wrong(f"valid: {text.en}", f"应为：{text.zh}")


def _day(raw: Any, shape: Shape, from_1904: bool) -> str:
    if isinstance(raw, datetime):
        if raw.time() != time():
            raise Wrong("a day has no time of day", "日期不应含时刻")
        raw = raw.date()
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        raw = _serial(raw, shape, from_1904)
    found = raw if isinstance(raw, date) else _written_day(str(raw), shape, from_1904)
    if not EARLIEST <= found <= LATEST:
        raise Wrong(f"valid: a day from {EARLIEST} to {LATEST}", f"应为 {EARLIEST} 至 {LATEST} 之间的日期")
    return found.isoformat()


def _serial(number: float, shape: Shape, from_1904: bool) -> date:
    """The day that a spreadsheet counts: 46082 is 2026-03-01."""
    if not math.isfinite(number) or number != int(number) or not 20_000 <= number <= 120_000:
        if _COMPACT.fullmatch(str(number).removesuffix(".0")):
            return _written_day(str(number).removesuffix(".0"), shape, from_1904)
        raise _bad(shape)
    return _SERIALS[from_1904] + timedelta(days=int(number))


def _written_day(text: str, shape: Shape, from_1904: bool) -> date:
    text = _MIDNIGHT.sub("", narrowed(text))
    text = _arabic(text) if "年" in text else text
    if re.fullmatch(r"\d{5}(\.0)?", text, re.ASCII):
        return _serial(float(text), shape, from_1904)
    found = _DAY.fullmatch(text) or _COMPACT.fullmatch(text)
    if not found:
        raise _bad(shape)
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        raise Wrong(
            "no such day in the calendar; valid: 2026-03-01", "日历上没有这一天；应为：2026-03-01 一类的日期"
        ) from None


def _arabic(text: str) -> str:
    """二〇二六年三月十一日 as 2026年3月11日."""
    year, _, rest = text.partition("年")
    year = "".join(str(_DIGITS.get(char, char)) for char in year)

    def number(found: re.Match[str]) -> str:
        tens, _, ones = found[0].rpartition("十")
        count = (_DIGITS.get(tens, 1) * 10 if "十" in found[0] else 0) + _DIGITS.get(ones, 0)
        return str(count)

    return f"{year}年{re.sub('[一二三四五六七八九十零〇]+', number, rest)}"


def _bool(raw: Any, shape: Shape, _: bool) -> bool:
    word = narrowed(str(raw)).casefold()
    if word in YES:
        return True
    if word in NO:
        return False
    raise _bad(shape)


def _int(raw: Any, shape: Shape, _: bool) -> int:
    number = _number(raw, shape)
    if number != int(number):
        raise _bad(shape)
    return int(number)


def _float(raw: Any, shape: Shape, _: bool) -> float:
    return _number(raw, shape)


def _number(raw: Any, shape: Shape) -> float | int:
    if isinstance(raw, bool):
        raise _bad(shape)
    if isinstance(raw, str):
        text = re.sub(r"(?<=\d),(?=\d{3}(\D|$))", "", narrowed(raw))
        if not re.fullmatch(r"[+-]?\d{1,15}(\.\d{1,15})?", text, re.ASCII):
            raise _bad(shape)
        raw = float(text) if "." in text else int(text)
    if not isinstance(raw, int | float) or not math.isfinite(raw) or abs(raw) >= 1e15:
        raise _bad(shape)
    return raw


def _enum(raw: Any, shape: Shape, _: bool) -> str | None:
    word = plain(str(raw))
    for name, words in shape.values.items():
        if word in {plain(name), plain(words.en), plain(words.zh)}:
            return name
    common = [name for name in shape.values if word in map(plain, VALUES.get(name, ()))]
    if len(common) == 1:
        return common[0]
    if narrowed(str(raw)).casefold() in NOTHING:
        return None
    raise _bad(shape)


def _text(raw: Any, shape: Shape, _: bool) -> str | None:
    if isinstance(raw, bool):
        raise _bad(shape)
    if isinstance(raw, datetime | date | time):
        raw = raw.isoformat().removesuffix("T00:00:00")
    if isinstance(raw, float):
        if not math.isfinite(raw) or raw != int(raw):  # whether 1.1 was written 1.10 the file does not say
            raise Wrong(
                "a number where text is meant; write it as text", "此处应为文本，却是数值；请改为文本格式"
            )
        raw = int(raw)
    text = str(raw).replace("\r\n", "\n")
    machine = "pattern" in shape.node or shape.refers
    text = narrowed(text) if machine else text.strip()
    if any(ord(char) < 32 and char not in "\n\t" for char in text) or not _encodes(text):
        raise Wrong("holds characters that are not text", "含有非文本字符")
    if shape.refers and not re.fullmatch(r"[A-Za-z][A-Za-z0-9._-]{0,63}", text):
        name = re.search("[\u4e00-\u9fff]", text)
        where = valid(shape)
        raise Wrong(
            f"valid: {where.en}" + (", and never a name" if name else ""),
            f"应为：{where.zh}" + ("，不得填写姓名或名称" if name else ""),
        )
    return text


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _name(raw: Any, shape: Shape, _: bool) -> dict[str, str] | None:
    text = _text(raw, shape, _)
    return {"en": text, "zh": text} if text else None


def _list(raw: Any, shape: Shape, from_1904: bool) -> list[Any]:
    item = shape.item or Shape("text")
    words = [word for word in _LIST.split(raw) if narrowed(word)] if isinstance(raw, str) else [raw]
    found = [value(word, item, from_1904=from_1904) for word in words]
    return [one for one in found if one is not None]


_READERS: dict[str, Callable[[Any, Shape, bool], Any]] = {
    "bool": _bool, "day": _day, "enum": _enum, "float": _float, "int": _int, "list": _list, "name": _name,
    "text": _text,
}  # fmt: skip


def is_forever(raw: Any, shape: Shape) -> bool:
    """Whether a cell says of a last day that there is none, which only a field that may be empty can hold."""
    return shape.kind == "day" and isinstance(raw, str) and narrowed(raw) in FOREVER


def written(value_: Any, shape: Shape, lang: str) -> str:
    """A value as a form shows it: the inverse of `value`."""
    if value_ is None:
        return ""
    if shape.kind == "bool":
        return {True: "是", False: "否"}[value_] if lang == "zh" else {True: "yes", False: "no"}[value_]
    if shape.kind == "enum":
        return shape.values[value_].of(lang) if value_ in shape.values else str(value_)
    if shape.kind == "name":
        return str(value_.get(lang, ""))
    if shape.kind == "list" and shape.item:
        return ("、" if lang == "zh" else ", ").join(written(one, shape.item, lang) for one in value_)
    return str(value_)
