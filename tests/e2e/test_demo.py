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
from e2e.breakages import DUE
from e2e.hubops_cli import DRILLS, KIND, MACHINES, Cli

from hubops import bundle, catalog
from hubops.breakages import on_hosts
from hubops.model import SubjectKind

pytestmark = pytest.mark.lab
long_drill = pytest.mark.skipif(not DRILLS, reason="`make proof` holds the drills that take long")

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
    "mounts/home_restricted",
    "mounts/log_restricted",
    "mounts/network_restricted",
}
ABSENT_ON_CONTAINERS = {one.control for one in on_hosts(bundle.find()) if one.host.get("platform") == "vm"}
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
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith(phase):
            break
    else:
        pytest.fail(f"the demonstration ended before {phase}:\n{''.join(said)}")
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
        if key[0] in ON_HOSTS and finding["status"] not in {"pass", "not_applicable"} and key not in DUE
    }
    assert wrong == {}
    assert {after[key]["status"] for key in DUE} == {"fail"}, "nobody has held a drill yet"
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
    assert failing == {"people/agreements_signed", "emergency/plans_drilled", "emergency/drills_supported"}


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
    mending = cli.run(*chosen, "--max-hosts", "100", "--yes")
    assert "-PermitRootLogin yes" in mending, "the diff is shown of what is done, too"
    assert re.search(r"^(\d+) of \1 mended$", mending, re.MULTILINE)
    mended = cli.check("-c", "ssh", "-c", "files")
    assert {finding["status"] for finding in mended.values()} <= {"pass", "not_applicable"}
    assert "Nothing fails that a role mends." in cli.run(*chosen)


def test_a_check_that_is_published_reaches_the_monitoring(cli: Cli, reports: Path) -> None:
    assert "published on ops-1" in cli.run("check", "--publish", code=1)
    told = cli.on("ops-1", "cat /var/lib/prometheus/node-exporter/hubops_check.prom")
    assert all(f'subject="{host}"' in told for host in HOSTS)
    time.sleep(20)  # until it is scraped, so that the next line compares with who was checked
    found = cli.check("-l", "ops-1", "-c", "monitoring/no_host_forgotten")
    assert found["monitoring/no_host_forgotten", "ops-1"]["status"] == "pass"


KILLED = {
    "ops-1": ["prometheus", "prometheus-alertmanager", "prometheus-blackbox-exporter", "rsyslog"],
    "hub-1": ["prometheus-node-exporter", "rsyslog"],
    "hub-2": ["hubops-alert-receiver"],
}


def test_what_is_killed_comes_back_and_no_log_is_lost(cli: Cli, reports: Path) -> None:
    mark = f"kept-{os.getpid()}"
    for host, units in KILLED.items():
        killed = f"for u in {' '.join(units)}; do systemctl kill --signal KILL $u; done"
        # What is written while nobody forwards or takes it.
        cli.on(host, f"{killed}; for i in $(seq 20); do logger {mark} $i-$(hostname); done")
    for host, units in KILLED.items():
        cli.on(
            host,
            f"for i in $(seq 60); do systemctl is-active --quiet {' '.join(units)} && exit; sleep 1; done; exit 1",
        )
        cli.on("ops-1", f"for i in $(seq 60); do n=$(grep -rhoE '{mark} [0-9]+-{host}' /var/log/hub | sort -u | wc -l);"
               " [ $n = 20 ] && exit; sleep 1; done; exit 1")  # fmt: skip


def test_a_copy_that_is_cut_off_is_told_and_made_up_for(cli: Cli, reports: Path) -> None:
    unit = "hubops-backup-platform_files.service"
    cli.on(
        "hub-1",
        f"dd if=/dev/urandom of=/srv/platform/large bs=1M count=300 status=none; systemctl start --no-block {unit};"
        f" while ! systemctl status {unit} | grep -q 'borg create'; do sleep 0.2; done; sleep 1;"
        f" systemctl kill --signal KILL {unit}; while systemctl is-active {unit} | grep -q activating; do sleep 1; done",
    )
    told = cli.check("-l", "hub-1", "-c", "backup/last_run_succeeded")["backup/last_run_succeeded", "hub-1"]
    failed = [(item["item"], item["actual"]) for item in told["items"]]
    assert failed == [("platform_files in main", "failed"), ("platform_files in off_site", "failed")]
    metrics = "/var/lib/prometheus/node-exporter/hubops_backup.prom"
    assert cli.on("hub-1", f"grep -c 'last_run_succeeded.*platform_files.* 0$' {metrics}") == "2\n"
    cli.on("hub-1", f"rm /srv/platform/large; systemctl start {unit}", seconds=300)
    kept = cli.check("-l", "hub-1", "-c", "backup")
    assert {finding["status"] for finding in kept.values()} <= {"pass", "not_applicable"}


SILENCE = """python3 - <<'END'
import datetime, json, ssl, urllib.request
now = datetime.datetime.now(datetime.timezone.utc)
body = {"matchers": [{"name": "instance", "value": "hub-2", "isRegex": False}], "createdBy": "ops", "comment": "a drill",
        "startsAt": now.isoformat(), "endsAt": (now + datetime.timedelta(minutes=20)).isoformat()}
context = ssl.create_default_context(cafile="/etc/hubops/pki/ca.crt")
context.check_hostname = False  # it is asked by its address
context.load_cert_chain("/etc/hubops/pki/host.crt", "/etc/hubops/pki/host.key")
request = urllib.request.Request("https://ADDRESS:9093/api/v2/silences", json.dumps(body).encode())
request.add_header("Content-Type", "application/json")
print(urllib.request.urlopen(request, context=context).read().decode())
END"""


@pytest.fixture(scope="module")
def alarms(cli: Cli, reports: Path) -> tuple[subprocess.Popen[str], subprocess.Popen[str]]:
    """Two drills of alerts that go on meanwhile, the first of one that is silenced."""
    cli.on("ops-1", SILENCE.replace("ADDRESS", cli.hosts()["ops-1"]["ansible_host"]))
    silenced = cli.start("drill", "alert", "--host", "hub-2", "-q")
    time.sleep(2)  # records are named by the second
    return silenced, cli.start("drill", "alert", "--host", "hub-1", "-q", "--format", "json")


def test_data_is_restored_on_a_host_that_has_never_seen_it(cli: Cli, reports: Path, alarms) -> None:
    """What comes back is what is there, to the row: nothing has changed since it was copied."""
    cli.run("provision", "up", "lab", *KIND, "--config", "spare=true")
    cli.run("apply", "-l", "hub-2", "--tags", "firewall")  # which lets the new host in
    # The newest log, and with it all that was ever written, goes off the host.
    cli.on(
        "hub-1", "runuser -u postgres -- psql -Xqc 'SELECT pg_switch_wal()' >/dev/null; sleep 3", seconds=60
    )
    cli.on("hub-1", "systemctl start hubops-backup-platform_archive.service", seconds=300)
    drill = json.loads(cli.run("drill", "restore", "hub-1", "--host", "spare-1", "-q", "--format", "json"))
    assert drill["passed"], drill["why"]
    sets = drill["facts"]["sets"]
    assert set(sets) == {
        "configuration",
        "platform_files",
        "platform_database",
        "platform_archive",
        "platform_dump",
    }
    for table in ("districts", "sensors", "readings", "events"):
        rows = int(
            cli.on("hub-1", f"runuser -u postgres -- psql -XAt -d hub -c 'SELECT count(*) FROM {table}'")
        )
        for name in ("platform_database", "platform_dump"):
            assert sets[name]["databases"]["hub"][f"public.{table}"]["rows"] == rows > 0, (name, table)
    assert sets["platform_database"]["databases"]["hub"] == sets["platform_dump"]["databases"]["hub"]
    left = (
        "ls -d /var/lib/hubops-drill /run/hubops-drill /usr/lib/postgresql /etc/pgbackrest.conf 2>/dev/null"
    )
    assert cli.on("spare-1", f"{left}; getent passwd postgres || true") == ""


DAMAGE = {
    "a flipped byte in a segment": (
        "hub-2",
        "f=$(find /srv/backup/hub-1/data -type f -size +100k | head -n 1); cp -p $f /root/kept;"
        " printf '\\377' | dd of=$f bs=1 seek=50000 conv=notrunc status=none",
        "f=$(find /srv/backup/hub-1/data -type f -size +100k | head -n 1); cp -p /root/kept $f",
        "ntegrity",
    ),
    "a missing segment of the log": (
        "hub-1",
        "d=$(ls -d /var/lib/pgbackrest/archive/hub/*/* | head -n 1); n=$(ls $d | head -n 2 | tail -n 1);"
        " mv $d/$n /root/; echo $d/$n >/root/where; systemctl start hubops-backup-platform_archive.service",
        "p=$(cat /root/where); mv /root/$(basename $p) $p; systemctl start hubops-backup-platform_archive.service",
        "the archive lacks segments",
    ),
}


@long_drill
@pytest.mark.parametrize("damage", DAMAGE)
def test_a_copy_that_cannot_be_restored_fails_the_drill(cli: Cli, reports: Path, damage: str) -> None:
    host, harm, mend, said = DAMAGE[damage]
    cli.on(host, harm, seconds=300)
    drill = json.loads(
        cli.run("drill", "restore", "hub-1", "--host", "spare-1", "-q", "--format", "json", code=1)
    )
    cli.on(host, mend, seconds=300)
    assert not drill["passed"]
    assert said in drill["why"]
    kept = cli.check("-l", "ops-1", "-c", "drills/last_passed")
    assert [item["item"] for item in kept["drills/last_passed", "ops-1"]["items"]] == [drill["id"]]


@long_drill
def test_the_wrong_passphrase_fails_the_drill(cli: Cli, reports: Path) -> None:
    (secret,) = cli.state.rglob("backup/hub-1.passphrase")
    right = secret.read_text()
    secret.write_text("wrong\n")
    drill = json.loads(
        cli.run("drill", "restore", "hub-1", "--host", "spare-1", "-q", "--format", "json", code=1)
    )
    secret.write_text(right)
    assert "passphrase" in drill["why"]


