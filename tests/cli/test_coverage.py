"""`hubops coverage` counts what the controls say and hides nothing."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest

from hubops import bundle, catalog, standards
from hubops.coverage import by_chapter, published, whole
from hubops.model import SubjectKind

CHINESE = re.compile(r"[\u2e80-\u9fff\uff00-\uffef]")
BUNDLE = bundle.find()
STANDARDS = standards.load(BUNDLE)
CONTROLS = catalog.load(BUNDLE)
# Every requirement of the hub standard.
HUB = (
    "A1 A2 A3 A4 A5 A6 B1 B2 B3 B4 B5 B6 B7 C1.1 C1.2 C1.3 C2.1 C2.2 C2.3 C2.4 C3.1 C3.2 C3.3 C3.4 "
    "C4.1 C4.2 C4.3 C4.4 C4.5 C4.6 C4.7 C4.8 D1.1 D1.2 D1.3 D1.4 D2.1 D2.2 D2.3 D2.4 D3.1 D3.2 D3.3 D3.4"
)


def test_the_published_form_counts_what_the_controls_name(hubops) -> None:
    code, out, _ = hubops("coverage", "--format", "json")
    listed = json.loads(out)
    assert code == 0
    assert set(listed) == {"standards"}
    assert {entry["id"] for entry in listed["standards"]} == set(STANDARDS)
    for entry in listed["standards"]:
        assert set(entry) == {"id", "requirements", "covered", "automated", "recorded", "uncovered"}
        ids = set(STANDARDS[entry["id"]].requirements)
        automated = {r for c in CONTROLS.values() if c.subject is not SubjectKind.HUB for r in c.requirements}
        recorded = {r for c in CONTROLS.values() if c.subject is SubjectKind.HUB for r in c.requirements}
        assert entry["requirements"] == len(ids)
        assert entry["automated"] == len(ids & automated)
        assert entry["recorded"] == len(ids & recorded)
        assert entry["covered"] == len(ids & (automated | recorded))
        assert len(entry["uncovered"]) == len(set(entry["uncovered"]))
        assert set(entry["uncovered"]) == ids - automated - recorded


def test_every_requirement_of_the_hub_is_there_exactly_once() -> None:
    written = (BUNDLE.policies / "standards/hub.yaml").read_text(encoding="utf-8")
    expected = [f"HUB-{name}" for name in HUB.split()]
    assert Counter(re.findall(r"\bid: (HUB-[\w.]+)", written)) == Counter(expected)
    nothing = published(STANDARDS.values(), [])["standards"]
    assert [entry["uncovered"] for entry in nothing if entry["id"] == "hub"] == [expected]


def test_without_controls_nothing_is_covered_and_all_is_named() -> None:
    for standard in STANDARDS.values():
        found = whole(standard, [])
        assert (found.covered, found.automated, found.recorded) == (0, 0, 0)
        assert found.uncovered == tuple(standard.requirements)


def test_a_requirement_shown_twice_counts_once() -> None:
    controls = list(CONTROLS.values())
    host = next(c for c in controls if c.subject is SubjectKind.HOST)
    record = next(c for c in controls if c.subject is SubjectKind.HUB)
    both = [c.model_copy(update={"requirements": ("HUB-C4.4",)}) for c in (host, host, record)]
    found = whole(STANDARDS["hub"], both)
    assert (found.requirements, found.covered, found.automated, found.recorded) == (44, 1, 1, 1)
    assert len(found.uncovered) == 43


@pytest.mark.parametrize("id_", STANDARDS)
def test_chapters_add_up_to_the_standard(id_: str) -> None:
    total, chapters = (
        whole(STANDARDS[id_], CONTROLS.values()),
        by_chapter(STANDARDS[id_], CONTROLS.values()),
    )
    assert list(chapters) == list(STANDARDS[id_].chapters)
    for field in ("requirements", "covered", "automated", "recorded"):
        assert sum(getattr(found, field) for found in chapters.values()) == getattr(total, field)
    assert tuple(r for found in chapters.values() for r in found.uncovered) == total.uncovered


@pytest.mark.parametrize("language", ["en", "zh"])
def test_the_table_fits_eighty_columns_and_names_what_is_uncovered(hubops, language: str) -> None:
    code, out, _ = hubops("coverage", "--lang", language)
    widths = [sum(2 if CHINESE.match(char) else 1 for char in line) for line in out.splitlines()]
    assert code == 0
    assert max(widths) <= 80
    assert bool(CHINESE.search(out)) == (language == "zh")
    for standard in STANDARDS.values():
        found = whole(standard, CONTROLS.values())
        assert standard.title.of(language) in out
        assert [id_ for id_ in out.split() if id_ in standard.requirements] == list(found.uncovered)
        counts = (
            found.requirements,
            found.covered,
            found.automated,
            found.recorded,
            len(found.uncovered),
        )
        assert re.search(r"\s+".join([r"^ (Total|合计)", *map(str, counts)]), out, re.MULTILINE)


def test_one_standard_is_chosen_and_an_unknown_one_is_answered(hubops) -> None:
    _, out, _ = hubops("coverage", "--standard", "hub", "--format", "json")
    assert [entry["id"] for entry in json.loads(out)["standards"]] == ["hub"]
    code, out, err = hubops("coverage", "--standard", "hubb")
    assert (code, out) == (2, "")
    assert "Did you mean 'hub'?" in err
