"""Larger hubs: nothing is found in one that complies, and of many things gone wrong at once each is found, and no other."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from records import larger
from records.lab import BUNDLE, CONTROLS, denials, verdicts

from hubops import engines, records
from hubops.breakages import Breakage, load
from hubops.decisions import OpaServer, connect
from hubops.model import params_of

BREAKAGES = [one for one in load(BUNDLE) if one.records]
AT_ONCE = 12


@pytest.fixture(scope="module")
def server() -> Iterator[OpaServer]:
    with connect(BUNDLE, engines.ensure("opa")) as running:
        running.tell("params", params_of(CONTROLS))
        yield running


def read(folder: Path, made: list[dict[str, Any]]) -> list[dict[str, Any]]:
    text = json.dumps(made, ensure_ascii=False, default=str)
    (folder / "records.yaml").write_text(text, encoding="utf-8")
    return records.load(folder)


def at_once(random: Random) -> list[Breakage]:
    """Things that go wrong, of different controls and with different kinds of record."""
    chosen: list[Breakage] = []
    kinds: set[str] = set()
    of = {one["id"]: one["kind"] for one in larger.hub(0, 0)}
    for one in random.sample(BREAKAGES, len(BREAKAGES)):
        touched = {of.get(id_) or str((fields or {}).get("kind")) for id_, fields in one.records.items()}
        if not touched & kinds and one.control not in {known.control for known in chosen}:
            chosen.append(one)
            kinds |= touched
        if len(chosen) == AT_ONCE:
            break
    return chosen


@pytest.mark.parametrize("seed", range(6))
def test_a_larger_hub_complies_until_things_go_wrong_in_it(
    server: OpaServer, tmp_path: Path, seed: int
) -> None:
    made = larger.hub(seed, people=120, problems=60)
    assert denials(verdicts(server, read(tmp_path, made))) == {}
    wrong = at_once(Random(seed))
    assert len(wrong) == AT_ONCE
    spoilt = larger.with_changes(made, [one.records for one in wrong])
    found = denials(verdicts(server, read(tmp_path, spoilt)))
    assert set(found) == {one.control for one in wrong}
    for one in wrong:
        assert one.shown_by(found[one.control]), (one.name, found[one.control])


def test_the_same_seed_makes_the_same_hub_and_another_another() -> None:
    assert larger.hub(7, 20, 20) == larger.hub(7, 20, 20) != larger.hub(8, 20, 20)
