"""Each kind's form is derived from its model, in both languages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from hubops.model import Text
from hubops.records import KINDS, cells, example, forms, headings, words
from hubops.records.words import VALUES, plain

every_kind = pytest.mark.parametrize("kind", KINDS)
HAN = re.compile("[\u4e00-\u9fff]")


@every_kind
def test_a_field_has_a_short_name_of_its_own_in_both_languages(kind: str) -> None:
    columns = forms.form(kind).columns
    for lang in ("en", "zh"):
        counts = Counter(plain(column.header.of(lang)) for column in columns)
        assert [name for name, count in counts.items() if count > 1] == []
    for column in columns:
        assert HAN.search(column.header.zh), column.name
        assert len(column.header.zh) <= 40, f"{column.name}: give it a header, said(…, header=(en, zh))"


@every_kind
def test_a_short_name_finds_its_field(kind: str) -> None:
    for column in forms.form(kind).columns:
        for header in (column.header.zh, column.header.en, column.name, f"{column.header.zh}*（必填）"):
            assert headings.field(kind, header).name == column.name, header


def listed(kind: str) -> Iterator[tuple[str, Mapping[str, Text]]]:
    """Each field of the kind or of its parts that lists its values, with the word for each value."""
    whole = forms.form(kind).model.model_json_schema()
    for part in (whole, *whole.get("$defs", {}).values()):
        for name, node in part.get("properties", {}).items():
            items = forms.choice(node).get("items", {})
            if found := forms.value_words({**items, **node} if "enum" in items else node):
                yield name, found


@every_kind
def test_every_value_has_a_chinese_word_of_its_own(kind: str) -> None:
    for name, found in listed(kind):
        counts = Counter(plain(said.zh) for said in found.values())
        assert [value for value, said in found.items() if not HAN.search(said.zh)] == [], name
        assert [word for word, count in counts.items() if count > 1] == [], name


@every_kind
def test_words_from_a_description_do_not_contradict_the_common_ones(kind: str) -> None:
    """Where a description lists its values in another order than the Literal, a word here names another value."""
    for column in forms.form(kind).columns:
        shape = column.shape.item or column.shape
        for value, said in shape.values.items():
            others = [name for name in shape.values if name != value and said.zh in VALUES.get(name, ())]
            assert others == [], f"{kind}.{column.name}: {value} is called {said.zh}, which means {others}"


@every_kind
def test_every_field_that_must_be_there_fits_into_a_form(kind: str) -> None:
    whole = forms.form(kind)
    needed = {name for name, field in whole.model.model_fields.items() if field.is_required()}
    assert needed & set(whole.outside) == set(), "write such records as YAML, or keep the field flatter"


@every_kind
def test_the_example_is_a_record(kind: str) -> None:
    values = example.cells_of(kind)
    assert values == {} or example.is_valid(kind, values), "none where none can be made up"


def test_nearly_every_kind_has_an_example() -> None:
    assert len([kind for kind in KINDS if example.cells_of(kind)]) >= 0.9 * len(KINDS)


@every_kind
def test_what_a_cell_may_hold_is_said_in_both_languages(kind: str) -> None:
    for column in forms.form(kind).columns:
        valid = cells.valid(column.shape)
        assert valid.en
        assert HAN.search(valid.zh) or column.shape.kind == "enum"


@pytest.mark.parametrize(
    ("kind", "header", "field"),
    [
        ("agreement", "姓名编号", "person"),
        ("agreement", "人员编号", "person"),
        ("agreement", "签署时间", "signed"),
        ("agreement", "签订日期", "signed"),
        ("agreement", "有效期至", "expires"),
        ("agreement", "协议编号", "id"),
        ("agreement", "Valid until", "expires"),
        ("agreement", "签署单位编号", "party"),
        ("person", "工号", "id"),
        ("person", "姓名编号", "id"),
        ("person", "人员编号", "id"),
        ("person", "所属单位编号", "party"),
        ("person", "入职时间", "joined"),
        ("person", "离职日期（在岗不填）", "left"),
        ("person", "持有的证书 2 有效期截止日", "certificates.2.expires"),
        ("person", "持有的证书 有效期截止日", "certificates.1.expires"),
        ("person", "certificates.12.name", "certificates.12.name"),
        ("training", "参训人员", "attended"),
        ("training", "培训名称（英文）", "title.en"),
        ("emergency_plan", "恢复时间目标", "indicators.rto_minutes"),
    ],
)
def test_headers_that_offices_use_find_their_field(kind: str, header: str, field: str) -> None:
    assert headings.field(kind, header).name == field


@pytest.mark.parametrize(
    "header", ["姓名", "身份证号", "手机号码", "联系电话", "电子邮箱", "Full name", "E-mail"]
)
def test_headers_of_personal_data_are_known(header: str) -> None:
    assert words.is_personal_header(header)
