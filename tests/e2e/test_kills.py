"""A demonstration that is killed leaves nothing that the next one cannot take up."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

import pytest
from e2e.hubops_cli import Cli

pytestmark = pytest.mark.lab

PHASES = ("1/6", "2/6", "3/6", "4/6")


def test_a_demonstration_killed_in_any_phase_is_taken_up_by_the_next(tmp_path: Path) -> None:
    """SIGKILL to everything it started, a moment into each phase; the last run must end well."""
    own = Cli(tmp_path)
    try:
        for phase in PHASES:
            process = own.start("demo", "--containers-only", "-o", str(tmp_path / "demo"))
            assert process.stdout
            for line in process.stdout:
                if line.startswith(phase):
                    break
            else:
                pytest.fail(f"the demonstration ended before {phase}")
            time.sleep(3)
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        own.run("demo", "--containers-only", "-o", str(tmp_path / "demo"))
        assert "hub-2" in (tmp_path / "demo/report.html").read_text()
    finally:
        own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []
