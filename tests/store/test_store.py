"""The store remembers what a run said, whole, and since when."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hubops.errors import StoreFailed, UsageError
from hubops.model import (
    Decision,
    Evidence,
    Finding,
    Item,
    Remedy,
    Results,
    Run,
    Severity,
    Status,
    Subject,
    SubjectKind,
)
from hubops.store import Store, open_store, runs, standing, transitions
from hubops.store.tables import metadata


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path}/hub.db"


@pytest.fixture
def store(url: str) -> Store:
    return open_store(url)


def finding(status: Status, control: str = "ssh/root_login_denied") -> Finding:
    return Finding(
        control=control,
        subject="hub-1",
        subject_kind=SubjectKind.HOST,
        status=status,
        severity=Severity.HIGH,
        requirements=("HUB-C4.1",),
        items=(Item(item="根登录", expected="no", actual=None),) if status is Status.FAIL else (),
        remedy=Remedy(role="ssh_server", tag="ssh_access"),
    )


def results(number: int, *findings: Finding) -> Results:
    stamp = f"2026-03-0{number}T00:00:00Z"
    run = Run(id=f"run-{number}", started=stamp, finished=stamp, bundle="sha256:0", as_of=stamp)
    return Results(run=run, subjects=(Subject(name="hub-1", kind=SubjectKind.HOST),), findings=findings)


def evidence(data: object) -> Evidence:
    return Evidence(
        subject="hub-1",
        section="sshd",
        collected_at="2026-03-01T00:00:00Z",
        collector="t",
        source="t",
        data=data,
    )


def test_what_is_saved_comes_back(store: Store) -> None:
    saved = store.save(results(1, finding(Status.FAIL)), [evidence({"permitrootlogin": "yes"})])
    assert store.latest() == saved
    assert store.run("run-1") == saved
    assert store.run("run-2") is None


def test_since_holds_while_the_status_does(store: Store) -> None:
    stamps = []
    for number, status in enumerate((Status.FAIL, Status.FAIL, Status.PASS, Status.FAIL), start=1):
        stamps.append(store.save(results(number, finding(status)), []).findings[0].since)
    assert [stamp[9] for stamp in stamps if stamp] == ["1", "1", "3", "4"]


def test_since_survives_runs_that_did_not_look(store: Store) -> None:
    store.save(results(1, finding(Status.FAIL)), [])
    store.save(results(2, finding(Status.PASS, "ssh/other")), [])
    assert store.save(results(3, finding(Status.FAIL)), []).findings[0].since == "2026-03-01T00:00:00Z"


def test_a_run_is_stored_whole_or_not_at_all(store: Store) -> None:
    with pytest.raises(sa.exc.IntegrityError):
        store.save(results(1, finding(Status.FAIL), finding(Status.PASS)), [])
    assert store.latest() is None


def test_evidence_that_did_not_change_is_stored_once(store: Store, url: str) -> None:
    for number in (1, 2):
        store.save(results(number), [evidence({"a": 1})])
    with sa.create_engine(url).connect() as connection:
        assert connection.execute(sa.text("select count(*) from evidence")).scalar() == 1
        assert connection.execute(sa.text("select count(*) from sightings")).scalar() == 2


def test_decisions_are_remembered_across_openings(store: Store, url: str) -> None:
    decision = Decision(control="a/b", denials=(Item(item="x", expected=1, actual=2),))
    store.decisions["k"] = decision
    store.decisions["k"] = decision
    again = open_store(url).decisions
    assert again["k"] == decision
    assert list(again) == ["k"]
    assert again.get("other") is None


def test_the_migrations_make_the_tables_of_the_code(store: Store, url: str) -> None:
    with sa.create_engine(url).connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []


def test_a_file_that_is_no_database_is_named(tmp_path: Path) -> None:
    path = tmp_path / "hub.db"
    path.write_text("not a database, by far, whatever its name may say about it")
    with pytest.raises(StoreFailed, match=str(path)):
        open_store(f"sqlite:///{path}")


def test_a_locked_database_is_named_with_what_to_do(
    store: Store, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.save(results(1), [])
    monkeypatch.setattr("hubops.store.opening._BUSY_SECONDS", 0)
    other = sqlite3.connect(url.removeprefix("sqlite:///"))
    other.execute("BEGIN EXCLUSIVE")
    try:
        again = open_store(url)
        assert again.latest() is not None, "readers do not wait"
        with pytest.raises(StoreFailed, match="another process holds it"):
            again.save(results(2), [])
    finally:
        other.rollback()
    assert again.save(results(2), []).run.id == "run-2"


def test_a_database_whose_middle_is_broken_is_named(store: Store, url: str) -> None:
    for number in range(1, 9):
        store.save(results(number, finding(Status.FAIL)), [evidence({"n": [number] * 2000})])
    store.close()
    path = Path(url.removeprefix("sqlite:///"))
    whole = bytearray(path.read_bytes())
    for start in range(4096, len(whole), 4096):
        whole[start : start + 512] = b"\xff" * 512
    path.write_bytes(whole)
    with pytest.raises(StoreFailed, match=r"hub\.db cannot be used: it is corrupt"):
        open_store(url).latest()


def test_a_database_of_a_newer_version_is_left_alone(store: Store, url: str) -> None:
    with sqlite3.connect(url.removeprefix("sqlite:///")) as other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreFailed, match="newer HubOps"):
        open_store(url)


def test_a_database_of_the_first_version_keeps_its_history(tmp_path: Path) -> None:
    """Runs as the first version stored them: the migration finds their transitions."""
    url = f"sqlite:///{tmp_path}/old.db"
    store = open_store(url)
    for number, status in enumerate((Status.FAIL, Status.FAIL, Status.PASS), start=1):
        store.save(results(number, finding(status)), [])
    store.close()
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.execute("DROP TABLE transitions")
        old.execute("DROP INDEX runs_by_time")
        old.execute("ALTER TABLE runs DROP COLUMN hub")
        old.execute("UPDATE alembic_version SET version_num = '0001'")
    changes = transitions(open_store(url), "")
    assert [(c.at[9], c.was, c.status) for c in changes] == [
        ("3", Status.FAIL, Status.PASS),
        ("1", None, Status.FAIL),
    ]


def test_transitions_are_changes_and_nothing_else(store: Store) -> None:
    for number, status in enumerate((Status.FAIL, Status.FAIL, Status.PASS, Status.FAIL), start=1):
        store.save(results(number, finding(status)), [], "lab")
    changes = transitions(store, "lab", control="ssh/root_login_denied", subject="hub-1")
    assert [(c.run, c.was, c.status) for c in changes] == [
        ("run-4", "pass", "fail"),
        ("run-3", "fail", "pass"),
        ("run-1", None, "fail"),
    ]
    assert transitions(store, "lab", until="2026-03-02T00:00:00Z") == changes[2:]
    assert transitions(store, "other") == []


def test_how_things_stand_and_stood(store: Store) -> None:
    for number, status in enumerate((Status.PASS, Status.FAIL, Status.FAIL), start=1):
        store.save(results(number, finding(status)), [], "lab")
    (now,) = standing(store, "lab")
    assert (now.finding.status, now.run) == (Status.FAIL, "run-3")
    assert (now.first_failed, now.last_passed) == ("2026-03-02T00:00:00Z", "2026-03-01T00:00:00Z")
    (then,) = standing(store, "lab", until="2026-03-01T12:00:00Z")
    assert (then.finding.status, then.first_failed) == (Status.PASS, None)
    assert not now.flapping


def test_to_and_fro_within_a_week_is_flapping(store: Store) -> None:
    for number, status in enumerate((Status.PASS, Status.FAIL, Status.PASS, Status.FAIL), start=1):
        store.save(results(number, finding(status)), [], "lab")
    assert [s.flapping for s in standing(store, "lab", until="2026-03-04T00:00:00Z")] == [True]
    assert [s.flapping for s in standing(store, "lab", until="2026-03-20T00:00:00Z")] == [False]


def test_hubs_that_have_hosts_of_one_name_are_told_apart(store: Store) -> None:
    store.save(results(1, finding(Status.FAIL)), [], "east")
    saved = store.save(results(2, finding(Status.FAIL)), [], "west")
    assert saved.findings[0].since == "2026-03-02T00:00:00Z"
    assert [s.run for s in standing(store, "east")] == ["run-1"]
    latest = store.latest("east")
    assert latest is not None
    assert latest.run.id == "run-1"


def test_a_run_is_found_by_what_a_person_calls_it(store: Store) -> None:
    for number in (1, 2, 3):
        store.save(results(number), [], "lab")
    for name, id_ in (("latest", "run-3"), ("latest~1", "run-2"), ("latest~2", "run-1"), ("run-2", "run-2")):
        assert store.named(name, "lab").run.id == id_
    for name in ("latest~3", "run-", "", "x", "latest~x"):
        with pytest.raises(UsageError, match="unknown run"):
            store.named(name, "lab")
    assert [(run.id, sum(counts.values())) for run, counts in runs(store, "lab", most=2)] == [
        ("run-3", 0),
        ("run-2", 0),
    ]


# Saves runs for ever and says each that is acknowledged.
_WRITER = """
import itertools, sys
sys.path.insert(0, {tests!r})
from store.test_store import evidence, finding
from hubops.model import Results, Run, Status
from hubops.store import open_store
store = open_store({url!r})
for number in itertools.count():
    stamp = "2026-03-01T00:00:00Z"
    run = Run(id=f"{name}-{{number}}", started=stamp, finished=stamp, bundle="b", as_of=stamp)
    status = (Status.FAIL, Status.PASS)[number % 2]
    store.save(Results(run=run, subjects=(), findings=(finding(status),)), [evidence({{"n": number}})], {name!r})
    print(run.id, flush=True)
"""


def test_what_was_acknowledged_survives_a_kill_at_any_moment(url: str) -> None:
    """Two writers at once, killed at random moments, over and over: each run is there whole or not at all."""
    acknowledged: list[str] = []
    for attempt in range(8):
        writers = []
        for name in (f"a{attempt}", f"b{attempt}"):
            code = _WRITER.format(tests=str(Path(__file__).parents[1]), url=url, name=name)
            writers.append(
                subprocess.Popen(
                    [sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, env=os.environ
                )
            )
        for writer in writers:
            assert writer.stdout
            acknowledged.append(writer.stdout.readline().strip())
        time.sleep(random.uniform(0, 0.3))
        for writer in writers:
            writer.send_signal(signal.SIGKILL)
        for writer in writers:
            assert writer.stdout
            acknowledged += writer.stdout.read().split()
            writer.wait()
    store = open_store(url)
    assert len(acknowledged) >= 16
    for id_ in acknowledged:
        run = store.run(id_)
        assert run is not None, f"{id_} was acknowledged"
        assert len(run.findings) == 1
    with sqlite3.connect(url.removeprefix("sqlite:///")) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
