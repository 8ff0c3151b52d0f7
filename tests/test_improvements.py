"""An improvement whose effect a control shows is closed only while that control passes, in a whole run."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from hubops import bundle, engines, pipeline
from hubops.decisions import OpaServer, connect
from hubops.findings import load_rules
from hubops.hub import Hub, find
from hubops.model import Finding, Status
from hubops.store import Store, open_store

BUNDLE = bundle.find()
SHOWN_BY = ("people/training_current", "emergency/plans_revised")


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        yield running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = open_store(f"sqlite:///{tmp_path}/results.db")
    yield opened
    opened.close()


@pytest.fixture
def city(tmp_path: Path) -> Hub:
    folder = tmp_path / "city"
    shutil.copytree(BUNDLE.inventories / "lab/records", folder / "records")
    (folder / "hosts.yaml").write_text("all: {hosts: {}}\n", encoding="utf-8")
    return find(BUNDLE, str(folder))


def effective(city: Hub, store: Store, server: OpaServer, *judged: str) -> Finding:
    """What a run that judges these controls as well says of the improvements' effects."""
    from contextlib import nullcontext

    rules = load_rules(BUNDLE, city)
    controls = {id_: rules.controls[id_] for id_ in (*judged, "improvement/effective")}
    collection = pipeline.collect(BUNDLE, pipeline.Scope(city, hosts=False), controls, lambda *_: None)
    results = pipeline.check(
        BUNDLE, collection, rules.judging(controls), store, lambda: nullcontext(server), lambda *_: None
    )
    assert len(results.findings) == len(controls)
    (found,) = [finding for finding in results.findings if finding.control == "improvement/effective"]
    return found


def changed(city: Hub, kind: str, old: str, new: str) -> None:
    path = city.records / f"{kind}.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_closed_and_passing_is_effective(city: Hub, store: Store, server: OpaServer) -> None:
    assert effective(city, store, server, *SHOWN_BY).status is Status.PASS


def test_closed_and_failing_again_is_not(city: Hub, store: Store, server: OpaServer) -> None:
    changed(city, "training", "held: 2026-09-09", "held: 2024-09-09")
    found = effective(city, store, server, *SHOWN_BY)
    assert found.status is Status.FAIL
    assert [(item.item, item.actual) for item in found.items] == [("IMP-2026-01.city", "fail")]


def test_open_again_it_may_fail(city: Hub, store: Store, server: OpaServer) -> None:
    changed(city, "training", "held: 2026-09-09", "held: 2024-09-09")
    changed(city, "improvement", "  closed: 2026-10-09\n", "")
    assert effective(city, store, server, *SHOWN_BY).status is Status.PASS


def test_a_control_that_nobody_judged_shows_nothing(city: Hub, store: Store, server: OpaServer) -> None:
    found = effective(city, store, server)
    assert found.status is Status.UNKNOWN
    assert found.reason is not None
    assert "IMP-2026-01" in found.reason.en


def test_what_a_run_of_late_found_is_remembered(city: Hub, store: Store, server: OpaServer) -> None:
    effective(city, store, server, *SHOWN_BY)
    assert effective(city, store, server).status is Status.PASS


def test_a_control_that_does_not_exist_is_denied(city: Hub, store: Store, server: OpaServer) -> None:
    changed(city, "improvement", "reference: people/training_current", "reference: people/trained")
    found = effective(city, store, server, *SHOWN_BY)
    assert [item.item for item in found.items] == ["IMP-2026-01.control"]


def test_records_that_cannot_be_read_show_nothing(city: Hub, store: Store, server: OpaServer) -> None:
    changed(city, "improvement", "- id: IMP-2026-01", "- id: ''")
    assert effective(city, store, server, *SHOWN_BY).status is Status.UNKNOWN
