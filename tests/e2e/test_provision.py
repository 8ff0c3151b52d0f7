"""The lab on real hosts: it comes up, stays up, mends itself, survives being killed, and goes without a trace."""

from __future__ import annotations

import hashlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from e2e.hubops_cli import MACHINES

from hubops import bundle, provision
from hubops.provision.lab import names, vm
from hubops.provision.machine import ask, attempt, run

pytestmark = pytest.mark.lab

BUNDLE = bundle.find()
VM_READY_SECONDS = 300


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a lab that only this module has; whatever a test leaves of it is removed."""
    state = tmp_path_factory.mktemp("state")
    name = "hubops-test-" + hashlib.sha256(f"{os.getpid()}{state}".encode()).hexdigest()[:8]
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HUBOPS_STATE", str(state))
        patch.setenv("HUBOPS_LAB_NAME", name)
        for variable in ("PULUMI_BACKEND_URL", "PULUMI_STACK"):
            patch.delenv(variable, raising=False)
        yield name
        provision.destroy(BUNDLE, "lab")


def test_lab_comes_up_and_its_hosts_answer(lab: str) -> None:
    done = provision.up(BUNDLE, "lab", {"containersOnly": str(not MACHINES).lower()})
    assert done.changes["create"] == 9
    hosts = _hosts()
    assert {name: (host["zone"], host["role"]) for name, host in hosts.items()} == {
        "ops-1": ("management", "operations"),
        "hub-1": ("platform", "hub"),
        "hub-2": ("platform", "hub"),
    }
    assert hosts["hub-2"]["platform"] == ("vm" if MACHINES and vm.usable() else "container")
    for name in hosts:
        assert _ssh(name, "hostname; id -un; sudo -n id -u").split() == [name, "hubops", "0"]


def test_a_host_whose_key_was_forgotten_is_known_again(lab: str) -> None:
    """As after a kill between a host's start and the note of its key: it runs, but nobody can log in."""
    Path(str(provision.outputs(BUNDLE, "lab")["ssh_known_hosts_path"])).unlink()
    assert provision.up(BUNDLE, "lab").changes["update"] == 3
    assert _ssh("hub-1", "hostname").strip() == "hub-1"


def test_hosts_are_bare_and_sound(lab: str) -> None:
    """Nothing of a role's runs; on the machine, where installing takes minutes, its packages are there."""
    for name, host in _hosts().items():
        assert _ssh(name, "systemctl is-system-running --wait").strip() == "running"
        units = "rsyslog chrony cron auditd nftables fail2ban clamav-freshclam prometheus prometheus-node-exporter"
        assert set(_ssh(name, f"systemctl is-active {units} || true").split()) == {"inactive"}
        if host["platform"] == "container":
            assert _ssh(name, "ls /usr/sbin | grep -xE 'rsyslogd|chronyd|cron|auditd|nft' || true") == ""


def test_packages_of_the_roles_install_without_a_network(lab: str) -> None:
    install = "apt-get install --yes --no-install-recommends"
    for name, host in _hosts().items():
        wanted = _ssh(name, f"{install} --print-uris rsyslog-gnutls chrony libpam-pwquality cron")
        assert "http" not in wanted, wanted
        if host["platform"] == "vm":  # a container may not make a namespace without a network
            said = _ssh(name, f"sudo unshare --net {install} libpam-pwquality 2>&1")
            assert "libpam-pwquality is already the newest version" in said


def test_containers_have_no_power_over_this_machine(lab: str) -> None:
    for name in ("ops-1", "hub-1"):
        (seen,) = ask(["podman", "container", "inspect", names.identity(lab, name)]) or []
        assert seen["HostConfig"]["Privileged"] is False
        assert {"CAP_SYS_ADMIN", "CAP_SYS_TIME", "CAP_SYS_MODULE"}.isdisjoint(seen["EffectiveCaps"])
        assert "CAP_NET_ADMIN" in seen["EffectiveCaps"]


def test_second_up_and_preview_change_nothing(lab: str) -> None:
    assert not provision.up(BUNDLE, "lab").changed
    plan = provision.preview(BUNDLE, "lab")
    assert plan["changeSummary"] == {"same": 9}
    assert {step["op"] for step in plan["steps"]} == {"same"}


def test_private_key_is_nowhere_in_the_state_or_the_plan(lab: str) -> None:
    secret = Path(provision.outputs(BUNDLE, "lab")["ssh_private_key_path"]).read_text().splitlines()[2]
    assert secret not in json.dumps(provision.preview(BUNDLE, "lab"))
    found = attempt(["grep", "-rlF", secret, str(Path(os.environ["HUBOPS_STATE"]) / "pulumi")])
    assert found.stdout == b""


def test_inventory_is_what_the_stack_says(lab: str) -> None:
    program = Path(sys.executable).parent / "ansible-inventory"
    command = [str(program), "-i", str(BUNDLE.inventories / "lab" / "hub.pulumi.yaml"), "--list"]
    environ = os.environ | {"ANSIBLE_CONFIG": str(BUNDLE.root / "ansible.cfg"), "PYTHONPATH": _python_path()}
    listed = json.loads(subprocess.run(command, capture_output=True, check=True, env=environ).stdout)
    assert sorted(listed["zone_platform"]["hosts"]) == ["hub-1", "hub-2"]
    assert listed["role_operations"]["hosts"] == ["ops-1"]
    assert listed["_meta"]["hostvars"]["hub-1"]["ansible_host"] == _hosts()["hub-1"]["address"]


