"""A table that an office keeps is read as it is meant, or refused whole, cell by cell."""

from __future__ import annotations

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook
from records.tables import GOOD, HEADER, carried_out, csv_of, faults, folder, planned, states, xlsx_of

from hubops.errors import BrokenInput, HubopsError, UsageError
from hubops.records import KINDS, loader, sheets

__all__ = ["folder"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk", "gb18030", "utf-16"])
@pytest.mark.parametrize("mark", [",", "\t", ";"])
def test_text_is_read_in_every_encoding_that_offices_use(
    folder: Path, tmp_path: Path, encoding: str, mark: str
) -> None:
    plan = planned(folder, csv_of(tmp_path / "a.csv", [HEADER, GOOD], encoding, mark))
    assert faults(plan) == {}
    (entry,) = plan.entries
    assert entry.record.model_dump(mode="json", exclude_defaults=True) == {
        "id": "AGR-901", "topic": "confidentiality", "person": "P-002", "signed": "2026-03-01", "expires": "2028-02-29",
    }  # fmt: skip


def test_a_register_with_titles_merged_headers_and_blank_rows_is_read(folder: Path, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        ["保密协议台账（2026年）"],
        [],
        ["序号", "协议", None, "姓名编号", "姓名", "期限", None],
        [None, "协议编号", "类别", None, None, "签署日期", "有效期至"],
        [1, "AGR-901", "保密", "P-002", "张三", dt.datetime(2026, 3, 1), "2028年2月29日"],
        [],
        [2, "AGR-902", "安全", "Ｐ－００３", "李四", 46082, "长期有效"],
        ["序号", "协议编号", "类别", "姓名编号", "姓名", "签署日期", "有效期至"],
        [3, "AGR-903", "岗位责任", "P-004", "王五", "2026.3.1", None],
    ]
    merged = ["A1:G1", "A3:A4", "B3:C3", "D3:D4", "E3:E4", "F3:G3"]
    plan = planned(folder, xlsx_of(tmp_path / "a.xlsx", rows, merged))
    assert faults(plan) == {}
    assert plan.head.last == 3
    found = [(e.record.id, str(e.record.signed), str(e.record.expires)) for e in plan.entries]  # type: ignore[attr-defined]
    assert found == [
        ("AGR-901", "2026-03-01", "2028-02-29"), ("AGR-902", "2026-03-01", "None"), ("AGR-903", "2026-03-01", "None"),
    ]  # fmt: skip


def test_a_header_of_two_rows_names_the_parts_of_a_list(folder: Path, tmp_path: Path) -> None:
    rows: list[list[Any]] = [
        [
            "人员编号",
            "所属单位",
            "用工方式",
            "是否可接触中枢的系统、数据或机房",
            "到岗日期",
            "持有的证书1",
            None,
            "持有的证书2",
            None,
        ],
        [
            None,
            None,
            None,
            None,
            None,
            "所证明的能力名称",
            "有效期截止日",
            "所证明的能力名称",
            "有效期截止日",
        ],
        ["P-901", "ORG-2", "外包", "是", "2026-03-01", "system_engineer", "2028-03-01", None, None],
        ["P-902", "ORG-2", "外包", "否", "2026-03-01", "a", None, "b", "2027年1月1日"],
    ]
    merged = [*(f"{letter}1:{letter}2" for letter in "ABCDE"), "F1:G1", "H1:I1"]
    plan = planned(folder, xlsx_of(tmp_path / "a.xlsx", rows, merged), "person")
    assert faults(plan) == {}
    found = [entry.record.model_dump(mode="json")["certificates"] for entry in plan.entries]
    assert found == [
        [{"name": "system_engineer", "expires": "2028-03-01"}],
        [{"name": "a", "expires": None}, {"name": "b", "expires": "2027-01-01"}],
    ]


def test_one_value_for_several_rows_stands_in_all_of_them(folder: Path, tmp_path: Path) -> None:
    rows = [HEADER, GOOD, ["AGR-902", None, "P-003", "2026-03-01", None]]
    plan = planned(folder, xlsx_of(tmp_path / "a.xlsx", rows, ["B2:B3"]))
    assert faults(plan) == {}
    assert states(plan) == {"AGR-901": "new", "AGR-902": "new"}


def test_every_fault_is_told_with_its_cell_value_and_what_would_be_valid(
    folder: Path, tmp_path: Path
) -> None:
    rows = [
        HEADER,
        ["AGR-901", "保秘", "P-999", "2026.13.1", ""],
        ["AGR-902", "保密", "张三", "2026-03-01", "2025-01-01"],
        ["编号903", "保密", "ORG-1", "", "2027-01-01"],
        ["AGR-904", "保密", "P-002", "2026-03-01", "2026-02-01"],
        ["AGR-905", "保密", "P-002", "2026-03-01", ""],
        ["AGR-905", "安全", "P-002", "2026-03-01", ""],
        ["ORG-1", "安全", "P-002", "2026-03-01", ""],
    ]
    plan = planned(folder, csv_of(tmp_path / "a.csv", rows))
    assert faults(plan) == {
        "B2": "valid: confidentiality, security, responsibility",
        "D2": "no such day in the calendar; valid: 2026-03-01",
        "C2": "P-999 is no record; valid: the id of a person that is recorded",
        "C3": "valid: the id of a person, and never a name",
        "A4": "valid: a letter, then letters, digits and . _ -, at most 64",
        "D4": "must not be empty; valid: a day, for example 2026-03-01",
        "C4": "ORG-1 is a party; valid: the id of a person that is recorded",
        "5": "`expires` is before `signed`",
        "A7": "the id is used in row 6 too",
        "A8": faults(plan)["A8"],
    }
    assert "the id is that of a party, at" in faults(plan)["A8"]
    assert all(any("\u4e00" <= char <= "\u9fff" for char in fault.why.zh) for fault in plan.faults)
    values = {fault.cell: fault.value for fault in plan.faults}
    assert values["D2"] == "2026.13.1"


def test_a_column_that_nobody_knows_is_refused_until_it_is_mapped_or_left_out(
    folder: Path, tmp_path: Path
) -> None:
    path = csv_of(tmp_path / "a.csv", [[*HEADER[:2], "对方", *HEADER[3:], "备注"], [*GOOD, "补签"]])
    assert set(faults(planned(folder, path))) == {"C", "F"}
    assert "--map '备注='" in faults(planned(folder, path))["F"]
    plan = planned(folder, path, given={"对方": "person", "F": ""})
    assert faults(plan) == {}
    with pytest.raises(UsageError, match="has no column '备 注'"):
        planned(folder, path, given={"备 注": ""})
    with pytest.raises(UsageError, match="has no field 'persn'"):
        planned(folder, path, given={"对方": "persn"})


def test_two_columns_for_one_field_are_asked_about(folder: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [[*HEADER, "到期日期"], [*GOOD, "2028-02-29"]])
    assert set(faults(planned(folder, path))) == {"E", "F"}
    assert faults(planned(folder, path, given={"到期日期": ""})) == {}


def test_a_field_that_must_be_there_needs_a_column(folder: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEADER[:3], GOOD[:3]])
    assert faults(planned(folder, path)) == {
        "1": "the table has no column for `signed`, which every agreement has"
    }


