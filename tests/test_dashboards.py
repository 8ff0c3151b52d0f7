"""Dashboards show what there is: Grafana takes them, Prometheus their queries, and each metric is told by something."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from metrics import known, read, rules, written

from hubops import dashboards
from hubops.dashboards import BOARDS, LANGUAGES, Board, Panel, grafana
from hubops.errors import UsageError
from hubops.model import Text

SCHEMA = json.loads((Path(__file__).parent / "data/dashboard.json").read_text())
KNOWN = known()
HAN = re.compile(r"[\u4e00-\u9fff]")
every_board = pytest.mark.parametrize("name", BOARDS)
every_language = pytest.mark.parametrize("lang", LANGUAGES)


def made(name: str, lang: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(grafana.render(name, BOARDS[name], lang))
    return found


def panels() -> Iterator[tuple[str, Panel]]:
    for name, board in BOARDS.items():
        for panel in board.panels:
            yield f"{name}: {panel.title.en}", panel


EXPRESSIONS = [(where, text) for where, panel in panels() for text in panel.queries.values()]
EXPRESSIONS += [(f"{name}: choose", board.choose) for name, board in BOARDS.items() if board.choose]


def unknown(expressions: list[tuple[str, str]]) -> list[str]:
    return [f"{where}: {name}" for where, text in expressions for name in sorted(read(text) - KNOWN)]


@every_board
@every_language
def test_it_is_what_grafana_takes(name: str, lang: str) -> None:
    jsonschema.validate(made(name, lang), SCHEMA)


@pytest.mark.parametrize(
    "path",
    [
        ("uid",),
        ("panels", 0, "targets"),
        ("panels", 0, "targets", 0, "expr"),
        ("templating", "list", 0, "query"),
    ],
)
def test_one_that_is_not_whole_would_be_found(path: tuple[str | int, ...]) -> None:
    spoilt: Any = made("hosts", "en")
    *way, last = path
    place = spoilt
    for step in way:
        place = place[step]
    del place[last]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(spoilt, SCHEMA)


def test_each_has_an_address_of_its_own() -> None:
    addresses = [made(name, lang)["uid"] for name in BOARDS for lang in LANGUAGES]
    assert len(set(addresses)) == len(addresses)


@every_board
def test_nothing_lies_on_anything_else(name: str) -> None:
    taken = set()
    for panel in made(name, "en")["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        cells = {
            (x, y)
            for x in range(place["x"], place["x"] + place["w"])
            for y in range(place["y"], place["y"] + place["h"])
        }
        assert not cells & taken
        taken |= cells


@every_board
def test_both_languages_say_the_same_of_the_same(name: str) -> None:
    def without_words(dashboard: dict[str, Any]) -> Any:
        text = json.dumps(dashboard, sort_keys=True)
        return re.sub(r'"(title|label)": "[^"]*"', "", text).replace("-zh", "-en")

    english, chinese = made(name, "en"), made(name, "zh")
    assert without_words(english) == without_words(chinese)
    assert not HAN.search(json.dumps(english, ensure_ascii=False))
    assert all(HAN.search(panel["title"]) for panel in chinese["panels"])
    titles = [panel["title"] for dashboard in (english, chinese) for panel in dashboard["panels"]]
    assert len(set(titles)) == len(titles)


def test_each_metric_is_told_by_something() -> None:
    assert unknown(EXPRESSIONS) == []


def test_a_metric_that_nothing_tells_would_be_found() -> None:
    assert unknown([("here", 'sum by (a) (rate(nobody_tells_total{b="node_load1"}[5m])) > time()')]) == [
        "here: nobody_tells_total"
    ]


def test_each_rule_reads_what_something_tells() -> None:
    assert unknown([(rule.get("alert", rule.get("record", "")), rule["expr"]) for rule in rules()]) == []


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("up", {"up"}),
        ('a{b="c}",d=~"e"} / on (f) group_left (g) h:i:j', {"a", "h:i:j"}),
        ("max by (instance) (rate(k_total[5m] offset 1d)) or vector(0)", {"k_total"}),
        ("time() - l > 26 * 3600 and m unless absent(n)", {"l", "m", "n"}),
    ],
)
def test_what_an_expression_reads(expression: str, names: set[str]) -> None:
    assert read(expression) == names


def test_what_a_program_writes() -> None:
    program = """
    values = (
        ("one", 1),
        ("two", 2),
    )
    for name, value in values:
        lines.append(f"# TYPE a_{name} gauge")
    for name, value in (("three", "four"),):
        lines.append(f"# TYPE b_{name} gauge")
    lines.append("# TYPE c gauge")
    """
    assert written(program) == {"a_one", "a_two", "b_three", "c"}


def test_prometheus_understands_each_query(tmp_path: Path) -> None:
    """As rules, with what Grafana puts in place of its variables."""
    plain = [
        text.replace("$__rate_interval", "5m").replace("$instance", "hub-1.*") for _, text in EXPRESSIONS
    ]
    records = [{"record": f"query_{number}", "expr": text} for number, text in enumerate(plain)]
    path = tmp_path / "rules.yml"
    path.write_text(yaml.safe_dump({"groups": [{"name": "dashboards", "rules": records}]}))
    promtool = Path(sys.executable).parent / "promtool"
    done = subprocess.run([promtool, "check", "rules", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not [text for text in plain if "$" in text]


def test_a_choice_of_hosts_is_where_it_is_used() -> None:
    for board in BOARDS.values():
        used = ["$instance" in text for panel in board.panels for text in panel.queries.values()]
        assert any(used) is bool(board.choose)


def test_the_same_everywhere(tmp_path: Path) -> None:
    """Neither the language nor the order of sets of the machine that writes them shows."""
    found = []
    for lang, seed in (("C.UTF-8", "1"), ("zh_CN.UTF-8", "2")):
        folder = tmp_path / seed
        subprocess.run(
            [sys.executable, "-m", "hubops", "dashboards", "-o", folder],
            env={**os.environ, "LANG": lang, "PYTHONHASHSEED": seed}, check=True, capture_output=True,
        )  # fmt: skip
        found.append({path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.json")})
    assert found[0] == found[1]
    assert set(found[0]) == {Path(lang, f"{name}.json") for lang in LANGUAGES for name in BOARDS}


def test_where_nothing_can_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"cannot write the dashboards to .*file"):
        dashboards.write(tmp_path / "file")


def test_limits_colour_what_is_worse_red() -> None:
    def colours(panel: Panel) -> list[tuple[str, float | None]]:
        dashboard = json.loads(grafana.render("x", Board(panel.title, (panel,)), "en"))
        steps = dashboard["panels"][0]["fieldConfig"]["defaults"]["thresholds"]["steps"]
        return [(step["color"], step["value"]) for step in steps]

    panel = Panel(Text(en="x", zh="某"), {"": "up"})
    assert colours(panel) == [("green", None)]
    rising, falling = (dashboards.Limits(1, 2), dashboards.Limits(2, 1))
    assert colours(replace(panel, limits=rising)) == [("green", None), ("yellow", 1), ("red", 2)]
    assert colours(replace(panel, limits=falling)) == [("red", None), ("yellow", 1), ("green", 2)]
