"""Decisions come from a real OPA server; what it cannot answer is an error, never a pass."""

import contextlib
import os
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from hubops import catalog, engines
from hubops.bundle import Bundle
from hubops.decisions import OpaServer, Question, connect, decide
from hubops.errors import BrokenInput, DecisionFailed, UsageError
from hubops.model import Decision, params_of

HEADER = """# METADATA
# title: {name}
# description: d
# schemas:
#   - input.sshd: schema.sshd
# custom:
#   title_zh: 标题
#   description_zh: 说明
#   severity: low
#   subject: host
#   requirements: [HUB-C4.1]
#   evidence: [sshd]
#   max_age: 1h
#   params: {{most: {{default: 4, bound: "<=5"}}}}
#   remedy: {{role: ssh_server, tag: ssh_access}}
package controls.ssh.{name}

"""
RULES = {
    "tries_limited": """deny contains {"item": "maxauthtries", "expected": _most, "actual": input.sshd.tries} if {
	input.sshd.tries > _most
}

not_applicable := {"en": "no sshd", "zh": "没有 sshd"} if input.sshd.tries == 0

_most := data.params.ssh.tries_limited.most
""",
    "builtin_fails": 'deny contains {"item": 1, "expected": 1, "actual": 1} if to_number(input.sshd.word) > 1\n',
    "says_nonsense": 'deny contains "a string" if true\n',
    "says_nothing": "_deny := true\n",
}


@pytest.fixture(scope="module")
def bundle(tmp_path_factory: pytest.TempPathFactory) -> Bundle:
    """A bundle of controls that behave, fail, talk nonsense and say nothing."""
    root = tmp_path_factory.mktemp("bundle")
    library = Path(__file__).parents[2] / "policies"
    for name, rules in RULES.items():
        folder = root / "policies/controls/ssh" / name
        folder.mkdir(parents=True)
        (folder / f"{name}.rego").write_text(HEADER.format(name=name) + rules)
    (root / "policies/lib").mkdir()
    for name in ("lib/batch.rego", ".manifest"):
        (root / "policies" / name).write_text((library / name).read_text())
    return Bundle(root)


@pytest.fixture(scope="module")
def server(bundle: Bundle) -> Iterator[OpaServer]:
    with connect(bundle, engines.ensure("opa")) as running:
        yield running


class Counting(dict[str, Decision]):
    """A cache that says how often it was filled."""

    filled = 0

    def update(self, given: dict[str, Decision]) -> None:  # type: ignore[override]
        self.filled += len(given)
        super().update(given)


def ask(
    server: OpaServer, bundle: Bundle, cache: dict[str, Decision], **hosts: dict[str, object]
) -> dict[str, Decision]:
    """Decisions of all controls on hosts with the given sshd evidence, by `control@host`."""
    controls = catalog.load(bundle)
    questions = [
        Question(control, host, {"sshd": sshd}, "2026-03-01T00:00:00Z")
        for control in controls.values()
        for host, sshd in hosts.items()
    ]
    answers = decide(server, questions, params_of(controls), cache)
    return {f"{control.partition('/')[2]}@{host}": decision for (control, host), decision in answers.items()}


def test_denials_reasons_and_errors_reach_their_control(server: OpaServer, bundle: Bundle) -> None:
    answers = ask(server, bundle, {}, a={"tries": 6, "word": "x"}, b={"tries": 0, "word": "1"})
    assert answers["tries_limited@a"].denials[0].model_dump() == {
        "item": "maxauthtries",
        "expected": 4,
        "actual": 6,
    }
    assert answers["tries_limited@b"].not_applicable.zh == "没有 sshd"  # type: ignore[union-attr]
    assert "to_number" in (answers["builtin_fails@a"].error or "")
    assert answers["builtin_fails@b"].error is None
    assert answers["says_nonsense@a"].error
    assert answers["says_nothing@a"].error


def test_hosts_that_are_alike_cost_one(server: OpaServer, bundle: Bundle) -> None:
    cache = Counting()
    same = {"tries": 2, "word": "1"}
    answers = ask(server, bundle, cache, a=same, b=same, c=same)
    assert cache.filled == 2, "the two controls that can be decided, once each"
    assert answers["tries_limited@a"] == answers["tries_limited@c"]
    ask(server, bundle, cache, a=same)
    assert cache.filled == 2


def test_another_param_is_another_decision(server: OpaServer, bundle: Bundle) -> None:
    control = catalog.load(bundle)["ssh/tries_limited"]
    question = Question(control, "a", {"sshd": {"tries": 4}}, "2026-03-01T00:00:00Z")
    cache: dict[str, Decision] = {}
    for most, denials in ((4, 0), (3, 1), (4, 0)):
        answer = decide(server, [question], {"ssh": {"tries_limited": {"most": most}}}, cache)
        assert len(answer[control.id, "a"].denials) == denials


def test_nobody_without_the_token_is_answered(server: OpaServer) -> None:
    for path in ("v1/data", "v1/policies", "health"):
        assert requests.get(f"http://{server.whence}/{path}", timeout=5).status_code == 401


def test_a_server_of_ones_own_gets_the_policies(bundle: Bundle) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{probe.getsockname()[1]}"
    own = subprocess.Popen(
        [str(engines.ensure("opa")), "run", "--server", "--addr", address, "--log-level=error"]
    )
    try:
        for _ in range(100):
            with contextlib.suppress(DecisionFailed), connect(bundle, None, f"http://{address}") as server:
                break
            time.sleep(0.1)
        answers = ask(server, bundle, {}, a={"tries": 6, "word": "1"})
        assert answers["tries_limited@a"].denials
    finally:
        own.kill()
        own.wait()


def test_a_refusal_of_the_policies_is_told(server: OpaServer, bundle: Bundle) -> None:
    token = server.client.headers["Authorization"].removeprefix("Bearer ")
    with (
        pytest.raises(DecisionFailed, match="refused the policies"),
        connect(bundle, None, f"http://{server.whence}", token),
    ):
        pass  # a bundle owns these paths there; the refusal is OPA's own


@pytest.mark.parametrize("url", ["localhost:8181", "ftp://x", "http://"])
def test_a_url_that_is_none_is_refused(bundle: Bundle, url: str) -> None:
    with pytest.raises(UsageError, match="valid: http"), connect(bundle, None, url):
        pass


def test_a_server_that_is_not_there_is_named(bundle: Bundle) -> None:
    with pytest.raises(DecisionFailed, match=r"127\.0\.0\.1:1"), connect(bundle, None, "http://127.0.0.1:1"):
        pass


def test_a_broken_rule_is_told_with_its_place(bundle: Bundle, tmp_path: Path) -> None:
    folder = tmp_path / "policies/controls/ssh/broken"
    folder.mkdir(parents=True)
    (folder / "broken.rego").write_text("package controls.ssh.broken\n\ndeny contains if {\n")
    with (
        pytest.raises(BrokenInput, match=r"broken\.rego:3"),
        connect(Bundle(tmp_path), engines.ensure("opa")),
    ):
        pass


def test_a_server_that_dies_fails_the_run_not_the_controls(bundle: Bundle) -> None:
    with connect(bundle, engines.ensure("opa")) as server:
        for pid in Path("/proc").glob("[0-9]*"):
            if server.whence in (pid / "cmdline").read_bytes().decode(errors="replace"):
                os.kill(int(pid.name), signal.SIGKILL)
        with pytest.raises(DecisionFailed, match="does not answer"):
            ask(server, bundle, {}, a={"tries": 1, "word": "1"})
