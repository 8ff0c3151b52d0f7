"""A report from being compiled to being archived, as its people do it, and what is refused on the way."""

from __future__ import annotations

import json
import os
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest
import yaml
from reporting.month import fill
from reporting.signed import key

from hubops.model import today_in_china
from hubops.reporting import period
from hubops.store import open_store

LAST = period.of(today_in_china().replace(day=1) - timedelta(days=1), "monthly")
ID = f"RPT-operation-{LAST.name}"


@pytest.fixture
def office(city: Path, tmp_path: Path) -> Path:
    """A hub whose last month is to be reported on, and a store that knows that month; keys are in `keys`."""
    path = city / "records/report_definition.yaml"
    definitions = yaml.safe_load(path.read_text(encoding="utf-8"))
    definitions[0] |= {"starts": LAST.first, "compile_days": 31, "archive_days": 31}
    path.write_text(yaml.safe_dump(definitions, allow_unicode=True), encoding="utf-8")
    reports = city / "records/report.yaml"
    kept = [
        one for one in yaml.safe_load(reports.read_text(encoding="utf-8")) if one["definition"] != "RDEF-01"
    ]
    reports.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    (tmp_path / "state").mkdir()
    store = open_store(f"sqlite:///{tmp_path}/state/results.db")
    fill(store, "city", LAST)
    store.close()
    (tmp_path / "keys").mkdir()
    return city


def test_a_report_goes_through_all_its_steps(hubops, office: Path, tmp_path: Path) -> None:
    hub = ("-i", str(office))

    def report(*arguments: str, by: str = "", **environ: str) -> tuple[int, str, str]:
        signed = ("--by", by, "--key", str(tmp_path / "keys" / by)) if by else ()
        return hubops("report", *arguments, *signed, *hub, **environ)

    compiling = ("compile", "operation", "--period", LAST.name, "--format", "html,docx")
    key(tmp_path / "keys", "P-008")
    key(tmp_path / "keys", "P-001")
    code, _, err = report(*compiling, by="P-008")
    assert (code, "no key is known" in err) == (2, True)
    assert not (office / "records/report").exists()
    for person in ("P-008", "P-001"):
        assert report("enrol", person, str(tmp_path / f"keys/{person}.pub"))[0] == 0

    code, _, err = report(*compiling, by="P-001")
    assert (code, "P-001 does not hold POST-05; valid: P-003, P-008" in err) == (2, True)
    code, out, err = report(*compiling, by="P-008")
    assert (code, err) == (0, "")
    assert f"{ID}: compiled in" in out
    record = office / f"records/report/{ID}.yaml"
    said = yaml.safe_load(record.read_text(encoding="utf-8"))
    assert {"run", "evidence", "drill"} <= {one["name"] for one in said["sources"]}
    assert "findings fail at the end of the period" in said["analysis"]["en"]
    code, _, err = report(*compiling, by="P-008")
    assert (code, "is compiled already; valid: --again" in err) == (2, True)
    assert report(*compiling, "--again", "--remark", "Quiet.", by="P-008")[0] == 0

    code, _, err = report("approve", ID, by="P-001")
    assert (code, "it is not submitted yet" in err) == (2, True)
    page = office / f"reports/{ID}/report.html"
    whole = page.read_bytes()
    page.write_bytes(whole + b" ")
    code, _, err = report("submit", ID, by="P-008")
    assert (code, "report.html was altered" in err) == (2, True)
    page.write_bytes(whole)
    assert report("submit", ID, by="P-008")[0] == 0
    code, _, err = report("approve", ID, by="P-008")
    assert code == 2
    assert "P-008 does not hold POST-01" in err
    assert "another must approve it" in err
    assert report("approve", ID, "--decision", "Buy memory", by="P-001")[0] == 0
    code, out, err = report("archive", ID, by="P-008", HUBOPS_LANG="zh")
    assert (code, err) == (0, "")
    assert "已由 P-008 归档" in out

    folder = office / f"reports/{ID}"
    commands = [line.strip() for line in out.splitlines() if line.startswith("  ")]
    assert [command.split()[0] for command in commands] == ["sha256sum", *["ssh-keygen"] * 4]
    for command in commands:
        done = subprocess.run(["sh", "-c", command], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    said = yaml.safe_load(record.read_text(encoding="utf-8"))
    assert said["archive"] == f"reports/{ID}"
    assert [one["en"] for one in said["decisions"]] == ["Buy memory"]
    code, _, err = report(*compiling, "--again", by="P-008")
    assert (code, "approved: it stays as it is" in err) == (2, True)

    code, out, err = report("verify", ID, "--by", "P-006")
    assert (code, err) == (0, "")
    assert f"✓ {ID}" in out
    assert yaml.safe_load(record.read_text(encoding="utf-8"))["verified_by"] == "P-006"
    os.chmod(page, 0o644)
    page.write_bytes(whole.replace(b"<h1>", b"<h2>", 1))
    code, out, _ = report("verify", ID, "--format", "json")
    assert code == 1
    assert [one["en"] for one in json.loads(out)[0]["faults"]] == [
        "report.html was altered: SHA256SUMS has another digest"
    ]


def test_verify_finds_archives_that_are_not_there_and_folders_that_no_record_names(
    hubops, city: Path
) -> None:
    (city / "reports/RPT-nobody-knows").mkdir(parents=True)
    code, out, _ = hubops("report", "verify", "-i", str(city), "--lang", "zh")
    assert code == 1
    assert "✗ RPT-operation-2026-10" in out
    assert "没有该目录" in out
    assert "✗ RPT-nobody-knows: 没有报告记录指向该目录" in out


def test_a_draft_is_written_anywhere_and_recorded_nowhere(hubops, office: Path, tmp_path: Path) -> None:
    asked = ("report", "compile", "operation", "--period", LAST.name, "-i", str(office))
    code, out, err = hubops(*asked, "--draft", "out", "--format", "html,pdf", "--lang", "zh")
    assert (code, err, out) == (0, "", "已写入 out\n")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "report.html",
        "report.json",
        "report.pdf",
    ]
    assert "运维分析" in (tmp_path / "out/report.html").read_text(encoding="utf-8")
    assert not (office / "reports").exists()
    assert not (office / "records/report").exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("operation", "--period", "October", "--draft", "x"), "valid: 2026-10, 2026-Q4 or 2026"),
        (("operation", "--period", "2026-10"), "a report needs --by and --key, and a draft only --draft"),
        (("operation", "--period", "2026-10", "--draft", "x", "--by", "P-1"), ""),
        (("weather", "--period", "2026-10", "--draft", "x"), "unknown kind of report 'weather'"),
        (("operation", "--period", "2026", "--draft", "x"), "no definition of operation has the period 2026"),
        (("operation", "--period", "2026-10", "--draft", "x", "--format", "odt"), "unknown format 'odt'"),
        (
            ("operation", "--period", "2199-01", "--by", "P-008", "--key", "k"),
            "the period 2199-01 is not over",
        ),
    ],
)
def test_what_cannot_be_compiled_is_refused(
    hubops, city: Path, arguments: tuple[str, ...], said: str
) -> None:
    code, _, err = hubops("report", "compile", *arguments, "-i", str(city))
    assert said in err
    assert code == 2 or not said


