"""`hubops coverage` counts what the controls say and hides nothing."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
import yaml
from rich.cells import cell_len

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
    assert code == 0
    assert max(map(cell_len, out.splitlines())) <= 80
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


def test_a_chapter_names_the_domains_that_cover_it() -> None:
    """Each control counts once in each chapter, and by as many requirements as it likes."""
    controls = list(CONTROLS.values())
    ssh, person = CONTROLS["ssh/root_login_denied"], next(c for c in controls if c.domain == "people")
    both = ("HUB-C4.1", "HUB-C4.4")
    chosen = [c.model_copy(update={"requirements": both}) for c in (ssh, ssh, person)]
    chapters = by_chapter(STANDARDS["hub"], chosen)
    assert list(chapters["HUB-C4"].domains.items()) == [("ssh", 2), ("people", 1)]
    assert chapters["HUB-A"].domains == {}
    assert whole(STANDARDS["hub"], chosen).domains == {"ssh": 2, "people": 1}


def test_the_table_says_by_what_a_chapter_is_covered(hubops) -> None:
    _, out, _ = hubops("coverage", "--standard", "hub", COLUMNS="800")
    for prefix, found in by_chapter(STANDARDS["hub"], CONTROLS.values()).items():
        (row,) = re.findall(rf"^ {prefix.partition('-')[2]} .*$", out, re.MULTILINE)
        said = ", ".join(f"{domain} {count}" for domain, count in found.domains.items()) or "-"
        assert re.split(r"\s{2,}", row.strip())[-1] == said


@pytest.mark.parametrize(("language", "none"), [("en", "✗ no control"), ("zh", "✗ 尚无控制项")])
def test_each_requirement_is_listed_with_its_controls_or_a_mark(hubops, language: str, none: str) -> None:
    standard = STANDARDS["hub"]
    code, out, _ = hubops("coverage", "--standard", "hub", "-r", "--lang", language)
    assert code == 0
    assert max(map(cell_len, out.splitlines())) <= 80
    parts = re.split(r"^ +(HUB-\S+)", out, flags=re.MULTILINE)[1:]
    told = dict(zip(parts[::2], parts[1::2], strict=True))
    assert list(told) == list(standard.requirements)
    for id_, text in told.items():
        expected = {control.id for control in CONTROLS.values() if id_ in control.requirements}
        assert {word.strip(",") for word in text.split()} & set(CONTROLS) == expected
        assert (none in text) == (not expected)
        assert standard.requirements[id_].title.of(language).split()[0] in text


def test_a_requirement_is_traced_to_evidence_role_and_proof(hubops) -> None:
    _, out, _ = hubops("coverage", "--standard", "hub", "-r", "--format", "json")
    (standard,) = json.loads(out)["standards"]
    traced = standard["traced"]
    assert list(traced) == list(STANDARDS["hub"].requirements)
    for id_, entries in traced.items():
        shown = [control for control in CONTROLS.values() if id_ in control.requirements]
        assert [entry["control"] for entry in entries] == [control.id for control in shown]
        assert [entry["role"] for entry in entries] == [control.remedy.role for control in shown]
    (listed,) = [one for one in traced["HUB-C4.1"] if one["control"] == "ssh/root_login_denied"]
    ways = len(yaml.safe_load((BUNDLE.policies / "controls/ssh/root_login_denied/breakage.yml").read_text()))
    assert listed == {
        "control": "ssh/root_login_denied", "evidence": ["sshd"], "role": "ssh_server", "tag": "ssh_access",
        "breakages": ways,
    }  # fmt: skip
    _, told, _ = hubops("coverage", "--standard", "hub", "-r", "--lang", "en")
    assert re.search(rf"ssh/root_login_denied +sshd +ssh_server +proof {ways}\n", re.sub(r" +\n", "\n", told))


def test_one_standard_is_chosen_and_an_unknown_one_is_answered(hubops) -> None:
    _, out, _ = hubops("coverage", "--standard", "hub", "--format", "json")
    assert [entry["id"] for entry in json.loads(out)["standards"]] == ["hub"]
    code, out, err = hubops("coverage", "--standard", "hubb")
    assert (code, out) == (2, "")
    assert "Did you mean 'hub'?" in err


def test_what_does_not_apply_to_a_hub_is_said_with_its_approver_and_not_missed(hubops) -> None:
    absent = "GBT22239-8.1.1.10.b"
    _, out, _ = hubops("coverage", "-i", "example", "--format", "json")
    listed = {entry["id"]: entry for entry in json.loads(out)["standards"]}
    assert set(listed) == {"hub", "gbt22239-l3", "gbt36626"}
    assert listed["gbt22239-l3"]["not_applicable"] == [absent]
    assert absent not in listed["gbt22239-l3"]["uncovered"]
    code, out, _ = hubops("coverage", "-i", "example", "--lang", "zh")
    assert code == 0
    told = "".join(out.partition("对本中枢不适用的要求：")[2].split())
    assert told.startswith(f"{absent}机房内没有处理涉密信息的设备，无需电磁屏蔽。（批准人：POST-01）")
    _, out, _ = hubops("coverage", "-i", "lab", "--format", "json")
    assert [entry["id"] for entry in json.loads(out)["standards"]] == ["hub", "gbt22239-l3", "qingdao"], (
        "in the profile's order"
    )
