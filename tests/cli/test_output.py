"""Answers go to standard output, for people or for programs; everything else goes to standard error."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from rich.cells import cell_len

from hubops import engines, settings
from hubops.cli.apply import answer
from hubops.playbooks import HostResult, Outcome, TaskResult
from hubops.reports import json as published

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LOCAL = ("--host", "localhost", "-c", "packages")


TABLES = {
    "controls": ("controls",),
    "coverage": ("coverage",),
    "coverage -r": ("coverage", "-r"),
    "explain": ("explain", "ssh/root_login_denied"),
    "doctor": ("doctor",),
    "engines list": ("engines", "list"),
    "check": ("check", *LOCAL),
    "collect": ("collect", *LOCAL),
    "preview": ("provision", "preview", "lab"),
    "apply": ("apply", "-i", "city", "--check"),
}


@pytest.mark.usefixtures("city")
@pytest.mark.parametrize("arguments", TABLES.values(), ids=TABLES)
def test_what_is_printed_fits_eighty_columns_without_control_codes(hubops, arguments) -> None:
    said = {}
    for language in ("en", "zh"):
        _, out, err = hubops(*arguments, HUBOPS_LANG=language)
        assert out.strip()
        assert max(map(cell_len, out.splitlines())) <= 80
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", out + err)
        said[language] = out + err
    assert not CHINESE.search(said["en"])
    assert CHINESE.search(said["zh"])


def test_quiet_leaves_the_answer_alone_and_drops_the_progress(hubops, city: Path) -> None:
    for arguments in (("collect", *LOCAL), ("doctor",), ("provision", "preview", "lab"), ("check", *LOCAL)):
        loud, quiet = hubops(*arguments), hubops(*arguments, "-q")
        assert quiet[0] == loud[0]
        assert loud[2]
        assert quiet[2] == ""
        assert quiet[1].strip()
        assert quiet[1].strip().splitlines()[-1] in loud[1]
    _, _, err = hubops("apply", "-i", str(city), "--check", "--quiet")
    assert err.startswith("node-1: unreachable: "), "a failure is no progress"


def on_terminal(environment: dict[str, str], folder: Path, *arguments: str) -> str:
    """What a command prints where standard output and error are a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "hubops", *arguments],
        env={**environment, "TERM": "xterm-256color"}, cwd=folder, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs,
    ):  # fmt: skip
        os.close(theirs)
        said = b""
        with suppress(OSError):  # the terminal is gone when the command is
            while part := os.read(ours, 65536):
                said += part
    os.close(ours)
    return said.decode()


def test_no_color_means_no_control_codes_on_a_terminal_either(environment, tmp_path: Path) -> None:
    assert "\x1b[" in on_terminal(environment, tmp_path, "collect", *LOCAL)
    plain = on_terminal({**environment, "NO_COLOR": "1"}, tmp_path, "collect", *LOCAL)
    assert "host-" in plain
    assert "\x1b" not in plain


def test_check_prints_the_published_results_and_nothing_else(hubops, tmp_path: Path) -> None:
    code, out, _ = hubops("check", *LOCAL, "--format", "json", "-o", f"json={tmp_path}/same.json")
    results = published.load(out)
    assert {finding.control.partition("/")[0] for finding in results.findings} == {"packages"}
    assert (tmp_path / "same.json").read_text() == out
    assert code == hubops("check", *LOCAL, "-q")[0]


