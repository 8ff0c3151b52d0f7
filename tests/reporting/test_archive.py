"""Whatever is changed in an archive is found, by us and by the tools that everybody has."""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from reporting.signed import APPROVER, COMPILER, archived, key

from hubops.errors import BrokenInput, UsageError
from hubops.reporting import archive, life, signing

DAY = date(2026, 8, 4)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    base = tmp_path_factory.mktemp("archive")
    (base / "keys").mkdir()
    (base / "reports").mkdir()
    return archived(base / "reports", base / "keys", DAY)


@pytest.fixture
def copy(whole: tuple[Path, dict[str, Any]], tmp_path: Path) -> tuple[Path, dict[str, Any], Path]:
    """A copy that can be spoilt, its record, and the keys that the hub knows."""
    folder, record = whole
    shutil.copytree(folder.parent, tmp_path / "reports")
    for path in (tmp_path / "reports/RPT-1", *(tmp_path / "reports/RPT-1").iterdir()):
        os.chmod(path, path.stat().st_mode | 0o200)
    return tmp_path / "reports/RPT-1", dict(record), tmp_path / "reports" / signing.SIGNERS


def outside(folder: Path, record: dict[str, Any]) -> list[int]:
    """What the commands of the README end with."""
    return [
        subprocess.run(["sh", "-c", line], cwd=folder, capture_output=True, check=False).returncode
        for line in archive.commands(record)
    ]


def test_an_untouched_archive_is_whole_for_us_and_for_the_outside_tools(
    whole: tuple[Path, dict[str, Any]],
) -> None:
    folder, record = whole
    assert archive.faults(folder, record, folder.parent / signing.SIGNERS) == []
    assert outside(folder, record) == [0] * 5


def test_an_archive_is_read_only_and_says_in_both_languages_how_to_verify_it(
    whole: tuple[Path, dict[str, Any]],
) -> None:
    folder, record = whole
    assert folder.stat().st_mode & 0o777 == 0o555
    assert {path.stat().st_mode & 0o777 for path in folder.iterdir()} == {0o444}
    assert not archive.writable(folder)
    text = (folder / archive.README).read_text(encoding="utf-8")
    assert "只读归档" in text
    assert "read-only archive" in text
    assert all(line in text for line in archive.commands(record))


FILES = [
    *("report.html", "report.json", archive.SUMS, archive.README),
    *(f"{step}.sha256{end}" for step in life.STEPS for end in ("", ".sig")),
]


def test_these_are_all_files_of_an_archive(whole: tuple[Path, dict[str, Any]]) -> None:
    assert sorted(path.name for path in whole[0].iterdir()) == sorted(FILES)


@pytest.mark.parametrize("name", FILES)
def test_one_changed_byte_is_found_by_us_and_by_the_outside_tools(
    copy: tuple[Path, dict[str, Any], Path], name: str
) -> None:
    folder, record, signers = copy
    content = bytearray((folder / name).read_bytes())
    content[len(content) // 2] ^= 1
    (folder / name).write_bytes(content)
    assert archive.faults(folder, record, signers)
    assert any(outside(folder, record))


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_gone_is_found(copy: tuple[Path, dict[str, Any], Path], name: str) -> None:
    folder, record, signers = copy
    (folder / name).unlink()
    assert any(name.removesuffix(".sig") in fault.en for fault in archive.faults(folder, record, signers))


def test_a_file_too_many_and_a_link_are_found(copy: tuple[Path, dict[str, Any], Path]) -> None:
    folder, record, signers = copy
    (folder / "note.txt").write_text("also approved")
    assert [fault.en for fault in archive.faults(folder, record, signers)] == [
        "note.txt is covered by no digest"
    ]
    (folder / "note.txt").unlink()
    (folder / "report.html").rename(folder.parent / "elsewhere.html")
    (folder / "report.html").symlink_to(folder.parent / "elsewhere.html")
    assert any("report.html is missing" in fault.en for fault in archive.faults(folder, record, signers))


def test_content_and_digests_changed_together_are_found_by_the_signature(
    copy: tuple[Path, dict[str, Any], Path],
) -> None:
    folder, record, signers = copy
    html = folder / "report.html"
    old = archive._sha(html)
    html.write_text("<p>All is well</p>")
    sums = folder / archive.SUMS
    before = archive._sha(sums)
    sums.write_text(sums.read_text().replace(old, archive._sha(html)))
    compiled = folder / "compiled.sha256"
    compiled.write_text(compiled.read_text().replace(before, archive._sha(sums)))
    said = [fault.en for fault in archive.faults(folder, record, signers)]
    assert any(line.startswith("compiled: no good signature of P-008") for line in said)


def test_a_step_that_was_skipped_or_taken_by_another_is_found(
    copy: tuple[Path, dict[str, Any], Path],
) -> None:
    folder, record, signers = copy
    said = archive.faults(folder, {**record, "approved_by": "P-002"}, signers)
    assert any("says person 'P-001', and the record 'P-002'" in fault.en for fault in said)
    said = archive.faults(folder, {**record, "approved": "2026-08-03"}, signers)
    assert any("says day '2026-08-04', and the record '2026-08-03'" in fault.en for fault in said)
    said = archive.faults(folder, {**record, "approved": None, "approved_by": None}, signers)
    assert [fault.en for fault in said] == ["archived, and never approved"]
    said = archive.faults(folder, {**record, "digest": "0" * 64}, signers)
    assert [fault.en for fault in said] == ["archived.sha256 is not the one that the record names"]


def test_another_report_s_folder_is_not_taken_for_this_one(copy: tuple[Path, dict[str, Any], Path]) -> None:
    folder, record, signers = copy
    said = archive.faults(folder, {**record, "id": "RPT-2"}, signers)
    assert any("says report 'RPT-1', and the record 'RPT-2'" in fault.en for fault in said)


def test_no_keys_are_known_and_no_folder_is_there(copy: tuple[Path, dict[str, Any], Path]) -> None:
    folder, record, signers = copy
    signers.unlink()
    assert any("no key is known" in fault.en for fault in archive.faults(folder, record, signers))
    assert [f.zh for f in archive.faults(folder / "x", record, signers)] == [f"{folder / 'x'}：没有该目录"]


def test_the_key_of_another_signs_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    signers = tmp_path / signing.SIGNERS
    signing.enrol(signers, COMPILER, key(tmp_path, COMPILER).with_suffix(".pub"))
    other = key(tmp_path, APPROVER)
    archive.put(tmp_path / "RPT-1", {"report.html": b"x"})
    said = {"report": "RPT-1", "person": COMPILER, "day": "2026-08-04"}
    with pytest.raises(UsageError, match="is not the key of P-008"):
        archive.take(tmp_path / "RPT-1", "compiled", said, other, signers)
    with pytest.raises(UsageError, match="does not sign"):
        archive.take(tmp_path / "RPT-1", "compiled", said, tmp_path / "none", signers)
    assert sorted(path.name for path in (tmp_path / "RPT-1").iterdir()) == [archive.SUMS, "report.html"]


def test_one_key_is_one_person_s(tmp_path: Path) -> None:
    signers = tmp_path / signing.SIGNERS
    public = key(tmp_path, COMPILER).with_suffix(".pub")
    signing.enrol(signers, COMPILER, public)
    signing.enrol(signers, COMPILER, public)
    assert len(signers.read_text().splitlines()) == 1
    with pytest.raises(BrokenInput, match="is the key of P-008 already"):
        signing.enrol(signers, APPROVER, public)
    with pytest.raises(UsageError, match="is no public key"):
        signing.enrol(signers, APPROVER, tmp_path / COMPILER)