def test_an_alert_reaches_its_receiver_and_clears_and_a_silenced_one_fails_its_drill(
    cli: Cli, alarms
) -> None:
    silenced, heard = alarms
    said, _ = heard.communicate(timeout=900)
    drill = json.loads(said)
    assert heard.returncode == 0
    assert drill["passed"]
    assert 0 < drill["measured"]["notified_seconds"] <= drill["promised"]["notified_seconds"]
    assert 0 < drill["measured"]["cleared_seconds"] <= drill["promised"]["cleared_seconds"]
    said, _ = silenced.communicate(timeout=900)
    assert silenced.returncode == 1
    assert "no notification that HostDown of hub-2 is firing within 300 seconds" in said
    (record,) = cli.on("ops-1", "grep -l '\"passed\": false' /var/lib/hubops/drills/alert-*").split()
    assert '"host": "hub-2"' in cli.on("ops-1", f"cat {record}")
    for host in ("hub-1", "hub-2"):
        assert cli.on(host, "systemctl is-active prometheus-node-exporter") == "active\n"


def test_drills_that_were_held_and_passed_are_due_no_longer(cli: Cli, alarms) -> None:
    if DRILLS:  # else the last one was passed
        last = cli.run("drill", "restore", "hub-1", "--host", "spare-1", "-q", "--format", "json")
        assert json.loads(last)["passed"]
    kept = cli.check("-l", "ops-1", "-c", "drills")
    assert {finding["status"] for finding in kept.values()} == {"pass"}


def test_monitoring_that_stays_down_is_told_by_a_check_at_once(cli: Cli, reports: Path) -> None:
    cli.on("ops-1", "systemctl stop prometheus.service")
    told = cli.check("-l", "ops-1", "-c", "monitoring")
    failed = {control for (control, _), finding in told.items() if finding["status"] == "fail"}
    assert failed >= {
        "monitoring/prometheus_protected",
        "monitoring/targets_up",
        "monitoring/watchdog_firing",
    }


@long_drill
def test_a_host_is_rebuilt_from_code_and_copies(cli: Cli, reports: Path) -> None:
    """What the roles' own data lack shows that it is the copies that came back."""
    asked = 'runuser -u postgres -- psql -XAt -d hub -c "SELECT name FROM districts WHERE id = 9001"'
    cli.on("hub-1", "runuser -u postgres -- psql -Xq -d hub -c \"INSERT INTO districts"
           " VALUES (9001, 'rebuilt', 1, 1)\"; echo rebuilt >/srv/platform/rebuilt; touch /root/lost")  # fmt: skip
    said = cli.run("drill", "rebuild", "hub-1", "--yes", "-q", "--format", "json")
    drill = json.loads(said)
    assert drill["passed"], drill["why"]
    assert drill["facts"]["compared"]
    assert 0 < drill["measured"]["rebuilt_minutes"] <= drill["promised"]["rebuilt_minutes"]
    assert (
        cli.on("hub-1", f"{asked}; cat /srv/platform/rebuilt; ls /root/lost 2>/dev/null || true")
        == "rebuilt\nrebuilt\n"
    )
    after = cli.check("-l", "hub-1")
    wrong = {key: finding["items"] for key, finding in after.items()
             if key[0] in ON_HOSTS and finding["status"] not in {"pass", "not_applicable"}}  # fmt: skip
    assert set(wrong) == {("monitoring/every_host_scraped", "hub-1")}, (
        "Prometheus is stopped, nothing else is amiss"
    )
    assert "cannot be brought back" in cli.run("drill", "rebuild", "ops-1", "--yes", code=None)


def test_the_receiver_notices_that_no_watchdog_comes(cli: Cli, reports: Path) -> None:
    """Prometheus is down since two tests before; the receiver is on another host and notices by itself."""
    heard = "journalctl --unit hubops-alert-receiver --priority crit --output cat --since -30min | grep -c '^no Watchdog for'"
    assert (
        int(
            cli.on(
                "hub-2", f"for i in $(seq 360); do {heard} && exit; sleep 1; done; exit 1", seconds=400
            ).split()[-1]
        )
        == 1
    )
    cli.on("ops-1", "systemctl start prometheus.service")
    again = "journalctl --unit hubops-alert-receiver --output cat --since -10min | grep -q '^the Watchdog is heard again'"
    cli.on("hub-2", f"for i in $(seq 180); do {again} && exit; sleep 1; done; exit 1", seconds=200)


def test_a_host_removed_by_hand_is_drift_that_up_heals(cli: Cli, reports: Path) -> None:
    subprocess.run(["podman", "rm", "-f", f"{cli.lab}-hub-1"], check=True, capture_output=True)
    gone = cli.check("-l", "hub-1", "-c", "ssh")
    assert {finding["status"] for finding in gone.values()} == {"unknown"}
    assert "drift" in cli.run("provision", "refresh", "lab")
    cli.run("provision", "up", "lab", *KIND)
    back = cli.check("-l", "hub-1", "-c", "ssh")
    assert "unknown" not in {finding["status"] for finding in back.values()}
