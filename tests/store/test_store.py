"""The store remembers what a run said, whole, and since when."""

from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from hubops.errors import BrokenInput
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
from hubops.store import Store, open_store
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
    with pytest.raises(BrokenInput, match=str(path)):
        open_store(f"sqlite:///{path}")
