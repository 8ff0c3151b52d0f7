"""The standards hold every clause once, in both languages, in the numbers that the documents have."""

import re
import string
from collections import Counter
from pathlib import Path

import pytest
import yaml

from hubops import bundle, catalog, standards
from hubops.errors import BrokenInput
from hubops.model import SubjectKind

BUNDLE = bundle.find()
LOADED = standards.load(BUNDLE)
DOCUMENTS = {
    id_: yaml.safe_load((BUNDLE.policies / f"standards/{id_}.yaml").read_text(encoding="utf-8"))
    for id_ in ("hub", "gbt22239-l3")
}
JUDGES = {SubjectKind.HOST: "host", SubjectKind.STACK: "stack", SubjectKind.HUB: "records"}
HUB = {"A": 6, "B": 7, "C1": 3, "C2": 4, "C3": 4, "C4": 8, "D1": 4, "D2": 4, "D3": 4}
# Items of each control point, category by category.
LEVEL_3 = {
    "8.1.1": [2, 1, 3, 2, 3, 3, 2, 1, 3, 2],
    "8.1.2": [5, 2, 1],
    "8.1.3": [4, 5, 4, 2, 4, 1],
    "8.1.4": [4, 7, 4, 6, 1, 1, 2, 2, 3, 2, 2],
    "8.1.5": [2, 2, 2, 6],
    "8.1.6": [1, 3, 2, 1],
    "8.1.7": [3, 2, 3, 3, 3],
    "8.1.8": [3, 2, 3, 4],
    "8.1.9": [4, 3, 3, 7, 3, 3, 2, 3, 3, 3],
    "8.1.10": [3, 3, 2, 4, 2, 10, 2, 2, 2, 3, 3, 4, 4, 4],
}


def test_the_hub_standard_has_44_requirements() -> None:
    hub = LOADED["hub"]
    assert Counter(r.chapter.removeprefix("HUB-") for r in hub.requirements.values()) == HUB
    assert len(hub.requirements) == 44
    assert all(requirement.id.startswith(requirement.chapter) for requirement in hub.requirements.values())


def test_level_3_has_71_control_points_and_211_items() -> None:
    ids = LOADED["gbt22239-l3"].requirements
    items = Counter(id_.rpartition(".")[0] for id_ in ids)
    assert (len(items), len(ids)) == (71, 211)
    for category, counts in LEVEL_3.items():
        points = [items[f"GBT22239-{category}.{number}"] for number in range(1, len(counts) + 1)]
        assert points == counts, category
    assert ids["GBT22239-8.1.4.2.d"].title.zh == "管理权限最小化并分离"


def test_titles_are_there_in_both_languages() -> None:
    for standard in LOADED.values():
        texts = [*standard.chapters.values(), *(r.title for r in standard.requirements.values())]
        for text in texts:
            assert re.search(r"[\u4e00-\u9fff]", text.zh)
            assert not re.search(r"[\u4e00-\u9fff]", text.en)
        chapters = list(standard.chapters.values())
        assert len(chapters) == len(set(chapters))


def test_every_item_of_level_3_has_details_of_its_own() -> None:
    for chapter in DOCUMENTS["gbt22239-l3"]["chapters"]:
        for point in chapter["points"]:
            assert list(point["details"]) == list(string.ascii_lowercase[: point["items"]]), point["id"]


