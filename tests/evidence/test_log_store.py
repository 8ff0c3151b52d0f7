"""Section `log_store`."""

from __future__ import annotations

from pathlib import Path

from evidence.fake import FakeProbe

from hubops.evidence.host.log_store import collect

INPUT = 'input(type="imtcp" port="6514")\n'
BORN = "2026-05-02 10:00:00.000000000 +0800 /var/log/hub/hub-1\n"


def _host(root: Path, days: list[str], born: str = BORN) -> FakeProbe:
    files = {f"/var/log/hub/hub-1/{day}.log": "x" for day in days}
    host = FakeProbe(root, {"/etc/rsyslog.conf": INPUT, **files}, {"rsyslogd": "", "stat": born})
    for path in ["/var/log/hub/hub-1", *files]:
        host.chmod(path, 0o750)
    return host


def test_the_first_day_and_the_gaps(tmp_path: Path) -> None:
    host = _host(tmp_path, ["2026-05-03", "2026-05-04", "2026-05-08"])
    assert collect(host) == {
        "receives": True,
        "senders": [
            {
                "host": "hub-1",
                "since": "2026-05-02",
                "first": "2026-05-03",
                "last": "2026-05-08",
                "gaps": [{"from": "2026-05-05", "days": 3}],
                "open": False,
            }
        ],
    }
    assert host.unreadable == []


def test_an_empty_file_or_one_of_no_day_shows_no_records(tmp_path: Path) -> None:
    host = _host(tmp_path, ["2026-02-30", "notes"])
    host.write("/var/log/hub/hub-1/2026-05-01.log", "", 0o640)
    assert collect(host)["senders"][0]["first"] is None


def test_rights_of_folder_and_files(tmp_path: Path) -> None:
    host = _host(tmp_path, ["2026-05-03"])
    host.chmod("/var/log/hub/hub-1/2026-05-03.log", 0o644)
    assert collect(host)["senders"][0]["open"] is True


def test_a_file_system_that_does_not_tell_ages(tmp_path: Path) -> None:
    host = _host(tmp_path, ["2026-05-03"], "- /var/log/hub/hub-1\n")
    assert collect(host)["senders"][0]["since"] is None
    assert host.unreadable != []


def test_a_host_that_takes_no_messages(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/etc/rsyslog.conf": ""}, {"rsyslogd": ""})
    assert collect(host) == {"receives": False, "senders": []}
    assert host.unreadable == []