def test_values_without_a_header_are_not_overlooked(folder: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEADER, [*GOOD, "", "2027"]])
    assert faults(planned(folder, path)) == {"G": "holds values and has no header"}


def test_who_a_person_is_is_left_out_and_said(folder: Path, tmp_path: Path) -> None:
    header = [*HEADER, "姓名", "身份证号", "手机"]
    plan = planned(
        folder, csv_of(tmp_path / "a.csv", [header, [*GOOD, "张三", "11010519491231002X", "13812345678"]])
    )
    assert faults(plan) == {}
    assert [h.text for h in plan.head.headings if h.role == "personal"] == ["姓名", "身份证号", "手机"]
    assert "张三" not in plan.entries[0].record.model_dump_json()


def test_names_and_phones_in_a_column_of_texts_are_refused(folder: Path, tmp_path: Path) -> None:
    header = ["编号", "证书 1 名称", "所属单位", "用工方式", "是否可接触中枢的系统、数据或机房", "到岗日期"]
    names = ["张三", "李小明", "王芳", "13812345678"]
    rows = [[f"P-90{n}", name, "ORG-1", "专职", "是", "2026-03-01"] for n, name in enumerate(names)]
    path = csv_of(tmp_path / "a.csv", [header, *rows])
    plan = planned(folder, path, "person", {"证书 1 名称": "certificates.1.name"})
    assert set(faults(plan)) == {"B", "B5"}
    assert "personal names" in faults(plan)["B"]


