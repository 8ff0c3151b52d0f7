"""The wheel alone is the whole product: it carries the roles, policies, playbooks and stacks it needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with just the wheel in it, as pip unpacks it."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=CHECKOUT,
        check=True,
    )
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(site: Path, home: Path, *arguments: str) -> str:
    """What `hubops` of the wheel prints, run where no checkout is near."""
    env = {"PATH": os.environ["PATH"], "HOME": str(home), "PYTHONPATH": str(site), "LANG": "C.UTF-8"}
    env |= {"HUBOPS_CACHE": os.environ.get("HUBOPS_CACHE") or str(Path.home() / ".cache/hubops")}
    program = f"import sys; sys.path.insert(0, {str(site)!r}); from hubops.cli import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=home,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1, 3}, done.stderr
    return done.stdout


def test_no_test_travels_and_nothing_private(installed: Path) -> None:
    names = [str(path.relative_to(installed)) for path in installed.rglob("*")]
    assert not [name for name in names if ".hubops/" in name or name.startswith("tests")]


def test_it_lists_the_same_controls(installed: Path, tmp_path: Path) -> None:
    listed = json.loads(run(installed, tmp_path, "controls", "--format", "json"))
    assert {entry["id"] for entry in listed} == {
        str(path.parent.relative_to(CHECKOUT / "policies/controls"))
        for path in (CHECKOUT / "policies/controls").glob("*/*/*_test.rego")
    }


def test_it_checks_this_machine_and_keeps_its_state_with_the_user(installed: Path, tmp_path: Path) -> None:
    run(
        installed,
        tmp_path,
        "check",
        "--host",
        "localhost",
        "-c",
        "packages",
        "-o",
        f"json={tmp_path}/results.json",
    )
    assert json.loads((tmp_path / "results.json").read_text())["findings"]
    assert (tmp_path / ".local/state/hubops/results.db").is_file()


def test_its_roles_can_be_found(installed: Path, tmp_path: Path) -> None:
    said = run(installed, tmp_path, "explain", "ssh/root_login_denied")
    assert "hubops apply --tags ssh_access" in said
    assert (installed / "hubops/_bundle/roles/ssh_server/tasks/main.yml").is_file()
    assert (installed / "hubops/_bundle/engines/opa/go.sum").is_file()
