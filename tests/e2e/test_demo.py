"""The whole loop through the real command line, on a lab of the test's own."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from e2e.hubops_cli import KIND, MACHINES, Cli

from hubops import bundle, catalog
from hubops.breakages import load
from hubops.model import SubjectKind

pytestmark = pytest.mark.lab

HOSTS = ("hub-1", "hub-2", "ops-1")
CONTROLS = catalog.load(bundle.find())
ON_HOSTS = {id_: control for id_, control in CONTROLS.items() if control.subject is SubjectKind.HOST}
PHASES = ("1/6", "2/6", "3/6", "4/6")
WITH_ROLE = {id_ for id_, control in ON_HOSTS.items() if control.remedy.role}
# What the lab's machine has not: a boot loader, firmware with Secure Boot, mounts of its own, others' logs.
ABSENT_ON_THE_MACHINE = {
    "boot/loader_files_private",
    "boot/loader_password_set",
    "boot/secure_boot_on",
    "logging/no_gaps",
    "logging/records_old_enough",
    "logging/server_receives",
    "logging/store_private",
    "mounts/data_encrypted",
    "mounts/home_restricted",
    "mounts/log_restricted",
    "mounts/network_restricted",
}
ABSENT_ON_CONTAINERS = {one.control for one in load(bundle.find()) if one.host.get("platform") == "vm"}
NOT_SHOWN = ABSENT_ON_THE_MACHINE if MACHINES else ABSENT_ON_THE_MACHINE | ABSENT_ON_CONTAINERS


@pytest.fixture(scope="module")
def cli(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cli]:
    """A hub of this test's own, removed whatever happens."""
    own = Cli(tmp_path_factory.mktemp("demo"))
    yield own
    own.run("provision", "destroy", "lab", "--yes", code=None)
    assert own.leftovers() == []


@pytest.fixture(scope="module")
def reports(cli: Cli) -> Path:
    """What the demonstration leaves, after everything has been shown once.

    Before that it was killed a moment into each phase, with everything that it had started: it must be taken up.
    """
    folder = cli.state / "demo"
    demo = ("demo", "-o", str(folder), *KIND)
    for phase in PHASES:
        killed_in(phase, cli.start(*demo))
    cli.run(*demo)
    return folder


def killed_in(phase: str, process: subprocess.Popen[str]) -> None:
    """Sends SIGKILL to the whole group of processes three seconds after the phase is announced."""
    assert process.stdout
    for line in process.stdout:
        if line.startswith(phase):
            break
    else:
        pytest.fail(f"the demonstration ended before {phase}")
    time.sleep(3)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


@pytest.fixture(scope="module")
def after(reports: Path) -> dict[tuple[str, str], dict[str, object]]:
    findings = json.loads((reports / "results.json").read_text())["findings"]
    return {(finding["control"], finding["subject"]): finding for finding in findings}


def test_most_host_controls_failed_before(reports: Path) -> None:
    before = json.loads((reports / "before.json").read_text())["findings"]
    shown = [f for f in before if f["subject_kind"] == "host" and f["status"] != "not_applicable"]
    failed = {f["control"] for f in shown if f["status"] == "fail"}
    assert len(failed) > len({f["control"] for f in shown}) / 2
    assert not [f for f in before if f["status"] in {"error", "stale"}]


def test_every_control_of_hosts_passes_after_where_it_can_be_shown(after) -> None:
    wrong = {
        key: (finding["status"], finding["items"], finding["reason"])
        for key, finding in after.items()
        if key[0] in ON_HOSTS and finding["status"] not in {"pass", "not_applicable"}
    }
    assert wrong == {}
    shown = {control for (control, _), finding in after.items() if finding["status"] == "pass"}
    assert shown >= WITH_ROLE - NOT_SHOWN, "shown on no host at all"


@pytest.mark.skipif(not MACHINES, reason="`make proof` has a virtual machine")
def test_the_virtual_machine_shows_all_but_what_it_has_not(after) -> None:
    skipped = {c for (c, host), f in after.items() if host == "hub-2" and f["status"] == "not_applicable"}
    assert skipped == ABSENT_ON_THE_MACHINE


def test_what_is_wrong_in_the_records_is_found(after) -> None:
    failing = {
        control for (control, subject), f in after.items() if subject == "lab" and f["status"] == "fail"
    }
    assert failing == {"people/agreements_signed", "emergency/plans_drilled"}


def test_the_reports_are_there_and_name_every_host(reports: Path) -> None:
    for name in ("report.html", "results.json", "junit.xml", "findings.csv"):
        text = (reports / name).read_text()
        assert all(host in text for host in HOSTS), name


def test_a_second_apply_changes_nothing_and_says_how_long_it_took(cli: Cli, reports: Path) -> None:
    said = cli.run("apply")
    assert "nothing changed" in said
    for role in ("ssh_server", "accounts", "kernel", "time_sync", "log_server", "log_forward"):
        assert role in said


def test_remediate_refuses_shows_asks_and_mends(cli: Cli, reports: Path) -> None:
    broken = {
        ("ssh/root_login_denied", "hub-1"): "echo PermitRootLogin yes > /etc/ssh/sshd_config.d/00-aaa.conf",
        ("files/identity_files_protected", "ops-1"): "chmod 644 /etc/shadow",
    }
    cli.on("hub-1", broken["ssh/root_login_denied", "hub-1"])
    cli.on("ops-1", broken["files/identity_files_protected", "ops-1"])
    chosen = ("remediate", "ssh", "files")
    assert "2 of 3 hosts would change" in cli.run(*chosen, code=2)
    tried = cli.run(*chosen, "--check", code=1)
    assert "-PermitRootLogin yes" in tried, "the diff is shown"
    assert "Nothing was done." in cli.run(*chosen, "--max-hosts", "100", code=130), "nobody said yes"
    still = cli.check("-c", "ssh", "-c", "files")
    assert {key for key, finding in still.items() if finding["status"] == "fail"} >= set(broken)
    assert re.search(r"^(\d+) of \1 mended$", cli.run(*chosen, "--max-hosts", "100", "--yes"), re.MULTILINE)
    mended = cli.check("-c", "ssh", "-c", "files")
    assert {finding["status"] for finding in mended.values()} <= {"pass", "not_applicable"}
    assert "Nothing fails that a role mends." in cli.run(*chosen)


def test_a_host_removed_by_hand_is_drift_that_up_heals(cli: Cli, reports: Path) -> None:
    subprocess.run(["podman", "rm", "-f", f"{cli.lab}-hub-1"], check=True, capture_output=True)
    gone = cli.check("-l", "hub-1", "-c", "ssh")
    assert {finding["status"] for finding in gone.values()} == {"unknown"}
    assert "drift" in cli.run("provision", "refresh", "lab")
    cli.run("provision", "up", "lab", *KIND)
    back = cli.check("-l", "hub-1", "-c", "ssh")
    assert "unknown" not in {finding["status"] for finding in back.values()}