def test_host_removed_by_hand_is_seen_and_healed(lab: str) -> None:
    run(["podman", "rm", "--force", "--time", "0", names.identity(lab, "hub-1")])
    run(["podman", "stop", "--time", "0", names.identity(lab, "ops-1")])
    drift = provision.refresh(BUNDLE, "lab")
    assert drift.changes.items() >= {"delete": 1, "update": 1}.items()
    healed = provision.up(BUNDLE, "lab")
    assert healed.changes.items() >= {"create": 1, "update": 1}.items()
    for name in ("ops-1", "hub-1"):
        assert _ssh(name, "hostname").strip() == name
    assert not provision.up(BUNDLE, "lab").changed


def test_machine_that_lost_its_power_starts_again_with_its_disk(lab: str) -> None:
    if _hosts()["hub-2"]["platform"] != "vm":
        pytest.skip("`make proof` has a virtual machine, where this one can run any")
    _ssh("hub-2", "echo kept | sudo tee /etc/kept && sync")
    vm.stop(names.identity(lab, "hub-2"))
    assert provision.up(BUNDLE, "lab").changes["update"] == 1
    assert _ssh("hub-2", "cat /etc/kept").strip() == "kept"


def test_foreign_container_under_a_hosts_name_is_replaced(lab: str) -> None:
    name = names.identity(lab, "hub-1")
    (seen,) = ask(["podman", "container", "inspect", name]) or []
    run(["podman", "rename", name, f"{name}-original"])
    run(["podman", "create", "--name", name, "--label", f"{names.LABEL}={lab}", seen["Image"]])
    run(["podman", "rm", "--force", "--time", "0", f"{name}-original"])
    assert provision.up(BUNDLE, "lab").changes["replace"] == 1
    assert _ssh("hub-1", "hostname").strip() == "hub-1"


def test_destroy_leaves_nothing(lab: str) -> None:
    provision.destroy(BUNDLE, "lab")
    assert _remains(lab) == []
    assert provision.outputs(BUNDLE, "lab") == {}
    provision.destroy(BUNDLE, "lab")


@pytest.mark.parametrize("started", ["Network", "Machine"])
def test_killed_run_is_taken_up_by_the_next(lab: str, started: str) -> None:
    _killed_up(started)
    assert provision.up(BUNDLE, "lab").changed
    for name in _hosts():
        assert _ssh(name, "hostname").strip() == name
    assert not provision.up(BUNDLE, "lab").changed
    provision.destroy(BUNDLE, "lab")
    assert _remains(lab) == []


def test_killed_run_can_be_destroyed_at_once(lab: str) -> None:
    _killed_up("Machine")
    provision.destroy(BUNDLE, "lab")
    assert _remains(lab) == []


def _killed_up(started: str) -> None:
    """Bring up a lab of containers in a process that is killed as soon as a resource of this type is begun."""
    program = (
        "from hubops import bundle, provision\n"
        "tell = lambda event: print(event.kind, event.type, flush=True)\n"
        "provision.up(bundle.find(), 'lab', {'containersOnly': 'true'}, tell)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program],
        env=os.environ | {"PYTHONPATH": _python_path()},
        stdout=subprocess.PIPE,
        text=True,
    ) as child:
        for line in child.stdout or ():
            if line.split() == ["started", f"lab:{started}"]:
                time.sleep(0.5)
                break
        child.send_signal(signal.SIGKILL)
    assert child.returncode == -signal.SIGKILL


def _hosts() -> dict[str, dict[str, Any]]:
    return {host["name"]: host for host in provision.outputs(BUNDLE, "lab")["hosts"]}


def _ssh(name: str, command: str) -> str:
    outputs = provision.outputs(BUNDLE, "lab")
    options = {
        "UserKnownHostsFile": outputs["ssh_known_hosts_path"],
        "StrictHostKeyChecking": "yes",
        "BatchMode": "yes",
    }
    host = _hosts()[name]
    argv = ["ssh", "-i", outputs["ssh_private_key_path"]]
    argv += [part for key, value in options.items() for part in ("-o", f"{key}={value}")]
    argv += [f"{host['user']}@{host['address']}", command]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=VM_READY_SECONDS, check=False)
    assert done.returncode == 0, f"{name}: {done.stderr}{done.stdout}"
    return done.stdout


def _remains(lab: str) -> list[str]:
    """What there still is of the lab: containers, networks, machines, devices, files."""
    listed = run(
        ["podman", "ps", "--all", "--format", "{{.Names}}", "--filter", f"label={names.LABEL}={lab}"]
    )
    networks = run(["podman", "network", "ls", "--format", "{{.Name}}"])
    links = {link["ifname"] for link in ask(["ip", "-json", "link"]) or []}
    hosts = [names.identity(lab, name) for name in ("ops-1", "hub-1", "hub-2")]
    folder = Path(os.environ["HUBOPS_STATE"]) / "lab" / lab
    return [
        *listed.split(),
        *[name for name in networks.split() if name.startswith(lab)],
        *[f"process {process}" for host in hosts for process in vm.processes(host)],
        *links.intersection(names.tap_name(host) for host in hosts),
        *[str(path) for path in folder.rglob("*")],
    ]


def _python_path() -> str:
    return os.pathsep.join(path for path in sys.path if path)
