"""Hosts: what makes one another, what is drift, and how a machine's disk becomes its own."""

from __future__ import annotations

import subprocess
from pathlib import Path
from typing import Any

import pytest

from hubops.errors import ProvisionFailed
from hubops.provision.lab import container, host, keys, vm
from hubops.provision.lab.host import Spec
from hubops.provision.lab.providers import HostProvider, NetworkProvider

INPUTS: dict[str, Any] = {
    "lab": "lab",
    "name": "hub-1",
    "platform": "container",
    "address": "192.0.2.21",
    "subnet": "192.0.2.0/24",
    "release": "bookworm",
    "image": "localhost/hubops-lab@sha256:0",
    "authorized_key": "ssh-ed25519 AAAA",
    "folder": "/nowhere",
    "capabilities": ["NET_ADMIN"],
    "privileged": False,
    "zone": "platform",
    "owner": "operations",
    "__provider": "opaque",
}
SEEN = {**INPUTS, "running": True, "conforms": True}


def test_same_inputs_are_no_change() -> None:
    result = HostProvider().diff("lab-hub-1", SEEN, {**INPUTS, "__provider": "other code"})
    assert (result.changes, result.replaces) == (False, [])


@pytest.mark.parametrize("field", ["address", "release", "image", "platform", "capabilities", "privileged"])
def test_what_a_host_is_made_from_replaces_it(field: str) -> None:
    result = HostProvider().diff("lab-hub-1", SEEN, {**INPUTS, field: "another"})
    assert (result.changes, result.replaces, result.delete_before_replace) == (True, [field], True)


def test_what_is_only_said_of_a_host_keeps_it() -> None:
    result = HostProvider().diff("lab-hub-1", SEEN, {**INPUTS, "owner": "someone else"})
    assert (result.changes, result.replaces) == (True, [])


def test_stopped_host_is_started_and_foreign_one_replaced() -> None:
    stopped = HostProvider().diff("lab-hub-1", {**SEEN, "running": False}, INPUTS)
    assert (stopped.changes, stopped.replaces) == (True, [])
    foreign = HostProvider().diff("lab-hub-1", {**SEEN, "conforms": False}, INPUTS)
    assert (foreign.changes, foreign.replaces) == (True, ["name"])


@pytest.mark.parametrize(
    ("state", "conforms", "known", "expected"),
    [
        ("running", True, True, ("lab-hub-1", True, True)),
        ("running", True, False, ("lab-hub-1", False, True)),
        ("stopped", True, True, ("lab-hub-1", False, True)),
        (None, False, False, ("", False, False)),
    ],
)
def test_read_tells_what_is_there(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    state: str | None,
    conforms: bool,
    known: bool,
    expected: tuple[str, bool, bool],
) -> None:
    monkeypatch.setattr(container, "state", lambda spec: state)
    monkeypatch.setattr(container, "conforms", lambda spec: conforms)
    if known:
        keys.known_hosts(tmp_path).write_text(f"{SEEN['address']} ssh-ed25519 AAAA\n")
    read = HostProvider().read("lab-hub-1", {**SEEN, "folder": str(tmp_path)})
    assert read.outs is not None
    assert (read.id, read.outs["running"], read.outs["conforms"]) == expected


def test_network_of_another_subnet_is_replaced() -> None:
    seen = {"lab": "lab", "name": "network", "subnet": "192.0.2.0/24", "gateway": "192.0.2.1"}
    wanted = {"lab": "lab", "name": "network", "subnet": "198.51.100.0/24", "gateway": None}
    assert NetworkProvider().diff("lab-network", seen, wanted).replaces == ["subnet"]


def test_privileged_container_is_never_made() -> None:
    with pytest.raises(ProvisionFailed, match="privileged"):
        container.ensure(Spec.of({**INPUTS, "privileged": True}))


def test_spec_reads_numbers_as_pulumi_gives_them() -> None:
    spec = Spec.of({**INPUTS, "memory": 2048.0})
    assert spec.memory == 2048
    assert spec.digest == Spec.of({**INPUTS, "memory": 2048}).digest != Spec.of(INPUTS).digest


def test_wait_ends_when_the_host_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(host, "_greets", lambda address: False)
    with pytest.raises(ProvisionFailed, match="Kernel panic"):
        host.wait_for_ssh(Spec.of(INPUTS), lambda: "Kernel panic", 5)
    with pytest.raises(ProvisionFailed, match="did not answer SSH at 192"):
        host.wait_for_ssh(Spec.of(INPUTS), lambda: None, 0.3)


def test_files_are_written_into_a_disk_with_owner_and_mode(tmp_path: Path) -> None:
    root = tmp_path / "root" / "etc"
    root.mkdir(parents=True)
    (root / "hostname").write_text("before\n")
    image = tmp_path / "disk.img"
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", str(root.parent), str(image), "8M"], check=True)
    vm._write_into(
        image,
        [keys.File("/etc/hostname", b"hub-2\n", 0o644), keys.File("/etc/key", b"\0secret\n", 0o600, 1000)],
    )
    assert _debugfs(image, "cat /etc/hostname") == "hub-2\n"
    assert _debugfs(image, "cat /etc/key") == "\0secret\n"
    status = _debugfs(image, "stat /etc/key").split()
    assert status[status.index("Mode:") + 1] == "0600"
    assert status[status.index("User:") + 1] == "1000"
    assert [path.name for path in tmp_path.iterdir() if path.name == "files"] == []


def test_files_that_cannot_be_written_are_no_silence(tmp_path: Path) -> None:
    image = tmp_path / "disk.img"
    subprocess.run(["mke2fs", "-q", "-t", "ext4", str(image), "8M"], check=True)
    with pytest.raises(ProvisionFailed, match="could not write /no/such/folder/file"):
        vm._write_into(image, [keys.File("/no/such/folder/file", b"x", 0o644)])


def _debugfs(image: Path, command: str) -> str:
    return subprocess.run(
        ["debugfs", "-R", command, str(image)], capture_output=True, text=True, check=True
    ).stdout
