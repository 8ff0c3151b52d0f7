"""Every alert fires when it should and not before, says what it means in both languages, and has a page on what to do."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from hubops import bundle

ROOT = bundle.find().root
ROLE = bundle.find().roles / "prometheus"
FILES = sorted((ROLE / "files/rules").glob("*.yml"))
RUNBOOKS = ROOT / "docs/runbooks"
HAN = re.compile(r"[\u4e00-\u9fff]")
SCENARIOS = yaml.safe_load((ROLE / "vars/main.yml").read_text())["prometheus_scenarios"]
DUTIES = {"audit", "data", "operations", "platform", "security"}
ALWAYS = {"Watchdog"}  # fires always, so that there is no case in which it does not


def rules(path: Path) -> list[dict[str, Any]]:
    return [rule for group in yaml.safe_load(path.read_text())["groups"] for rule in group["rules"]]


def cases(path: Path) -> list[dict[str, Any]]:
    tests = yaml.safe_load((ROLE / "tests" / path.name).read_text())["tests"]
    return [case for test in tests for case in test["alert_rule_test"]]


ALERTS = [(path, rule) for path in FILES for rule in rules(path) if "alert" in rule]
every_alert = pytest.mark.parametrize(("path", "rule"), ALERTS, ids=[rule["alert"] for _, rule in ALERTS])
every_file = pytest.mark.parametrize("path", FILES, ids=[path.stem for path in FILES])


def promtool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).parent / "promtool"
    return subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, check=False)


def test_every_scenario_has_a_file_and_the_role_knows_it() -> None:
    assert [path.stem for path in FILES] == SCENARIOS == sorted(SCENARIOS)
    assert [path.name for path in sorted((ROLE / "tests").iterdir())] == [path.name for path in FILES]


@every_file
def test_rules_are_well_formed(path: Path) -> None:
    done = promtool("check", "rules", path)
    assert done.returncode == 0, done.stdout + done.stderr


@every_file
def test_rules_fire_when_they_should_and_not_before(path: Path) -> None:
    done = promtool("test", "rules", ROLE / "tests" / path.name)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_case_would_be_found(tmp_path: Path) -> None:
    text = (ROLE / "tests/host.yml").read_text().replace("../files", str(ROLE / "files"))
    (tmp_path / "host.yml").write_text(text.replace("'0x30'", "'1x30'", 1))
    assert promtool("test", "rules", tmp_path / "host.yml").returncode != 0


def test_no_two_alerts_are_called_alike() -> None:
    names = [rule["alert"] for _, rule in ALERTS]
    assert sorted(set(names)) == sorted(names)


@every_alert
def test_an_alert_says_what_it_is(path: Path, rule: dict[str, Any]) -> None:
    assert rule["labels"]["severity"] in {"critical", "warning", "info"}
    assert rule["labels"]["scenario"] == path.stem
    assert rule["labels"]["duty"] in DUTIES
    notes = rule["annotations"]
    assert set(notes) == {"summary", "summary_zh", "description", "runbook"}
    assert notes["summary"].strip()
    assert notes["description"].strip()
    assert not HAN.search(notes["summary"] + notes["description"])
    assert HAN.search(notes["summary_zh"])


@every_alert
def test_an_alert_has_a_case_that_fires_and_one_that_does_not(path: Path, rule: dict[str, Any]) -> None:
    outcomes = {bool(case["exp_alerts"]) for case in cases(path) if case["alertname"] == rule["alert"]}
    assert outcomes == ({True} if rule["alert"] in ALWAYS else {True, False})


@every_alert
def test_an_alert_has_a_runbook_in_both_languages(path: Path, rule: dict[str, Any]) -> None:
    page = ROOT / rule["annotations"]["runbook"]
    assert page == RUNBOOKS / f"{rule['alert']}.md"
    chinese = RUNBOOKS / f"{rule['alert']}.zh-CN.md"
    assert not HAN.search(page.read_text().replace("[中文]", ""))
    for text, headings in (
        (page.read_text(), ("## What it means", "## Look at", "## Do")),
        (chinese.read_text(), ("## 含义", "## 查看", "## 处置")),
    ):
        parts = re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]
        assert [part.splitlines()[0] for part in parts] == list(headings)
        assert all(len(part.splitlines()) > 2 for part in parts)
    assert HAN.search(chinese.read_text())


def test_every_runbook_is_of_an_alert() -> None:
    names = {rule["alert"] for _, rule in ALERTS}
    assert {page.name.split(".")[0] for page in RUNBOOKS.iterdir()} == names