def test_formulas_are_never_computed(folder: Path, tmp_path: Path) -> None:
    path = xlsx_of(
        tmp_path / "a.xlsx", [HEADER, [*GOOD[:4], "=D2+365"], ["AGR-902", "保密", "P-003", "#REF!", None]]
    )
    book = load_workbook(path)
    book.worksheets[0]["D3"].data_type = "e"
    book.save(path)
    plan = planned(folder, path)
    assert set(faults(plan)) == {"E2", "D3"}
    assert "formulas are not computed" in faults(plan)["E2"]


def test_the_value_saved_with_a_formula_is_taken(folder: Path, tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "a.xlsx", [HEADER, [*GOOD[:4], "=D2+365"]])
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = "xl/worksheets/sheet1.xml"
    assert b"<f>D2+365</f><v />" in parts[name] or b"<f>D2+365</f><v></v>" in parts[name]
    for empty in (b"<v />", b"<v></v>"):
        parts[name] = parts[name].replace(b"<f>D2+365</f>" + empty, b"<f>D2+365</f><v>46447</v>")
    with zipfile.ZipFile(path, "w") as archive:
        for part, content in parts.items():
            archive.writestr(part, content)
    plan = planned(folder, path)
    assert faults(plan) == {}
    assert str(plan.entries[0].record.expires) == "2027-03-01"  # type: ignore[attr-defined]


def test_importing_again_changes_nothing_and_a_difference_is_shown(folder: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "a.csv", [HEADER, GOOD])
    (written,) = carried_out(folder, planned(folder, path))
    text = written.read_text()
    plan = planned(folder, path)
    assert states(plan) == {"AGR-901": "same"}
    assert carried_out(folder, plan) == []
    plan = planned(folder, csv_of(tmp_path / "b.csv", [HEADER, [*GOOD[:4], "2029-01-01"]]))
    (entry,) = plan.of("changed")
    assert [(one.field, one.before, one.after) for one in entry.changes] == [
        ("expires", "2028-02-29", "2029-01-01")
    ]
    carried_out(folder, plan)
    assert written.read_text() == text.replace("2028-02-29", "2029-01-01")


def test_what_the_table_has_no_column_for_stays(folder: Path, tmp_path: Path) -> None:
    header = ["编号", "所属单位", "用工方式", "是否可接触中枢的系统、数据或机房", "到岗日期"]
    path = csv_of(tmp_path / "a.csv", [header, ["P-002", "ORG-2", "兼职", "是", "2023-05-08"]])
    plan = planned(folder, path, "person")
    carried_out(folder, plan)
    (changed,) = [one.record for one in loader.whole(folder) if one.record.id == "P-002"]
    assert changed.employment == "part_time"  # type: ignore[attr-defined]
    assert changed.certificates[0].name == "system_engineer"  # type: ignore[attr-defined]


def test_a_name_in_one_language_stands_for_both(folder: Path, tmp_path: Path) -> None:
    header = ["编号", "培训名称", "培训领域", "培训日期", "参训人员"]
    rows = [["TRN-901", "安全培训", "安全技术", "2026-03-01", "P-001、P-002"]]
    plan = planned(folder, csv_of(tmp_path / "a.csv", [header, *rows]), "training")
    assert faults(plan) == {}
    assert plan.entries[0].record.title.model_dump() == {"en": "安全培训", "zh": "安全培训"}  # type: ignore[attr-defined]
    there = [
        "TRN-2026-01",
        "主机加固与日志分析",
        "安全技术",
        "2026-03-18",
        "、".join(f"P-00{n}" for n in range(1, 10)),
    ]
    plan = planned(folder, csv_of(tmp_path / "b.csv", [header, there]), "training")
    assert states(plan) == {"TRN-2026-01": "same"}


def test_records_that_are_broken_come_first(folder: Path, tmp_path: Path) -> None:
    (folder / "person.yaml").write_text("- {id: P-001}\n")
    with pytest.raises(BrokenInput, match="is missing"):
        planned(folder, csv_of(tmp_path / "a.csv", [HEADER, GOOD]))


def test_a_table_without_a_header_is_refused_with_those_that_would_do(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="valid headers: ID, Topic, Signed"):
        planned(folder, csv_of(tmp_path / "a.csv", [["甲", "乙"], ["1", "2"]]))


