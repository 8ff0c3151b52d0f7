"""Evidence of whole hosts, through Ansible and directly."""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from hubops import bundle, playbooks
from hubops.errors import UsageError
from hubops.evidence import hosts
from hubops.evidence.host import COLLECTORS
from hubops.evidence.schema import checked
from hubops.model import Evidence, Text, timestamp

BUNDLE = bundle.find()
INVENTORY = """\
all:
  vars: {ansible_become: false}
  hosts:
    here: {ansible_connection: local, hub_zone: platform, hub_role: hub}
    gone: {ansible_host: 127.0.0.9, ansible_port: 9}
    bare: {ansible_connection: local, ansible_remote_tmp: /dev/null/none}
"""


@pytest.fixture(scope="module")
def collected(tmp_path_factory: pytest.TempPathFactory) -> tuple[hosts.Collected, list[str]]:
    inventory = tmp_path_factory.mktemp("inventory") / "hosts.yml"
    inventory.write_text(INVENTORY)
    heard: list[str] = []
    found = hosts.collect_hosts(
        BUNDLE,
        inventory,
        ["os", "services"],
        progress=lambda said, done, total: heard.append(f"{said} {done}/{total}"),
    )
    return found, heard


def test_every_host_gives_every_section(collected: tuple[hosts.Collected, list[str]]) -> None:
    (_, evidence), _ = collected
    assert [(one.subject, one.section) for one in evidence] == [
        (host, section) for host in ("bare", "gone", "here") for section in ("os", "services")
    ]
    for one in evidence:
        assert (one.data is None) == (one.error is not None)
        assert checked(one, BUNDLE.schemas).violation is None


def test_what_went_wrong_is_said(collected: tuple[hosts.Collected, list[str]]) -> None:
    (_, evidence), _ = collected
    reasons = {one.subject: one.error and one.error.en for one in evidence}
    assert reasons["here"] is None
    assert str(reasons["gone"]).startswith("unreachable: ")
    assert "Connection refused" in str(reasons["gone"])
    assert "/dev/null/none" in str(reasons["bare"])


def test_subjects_with_platform_zone_and_role(collected: tuple[hosts.Collected, list[str]]) -> None:
    (subjects, evidence), _ = collected
    here = {subject.name: subject for subject in subjects}["here"]
    platform = next(one.data["platform"] for one in evidence if one.subject == "here" and one.section == "os")
    assert (here.platform, here.zone, here.role) == (platform, "platform", "hub")
    assert {subject.name: subject for subject in subjects}["gone"].platform is None


def test_progress_counts_hosts(collected: tuple[hosts.Collected, list[str]]) -> None:
    _, heard = collected
    assert len(heard) == 3
    assert {line.split()[0] for line in heard} == {"here", "gone", "bare"}
    assert [line.split()[-1] for line in heard] == ["1/3", "2/3", "3/3"]


def test_a_limit_without_hosts_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "hosts.yml").write_text("all: {hosts: {}}\n")
    with pytest.raises(UsageError, match="no host matches"):
        hosts.collect_hosts(BUNDLE, tmp_path / "hosts.yml")


def test_an_unknown_section_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown section 'sshs'"):
        hosts.collect_local(["sshs"])


def test_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    (subject,), evidence = hosts.collect_local(["services"])
    assert [one.section for one in evidence] == ["os", "services"]
    assert {one.subject for one in evidence} == {subject.name}
    assert subject.platform in ("container", "vm", "machine")
    assert hosts.collect_local(["os"], "me")[0][0].name == "me"


def _answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> list[Evidence]:
    """What becomes of a collection in which the host said `text`."""
    return _collected(tmp_path, monkeypatch, text)[1]


def _collected(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> hosts.Collected:
    (tmp_path / "hosts.yml").write_text("all: {hosts: {a: {}}}\n")

    def run(*_: object, extra_vars: dict[str, str], **__: object) -> playbooks.Outcome:
        Path(extra_vars["hubops_evidence_dir"], "a.json").write_text(text)
        return playbooks.Outcome({}, (), 0.0)

    monkeypatch.setattr(playbooks, "run", run)
    return hosts.collect_hosts(BUNDLE, tmp_path / "hosts.yml", ["os", "time"])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "did not come to this host"),
        ("{}\nUntil next time!", "not understood: ValueError"),
        ("[]", "not understood: TypeError"),
        ('{"schema": "other/1"}', "schema 'other/1'"),
        (
            '{"schema": "hubops/collection/1", "collector": "1", "sections": []}',
            "not understood: AttributeError",
        ),
        ('{"schema": "hubops/collection/1", "collector": "1", "sections": {}}', "left this section out"),
        (
            '{"schema": "hubops/collection/1", "collector": "1", "sections": {"os": {}, "time": {}}}',
            "KeyError",
        ),
        ("x" * 1001, "1001 bytes, more than 1000"),
        ("[" * 999, "not understood: ValueError: recursion limit"),
        (f'{{"schema": "hubops/collection/1", "sections": {"[" * 300}{"]" * 300}}}', "recursion limit"),
        (
            '{"schema": "hubops/collection/1", "sections": {"os": {"data": NaN}}}',
            "not understood: ValueError",
        ),
        (
            '{"schema": "hubops/collection/1", "collector": "1", "sections": {"os": {"data": 1e999}}}',
            "not understood: ValueError: a number is too large",
        ),
        (
            '{"schema": "hubops/collection/1", "sections": {"os": {"data": "\\ud800"}}}',
            "not understood: ValueError",
        ),
    ],
)
def test_a_nonsense_answer_is_an_error_in_every_section(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, reason: str
) -> None:
    monkeypatch.setattr(hosts, "MAX_BYTES", 1000)
    evidence = _answer(tmp_path, monkeypatch, text)
    assert [one.section for one in evidence] == ["os", "time"]
    for one in evidence:
        assert one.data is None
        assert one.error
        assert reason in one.error.en


