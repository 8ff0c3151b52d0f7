"""Improvements are listed as they stand, and exported for other tools."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.usefixtures("city")
def test_they_are_listed_in_both_languages_within_eighty_columns(hubops) -> None:
    said = {}
    for language in ("en", "zh"):
        code, out, err = hubops("improve", "list", "-i", "city", HUBOPS_LANG=language)
        assert (code, err) == (0, "")
        assert max(map(cell_len, out.splitlines())) <= 80
        assert all(f"IMP-2026-0{n}" in out for n in range(1, 5))
        said[language] = out
    assert not CHINESE.search(said["en"])
    assert "已关闭" in said["zh"]
    assert "Drill: DRL-2026-01" in said["en"]


@pytest.mark.usefixtures("city")
def test_a_run_of_late_tells_the_effect(hubops) -> None:
    hubops("check", "-i", "city", "-c", "people", "-c", "improvement", "-q")
    _, out, _ = hubops("improve", "list", "-i", "city", "--format", "json")
    told = {one["id"]: one for one in json.loads(out)}
    assert told["IMP-2026-01"]["effects"] == [{"subject": "city", "status": "pass"}]
    assert told["IMP-2026-02"]["effects"] == [], "its control was not judged"
    assert told["IMP-2026-03"]["effects"] == []
    assert told["IMP-2026-01"]["state"] == "closed"


@pytest.mark.parametrize(
    ("old", "new", "state"),
    [
        ("  approved: 2026-11-06\n  approved_by: P-001\n", "", "proposed"),
        ("due: 2027-04-30", "due: 2026-11-19", "overdue"),
        ("due: 2027-04-30", "due: 2199-04-30", "under_way"),
    ],
)
def test_an_open_one_says_how_it_stands(hubops, city: Path, old: str, new: str, state: str) -> None:
    path = city / "records/improvement.yaml"
    path.write_text(
        path.read_text().replace(old, new).replace("due: 2027-06-30", "due: 2199-06-30"), encoding="utf-8"
    )
    _, out, _ = hubops("improve", "list", "-i", "city", "--format", "json")
    assert json.loads(out)[-1]["state"] == state


def test_the_export_goes_to_a_file_or_is_printed(hubops, city: Path) -> None:
    code, out, err = hubops("improve", "export", "-i", "city")
    assert (code, err) == (0, "")
    plan = json.loads(out)["plan-of-action-and-milestones"]
    assert len(plan["poam-items"]) == 4
    assert hubops("improve", "export", "-i", "city", "-o", "plan.json")[:2] == (0, "")
    written = json.loads((city.parent / "plan.json").read_text(encoding="utf-8"))
    assert written["plan-of-action-and-milestones"]["poam-items"] == plan["poam-items"]
    _, chinese, _ = hubops("improve", "export", "-i", "city", "--lang", "zh")
    assert "值守人员" in chinese


def test_nothing_to_export_or_nowhere_to_write_is_said(hubops, city: Path) -> None:
    code, _, err = hubops("improve", "export", "-i", "city", "-o", "city/records")
    assert code == 2
    assert "city/records" in err
    for kind in ("improvement", "complaint", "satisfaction_review"):
        (city / f"records/{kind}.yaml").unlink()
    code, out, err = hubops("improve", "export", "-i", "city")
    assert (code, out) == (2, "")
    assert "no improvement" in err
    assert hubops("improve", "list", "-i", "city")[0] == 0
