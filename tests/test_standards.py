"""The standards hold every clause once, in both languages, in the numbers that the documents have."""

import re
from collections import Counter
from pathlib import Path

import pytest
import yaml

from hubops import bundle, standards
from hubops.errors import BrokenInput

BUNDLE = bundle.find()
LOADED = standards.load(BUNDLE)
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
    assert ids["GBT22239-8.1.4.2.d"].title.zh == "访问控制"


def test_titles_are_there_in_both_languages() -> None:
    for standard in LOADED.values():
        texts = [*standard.chapters.values(), *(r.title for r in standard.requirements.values())]
        for text in texts:
            assert re.search(r"[\u4e00-\u9fff]", text.zh)
            assert not re.search(r"[\u4e00-\u9fff]", text.en)
        chapters = list(standard.chapters.values())
        assert len(chapters) == len(set(chapters))


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