def test_what_sudo_says_before_the_answer_does_no_harm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sections = {"os": {"data": {"platform": "vm"}}, "time": {"data": {}}}
    text = json.dumps({"schema": "hubops/collection/1", "collector": "9", "sections": sections})
    complaint = "/etc/sudoers.d/site:1:14: syntax error\nDefaults>x y\n             ^\n"
    first, _ = _answer(tmp_path, monkeypatch, complaint + text)
    assert (first.data, first.error) == ({"platform": "vm"}, None)


def test_an_error_of_one_section_is_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sections = {"os": {"data": {"platform": "vm"}}, "time": {"error": "no end after 120 s"}}
    text = json.dumps({"schema": "hubops/collection/1", "collector": "9", "sections": sections})
    first, second = _answer(tmp_path, monkeypatch, text)
    assert (first.data, first.error, first.collector) == ({"platform": "vm"}, None, "hubops-collect 9")
    assert (second.data, second.error) == (None, Text(en="no end after 120 s", zh="no end after 120 s"))


@pytest.mark.parametrize("data", [7, [], "vm", None, {}, {"platform": 7}, {"platform": {"vm": 1}}])
def test_nonsense_in_a_section_is_kept_for_its_schema_to_refuse(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: object
) -> None:
    sections = {"os": {"data": data}, "time": {"data": data}}
    text = json.dumps({"schema": "hubops/collection/1", "collector": "9", "sections": sections})
    (subject,), evidence = _collected(tmp_path, monkeypatch, text)
    assert subject.platform is None
    for one in evidence:
        assert one.data is None or checked(one, BUNDLE.schemas).violation


def _skew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: object) -> object:
    """What is said of the clock of a host that said `told` of itself."""
    section = {"data": {"skew_seconds": 0}, "collected_at": told}
    sections = {"os": {"error": "none"}, "time": section}
    text = json.dumps({"schema": "hubops/collection/1", "collector": "9", "sections": sections})
    return _answer(tmp_path, monkeypatch, text)[1].data["skew_seconds"]


@pytest.mark.parametrize("off", [0, 50, -50])
def test_a_clock_that_may_be_right_has_no_skew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, off: int
) -> None:
    assert _skew(tmp_path, monkeypatch, timestamp(datetime.now(UTC) + timedelta(seconds=off))) == 0


@pytest.mark.parametrize("days", [1, -1, -20000])
def test_a_clock_days_off_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    skew = _skew(tmp_path, monkeypatch, timestamp(datetime.now(UTC) + timedelta(days=days)))
    assert isinstance(skew, int)
    assert skew * days > 0
    assert abs(days * 86400 - skew) in range(50, 70), "the distance to the span, which is a minute wider"


def test_a_part_of_a_second_of_skew_counts_as_one() -> None:
    known = hosts._Known(datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 0, 0, 9, tzinfo=UTC))
    assert [hosts._skew(f"2026-01-01T00:01:{second}Z", known) for second in ("09", "09.1", "11")] == [0, 1, 2]
    assert [hosts._skew(f"2025-12-31T23:5{time}Z", known) for time in ("9:00", "8:59.9", "8:58")] == [
        0,
        -1,
        -2,
    ]


@pytest.mark.parametrize(
    "told",
    [None, "", "noon", 7, [], "2026-01-01T00:00:00", "9999-99-99T00:00:00Z", "0001-01-01T00:00:00+23:59"],
)
def test_a_clock_that_tells_no_time_is_not_taken_for_right(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: object
) -> None:
    skew = _skew(tmp_path, monkeypatch, told)
    assert skew is None or (isinstance(skew, int) and skew < -(10**10))


def test_this_machine_s_clock_is_its_own() -> None:
    _, evidence = hosts.collect_local(["time"])
    assert evidence[1].data["skew_seconds"] == 0
    assert checked(evidence[1], BUNDLE.schemas).violation is None


def test_sections_default_to_all() -> None:
    assert hosts._wanted(None) == list(COLLECTORS)
    assert hosts._wanted(["time"]) == ["os", "time"]


def test_a_collector_that_dies_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/false")
    _, evidence = hosts.collect_local(["os"])
    assert evidence[0].error.en == "the collector ended with 1"


@pytest.mark.parametrize("kept", [None, "", "nonsense", "0" * 63, "a" * 64])
def test_the_kept_digest_is_what_this_machine_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: str | None
) -> None:
    """Whatever the host says of it; the playbook itself fetches it from the folder of the inventory."""
    (tmp_path / "hosts.yml").write_text(
        "all: {hosts: {here: {ansible_connection: local, ansible_become: false}}}\n"
    )
    if kept is not None:
        (tmp_path / ".integrity").mkdir()
        (tmp_path / ".integrity/here.sha256").write_text(f"{kept}\n")
    _, evidence = hosts.collect_hosts(BUNDLE, tmp_path / "hosts.yml", ["integrity"])
    (one,) = (one for one in evidence if one.section == "integrity")
    assert one.data["kept_sha256"] == (kept if kept == "a" * 64 else None)
    assert checked(one, BUNDLE.schemas).violation is None
