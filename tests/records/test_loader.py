"""Records are read whole or not at all, and whatever is wrong is said with its place."""

import contextlib
import re
import string
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from hubops import records
from hubops.errors import BrokenInput
from hubops.faults import Fault
from hubops.records import loader

PARTY = "- id: ORG-1\n  name: {en: Operator, zh: 运行单位}\n  role: operator\n  access: true\n"
PERSON = "- {id: P-001, party: ORG-1, employment: full_time, access: true, joined: 2026-01-05}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small hub without faults."""
    (tmp_path / "party.yaml").write_text(PARTY, encoding="utf-8")
    (tmp_path / "person.yaml").write_text(PERSON, encoding="utf-8")
    return tmp_path


def broken(folder: Path, name: str, text: str) -> str:
    """What the loader says when the folder also holds this file."""
    (folder / name).write_text(text, encoding="utf-8")
    with pytest.raises(BrokenInput) as caught:
        records.load(folder)
    return str(caught.value)


def test_records_are_plain_data_sorted_by_kind_and_id(folder: Path) -> None:
    (folder / "person.yaml").write_text(PERSON.replace("P-001", "P-002") + PERSON, encoding="utf-8")
    loaded = records.load(folder)
    assert [(one["kind"], one["id"]) for one in loaded] == [
        ("party", "ORG-1"),
        ("person", "P-001"),
        ("person", "P-002"),
    ]
    assert loaded[1] == {
        "kind": "person",
        "id": "P-001",
        "party": "ORG-1",
        "employment": "full_time",
        "access": True,
        "joined": "2026-01-05",
        "left": None,
        "access_withdrawn": None,
        "accounts": [],
        "certificates": [],
        "attachments": [],
        "screening": None,
    }


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("drill/2026/spring.yaml", "id: DRL-1\n"),
        ("drill.yaml", "id: DRL-1\n"),
        ("anything.yml", "kind: drill\nid: DRL-1\n"),
        ("drill/list.yaml", "- id: DRL-1\n"),
    ],
)
def test_the_kind_is_said_by_key_file_or_folder(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    said = broken(folder, name, text)
    assert "record 'DRL-1': `plan` is missing" in said


def test_an_empty_folder_gives_no_records(tmp_path: Path) -> None:
    assert records.load(tmp_path) == []


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BrokenInput, match="no such folder"):
        records.load(tmp_path / "record")


def test_notes_and_hidden_files_are_not_records(folder: Path) -> None:
    (folder / "README.md").write_text("about these records")
    (folder / ".person.yaml.swp").write_text("half")
    assert len(records.load(folder)) == 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (
            "- id: P-002\n  party: ORG-1\n  employment: fulltime\n",
            3,
            "'full_time', 'part_time' or 'outsourced'",
        ),
        (PERSON.replace("P-001", "P-002").replace("2026-01-05", "2026-01-05 10:00:00"), 1, "without a time"),
        (PERSON.replace("P-001", "P-002").replace("2026-01-05", "5.1.2026"), 1, "should be a day"),
        (
            PERSON.replace("P-001", "P-002").replace("2026-01-05", "0026-01-05"),
            1,
            "from 1990-01-01 to 2199-12-31",
        ),
        (PERSON.replace("P-001", "P-002").replace("true", '"true"'), 1, "`access` is 'true'"),
        (PERSON.replace("P-001", "7"), 1, "`id` is 7"),
        (PERSON.replace("P-001", "P 2"), 1, "`id` is 'P 2'"),
        (PERSON.replace("P-001, ", "P-002, nmae: x, "), 1, "unknown field `nmae`"),
        (
            PERSON.replace("P-001", "P-002").replace("}", ", left: 2025-01-01}"),
            1,
            "`left` is before `joined`",
        ),
        ("- id: P-002\n  id: P-003\n", 2, "given twice"),
        ("- &a {id: P-002}\n- *a\n", None, "aliases"),
        ("- just text\n", 1, "not 'just text'"),
        ("- id: !!python/name:os.system\n", 1, "tag"),
        ("- {1: 2}\n", 1, "text, not '1'"),
        ("- [unclosed\n", 2, "no YAML"),
        ("", None, "holds no record"),
    ],
)
def test_a_fault_is_said_with_file_line_field_and_value(
    folder: Path, text: str, line: int | None, words: str
) -> None:
    (folder / "person").mkdir()
    said = broken(folder, "person/more.yaml", text)
    assert words in said
    where = str(folder / "person/more.yaml")
    assert where in said
    if line:
        assert f"{where}:{line}:" in said or f"{where}: line {line}:" in said


def test_an_unknown_kind_is_answered_with_the_valid_ones(folder: Path) -> None:
    said = broken(folder, "misc.yaml", "kind: persona\nid: P-9\n")
    assert "did you mean 'person'?" in said
    assert all(kind in said for kind in records.KINDS)


def test_a_file_of_another_form_is_not_skipped(folder: Path) -> None:
    assert "person.csv" in broken(folder, "person.csv", "id,party\n")


def test_a_file_that_is_not_utf8_is_named(folder: Path) -> None:
    (folder / "post.yaml").write_bytes("id: 岗位".encode("gbk"))
    with pytest.raises(BrokenInput, match=r"post\.yaml"):
        records.load(folder)


def test_an_id_may_be_used_once_only_whatever_the_kind(folder: Path) -> None:
    said = broken(folder, "more.yaml", PERSON.replace("- {", "- {kind: person, ").replace("P-001", "ORG-1"))
    assert "the id 'ORG-1' is already used at" in said


