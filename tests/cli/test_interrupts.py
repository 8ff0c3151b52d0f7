"""Ctrl-C in every phase that needs no lab: exit 130, one line, and nothing left behind."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from command import Command, Said, descendants, ended, hub, lives, own_bundle, until

CHECK = ("check", "-q", "--host", "localhost", "-c", "packages/cleartext_servers_absent")
LOCAL = f"ansible_connection: local, ansible_become: false, ansible_python_interpreter: {sys.executable}"
ENDLESS = """
deny contains {"item": "none", "expected": 0, "actual": count(_pairs)} if count(_pairs) == 1

_pairs := [1 | some a in numbers.range(1, 200000); some b in numbers.range(1, 200000); a + b < 0]
"""
CONTROL = "policies/controls/packages/cleartext_servers_absent/cleartext_servers_absent.rego"

Interrupt = Callable[[int], None]


@pytest.fixture
def command(tmp_path: Path) -> Command:
    """A command that has stored one run already."""
    own = Command(tmp_path)
    assert own.run(*CHECK).code == 0
    return own


@pytest.fixture(
    params=[
        pytest.param((os.killpg, signal.SIGINT), id="ctrl-c"),
        pytest.param((os.kill, signal.SIGINT), id="alone"),
        pytest.param((os.kill, signal.SIGTERM), id="sigterm"),
    ]
)
def interrupt(request: pytest.FixtureRequest) -> Interrupt:
    """Interrupts a process as a terminal does, with its group, or alone as another process does."""
    send, number = request.param
    return lambda process: send(process, number)


def _interrupted(
    command: Command,
    process: subprocess.Popen[str],
    interrupt: Interrupt,
    before: str | None,
) -> Said:
    """Ends a command that is at work, and looks at what is left."""
    below = descendants(process.pid)
    interrupt(process.pid)
    said = ended(process, 60)
    assert said.code == 130, said
    assert said.err.splitlines()[-1].startswith("Interrupted"), said.err
    assert "Traceback" not in said.err
    until(lambda: not [pid for pid in below if lives(pid)], 10)
    assert command.processes() == []
    assert list(command.temporary.iterdir()) == []
    assert command.newest_run() == before
    return said


def _below(process: subprocess.Popen[str], word: str) -> int:
    """A process below one whose command line has this word; 0 where there is none."""
    return next((pid for pid, args in descendants(process.pid).items() if word in args), 0)


def test_while_it_collects_here(command: Command, interrupt: Interrupt) -> None:
    before = command.newest_run()
    process = command.start("check", "--host", "localhost")
    collector = until(lambda: _below(process, "hubops-collect.pyz"))
    os.kill(collector, signal.SIGSTOP)
    _interrupted(command, process, interrupt, before)


def test_a_command_that_hangs_on_this_machine_ends_with_its_collector(
    command: Command, interrupt: Interrupt
) -> None:
    before = command.newest_run()
    process = command.start("check", "--host", "localhost")
    collector = until(lambda: _below(process, "hubops-collect.pyz"))

    def run_by_the_collector() -> int:
        """A program that it runs; until that is executed, the process is a copy of the collector."""
        try:
            (child, *_) = Path(f"/proc/{collector}/task/{collector}/children").read_text().split()
            copy = b"hubops-collect.pyz" in Path(f"/proc/{child}/cmdline").read_bytes()
        except (OSError, ValueError):
            return 0
        return 0 if copy else int(child)

    hanging = until(run_by_the_collector)
    os.kill(hanging, signal.SIGSTOP)
    _interrupted(command, process, interrupt, before)
    assert not lives(hanging)


def test_while_it_collects_over_ansible(command: Command, interrupt: Interrupt) -> None:
    before = command.newest_run()
    shell = command.root / "shell"
    shell.write_text(
        '#!/bin/sh\ncase "$*" in *hubops-collect.pyz*--sections*) sleep 317;; *) exec /bin/sh "$@";; esac\n'
    )
    shell.chmod(0o755)
    hosts = f"all: {{hosts: {{here: {{{LOCAL}}}, slow: {{{LOCAL}, ansible_shell_executable: {shell}}}}}}}"
    process = command.start(
        "check", "-i", hub(command.root, hosts), "-c", "packages/cleartext_servers_absent"
    )
    until(lambda: _below(process, "sleep 317"))
    _interrupted(command, process, interrupt, before)
    left = [path for path in (command.root / "ansible").rglob("*") if path.is_file()]
    assert left == [], "what Ansible makes on a host"


def test_while_it_decides(command: Command, interrupt: Interrupt) -> None:
    before = command.newest_run()
    folder = own_bundle(command.root, "packages")
    path = folder / CONTROL
    path.write_text(path.read_text().partition("\ndeny contains")[0] + ENDLESS)
    process = command.start(*CHECK, HUBOPS_BUNDLE=str(folder))
    until(lambda: _below(process, "run --server"))
    time.sleep(2)
    _interrupted(command, process, interrupt, before)


def test_while_it_stores(command: Command, interrupt: Interrupt) -> None:
    evidence = str(command.root / "evidence")
    command.run("collect", "--host", "localhost", "-c", "packages/cleartext_servers_absent", "-o", evidence)
    judge = ("check", "--evidence", evidence, "-c", "packages/cleartext_servers_absent")
    assert command.run(*judge).code == 0  # every decision is known now, so that only the run is to be stored
    before = command.newest_run()
    database = sqlite3.connect(command.state / "results.db", isolation_level=None)
    database.execute("BEGIN IMMEDIATE")
    process = command.start(*judge)
    assert process.stderr
    for line in process.stderr:
        if line.startswith("Deciding"):
            break
    time.sleep(3)
    assert process.poll() is None, "it did not wait for the database"
    interrupt(process.pid)
    time.sleep(1)
    database.rollback()
    database.close()
    said = ended(process, 60)
    assert said.code == 130, said
    assert "Traceback" not in said.err
    assert command.newest_run() == before
    assert command.run(*judge).code == 0
    assert command.newest_run() != before


def test_while_it_reports(command: Command, interrupt: Interrupt) -> None:
    """A pipe that nobody reads holds the report up; by then the run is stored."""
    before = command.newest_run()
    pipe = command.root / "pipe"
    os.mkfifo(pipe)
    process = command.start(*CHECK, "-o", f"json={pipe}")
    until(lambda: command.newest_run() != before)
    time.sleep(1)
    _interrupted(command, process, interrupt, command.newest_run())


def test_while_it_is_being_loaded(command: Command, interrupt: Interrupt) -> None:
    before = command.newest_run()
    process = command.start(*CHECK)
    # Python itself is up, and its own handling of signals with it, once a library of ours is mapped.
    # (Until it is executed, the process is a copy of this one, in which that library is mapped, too.)
    own = Path(f"/proc/{process.pid}")
    until(
        lambda: b"-m\0hubops" in (own / "cmdline").read_bytes() and b"pydantic" in (own / "maps").read_bytes()
    )
    _interrupted(command, process, interrupt, before)


def test_a_killed_run_leaves_no_opa(command: Command) -> None:
    folder = own_bundle(command.root, "packages")
    path = folder / CONTROL
    path.write_text(path.read_text().partition("\ndeny contains")[0] + ENDLESS)
    process = command.start(*CHECK, HUBOPS_BUNDLE=str(folder))
    opa = until(lambda: _below(process, "run --server"))
    process.kill()
    process.wait()
    until(lambda: not lives(opa), 10)
