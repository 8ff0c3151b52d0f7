"""The lab's records: what is wrong on purpose is found, and a hub without records passes nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from hubops import bundle, catalog, engines, records
from hubops.decisions import OpaServer, connect
from hubops.evidence import records as evidence
from hubops.evidence.schema import validate
from hubops.model import params_of

BUNDLE = bundle.find()
CONTROLS = {id_: c for id_, c in catalog.load(BUNDLE).items() if c.evidence == ("records",)}
AS_OF = "2026-11-23T00:00:00Z"


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        running.tell("params", params_of(CONTROLS))
        yield running


def verdicts(server: OpaServer, loaded: list[dict[str, Any]]) -> dict[str, Any]:
    data = evidence.section("lab", loaded, AS_OF, kinds=records.KINDS).data
    assert validate("records", data, BUNDLE.schemas) == []
    question = {"controls": sorted(CONTROLS), "evidence": {"records": data, "as_of": AS_OF}}
    found: dict[str, Any] = server.query("lib/batch/verdicts", question)
    assert set(found) == set(CONTROLS)
    return found


def test_exactly_the_seeded_defects_are_found(server: OpaServer) -> None:
    found = verdicts(server, records.load(BUNDLE.inventories / "lab/records"))
    assert {id_: v["denials"] for id_, v in found.items() if v["denials"]} == {
        "people/agreements_signed": [{"item": "P-009", "expected": ">= 2026-11-23", "actual": "2026-10-08"}],
        "emergency/plans_drilled": [{"item": "PLAN-05", "expected": "<= 365", "actual": 433}],
    }
    assert not any(verdict["not_applicable"] for verdict in found.values())


def test_a_hub_without_records_fails_every_control(server: OpaServer) -> None:
    for id_, verdict in verdicts(server, []).items():
        assert verdict["denials"], id_
        assert verdict["not_applicable"] is None, id_