def test_collect_names_its_files_and_what_is_broken(hubops, tmp_path: Path, city: Path) -> None:
    code, out, _ = hubops("collect", *LOCAL, "--format", "json")
    answered = json.loads(out)
    assert code == 0
    assert answered["broken"] == []
    assert [json.loads((tmp_path / path).read_text())["subject"]["kind"] for path in answered["files"]] == [
        "host"
    ]

    code, out, _ = hubops("collect", "-i", str(city), "-l", "node-1", "-c", "packages", "--format", "json")
    answered = json.loads(out)
    assert code == 3
    assert [set(one) for one in answered["broken"]] == [
        {"subject", "subject_kind", "section", "reason"} for _ in answered["broken"]
    ]
    assert {(one["subject"], one["subject_kind"]) for one in answered["broken"]} == {("node-1", "host")}
    assert all("Connection refused" in one["reason"]["en"] for one in answered["broken"])
    assert all(set(one["reason"]) == {"en", "zh"} for one in answered["broken"])


def test_apply_names_hosts_changes_and_seconds(hubops, city: Path) -> None:
    code, out, _ = hubops("apply", "-i", str(city), "--check", "--format", "json")
    answered = json.loads(out)
    assert code == 3
    assert set(answered) == {"hosts", "changes", "tasks", "warnings", "role_seconds", "seconds"}
    assert [(host["name"], host["status"]) for host in answered["hosts"]] == [("node-1", "unreachable")]
    assert "Connection refused" in answered["hosts"][0]["message"]


def test_apply_tells_changes_in_files_only_where_they_were_asked_for() -> None:
    tasks = (
        TaskResult("hub-1", "ssh_server", "Configure", "changed", 1.5, output="-a\n+b"),
        TaskResult("hub-1", "ssh_server", "Check", "ok", 0.5),
    )
    outcome = Outcome({"hub-1": HostResult("hub-1", 2, 1, 0, False)}, tasks, 2.5)
    change = {"host": "hub-1", "role": "ssh_server", "task": "Configure"}
    assert answer(outcome, diff=False)["changes"] == [change]
    assert answer(outcome, diff=True)["changes"] == [{**change, "diff": "-a\n+b"}]
    assert answer(outcome, diff=False)["role_seconds"] == {"ssh_server": 2.0}
    assert [task["seconds"] for task in answer(outcome, diff=False)["tasks"]] == [1.5, 0.5]


def test_doctor_tells_each_fact_in_both_languages_and_every_setting(hubops) -> None:
    code, out, _ = hubops("doctor", "--format", "json")
    answered = json.loads(out)
    assert {"python", "opa", "pulumi", "ansible", "controls", "state"} <= {
        f["name"] for f in answered["facts"]
    }
    assert all(set(fact["message"]) == {"en", "zh"} for fact in answered["facts"])
    assert all((fact["hint"] is None) == fact["ok"] for fact in answered["facts"])
    assert code == (4 if any(fact["needed"] and not fact["ok"] for fact in answered["facts"]) else 0)
    named = [setting["name"] for setting in answered["settings"]]
    assert named == [setting.variable for setting in settings.SETTINGS.values()]


def test_engines_are_told_with_their_version_and_path(hubops) -> None:
    code, out, _ = hubops("engines", "list", "--format", "json")
    answered = {engine["name"]: engine for engine in json.loads(out)}
    assert code == 0
    assert set(answered) == set(engines.ENGINES)
    for name, engine in answered.items():
        assert engine["pinned"] == engines.ENGINES[name].version
        assert engine["path"] == (str(engines.find(name)) if engines.find(name) else None)
        assert engine["version"] == engines.version(name)


def test_a_preview_counts_its_steps(hubops) -> None:
    code, out, _ = hubops("provision", "preview", "lab", "--format", "json")
    answered = json.loads(out)
    assert code == 0
    assert answered["stack"] == "lab"
    assert sum(answered["changes"].values()) == len(answered["steps"]) > 0
    assert {step["op"] for step in answered["steps"]} == set(answered["changes"])


def test_a_mistake_leaves_standard_output_empty(hubops) -> None:
    for arguments in (("check", "-i", "nil"), ("provision", "preview", "nil"), ("apply", "--tags", "nil")):
        code, out, err = hubops(*arguments, "--format", "json")
        assert (code, out) == (2, "")
        assert "nil" in err