@pytest.mark.parametrize("id_", DOCUMENTS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_requirements_of_a_standard_share_a_title(id_: str, language: str) -> None:
    titles = Counter(r.title.of(language) for r in LOADED[id_].requirements.values())
    assert [title for title, count in titles.items() if count > 1] == []


@pytest.mark.parametrize("id_", DOCUMENTS)
def test_every_requirement_says_who_judges_it(id_: str) -> None:
    for requirement in LOADED[id_].requirements.values():
        assert requirement.judged_by, requirement.id
        assert set(requirement.judged_by) <= set(JUDGES.values())


def test_controls_look_where_the_requirement_is_judged() -> None:
    named = {id_: r for standard in LOADED.values() for id_, r in standard.requirements.items()}
    elsewhere = {
        (control.id, id_, JUDGES[control.subject])
        for control in catalog.load(BUNDLE).values()
        for id_ in control.requirements
        if named[id_].judged_by and JUDGES[control.subject] not in named[id_].judged_by
    }
    assert elsewhere == set(), "add the kind to the requirement's judged_by, or name another requirement"


def test_the_hub_leans_on_items_that_exist() -> None:
    relations = {id_ for r in LOADED["hub"].requirements.values() for id_ in r.relations}
    assert relations
    assert relations <= set(LOADED["gbt22239-l3"].requirements)
    assert {r.id for r in LOADED["hub"].requirements.values() if r.relations} >= {"HUB-A4", "HUB-C4.4"}


def test_known_high_risks_are_marked() -> None:
    items = LOADED["gbt22239-l3"].requirements
    # Weak passwords, clear text, one factor, defaults, needless services, holes, malware, backup, drills.
    for item in ("4.1.a", "4.1.c", "4.1.d", "4.2.b", "4.4.b", "4.4.e", "4.5.a", "4.8.a", "4.8.b", "4.9.a"):
        assert items[f"GBT22239-8.1.{item}"].high_risk, item
    for item in ("5.4.b", "5.4.d", "10.13.c"):
        assert items[f"GBT22239-8.1.{item}"].high_risk, item
    assert not items["GBT22239-8.1.10.11.a"].high_risk


def test_no_clause_is_listed_twice() -> None:
    for path in (BUNDLE.policies / "standards").glob("*.yaml"):
        ids = re.findall(r"\bid: ([\w.-]+)", path.read_text(encoding="utf-8"))
        assert [id_ for id_, count in Counter(ids).items() if count > 1] == []


def test_an_item_with_details_goes_by_its_own_title(tmp_path: Path) -> None:
    details = {
        "b": {"title": "Second", "title_zh": "第二", "judged_by": ["host", "records"], "high_risk": True}
    }
    found = standards.load(_bundle(tmp_path, details))["city"].requirements
    assert {id_: requirement.title.en for id_, requirement in found.items()} == {
        "CITY-1.1.a": "Point",
        "CITY-1.1.b": "Second",
    }
    assert (found["CITY-1.1.b"].judged_by, found["CITY-1.1.b"].high_risk) == (("host", "records"), True)
    assert (found["CITY-1.1.a"].judged_by, found["CITY-1.1.a"].high_risk) == ((), False)


@pytest.mark.parametrize(
    ("letter", "relations", "message"),
    [("c", [], "2 items, but details of item c"), ("a", ["CITY-9.9.z"], "relates to CITY-9.9.z")],
)
def test_what_does_not_exist_is_named(
    tmp_path: Path, letter: str, relations: list[str], message: str
) -> None:
    entry = {"title": "x", "title_zh": "某", "judged_by": ["host"]}
    with pytest.raises(BrokenInput, match=message):
        standards.load(_bundle(tmp_path, {letter: entry | ({"relations": relations} if relations else {})}))


@pytest.mark.parametrize("details", [{"B": {}}, {"a": {"title": "x"}}, {"a": {"judged_by": ["nobody"]}}])
def test_a_broken_standard_is_named(tmp_path: Path, details: object) -> None:
    with pytest.raises(BrokenInput, match=r"city\.yaml"):
        standards.load(_bundle(tmp_path, details))


def _bundle(root: Path, details: object) -> bundle.Bundle:
    folder = root / "policies/standards"
    folder.mkdir(parents=True)
    schema = BUNDLE.policies / "standards/standard.schema.json"
    (folder / schema.name).write_bytes(schema.read_bytes())
    point = {"id": "1.1", "title": "Point", "title_zh": "控制点", "items": 2, "details": details}
    chapter = {"id": "1", "title": "One", "title_zh": "一", "points": [point]}
    city = {
        "standard": "city",
        "title": "City",
        "title_zh": "市标准",
        "item_prefix": "CITY-",
        "chapters": [chapter],
    }
    (folder / "city.yaml").write_text(yaml.safe_dump(city, allow_unicode=True), encoding="utf-8")
    return bundle.Bundle(root)
