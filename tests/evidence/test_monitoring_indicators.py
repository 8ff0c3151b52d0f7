"""Indicators, asked of a real Prometheus that remembers six hours."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from hubops.evidence.host.monitoring_indicators import indicators

Ask = Callable[[str], dict[str, Any]]
PROGRAMS = Path(sys.executable).parent
MINUTES = 360
HOUR = 60


def targets(job: str, *names: str) -> list[dict[str, Any]]:
    return [{"job": job, "instance": name, "health": "up", "seconds": 1} for name in names]


def history(now: int) -> Iterator[tuple[str, int, float]]:
    """Each series with the minute and what it was then, 0 being six hours ago."""
    for minute in range(MINUTES):
        yield 'up{instance="mostly",job="node"}', minute, float(minute >= MINUTES // 10)
        yield 'up{instance="mostly",job="other"}', minute, 0
        if minute < HOUR or minute >= 4 * HOUR:
            yield 'up{instance="gap",job="node"}', minute, 1
        zone = "a" if minute < HOUR else "b"
        yield f'up{{instance="moved",job="node",zone="{zone}"}}', minute, float(zone == "b")
        answers = minute >= HOUR
        yield 'probe_success{instance="platform",job="probe"}', minute, float(answers)
        yield 'probe_duration_seconds{instance="platform",job="probe"}', minute, 0.5 if answers else 9
        yield 'probe_success{instance="dead",job="probe"}', minute, 0
        yield 'probe_duration_seconds{instance="dead",job="probe"}', minute, 0.01
    yield 'up{instance="new",job="node"}', MINUTES - 1, 1


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    folder = tmp_path_factory.mktemp("prometheus")
    now = int(time.time())
    began = now - MINUTES * 60
    series: dict[str, dict[str, list[str]]] = {}
    for name, minute, value in history(now):
        line = f"{name} {value} {began + (minute + 1) * 60 - 5}"
        series.setdefault(name.partition("{")[0], {}).setdefault(name, []).append(line)
    lines = [
        line
        for family, each in series.items()
        for line in [f"# TYPE {family} gauge", *(one for lines in each.values() for one in lines)]
    ]
    (folder / "history").write_text("\n".join([*lines, "# EOF\n"]))
    (folder / "prometheus.yml").write_text("{}\n")
    command = [PROGRAMS / "promtool", "tsdb", "create-blocks-from", "openmetrics", folder / "history"]
    subprocess.run([*command, folder / "data"], check=True, capture_output=True)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
    with subprocess.Popen(
        [
            PROGRAMS / "prometheus",
            f"--config.file={folder / 'prometheus.yml'}",
            f"--storage.tsdb.path={folder / 'data'}",
            f"--web.listen-address={address}",
        ],
        stderr=subprocess.DEVNULL,
    ) as server:

        def data(path: str) -> dict[str, Any]:
            with urllib.request.urlopen(f"http://{address}{path}", timeout=30) as answer:
                return json.load(answer)["data"]

        for _ in range(600):
            try:
                urllib.request.urlopen(f"http://{address}/-/ready", timeout=5)
                break
            except OSError:
                time.sleep(0.1)
        yield data
        server.terminate()


@pytest.fixture(scope="module")
def hosts(ask: Ask) -> dict[str, Any]:
    asked = targets("node", "mostly", "gap", "moved", "new", "never") + targets("certificate", "mostly")
    found = indicators(ask, asked)
    assert (found["window_days"], found["probes"]) == (30, [])
    return {one["name"]: one for one in found["hosts"]}


def test_availability_is_of_the_times_that_a_host_was_asked(hosts: dict[str, Any]) -> None:
    assert hosts["mostly"]["availability_percent"] == pytest.approx(90)
    assert hosts["gap"]["availability_percent"] == 100
    assert hosts["mostly"]["days"] == pytest.approx(0.25, abs=0.01)


def test_a_gap_was_not_measured(hosts: dict[str, Any]) -> None:
    assert hosts["mostly"]["measured_percent"] == 100
    assert hosts["gap"]["measured_percent"] == pytest.approx(50, abs=4)


def test_a_host_that_moved_is_one_and_its_times_weigh_as_much_as_they_lasted(hosts: dict[str, Any]) -> None:
    assert hosts["moved"]["availability_percent"] == pytest.approx(100 * 5 / 6, abs=0.01)
    assert hosts["moved"]["measured_percent"] == 100


def test_what_is_asked_since_just_now_is_known_and_what_never_was_is_not(hosts: dict[str, Any]) -> None:
    assert hosts["new"]["availability_percent"] == 100
    assert hosts["new"]["days"] == pytest.approx(0, abs=0.01), (
        "a quarter of an hour, on a machine that is busy"
    )
    assert list(hosts["never"].values()) == ["never", None, None, None]


def test_what_refuses_at_once_does_not_answer_fast(ask: Ask) -> None:
    found = indicators(ask, targets("probe", "platform", "dead", "never"))
    assert found["hosts"] == []
    dead, never, platform = found["probes"]
    assert platform["availability_percent"] == pytest.approx(100 * 5 / 6, abs=0.01)
    assert platform["response_seconds"] == 0.5
    assert (dead["availability_percent"], dead["response_seconds"]) == (0, None)
    assert (never["availability_percent"], never["response_seconds"]) == (None, None)


@pytest.mark.parametrize("result", [None, {}, [{}], [{"metric": {"instance": "a"}, "value": [1, "NaN"]}]])
def test_no_answer_is_no_number(result: Any) -> None:
    found = indicators(lambda path: {"result": result}, targets("node", "a"))
    assert found["hosts"] == [
        {"name": "a", "availability_percent": None, "days": None, "measured_percent": None}
    ]


def test_without_targets_nothing_is_asked() -> None:
    def refuse(path: str) -> dict[str, Any]:
        raise AssertionError(path)

    assert indicators(refuse, targets("prometheus", "ops-1")) == {
        "window_days": 30,
        "hosts": [],
        "probes": [],
    }
