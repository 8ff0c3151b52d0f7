"""An OPA that dies, dawdles or talks nonsense ends the run with one line; it never makes a pass."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from command import Command, descendants, ended, lives, own_bundle, until
from opa_proxy import proxy

from hubops import bundle, catalog, engines
from hubops.decisions import OpaServer, Question, connect, decide_with
from hubops.errors import DecisionFailed
from hubops.model import Decision, params_of

ENDLESS = """
deny contains {"item": "none", "expected": 0, "actual": count(_pairs)} if count(_pairs) == 1

_pairs := [1 | some a in numbers.range(1, 200000); some b in numbers.range(1, 200000); a + b < 0]
"""
CONTROL = "policies/controls/packages/cleartext_servers_absent/cleartext_servers_absent.rego"
VERDICTS = "/v1/data/lib/batch/verdicts"
CHECK = ("check", "--host", "localhost", "-c", "packages")


@pytest.fixture
def command(tmp_path: Path) -> Command:
    return Command(tmp_path)


@pytest.fixture
def few(tmp_path: Path) -> str:
    """A bundle of few policies: a server of one's own compiles all of them for each that it is sent."""
    return str(own_bundle(tmp_path, "packages"))


def _pid_of(server: OpaServer) -> int:
    (found,) = (pid for pid, args in descendants(os.getpid()).items() if server.whence in args)
    return found


class Killed:
    """Opens a real OPA and kills it at once, for the first `times`."""

    def __init__(self, times: int) -> None:
        self.times = times
        self.opened = 0

    @contextlib.contextmanager
    def __call__(self) -> Iterator[OpaServer]:
        self.opened += 1
        with connect(bundle.find(), engines.ensure("opa")) as server:
            if self.opened <= self.times:
                os.kill(_pid_of(server), signal.SIGKILL)
            yield server


def _decide(opa: Killed) -> dict[tuple[str, str], Decision]:
    controls = catalog.load(bundle.find())
    control = controls["time/one_time_service"]
    evidence = {section: {} for section in control.evidence}
    question = Question(control, "here", evidence, "2026-03-01T00:00:00Z")
    return decide_with(opa, [question], params_of(controls), {})


def test_another_opa_is_started_where_one_died() -> None:
    opa = Killed(1)
    answer = _decide(opa)
    assert list(answer) == [("time/one_time_service", "here")]
    assert opa.opened == 2


def test_an_opa_that_dies_again_ends_the_run() -> None:
    opa = Killed(2)
    with pytest.raises(DecisionFailed, match="does not answer"):
        _decide(opa)
    assert opa.opened == 2


def test_an_opa_that_is_killed_while_it_decides_leaves_what_was_stored(command: Command, few: str) -> None:
    assert command.run(*CHECK).code in {0, 1, 3}
    before = command.newest_run()
    path = Path(few) / CONTROL
    header = path.read_text().partition("\ndeny contains")[0]
    path.write_text(header + ENDLESS)
    process = command.start(*CHECK, HUBOPS_BUNDLE=few)
    killed: set[int] = set()

    def deciding() -> int:
        """The OPA that has worked for a second and was not killed yet."""
        for pid, args in descendants(process.pid).items():
            if "run --server" in args and pid not in killed and _seconds_of_work(pid) > 1.5:
                return pid
        return 0

    for _ in range(2):
        opa = until(deciding)
        killed.add(opa)
        os.kill(opa, signal.SIGKILL)
    said = ended(process)
    assert said.code == 3
    assert "does not answer" in said.error
    assert before
    assert command.newest_run() == before
    assert not [pid for pid in killed if lives(pid)]
    assert command.processes() == []


def _seconds_of_work(pid: int) -> float:
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@pytest.mark.parametrize("slow", ["/v1/policies", "/v1/data/params", VERDICTS])
def test_a_slow_answer_ends_the_run_after_the_limit(command: Command, few: str, slow: str) -> None:
    asked: list[str] = []

    def meddle(path: str) -> None:
        if path.startswith(slow):
            asked.append(path)
            time.sleep(6)

    with proxy(meddle) as url:
        said = command.run(*CHECK, HUBOPS_OPA_URL=url, HUBOPS_BUNDLE=few, HUBOPS_OPA_SECONDS="2")
    assert said.code == 3
    assert said.error == f"OPA at {url} gave no answer within 2 s"
    assert len(asked) == 1, "asked again, each time for as long"
    assert command.newest_run() is None


def test_an_answer_within_the_limit_is_waited_for(command: Command, few: str) -> None:
    def meddle(path: str) -> None:
        if path.startswith(VERDICTS):
            time.sleep(1)

    with proxy(meddle) as url:
        said, found = command.findings(
            *CHECK[1:], HUBOPS_OPA_URL=url, HUBOPS_BUNDLE=few, HUBOPS_OPA_SECONDS="30"
        )
    assert said.code in {0, 1, 3}
    assert "error" not in {finding["status"] for finding in found.values()}


@pytest.mark.parametrize("text", ["0", "-1", "soon", "inf", "nan"])
def test_a_limit_that_is_none_is_refused(command: Command, text: str) -> None:
    said = command.run(*CHECK, HUBOPS_OPA_SECONDS=text)
    assert said.code == 2
    assert said.error == f"HUBOPS_OPA_SECONDS is '{text}'; valid: a number of seconds above 0"


@pytest.mark.parametrize("where", ["/v1/", "/v1/data", VERDICTS])
@pytest.mark.parametrize(
    "answer",
    [b"<html><body>Please log in</body></html>", b'{"result": {"packages/cleart', b"[]", b'"fine"', b""],
    ids=["page", "half", "list", "text", "empty"],
)
def test_nonsense_for_an_answer_ends_the_run(command: Command, few: str, answer: bytes, where: str) -> None:
    with proxy(lambda path: answer if path.startswith(where) else None) as url:
        said = command.run(*CHECK, HUBOPS_OPA_URL=url, HUBOPS_BUNDLE=few)
    assert said.code == 3
    assert url in said.error
    assert command.newest_run() is None


@pytest.mark.parametrize(
    "verdict",
    ["{}", '{"denials": [], "not_applicable": ""}', '{"denials": {}, "not_applicable": null}', "[]", "null",
     '{"denials": "", "not_applicable": null}', '{"denials": [1], "not_applicable": null}'],
)  # fmt: skip
def test_a_verdict_of_another_form_is_an_error_and_no_pass(command: Command, few: str, verdict: str) -> None:
    controls = [id_ for id_ in catalog.load(bundle.find()) if id_.startswith("packages/")]
    answer = json.dumps({"result": dict.fromkeys(controls, json.loads(verdict))}).encode()

    def meddle(path: str) -> bytes | None:
        return answer if path.startswith(VERDICTS) else None

    with proxy(meddle) as url:
        said, found = command.findings(*CHECK[1:], HUBOPS_OPA_URL=url, HUBOPS_BUNDLE=few)
    assert said.code == 3
    assert {finding["status"] for finding in found.values()} == {"error"}


def test_a_proxy_of_the_environment_is_not_asked_for_our_own_opa(command: Command) -> None:
    said = command.run(*CHECK, HTTP_PROXY="http://127.0.0.1:9", http_proxy="http://127.0.0.1:9")
    assert said.code in {0, 1, 3}
    assert "error" not in said.err
