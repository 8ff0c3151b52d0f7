"""What holds for the probe, for a collection as a whole, and for every collector alike."""

from __future__ import annotations

import ast
import json
import os
import sys
import time
from pathlib import Path

import pytest
from evidence.fake import FakeProbe
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import COLLECTORS, __main__, collector, probe
from hubops.evidence.host.probe import Outcome, Probe
from hubops.evidence.schema import sections, validate

SCHEMAS = bundle.find().schemas
HOST = Path(__main__.__file__).parent


def test_every_section_has_a_collector_and_a_schema() -> None:
    assert set(COLLECTORS) <= set(sections(SCHEMAS))
    for name in COLLECTORS:
        assert callable(collector(name))


@pytest.mark.parametrize("path", sorted(HOST.glob("*.py")), ids=lambda path: path.name)
def test_collectors_are_for_old_python_and_need_nothing_else(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"), feature_version=(3, 8))
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level == 0:
            assert node.module == "hubops" or str(node.module).split(".")[0] in sys.stdlib_module_names
        if isinstance(node, ast.Import):
            assert all(alias.name.split(".")[0] in sys.stdlib_module_names for alias in node.names)


def test_absent_is_a_fact_and_no_trouble(tmp_path: Path) -> None:
    host = Probe(str(tmp_path))
    assert host.read("/etc/none") is None
    assert host.stat("/etc/none") is None
    assert host.link("/etc/none") is None
    assert host.run(["no-such-program-here"]) is None
    assert host.exit_code(["no-such-program-here"]) is None
    assert host.unreadable == []


def test_what_is_there_but_cannot_be_read_is_noted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(probe, "MAX_BYTES", 10)
    (tmp_path / "folder").mkdir()
    (tmp_path / "large").write_text("0123456789a")
    os.mkfifo(tmp_path / "pipe")
    host = Probe(str(tmp_path), timeout=0.2)
    assert [host.read(f"/{name}") for name in ("folder", "large", "pipe")] == [None, None, None]
    assert host.run(["sh", "-c", "echo no >&2; exit 3"]) is None
    assert host.run(["sleep", "9"]) is None
    assert host.run(["sh", "-c", "echo 0123456789abc"]) is None
    assert host.unreadable == [
        {"what": "/folder", "why": "not a regular file"},
        {"what": "/large", "why": "larger than 10 bytes"},
        {"what": "/pipe", "why": "not a regular file"},
        {"what": "sh -c echo 0123456789abc", "why": "more than 10 bytes of output"},
        {"what": "sh -c echo no >&2; exit 3", "why": "exit 3: no"},
        {"what": "sleep 9", "why": "no end after 0.2 s"},
    ]


def test_a_command_that_leaves_children_ends_with_them(tmp_path: Path) -> None:
    started = time.monotonic()
    host = Probe(str(tmp_path), timeout=1)
    assert host.run(["sh", "-c", "sleep 60 & echo told"]) is None, "the child keeps the output open"
    assert time.monotonic() - started < 5
    assert host.unreadable[0]["why"] == "no end after 1 s"


def test_exit_codes_are_answers_too() -> None:
    host = Probe()
    assert host.exit_code(["sh", "-c", "exit 7"]) == 7
    assert host.run(["sh", "-c", "echo none; exit 1"], ok=(0, 1)) == "none\n"
    assert host.unreadable == []


def test_a_command_runs_once_for_all_sections(tmp_path: Path) -> None:
    commands: dict[tuple[str, ...], Outcome | None] = {}
    argv = ["sh", "-c", f"echo x >> {tmp_path}/ran; exit 1"]
    notes = []
    for _ in range(2):
        host = Probe("/", commands=commands)
        host.run(argv)
        notes.append(host.unreadable)
    assert (tmp_path / "ran").read_text() == "x\n"
    assert notes[0] == notes[1] != []


def test_large_files_of_the_kernel_are_read() -> None:
    """A single large read of /proc/sys fails with ENOMEM."""
    host = Probe()
    assert host.read("/proc/sys/kernel/ostype") == "Linux\n"
    assert host.unreadable == []


def test_one_broken_collector_leaves_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(host: Probe) -> dict[str, object]:
        raise RuntimeError("on purpose")

    monkeypatch.setattr("hubops.evidence.host.packages.collect", broken)
    found = __main__.collection(["packages", "os"])["sections"]
    assert found["packages"]["error"] == "RuntimeError: on purpose"
    assert "data" not in found["packages"]
    assert found["os"]["data"]["kernel"]


def test_a_collector_that_does_not_end_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(host: Probe) -> dict[str, object]:
        while True:
            try:
                time.sleep(60)
            except Exception:
                continue

    monkeypatch.setattr(__main__, "SECTION_SECONDS", 0.2)
    monkeypatch.setattr("hubops.evidence.host.os.collect", endless)
    assert __main__.collection(["os"])["sections"]["os"]["error"] == "no end after 0.2 s"


def test_a_section_too_large_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(__main__, "SECTION_BYTES", 50)
    assert "more than 50" in __main__.collection(["os"])["sections"]["os"]["error"]


def test_odd_bytes_in_names_do_not_break_the_json(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hubops.evidence.host.os.collect", lambda host: {"name": os.fsdecode(b"a\xff")})
    data = __main__.collection(["os"])["sections"]["os"]["data"]
    assert data["name"] == "a\N{REPLACEMENT CHARACTER}"
    assert json.dumps(data, ensure_ascii=False).encode()


WORDS = [
    *("=", "{", "}", "(", ")", '"', "'", "#", ",", ":", "-", "*.*", "@@", "/var/log/x", "rotate", "size"),
    *(
        "[x=y]",
        "deb",
        "server",
        "input",
        "type",
        "omfwd",
        "action",
        "0100007F:0016",
        "999999999999999999999",
        "if",
        "then",
        "else",
        "module",
        "global",
        "load",
    ),
]
TEXT = st.text(max_size=200) | st.lists(st.sampled_from([*WORDS, "\n", " ", "\t", "\x00"]), max_size=40).map(
    "".join
)

FILES = {
    "os": ["/etc/os-release", "/etc/timezone", "/proc/sys/kernel/hostname", "/proc/cpuinfo"],
    "packages": [
        "/etc/apt/sources.list",
        "/etc/apt/sources.list.d/a.list",
        "/etc/apt/sources.list.d/a.sources",
    ],
    "services": [],
    "listeners": ["/proc/net/tcp", "/proc/net/udp6"],
    "time": ["/etc/chrony/chrony.conf", "/etc/systemd/timesyncd.conf"],
    "logging": [
        "/etc/rsyslog.conf",
        "/etc/logrotate.conf",
        "/etc/systemd/journald.conf",
        "/etc/hosts",
        "/etc/tmpfiles.d/a.conf",
        "/proc/net/tcp",
    ],
}
PROGRAMS = ["systemd-detect-virt", "dpkg-query", "apt-config", "systemctl", "chronyc", "rsyslogd"]
ANSWER = TEXT | st.builds(Outcome, st.integers(0, 255), TEXT, TEXT, st.none() | st.just("no end after 1 s"))


@pytest.mark.parametrize("section", FILES)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_answer_of_a_host_breaks_a_collector(
    section: str, data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever the files and programs say, the section is as its schema demands."""
    texts = {path: data.draw(TEXT, label=path) for path in FILES[section]}
    commands = {name: data.draw(ANSWER, label=name) for name in PROGRAMS}
    host = FakeProbe(tmp_path_factory.mktemp("host"), texts, commands)
    collected = {**collector(section)(host), "unreadable": host.unreadable}
    assert validate(section, __main__._valid_text(collected), SCHEMAS) == []
