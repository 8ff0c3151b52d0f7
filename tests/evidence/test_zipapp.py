"""The collector as one file."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hubops import bundle
from hubops.evidence.host import COLLECTORS
from hubops.evidence.schema import validate
from hubops.evidence.zipapp import NAME, build_zipapp
from hubops.model import digest

MINE = ["os", "packages", "services", "listeners", "time", "logging"]


def _run(path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-I", str(path), *arguments]
    return subprocess.run(argv, capture_output=True, text=True, timeout=300, check=False, cwd="/")


@pytest.fixture(scope="module")
def collector(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_zipapp(tmp_path_factory.mktemp("zipapp"))


def test_the_same_sources_give_the_same_bytes(collector: Path, tmp_path: Path) -> None:
    time.sleep(2.1)  # a zip tells times in steps of two seconds
    os.umask(before := os.umask(0o077))
    assert build_zipapp(tmp_path / "other.pyz").read_bytes() == collector.read_bytes()
    os.umask(before)
    assert collector.name == NAME
    assert os.access(collector, os.X_OK)


def test_it_runs_alone_and_gives_every_section(collector: Path) -> None:
    done = _run(collector)
    assert done.returncode == 0, done.stderr
    collection = json.loads(done.stdout)
    assert collection["schema"] == "hubops/collection/1"
    assert list(collection["sections"]) == sorted(COLLECTORS)
    for name, section in collection["sections"].items():
        assert "error" not in section, f"{name}: {section}"
        assert validate(name, section["data"], bundle.find().schemas) == []


def test_an_unchanged_host_keeps_its_digests(collector: Path) -> None:
    first, second = (
        json.loads(_run(collector, "--sections", ",".join(MINE)).stdout)["sections"] for _ in range(2)
    )
    for name in set(MINE) - {"listeners"}:  # other tests on this machine open ports
        assert digest(first[name]["data"]) == digest(second[name]["data"]), name


def test_only_the_sections_asked_for(collector: Path) -> None:
    assert list(json.loads(_run(collector, "--sections", "os").stdout)["sections"]) == ["os"]


def test_it_lists_its_sections(collector: Path) -> None:
    assert _run(collector, "--list").stdout.split() == list(COLLECTORS)


def test_an_unknown_section_is_refused_with_the_valid_ones(collector: Path) -> None:
    done = _run(collector, "--sections", "os,nonsense")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no section nonsense; valid: os, packages" in done.stderr


def test_few_programs_are_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slow host pays for each: all sections together stay below 25."""
    from hubops.evidence.host import __main__, probe

    started = []
    execute = probe.Probe._execute
    monkeypatch.setattr(
        probe.Probe,
        "_execute",
        lambda self, argv, timeout: started.append(argv) or execute(self, argv, timeout),
    )
    __main__.collection(list(COLLECTORS))
    assert 0 < len(started) < 25, started
