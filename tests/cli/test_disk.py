"""Disks that are full or read-only: one line says so, and what was there before is still there."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import Command

CHECK = ("check", "-q", "--host", "localhost", "-c", "packages/sources_authenticated")
FULL, READ_ONLY = "No space left on device", "Read-only file system"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    if os.geteuid() != 0:
        pytest.skip("only root mounts a disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(folder)], check=True)
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


def _spoil(disk: Path, how: str) -> None:
    if how == READ_ONLY:
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        return
    subprocess.run(["dd", "if=/dev/zero", f"of={disk}/filler", "bs=4k"], capture_output=True, check=False)


@pytest.mark.parametrize("how", [FULL, READ_ONLY])
@pytest.mark.parametrize("format_", ["html", "json", "junit", "csv"])
def test_a_report_that_cannot_be_written_leaves_the_older_one(
    command: Command, disk: Path, how: str, format_: str
) -> None:
    path = disk / "report"
    assert command.run(*CHECK, "-o", f"{format_}={path}").code == 0
    before, run = path.read_bytes(), command.newest_run()
    _spoil(disk, how)
    said = command.run(*CHECK, "-o", f"{format_}={path}")
    assert said.code == 2
    assert said.error == f"cannot write the {format_} report to {path}: {how}"
    assert path.read_bytes() == before
    assert {entry.name for entry in disk.iterdir()} <= {"report", "filler"}, "a draft is left"
    assert command.newest_run() != run, "the run itself is stored all the same"


def test_a_device_that_takes_nothing_is_told(command: Command) -> None:
    said = command.run(*CHECK, "-o", "json=/dev/full")
    assert said.code == 2
    assert said.error == f"cannot write the json report to /dev/full: {FULL}"


@pytest.mark.parametrize("how", [FULL, READ_ONLY])
def test_evidence_that_cannot_be_written_leaves_the_older(command: Command, disk: Path, how: str) -> None:
    collect = (
        "collect",
        "--host",
        "localhost",
        "-c",
        "packages/sources_authenticated",
        "-o",
        str(disk / "evidence"),
    )
    assert command.run(*collect).code == 0
    (path,) = (disk / "evidence").iterdir()
    before = path.read_bytes()
    _spoil(disk, how)
    said = command.run(*collect)
    assert said.code == 2
    assert said.error == f"cannot write the evidence to {path}: {how}"
    assert path.read_bytes() == before
    assert list((disk / "evidence").iterdir()) == [path]


def test_a_state_folder_that_cannot_be_made_is_told(command: Command, disk: Path) -> None:
    _spoil(disk, READ_ONLY)
    said = command.run(*CHECK, HUBOPS_STATE=str(disk / "state"))
    assert said.code == 2
    assert said.error == f"the state folder {disk}/state cannot be made: {READ_ONLY}"


@pytest.mark.parametrize("how", [FULL, READ_ONLY])
def test_a_state_that_cannot_be_written_keeps_what_it_holds(command: Command, disk: Path, how: str) -> None:
    command.state.symlink_to(disk)
    assert command.run(*CHECK).code == 0
    before = command.newest_run()
    assert before
    _spoil(disk, how)
    said = command.run(*CHECK)
    assert said.code == 3
    assert str(disk / "results.db") in said.error
    subprocess.run(["mount", "-o", "remount,rw", str(disk)], check=True)
    (disk / "filler").unlink(missing_ok=True)
    assert command.newest_run() == before
    assert command.run(*CHECK).code == 0
    assert command.newest_run() != before
