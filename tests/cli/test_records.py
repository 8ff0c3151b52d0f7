"""`hubops records` as an office uses it: what it shows, in both languages, and what it leaves behind."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from records.tables import GOOD, HEADER, csv_of, xlsx_of
from rich.cells import cell_len

WAYS = [
    ("list",),
    ("list", "person"),
    ("list", "training"),
    ("show", "P-002"),
    ("show", "PLAN-01"),
    ("due", "--days", "400", "--as-of", "2026-11-27", "--ends-only"),
]
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_good_records_are_counted(hubops, city: Path) -> None:
    code, out, err = hubops("records", "check", "-i", str(city))
    assert (code, err) == (0, "")
    assert re.match(r"No fault; \d+ records of \d+ kinds and 0 attachments could be read in ", out)


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_every_fault_is_shown_in_the_language_asked(hubops, city: Path, lang: str) -> None:
    text = "".join(
        f"- {{id: P-9{n:02}, party: ORG-1, employment: '[/bold] x', access: true, joined: 2026-01-05}}\n"
        for n in range(40)
    )
    (city / "records/person/more.yaml").parent.mkdir()
    (city / "records/person/more.yaml").write_text(text)
    code, out, err = hubops("--lang", lang, "records", "check", "-i", str(city))
    assert (code, err) == (2, "")
    for number in range(40):
        assert (
            f"more.yaml:{number + 1}  {'记录' if lang == 'zh' else 'record'} 'P-9{number:02}'  employment = '[/bold] x'"
            in out
        )
    assert (
        "应为 'full_time'、'part_time'或'outsourced'" if lang == "zh" else "Input should be 'full_time'"
    ) in out
    assert out.splitlines()[-1].startswith("发现错误 40 处" if lang == "zh" else "40 faults")


def test_faults_are_told_to_programs(hubops, city: Path) -> None:
    (city / "records/person.yaml").write_text("- {id: P-1, joined: soon}\n")
    code, out, _ = hubops("records", "check", "-i", str(city), "--format", "json")
    assert code == 2
    faults = {one["field"]: one for one in json.loads(out)["faults"]}
    assert faults["joined"]["value"] == "'soon'"
    assert faults["joined"]["why"]["zh"] == "应为不含时刻的日期，例如 2026-03-01"
    assert faults["party"]["why"] == {"en": "missing", "zh": "缺少"}
    assert faults["party"]["record"] == "'P-1'"


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize("arguments", WAYS, ids=" ".join)
def test_what_is_shown_fits_and_speaks_the_language(
    hubops, city: Path, arguments: tuple[str, ...], lang: str
) -> None:
    code, out, err = hubops("--lang", lang, "records", *arguments, "-i", str(city))
    assert (code, err) == (0, "")
    lines = [line for line in out.splitlines() if "/records/" not in line]
    assert max(map(cell_len, lines)) <= 80
    assert bool(CHINESE.search("".join(lines))) == (lang == "zh")


def test_records_are_told_to_programs(hubops, city: Path) -> None:
    _, out, _ = hubops("records", "list", "person", "-i", str(city), "--format", "json")
    people = json.loads(out)
    assert {one["kind"] for one in people} == {"person"}
    _, out, _ = hubops("records", "show", "P-002", "-i", str(city), "--format", "json")
    shown = json.loads(out)
    line = (city / "records/person.yaml").read_text().splitlines().index("- id: P-002") + 1
    assert shown["place"].endswith(f"person.yaml:{line}")
    assert {"kind": "post", "id": "POST-02", "field": "primary"} in shown["referred_by"]
    _, out, _ = hubops("records", "due", "-i", str(city), "--as-of", "2026-11-27", "--format", "json")
    assert json.loads(out)[0] == {
        "kind": "agreement", "id": "AGR-009", "field": "expires", "day": "2026-10-08", "days_left": -50, "owners": ["P-009"],
    }  # fmt: skip


def test_names_that_are_none_are_answered_with_the_nearest(hubops, city: Path) -> None:
    code, _, err = hubops("records", "show", "P-0002", "-i", str(city))
    assert code == 2
    assert "Did you mean 'P-002'?" in err
    code, _, err = hubops("records", "list", "persn", "-i", str(city))
    assert code == 2
    assert "Did you mean 'person'?" in err


def test_a_record_is_added_by_names_or_headers(hubops, city: Path) -> None:
    (city / "records/scans").mkdir()
    (city / "records/scans/a.pdf").write_bytes(b"signed")
    code, out, err = hubops(
        "records", "add", "agreement", "编号=AGR-901", "topic=保密", "人员编号=P-002", "签署日期=2026年3月1日",
        "--attach", "scans/a.pdf", "-i", str(city),
    )  # fmt: skip
    assert (code, err) == (0, "")
    assert out == f"AGR-901 written to {city / 'records/agreement.yaml'}\n"
    assert hubops("records", "check", "-i", str(city))[0] == 0
    _, out, _ = hubops("records", "show", "AGR-901", "-i", str(city), "--format", "json")
    assert json.loads(out)["attachments"][0]["path"] == "scans/a.pdf"


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        (
            ["id=AGR-001", "topic=security", "person=P-002", "signed=2026-03-01"],
            "the id 'AGR-001' is already used",
        ),
        (
            ["id=AGR-901", "topic=security", "person=P-999", "signed=2026-03-01"],
            "'P-999', which is no record",
        ),
        (["id=AGR-901", "topic=security", "person=张三", "signed=2026-03-01"], "never a name"),
        (["id=AGR-901", "topic=security", "signed=2026-03-01"], "exactly one of `person` and `party`"),
        (["id=AGR-901", "topic=x", "person=P-002", "signed=2026-03-01"], "valid: confidentiality, security"),
        (["id=AGR-901"], "`topic` is missing"),
        (["id=AGR-901", "id=AGR-902"], "given twice"),
        (["nonsense=1"], "has no field 'nonsense'; valid: id, topic"),
        (["nonsense"], "valid: FIELD=VALUE"),
    ],
)
def test_what_cannot_be_added_is_said_and_nothing_changes(
    hubops, city: Path, fields: list[str], why: str
) -> None:
    before = files(city)
    code, out, err = hubops("records", "add", "agreement", *fields, "-i", str(city))
    assert (code, out) == (2, "")
    assert why in err
    assert "Traceback" not in err
    assert files(city) == before


def test_on_a_terminal_it_asks_for_what_is_missing(city: Path, environment: dict[str, str]) -> None:
    master, slave = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "hubops", "--lang", "zh", "records", "add", "agreement", "person=P-002", "-i", str(city)],
        stdin=slave, stdout=slave, stderr=slave, env=environment, close_fds=True,
    )  # fmt: skip
    os.close(slave)
    os.write(master, "AGR-901\n保秘\n保密\n2026.3.1\n".encode())
    said = b""
    try:
        while chunk := os.read(master, 4096):
            said += chunk
    except OSError:
        pass  # the terminal is closed once the process has ended
    assert process.wait(60) == 0
    text = said.decode()
    assert "协议类别：保密、安全、岗位责任 (topic)" in text
    assert "应为：保密、安全、岗位责任" in text
    assert "AGR-901 已写入" in text
    assert (
        "{id: AGR-901, topic: confidentiality, person: P-002, signed: 2026-03-01}"
        in (city / "records/agreement.yaml").read_text()
    )


@pytest.mark.parametrize("lang", ["en", "zh"])
def test_an_import_shows_what_it_could_not_read_and_writes_nothing(
    hubops, city: Path, tmp_path: Path, lang: str
) -> None:
    rows = [HEADER, GOOD, ["AGR-902", "[/bold]", "张三", "2026.13.1", ""]]
    path = xlsx_of(
        tmp_path / "台账.xlsx", [[*HEADER, "姓名", "备注"], *([*row, "李四", "x"] for row in rows[1:])]
    )
    before = files(city)
    code, out, err = hubops(
        "--lang", lang, "records", "import", str(path), "--kind", "agreement", "-i", str(city), "--yes"
    )
    assert code == 2
    assert "Traceback" not in err
    for cell in ("B3", "C3", "D3", "[/bold]", "张三", "2026.13.1"):
        assert cell in out
    assert ("略去：记录中不登记个人信息" if lang == "zh" else "left out: who a person is") in out
    assert ("未导入任何内容：有 4 处无法读取" if lang == "zh" else "Nothing was imported: 4 places") in out
    assert files(city) == before


def test_an_import_asks_and_repeats_without_change(hubops, city: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "协议.csv", [HEADER, GOOD], "gb18030")
    arguments = ("records", "import", str(path), "-i", str(city))
    before = files(city)
    code, out, err = hubops(*arguments)
    assert code == 2
    assert "1 new, 0 changed, 0 as they are" in out
    assert "add --yes" in err
    assert files(city) == before
    code, out, _ = hubops(*arguments, "--yes")
    assert code == 0
    assert f"written to {city / 'records/agreement.yaml'}" in out
    after = files(city)
    code, out, _ = hubops(*arguments)
    assert code == 0
    assert "Nothing to write" in out
    assert files(city) == after


def test_a_difference_is_shown_and_taken_only_when_asked(hubops, city: Path, tmp_path: Path) -> None:
    path = csv_of(
        tmp_path / "agreement.csv", [HEADER, ["AGR-001", "保密", "P-001", "2026-01-05", "2029-01-01"]]
    )
    arguments = ("--lang", "zh", "records", "import", str(path), "-i", str(city), "--yes")
    code, out, _ = hubops(*arguments)
    assert code == 2
    assert "- 有效期截止日：2028-12-31" in out
    assert "+ 有效期截止日：2029-01-01" in out
    assert "加 --update 则以表格为准" in out
    assert hubops(*arguments, "--update")[0] == 0
    assert "signed: 2026-01-05, expires: 2029-01-01}" in (city / "records/agreement.yaml").read_text()


def test_an_import_is_told_to_programs(hubops, city: Path, tmp_path: Path) -> None:
    path = csv_of(tmp_path / "协议.csv", [HEADER, GOOD, ["AGR-902", "保秘", "P-002", "2026-03-01", ""]])
    arguments = ("records", "import", str(path), "-i", str(city), "--format", "json", "-q")
    code, out, _ = hubops(*arguments, "--yes")
    assert code == 2
    (fault,) = json.loads(out)["faults"]
    assert (fault["cell"], fault["header"], fault["value"]) == ("B3", "协议类别", "保秘")


@pytest.mark.parametrize("name", ["表.xlsx", "表.csv"])
def test_a_form_is_written_and_imports(hubops, city: Path, tmp_path: Path, name: str) -> None:
    code, _, err = hubops("--lang", "zh", "records", "template", "agreement", "-o", str(tmp_path / name))
    assert (code, err) == (0, "")
    code, out, _ = hubops("records", "import", str(tmp_path / name), "--kind", "agreement", "-i", str(city))
    assert code == 0
    assert "0 new, 0 changed, 0 as they are, 3 rows of explanation left out" in out


def test_a_form_of_another_kind_of_file_is_refused(hubops, tmp_path: Path) -> None:
    code, _, err = hubops("records", "template", "agreement", "-o", str(tmp_path / "a.pdf"))
    assert code == 2
    assert "ends in .xlsx or .csv" in err


def test_a_calendar_is_written(hubops, city: Path, tmp_path: Path) -> None:
    path = tmp_path / "due.ics"
    code, out, _ = hubops(
        "records", "due", "--days", "400", "--ends-only", "--ics", str(path), "--as-of", "2026-11-27", "-i", str(city),
        "--format", "json",
    )  # fmt: skip
    assert code == 0
    ends = json.loads(out)
    assert len(ends) > 5
    assert path.read_bytes().count(b"BEGIN:VEVENT\r\n") == len(ends)


def test_what_checks_will_find_is_due_too(hubops, city: Path) -> None:
    """A drill is due a year after the last one: the control says so, no record does."""
    drills = city / "records/drill.yaml"
    text = drills.read_text()
    assert "held: 2026-09-23" in text
    drills.write_text(text.replace("held: 2026-09-23", "held: 2025-12-09"))
    asked = ("records", "due", "--days", "20", "--as-of", "2026-11-28", "-i", str(city))
    code, out, err = hubops(*asked, "--format", "json")
    assert code == 0, err
    (found,) = [one for one in json.loads(out) if one["kind"] == "control"]
    assert (found["field"], found["id"], found["day"], found["days_left"]) == (
        "emergency/plans_drilled", "PLAN-04", "2026-12-10", 12,
    )  # fmt: skip
    _, told, _ = hubops(*asked, HUBOPS_LANG="zh")
    assert max(map(cell_len, told.splitlines())) <= 80
    assert "将不通过：每项应急预案" in told
    assert json.loads(hubops(*asked, "--ends-only", "--format", "json")[1]) == [
        one for one in json.loads(out) if one["kind"] != "control"
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe\x00", b'- {id: "\\ud800"}\n', b"- {id: \x1b[31mred}\n", b"- id: 0x" + b"f" * 5000,
        b"[" * 10_000, b"&a [*a, *a]", b"\0" * 100, b"- {id: '[red]'}",
    ],
    ids=range(8),
)  # fmt: skip
def test_no_file_breaks_a_command(hubops, city: Path, content: bytes) -> None:
    lang = "zh" if len(content) % 2 else "en"
    (city / "records/person.yaml").write_bytes(content)
    for arguments in (("check",), ("list",), ("due",), ("add", "person", "id=P-1")):
        code, out, err = hubops("--lang", lang, "records", *arguments, "-i", str(city))
        assert code == 2, arguments
        assert "Traceback" not in err
        assert "\x1b" not in out + err
        assert "person.yaml" in out + err or arguments[0] == "add"


def test_a_file_whose_name_is_no_text_is_named(hubops, city: Path) -> None:
    Path(os.fsdecode(os.fsencode(city / "records") + b"/\xff\xfe.pdf")).write_bytes(b"x")
    code, out, err = hubops("records", "check", "-i", str(city))
    assert code == 2
    assert "Traceback" not in err
    assert "not read as records" in out
