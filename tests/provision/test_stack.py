"""Driving stacks: what is found without the engine, and what a killed run leaves is taken up."""

from __future__ import annotations

import json
import os
import socket
import stat
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from hubops import provision
from hubops.bundle import Bundle
from hubops.bundle import find as bundle_find
from hubops.errors import BrokenInput, UsageError
from hubops.provision import stack, workspace
from hubops.provision.stack import Event

DYNAMIC = "pulumi-python:dynamic/lab:Machine"


@pytest.fixture
def bundle(tmp_path: Path) -> Bundle:
    """A bundle with one stack, `shop`, whose project is called `store`."""
    folder = tmp_path / "bundle" / "stacks" / "shop"
    folder.mkdir(parents=True)
    (folder / "Pulumi.yaml").write_text("name: store\nruntime: python\n")
    return Bundle(tmp_path / "bundle")


def test_the_lab_is_a_stack() -> None:
    assert "lab" in provision.stacks(bundle_find())


def test_unknown_stack_is_an_error_that_lists_the_valid_ones(bundle: Bundle) -> None:
    with pytest.raises(UsageError, match="unknown stack 'shpo'; valid: shop") as raised:
        provision.outputs(bundle, "shpo")
    assert "shop" in raised.value.hint.en


def test_broken_project_is_named(bundle: Bundle) -> None:
    path = bundle.stacks / "shop" / "Pulumi.yaml"
    path.write_text("runtime: python\n")
    with pytest.raises(BrokenInput, match=str(path)):
        provision.outputs(bundle, "shop")


def test_outputs_are_read_from_the_state_and_secrets_stay_closed(bundle: Bundle) -> None:
    assert provision.outputs(bundle, "shop") == {}
    secret = {workspace.SIGNATURE: workspace.SECRET_MARK, "ciphertext": "v1:…"}
    outputs = {"address": "192.0.2.1", "hosts": [{"name": "a", "password": secret}], "key": secret}
    _checkpoint({"resources": [{"type": "pulumi:pulumi:Stack", "outputs": outputs}]})
    assert provision.outputs(bundle, "shop") == {
        "address": "192.0.2.1",
        "hosts": [{"name": "a", "password": {"$secret": True}}],
        "key": {"$secret": True},
    }


def test_what_a_killed_run_was_making_joins_the_state() -> None:
    made = {"urn": "urn::a", "type": DYNAMIC, "inputs": {"lab": "lab", "name": "hub-1"}, "custom": True}
    foreign = {"urn": "urn::b", "type": "aws:s3:Bucket", "inputs": {}, "custom": True}
    known = {"urn": "urn::c", "type": DYNAMIC, "id": "lab-hub-2", "inputs": {"lab": "lab", "name": "hub-2"}}
    pending = [{"resource": r, "type": "creating"} for r in (made, foreign, {**known, "id": ""})]
    deployment = {"resources": [known], "pending_operations": pending}
    _checkpoint(deployment)
    engine, told = _Engine(deployment), list[Event]()
    stack._recover(engine, "store", told.append)  # type: ignore[arg-type]
    assert engine.imported is not None
    assert engine.imported.deployment == {
        "resources": [known, {**made, "id": "lab-hub-1", "outputs": made["inputs"]}]
    }
    assert [event.text for event in told] == [f"a run ended while creating {name}" for name in "abc"]


def test_state_without_leftovers_is_left_alone() -> None:
    _checkpoint({"resources": []})
    engine = _Engine({"resources": []})
    stack._recover(engine, "store", lambda event: None)  # type: ignore[arg-type]
    assert engine.imported is None


def test_only_locks_of_dead_processes_are_dropped(monkeypatch: pytest.MonkeyPatch) -> None:
    here, alive = socket.gethostname(), 4711
    monkeypatch.setattr(workspace, "_is_engine", lambda process: process == alive)
    dead = _lock("dead", {"pid": 4242, "hostname": here})
    torn = _lock("torn", None)
    living = _lock("living", {"pid": alive, "hostname": here})
    elsewhere = _lock("elsewhere", {"pid": 4242, "hostname": "another-machine"})
    workspace.drop_leftovers("store")
    assert [path.exists() for path in (dead, torn, living, elsewhere)] == [False, False, True, True]


def test_attributes_that_were_cut_short_are_dropped() -> None:
    stacks = workspace.home() / ".pulumi/stacks/store"
    stacks.mkdir(parents=True, exist_ok=True)
    cut, whole, others = (stacks / f"{name}.attrs" for name in ("local.json", "local.json.bak", "other.json"))
    for path, text in ((cut, ""), (whole, "{}"), (others, "")):
        path.write_text(text)
    workspace.drop_leftovers("store")
    assert [path.exists() for path in (cut, whole, others)] == [False, True, True]


def test_this_process_is_no_engine() -> None:
    assert not workspace._is_engine(2**22 + 1)
    assert workspace._is_engine(os.getpid()) == (b"pulumi" in Path("/proc/self/cmdline").read_bytes())


def test_state_is_in_a_folder_with_a_passphrase_of_its_own() -> None:
    environment = workspace.environment()
    assert environment["PULUMI_BACKEND_URL"] == f"file://{workspace.home()}?metadata=skip"
    passphrase = Path(environment["PULUMI_CONFIG_PASSPHRASE_FILE"])
    assert stat.S_IMODE(passphrase.stat().st_mode) == 0o600
    assert len(passphrase.read_text()) >= 32
    assert workspace.environment() == environment


def test_what_the_user_has_set_stands(monkeypatch: pytest.MonkeyPatch, bundle: Bundle) -> None:
    monkeypatch.setenv("PULUMI_BACKEND_URL", "s3://states")
    monkeypatch.setenv("PULUMI_CONFIG_PASSPHRASE", "mine")
    environment = workspace.environment()
    assert environment["PULUMI_BACKEND_URL"] == "s3://states"
    assert "PULUMI_CONFIG_PASSPHRASE_FILE" not in environment
    assert not workspace.in_folder()
    assert workspace.checkpoint("store") is None


def test_problem_is_told_without_the_providers_traceback() -> None:
    text = 'Traceback (most recent call last):\n  File "x"\nhubops.errors.ProvisionFailed: no address'
    assert stack._essence(Event("message", name="hub-1", text=text)) == "hub-1: no address"
    assert stack._essence(Event("message", text="one\ntwo")) == "one\ntwo"


class _Engine:
    """Stands for the part of the Automation API's stack that recovery uses."""

    def __init__(self, deployment: dict[str, Any]) -> None:
        self.deployment = deployment
        self.imported: Any = None

    def export_stack(self) -> Any:
        return SimpleNamespace(version=3, deployment=json.loads(json.dumps(self.deployment)))

    def import_stack(self, state: Any) -> None:
        self.imported = state


def _checkpoint(latest: dict[str, Any]) -> None:
    path = workspace.home() / ".pulumi" / "stacks" / "store" / "local.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"version": 3, "checkpoint": {"latest": latest}}))


def _lock(name: str, holder: dict[str, Any] | None) -> Path:
    path = workspace.home() / ".pulumi" / "locks" / "organization" / "store" / "local" / f"{name}.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(holder) if holder else '{"pid": 42')
    return path


def test_what_is_forked_after_a_run_of_the_engine_lives() -> None:
    """gRPC's threads would abort about one child in a hundred; its own switch is what prevents it."""
    code = "import hubops.provision, os; print(os.environ['GRPC_ENABLE_FORK_SUPPORT'])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "false"
