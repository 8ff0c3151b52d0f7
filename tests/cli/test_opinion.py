"""The satisfaction of users is shown with what it rests on."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

PERIOD = ("--from", "2026-04-01", "--to", "2026-09-30")
CHINESE = re.compile(r"[\u4e00-\u9fff]")


@pytest.mark.usefixtures("city")
def test_each_group_s_index_is_shown_in_both_languages_within_eighty_columns(hubops) -> None:
    said = {}
    for language in ("en", "zh"):
        code, out, err = hubops("opinion", "-i", "city", *PERIOD, HUBOPS_LANG=language)
        assert (code, err) == (0, "")
        assert max(map(cell_len, out.splitlines())) <= 80
        assert "642/1500" in out
        assert "…" not in out
        said[language] = out
    assert not CHINESE.search(said["en"])
    assert "社会公众：网络问卷，回收率 43%" in said["zh"]


@pytest.mark.usefixtures("city")
def test_programs_get_the_figures_and_their_weights(hubops) -> None:
    _, out, _ = hubops("opinion", "-i", "city", *PERIOD, "--format", "json")
    told = json.loads(out)
    citizens = {one["group"]: one for one in told["groups"]}["citizens"]
    assert (told["from"], told["to"], sum(told["weights"].values())) == ("2026-04-01", "2026-09-30", 1)
    assert round(citizens["surveys"], 2) == 73.83
    assert citizens["low"] < citizens["index"] < citizens["high"]
    assert citizens["missing"] == []


def test_what_told_nothing_is_named(hubops, city: Path) -> None:
    for kind in ("complaint", "improvement", "satisfaction_review"):
        (city / f"records/{kind}.yaml").unlink()
    _, out, _ = hubops("opinion", "-i", "city", *PERIOD)
    assert "Citizens: nothing from complaints" in out
    assert hubops("opinion", "-i", "city", "--from", "2020-01-01", "--to", "2020-12-31")[0] == 0


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize(
    "wrong",
    [("--from", "yesterday"), ("--from", "2026-02-30"), ("--from", "2026-10-01", "--to", "2026-09-30")],
)
def test_a_period_that_is_none_is_refused(hubops, wrong: tuple[str, ...]) -> None:
    code, out, err = hubops("opinion", "-i", "city", *wrong)
    assert (code, out) == (2, "")
    assert wrong[1] in err