@pytest.mark.parametrize(
    ("target", "words"),
    [("ORG-2", "which is no record"), ("P-001", "which is a person; valid: the id of a party")],
)
def test_a_reference_must_lead_to_a_record_of_its_kind(folder: Path, target: str, words: str) -> None:
    text = PERSON.replace("P-001", "P-002").replace("ORG-1", target)
    assert words in broken(folder, "person.yaml", PERSON + text)


def test_all_faults_are_said_at_once_but_not_hundreds(folder: Path) -> None:
    said = broken(folder, "drill.yaml", "- {}\n" * 30)
    assert said.count("\n") == 20
    assert "more" in said.splitlines()[-1]


def test_faults_are_said_in_chinese_too(folder: Path) -> None:
    (folder / "drill.yaml").write_text("- {id: D-1}\n- just text\n", encoding="utf-8")
    (folder / "post.yaml").write_text("- [unclosed\n", encoding="utf-8")
    with pytest.raises(BrokenInput) as caught:
        records.load(folder)
    said = caught.value.text.zh.splitlines()
    assert f"{folder / 'drill.yaml'}:1：记录 'D-1'：缺少 `plan`" in said
    assert f"{folder / 'drill.yaml'}:2：记录应为字段的映射，而不是 'just text'" in said
    assert any(line.startswith(f"{folder / 'post.yaml'}:2：不是合法的 YAML：") for line in said)


def test_deep_nesting_is_refused(folder: Path) -> None:
    assert "nested" in broken(folder, "drill.yaml", "[" * 5000 + "]" * 5000)


@pytest.mark.parametrize(
    "value",
    [
        "0x" + "f" * 5000, "9" * 5000, "-" + "9" * 5000, ".inf", ".nan", "1e999", "1" + ":59" * 2000, "0b" + "1" * 20000,
        "2026-99-99", "2026-01-01 00:00:00 +99:99", "0001-01-01", '"\\ud800"', '"\\0"', "!!int x", "!!float x", "~", "[]", "{}",
        "!!timestamp x", "? x", "<<: {}", "=", "!!binary aGVsbG8=", "!!set {a}", "[" * 19 + "]" * 19,
    ],
)  # fmt: skip
@pytest.mark.parametrize("field", ["id", "party", "employment", "access", "joined", "left", "certificates"])
def test_no_value_of_yaml_passes_for_another_or_breaks_the_loader(
    folder: Path, field: str, value: str
) -> None:
    fields = {
        "id": "P-002",
        "party": "ORG-1",
        "employment": "full_time",
        "access": "true",
        "joined": "2026-01-05",
    }
    text = "".join(f"{name}: {given}\n" for name, given in {**fields, field: value}.items())
    (folder / "person").mkdir()
    (folder / "person/one.yaml").write_text(text, encoding="utf-8")
    fine = {("left", "~"), ("certificates", "[]")}
    if (field, value) in fine:
        assert len(records.load(folder)) == 3
        return
    with pytest.raises(BrokenInput) as caught:
        records.load(folder)
    assert str(folder / "person/one.yaml") in str(caught.value)
    assert re.search("[\u4e00-\u9fff]", caught.value.text.zh)
    assert len(str(caught.value)) < 5000


def test_names_that_would_multiply_are_refused_at_once(folder: Path) -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{after}: &{after} [{','.join([f'*{before}'] * 9)}]\n"
        for before, after in zip("abcdefgh", "bcdefghi", strict=True)
    )
    assert "aliases" in broken(folder, "drill.yaml", bomb)


def test_a_file_that_is_too_large_is_refused_before_it_is_read(folder: Path) -> None:
    with (folder / "drill.yaml").open("wb") as file:
        file.truncate(10**9)
    with pytest.raises(BrokenInput, match="1000000000 bytes, more than 4000000"):
        records.load(folder)


def test_faults_come_in_parts_too(folder: Path) -> None:
    (folder / "person.yaml").write_text(PERSON.replace("full_time", "fulltime"), encoding="utf-8")
    (fault,) = loader.survey(folder).faults
    assert isinstance(fault, Fault)
    assert (fault.place, fault.field, fault.value) == (
        f"{folder / 'person.yaml'}:1",
        "employment",
        "'fulltime'",
    )
    assert fault.why.zh == "应为 'full_time'、'part_time'或'outsourced'"


words = st.text(string.printable + "编号", max_size=8)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | words | st.dates()
trees = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3)
)
fields = sorted({name for kind in records.KINDS.values() for name in kind.model_fields})
entries = st.dictionaries(
    st.sampled_from([*fields, "kind"]), trees | st.sampled_from([*records.KINDS, "P-1"])
)


WILD = settings(deadline=None)


@pytest.fixture(scope="module")
def wild(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder whose one file each example writes anew."""
    return tmp_path_factory.mktemp("wild")


@WILD
@given(text=st.text(max_size=60) | st.text("-:[]{}&*!|>%@`'\"\n ,#?0aé", max_size=40))
def test_wild_text_is_refused_or_read(wild: Path, text: str) -> None:
    _survives(wild, text.encode("utf-8", "surrogatepass"))


@WILD
@given(data=st.lists(entries, max_size=3) | entries | trees)
def test_wild_data_is_refused_or_read(wild: Path, data: Any) -> None:
    _survives(wild, yaml.safe_dump(data, allow_unicode=True).encode())


@WILD
@given(content=st.binary(max_size=60))
def test_wild_bytes_are_refused_or_read(wild: Path, content: bytes) -> None:
    _survives(wild, content)


def _survives(folder: Path, content: bytes) -> None:
    path = folder / "person.yaml"
    path.write_bytes(content)
    with contextlib.suppress(BrokenInput):
        assert isinstance(records.load(folder), list)
