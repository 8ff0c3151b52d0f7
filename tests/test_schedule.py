"""Timers for checks and drills, as systemd reads them."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from hubops import bundle, schedule
from hubops.cli.app import app
from hubops.errors import UsageError

DRILL = ("drill", "restore", "hub-1", "--host", "spare 1", "--note", 'at 100 % of "$HOME" \\')


def keys(path: Path, name: str) -> list[str]:
    return [line.partition("=")[2] for line in path.read_text().splitlines() if line.startswith(f"{name}=")]


def test_systemd_accepts_both_and_runs_what_was_asked_for(tmp_path: Path, monkeypatch) -> None:
    monkeypatch.setenv("HUBOPS_LANG", "zh")
    service, timer = schedule.write(bundle.find(), "Mon *-*-* 03:00", DRILL, tmp_path)
    assert (service.suffix, timer.suffix, service.stem) == (".service", ".timer", timer.stem)
    told = subprocess.run(
        ["systemd-analyze", "verify", str(service), str(timer)], capture_output=True, text=True, check=False
    )
    assert [line for line in told.stderr.splitlines() if service.stem in line] == []
    assert keys(timer, "OnCalendar") == ["Mon *-*-* 03:00"]
    (command,) = keys(service, "ExecStart")
    assert command.endswith('"--host" "spare 1" "--note" "at 100 %% of \\"$$HOME\\" \\\\"')
    assert '"HUBOPS_LANG=zh"' in keys(service, "Environment")


@pytest.mark.parametrize("every", ["", "sometimes", "daily\nExecStart=/bin/sh", "--help", "25:00"])
def test_a_time_that_systemd_does_not_know_is_refused(tmp_path: Path, every: str) -> None:
    with pytest.raises(UsageError, match="no time that systemd knows"):
        schedule.write(bundle.find(), every, ("check",), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_the_command_must_be_one_of_this_program(tmp_path: Path) -> None:
    said = CliRunner().invoke(app, ["schedule", "daily", "-o", str(tmp_path), "--", "chek", "--publish"])
    assert isinstance(said.exception, UsageError) or said.exit_code == 2
    assert list(tmp_path.iterdir()) == []
    said = CliRunner().invoke(app, ["schedule", "daily", "-o", str(tmp_path), "--", "check", "--publish"])
    assert said.exit_code == 0
    assert {path.name for path in tmp_path.iterdir()} == {
        "hubops-check-publish.service",
        "hubops-check-publish.timer",
    }
