"""Hosts that cannot be worked on, and Ctrl-C at work on hosts: the others are done, and nothing is left behind."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from command import until
from e2e.hubops_cli import Cli

from hubops.store import open_store

pytestmark = pytest.mark.lab

BAD, GOOD = "hub-1", ("hub-2", "ops-1")
OURS = ("ansible-playbook", "[mux]", "pulumi", "opa run", "-m hubops")


@dataclass(frozen=True)
class Fault:
    """What is done to a host as root, what undoes it, and what is then said of the host."""

    breaks: str
    mends: str
    said: str


# Less than people have, but enough for what the other hosts do on a busy machine.
PATIENCE_SECONDS = 45
KEYS = "/home/hubops/.ssh/authorized_keys"
PYTHON = "/usr/bin/python3"
FAULTS = {
    "wrong_key": Fault(f"mv {KEYS} {KEYS}.away", f"mv {KEYS}.away {KEYS}", "Permission denied (publickey"),
    "other_host_key": Fault(
        "mkdir /root/k; mv /etc/ssh/ssh_host_* /root/k; ssh-keygen -A; systemctl restart ssh",
        "mv /root/k/* /etc/ssh; systemctl restart ssh",
        "Host key verification failed",
    ),
    "no_python": Fault(f"mv {PYTHON} {PYTHON}.away", f"mv {PYTHON}.away {PYTHON}", "python3: not found"),
    # ssh says it in small letters; on a busy machine Ansible is first, and begins a sentence with it.
    "stopped_server": Fault("pkill -STOP -x sshd", "pkill -CONT -x sshd", "imed out"),
    "sleeping_python": Fault(
        f"mv {PYTHON} {PYTHON}.away; printf '#!/bin/sh\\nexec sleep 600\\n' > {PYTHON}; chmod 755 {PYTHON}",
        f"mv {PYTHON}.away {PYTHON}; pkill -x sleep || true",
        f"Timed out after {PATIENCE_SECONDS} second(s)",
    ),
}


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A lab of containers, removed whatever happens."""
    own = Cli(tmp_path_factory.mktemp("bad"))
    try:
        own.run("provision", "up", "lab", "--containers-only")
        yield own
    finally:
        own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []


@pytest.fixture(params=FAULTS)
def fault(request: pytest.FixtureRequest, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> Iterator[Fault]:
    """A host with a fault, and little patience with it."""
    monkeypatch.setenv("ANSIBLE_TASK_TIMEOUT", str(PATIENCE_SECONDS))
    found = FAULTS[request.param]
    _on(cli, BAD, found.breaks)
    yield found
    _on(cli, BAD, found.mends)


def _on(cli: Cli, host: str, command: str) -> None:
    """As an administrator at the host's own console."""
    argv = ["podman", "exec", f"{cli.lab}-{host}", "sh", "-c", command]
    done = subprocess.run(argv, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stderr


def test_a_bad_host_is_unknown_and_harms_no_other(cli: Cli, fault: Fault) -> None:
    started = time.monotonic()
    report = cli.state / "results.json"
    # The lab's hosts are bare, so that controls fail on those that can be judged.
    cli.run("check", "-q", "-l", "all", "-c", "ssh", "-o", f"json={report}", code=1)
    assert time.monotonic() - started < 240
    findings = json.loads(report.read_text())["findings"]
    bad = [finding for finding in findings if finding["subject"] == BAD]
    assert {finding["status"] for finding in bad} == {"unknown"}
    for finding in bad:
        reason = finding["reason"]["en"]
        assert fault.said in reason
        assert "\n" not in reason
        assert len(reason) < 300
    others = [finding for finding in findings if finding["subject"] in GOOD]
    assert {finding["subject"] for finding in others} == set(GOOD)
    assert "unknown" not in {finding["status"] for finding in others}


def test_a_bad_host_alone_makes_the_check_unsure(cli: Cli, fault: Fault) -> None:
    cli.run("check", "-q", "-l", BAD, "-c", "ssh", code=3)


def test_the_others_are_applied(cli: Cli, fault: Fault) -> None:
    said = cli.run("apply", "--tags", "ssh_access", code=3)
    assert "Traceback" not in said
    words = " ".join(said.split())
    (line,) = (part for part in said.splitlines() if part.startswith(f"{BAD}: "))
    assert f"{BAD}: " in line
    assert fault.said in words
    # `as it should be` or `changed`: they went through every task of the baseline.
    tasks = {row.split()[0]: int(row.split()[1]) for row in said.splitlines() if row.strip().startswith(GOOD)}
    assert set(tasks) == set(GOOD)
    assert min(tasks.values()) > 5


def _newest(cli: Cli) -> str:
    store = open_store(f"sqlite:///{cli.state / 'results.db'}")
    try:
        latest = store.latest()
        assert latest
        return latest.run.id
    finally:
        store.close()


def _ours(cli: Cli) -> list[str]:
    """Processes of this hub that are no part of its hosts."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        try:
            command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            if str(cli.state).encode() in (path / "environ").read_bytes():
                found += [command for word in OURS if word in command]
        except OSError:
            continue
    return found


@pytest.mark.parametrize("send", [os.killpg, os.kill], ids=["ctrl-c", "alone"])
@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("check", "-l", "all", "-c", "logging"), "Collecting"),
        (("apply",), "Read the host's state"),
        (("provision", "preview", "lab"), "Previewing"),
        (("provision", "up", "lab", "--containers-only"), "create hub-1"),
    ],
    ids=["collecting", "applying", "previewing", "provisioning"],
)
def test_ctrl_c_leaves_nothing_at_work(
    cli: Cli, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], line: str, send
) -> None:
    cli.run("check", "-q", "-l", "ops-1", "-c", "packages", code=None)
    before = _newest(cli)
    if "up" in arguments:
        subprocess.run(["podman", "rm", "-f", f"{cli.lab}-hub-1"], check=True, capture_output=True)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    process = cli.start(*arguments)
    assert process.stdout
    for said in process.stdout:
        if line in said:
            break
    else:
        pytest.fail(f"it ended before {line}")
    time.sleep(1)
    send(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=60)
    assert process.returncode == 130, rest
    assert "Traceback" not in rest
    assert rest.splitlines()[-1].startswith("Interrupted"), rest
    until(lambda: _ours(cli) == [], 10)
    assert list(tmp_path.iterdir()) == []
    assert _newest(cli) == before
    monkeypatch.delenv("TMPDIR")
    again = (*arguments, "--tags", "ssh_access") if arguments == ("apply",) else arguments
    cli.run(*again, code=1 if "check" in arguments else 0, timeout=300)
