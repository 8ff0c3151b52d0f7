"""The lab's records: what is wrong on purpose is found, what breaks them is found alone, and no records pass nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from records.lab import BUNDLE, COMPLIANT, CONTROLS, DEFECTS, LAB, changed, denials, verdicts

from hubops import engines, records
from hubops.breakages import Breakage, load
from hubops.decisions import OpaServer, connect
from hubops.model import params_of

BREAKAGES = [one for one in load(BUNDLE) if one.records]


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        running.tell("params", params_of(CONTROLS))
        yield running


def test_exactly_the_seeded_defects_are_found(server: OpaServer) -> None:
    found = verdicts(server, records.load(LAB))
    assert denials(found) == {control: [denial] for control, (denial, _) in DEFECTS.items()}


def test_with_the_defects_mended_nothing_is_found(server: OpaServer, tmp_path: Path) -> None:
    assert denials(verdicts(server, changed(tmp_path, COMPLIANT))) == {}


@pytest.mark.parametrize("one", BREAKAGES, ids=[one.name for one in BREAKAGES])
def test_what_breaks_a_control_is_found_by_it_and_by_no_other(
    server: OpaServer, tmp_path: Path, one: Breakage
) -> None:
    found = denials(verdicts(server, changed(tmp_path, COMPLIANT, one.records)))
    assert set(found) == {one.control}
    assert one.shown_by(found[one.control]), found


def test_a_hub_without_records_fails_every_control(server: OpaServer) -> None:
    for id_, verdict in verdicts(server, []).items():
        assert verdict["denials"], id_
        assert verdict["not_applicable"] is None, id_
