"""The command line as its users run it, and a hub of the test's own to run it on."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

LAB = Path(__file__).parents[2] / "inventories/lab"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """An environment with a state folder of its own, 80 columns wide, and no settings but the cache."""
    dropped = {"NO_COLOR", "FORCE_COLOR", "LC_ALL"}
    kept = {k: v for k, v in os.environ.items() if not k.startswith("HUBOPS_") and k not in dropped}
    cache = {"HUBOPS_CACHE": os.environ["HUBOPS_CACHE"]} if "HUBOPS_CACHE" in os.environ else {}
    return {**kept, **cache, "HUBOPS_STATE": str(tmp_path / "state"), "LANG": "C.UTF-8", "COLUMNS": "80"}


@pytest.fixture
def hubops(tmp_path: Path, environment: dict[str, str]):
    """Runs the command in a state folder of its own; gives exit code, output, errors."""

    def run(*arguments: str, **environ: str) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "hubops", *arguments],
            env={**environment, **environ}, cwd=tmp_path, stdin=subprocess.DEVNULL, capture_output=True, text=True,
            timeout=300, check=False,
        )  # fmt: skip
        return done.returncode, done.stdout, done.stderr

    return run


@pytest.fixture
def city(tmp_path: Path) -> Path:
    """A hub with the lab's records, defects included, and no host that answers."""
    folder = tmp_path / "city"
    folder.mkdir()
    shutil.copytree(LAB / "records", folder / "records")
    (folder / "hosts.yml").write_text(
        "all: {hosts: {node-1: {ansible_host: 127.0.0.1, ansible_port: 1}}}\n", encoding="utf-8"
    )
    return folder
