"""Naming a report's format and file, and writing it whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hubops.errors import UsageError
from hubops.model import Item, Status
from hubops.reports import FORMATS, Report, parse_output, write
from hubops.reports.json import load
from tests.reports import sample

REPORT = sample.report()


@pytest.mark.parametrize("name", FORMATS)
def test_every_format_is_one_file_and_the_same_each_time(name: str, tmp_path: Path) -> None:
    path = tmp_path / "new" / f"report.{name}"
    write(name, path, REPORT)
    first = path.read_bytes()
    write(name, path, REPORT)
    assert path.read_bytes() == first
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_output_names_a_format_and_a_path() -> None:
    assert parse_output("html=build/report.html") == ("html", Path("build/report.html"))
    assert parse_output("json=a=b.json") == ("json", Path("a=b.json"))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("htlm=x", "unknown format 'htlm'; valid: csv, html, json, junit"),
        ("report.html", "unknown format"),
        ("", "unknown format"),
        ("html", "valid: html=PATH"),
        ("html=", "valid: html=PATH"),
    ],
)
def test_a_wrong_output_is_told_with_what_is_valid(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_output(text)


def test_an_unknown_format_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as raised:
        write("htm", tmp_path / "x", REPORT)
    assert "html" in raised.value.hint.en
    assert not list(tmp_path.iterdir())


def test_a_report_that_cannot_be_made_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "report.csv"
    path.write_text("old")
    monkeypatch.setattr(os, "fsync", _full_disk)
    with pytest.raises(UsageError, match="No space left"):
        write("csv", path, REPORT)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def _full_disk(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_a_folder_or_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for path in (tmp_path, tmp_path / "file" / "report.csv"):
        with pytest.raises(UsageError, match=r"cannot write the csv report to .*"):
            write("csv", path, REPORT)


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    write("csv", "/dev/null", REPORT)
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


def test_a_link_stays_and_its_target_is_written(tmp_path: Path) -> None:
    link, target = tmp_path / "latest.csv", tmp_path / "report.csv"
    link.symlink_to(target)
    write("csv", link, REPORT)
    assert link.is_symlink()
    assert target.is_file()


def test_half_a_surrogate_pair_is_spelt_out_and_read_back(tmp_path: Path) -> None:
    failing = next(finding for finding in REPORT.results.findings if finding.status is Status.FAIL)
    found = failing.model_copy(update={"items": (Item(item="name", expected=None, actual="caf\udce9"),)})
    results = REPORT.results.model_copy(update={"findings": (found,)})
    for name in FORMATS:
        path = tmp_path / name
        write(name, path, Report(results, sample.CONTROLS))
        if name in {"xlsx", "metrics"}:
            continue  # the one is no text file, its own tests open it; the other has no items
        assert r"caf\udce9" in path.read_text(encoding="utf-8")
    assert load((tmp_path / "json").read_bytes()).findings[0].items[0].actual == "caf\udce9"