def test_of_several_sheets_one_has_to_be_named(folder: Path, tmp_path: Path) -> None:
    book = Workbook()
    for name in ("一", "二"):
        book.create_sheet(name).append(HEADER)
    book["二"].append(GOOD)
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UsageError, match="several sheets"):
        planned(folder, tmp_path / "a.xlsx")
    with pytest.raises(UsageError, match="no sheet '三'; valid: Sheet, 一, 二"):
        planned(folder, tmp_path / "a.xlsx", sheet="三")
    assert states(planned(folder, tmp_path / "a.xlsx", sheet="二")) == {"AGR-901": "new"}


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "no row of the first"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old or encrypted"),
        (b"PK\x03\x04 and nothing more", "no workbook that can be read"),
        (b"\x00\x01\x02\xff\xfe\x80", "neither a workbook"),
        (b'a,"b\n', "no CSV"),
    ],
)
def test_what_is_no_table_is_named(folder: Path, tmp_path: Path, content: bytes, why: str) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(HubopsError, match=why):
        planned(folder, path)


def test_a_workbook_that_would_fill_the_memory_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(5):
            archive.writestr(f"xl/{number}.xml", b"\0" * 100_000_000)
    with pytest.raises(BrokenInput, match="bytes once unpacked"):
        sheets.read(path, "", [])


def test_a_sheet_that_is_formatted_to_its_last_row_is_read_at_once(folder: Path, tmp_path: Path) -> None:
    path = xlsx_of(tmp_path / "a.xlsx", [HEADER, GOOD])
    book = load_workbook(path)
    book.worksheets[0]["C1048576"].number_format = "@"
    book.worksheets[0].merge_cells("J1:XFD1")
    book.save(path)
    assert states(planned(folder, path)) == {"AGR-901": "new"}


def test_ten_thousand_rows_are_read(folder: Path, tmp_path: Path) -> None:
    rows = [[f"AGR-{n}", "保密", "P-002", "2026-03-01", "2028-02-29"] for n in range(10_000, 20_000)]
    before = len(loader.whole(folder))
    plan = planned(folder, csv_of(tmp_path / "a.csv", [HEADER, *rows]))
    assert len(plan.of("new")) == 10_000
    paths = carried_out(folder, plan)
    assert len(loader.whole(folder)) == 10_000 + before
    assert all(path.stat().st_size < 4_000_000 for path in paths)


wild = (
    st.none()
    | st.booleans()
    | st.integers(-(10**12), 10**12)
    | st.floats()
    | st.text(max_size=12)
    | st.dates()
    | st.sampled_from(GOOD)
)
FUZZ = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)


@FUZZ
@given(rows=st.lists(st.lists(wild, max_size=7), max_size=5), kind=st.sampled_from([*KINDS]))
def test_no_cells_break_an_import(folder: Path, tmp_path: Path, rows: list[list[Any]], kind: str) -> None:
    table = sheets.Sheet(tmp_path / "a.csv", "a", [HEADER, *rows])
    _survives(folder, table, kind)


@FUZZ
@given(
    content=st.binary(max_size=200) | st.text(max_size=100).map(lambda text: text.encode("utf-8", "replace"))
)
def test_no_bytes_break_an_import(folder: Path, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    for head in (b"", ",".join(HEADER).encode() + b"\n", b"PK\x03\x04"):
        path.write_bytes(head + content)
        try:
            table = sheets.read(path, "", [])
        except HubopsError:
            continue
        _survives(folder, table, "agreement")


@settings(parent=FUZZ, max_examples=40)
@given(place=st.integers(0, 10**6), byte=st.integers(0, 255), part=st.sampled_from(["whole", "sheet"]))
def test_no_damage_to_a_workbook_breaks_an_import(
    folder: Path, tmp_path: Path, place: int, byte: int, part: str
) -> None:
    content = bytearray(xlsx_of(tmp_path / "good.xlsx", [HEADER, GOOD]).read_bytes())
    path = tmp_path / "a.xlsx"
    if part == "whole":
        content[place % len(content)] = byte
        path.write_bytes(content)
    else:
        with zipfile.ZipFile(tmp_path / "good.xlsx") as old, zipfile.ZipFile(path, "w") as new:
            for name in old.namelist():
                inner = bytearray(old.read(name))
                if name.endswith("sheet1.xml"):
                    inner[place % len(inner)] = byte
                new.writestr(name, bytes(inner))
    try:
        table = sheets.read(path, "", [])
    except HubopsError:
        return
    _survives(folder, table, "agreement")


def _survives(folder: Path, table: sheets.Sheet, kind: str) -> None:
    from hubops.records import importing

    try:
        plan = importing.plan(folder, kind, table, {})
    except HubopsError:
        return
    for fault in plan.faults:
        assert fault.why.en
        assert fault.why.zh
