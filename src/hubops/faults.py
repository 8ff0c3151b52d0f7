"""What is wrong with what people wrote, in both languages and in parts: place, thing, field, value, and why."""

from __future__ import annotations

import re
from typing import Any

from hubops.model import Frozen, Text, Wrong


class Fault(Text):
    """A sentence that tells a fault, and its parts for tables and programs."""

    place: str
    thing: Text | None = None
    field: str = ""
    value: str | None = None
    why: Text


class Refusal(Frozen):
    """What pydantic refused: the field as a path, the value as a message shows it, and why."""

    field: str
    value: str | None
    why: Text
    kind: str


def shown(value: Any) -> str:
    """A value as a message shows it: short, whatever was written."""
    try:
        text = repr(value)
    except (ValueError, RecursionError):  # a whole number of thousands of digits
        return "…"
    return text if len(text) <= 60 else text[:57] + "…"


def at(
    place: str, what: Text, *, thing: Text | None = None, field: str = "", value: str | None = None
) -> Fault:
    """A sentence with the place that it is about."""
    return Fault(
        en=f"{place}: {what.en}", zh=f"{place}：{what.zh}",
        place=place, thing=thing, field=field, value=value, why=what,
    )  # fmt: skip


def refusal(fault: Any) -> Refusal:
    """One of pydantic's faults; `value` is None where the field is missing or the whole record is meant."""
    field = ".".join(str(part) for part in fault["loc"])
    if fault["type"] == "extra_forbidden":
        return Refusal(field=field, value=None, why=Text(en="unknown field", zh="未知的字段"), kind="unknown")
    if fault["type"] == "missing":
        return Refusal(field=field, value=None, why=Text(en="missing", zh="缺少"), kind="missing")
    return Refusal(field=field, value=shown(fault["input"]) if field else None, why=_why(fault), kind="value")


def sentence(refused: Refusal) -> Text:
    """The refusal as a sentence without its place."""
    field, why = refused.field, refused.why
    if refused.kind == "unknown":
        return Text(en=f"unknown field `{field}`", zh=f"未知的字段 `{field}`")
    if refused.kind == "missing":
        return Text(en=f"`{field}` is missing", zh=f"缺少 `{field}`")
    if not field:
        return why
    return Text(en=f"`{field}` is {refused.value}: {why.en}", zh=f"`{field}` 为 {refused.value}：{why.zh}")


def _why(fault: Any) -> Text:
    en = fault["msg"].removeprefix("Value error, ")
    context = fault.get("ctx", {})
    cause = context.get("error")
    if isinstance(cause, Wrong):
        return cause.text
    if fault["type"] == "value_error":
        return Text(en=en, zh=_translated(en))
    words = _ZH.get(fault["type"])
    if words is None:
        return Text(en=en, zh=en)
    expected = str(context.get("expected", "")).replace(" or ", "或").replace(", ", "、")
    return Text(en=en, zh=words.format(**{**context, "expected": expected}))


def _translated(en: str) -> str:
    for pattern, zh in _SENTENCES:
        if re.fullmatch(pattern, en):
            return re.sub(pattern, zh, en)
    return en


# The sentences that validators of records use; one with words of its own raises `Wrong`.
_SENTENCES = (
    (r"(`\w+`) is before (`\w+`)", r"\1 早于 \2"),
    (r"(`\w+`) is after (`\w+`)", r"\1 晚于 \2"),
    (r"exactly one of (`\w+`) and (`\w+`) is needed", r"\1 与 \2 须填且只能填一项"),
    (r"(`\w+`) needs an? (`\w+`) that is not after it", r"填写 \1 时须有不晚于它的 \2"),
    (r"(`\w+`) needs an? (`\w+`)", r"填写 \1 时须有 \2"),
)
_ZH = {
    "bool_type": "应为 true 或 false",
    "date_from_datetime_inexact": "应为不含时刻的日期，例如 2026-03-01",
    "date_from_datetime_parsing": "应为日期，例如 2026-03-01",
    "date_parsing": "应为日期，例如 2026-03-01",
    "date_type": "应为日期，例如 2026-03-01",
    "dict_type": "应为字段的映射",
    "finite_number": "应为有限的数",
    "float_type": "应为数字",
    "greater_than": "应大于 {gt}",
    "greater_than_equal": "应不小于 {ge}",
    "int_from_float": "应为整数",
    "int_parsing_size": "整数过大",
    "int_type": "应为整数",
    "less_than": "应小于 {lt}",
    "less_than_equal": "应不大于 {le}",
    "list_type": "应为列表",
    "literal_error": "应为 {expected}",
    "model_attributes_type": "应为字段的映射",
    "model_type": "应为字段的映射",
    "string_pattern_mismatch": "应符合模式 '{pattern}'",
    "string_too_long": "至多 {max_length} 个字符",
    "string_too_short": "至少 {min_length} 个字符",
    "string_type": "应为文本",
    "too_long": "至多 {max_length} 项",
    "too_short": "至少 {min_length} 项",
    "tuple_type": "应为列表",
}