def test_what_is_late_is_refused_unless_it_is_said_to_be(hubops, city: Path, tmp_path: Path) -> None:
    """The lab's year 2025 was to be reported on in January 2026."""
    reports = city / "records/report.yaml"
    kept = [one for one in yaml.safe_load(reports.read_text(encoding="utf-8")) if one["period"] != "2025"]
    reports.write_text(yaml.safe_dump(kept, allow_unicode=True), encoding="utf-8")
    signed = ("--by", "P-008", "--key", str(key(tmp_path, "P-008")), "-i", str(city))
    assert hubops("report", "enrol", "P-008", str(tmp_path / "P-008.pub"), "-i", str(city))[0] == 0
    asked = ("report", "compile", "satisfaction", "--period", "2025", "--format", "html", *signed)
    code, _, err = hubops(*asked)
    assert code == 2
    assert "RDEF-04 allows 20; with --late it is taken all the same" in err
    assert hubops(*asked, "--late")[0] == 0
    assert (city / "records/report/RPT-satisfaction-2025.yaml").is_file()


def test_what_is_due_is_listed(hubops, city: Path) -> None:
    code, out, _ = hubops("report", "list", "-i", str(city), "--format", "json")
    assert code == 0
    october = next(
        one for one in json.loads(out) if (one["topic"], one["period"]) == ("operation", "2026-10")
    )
    assert (october["compile_by"], october["archive_by"], october["archived"]) == (
        "2026-11-10",
        "2026-11-20",
        "2026-11-10",
    )
    assert "archived on 2026-11-10" in hubops("report", "list", "-i", str(city))[1]
