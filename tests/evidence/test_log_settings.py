"""Section `log_settings`."""

from __future__ import annotations

from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.log_settings import collect

RSYSLOG = """\
$FileCreateMode 0640
$ActionFileDefaultTemplate RSYSLOG_TraditionalFileFormat
$IncludeConfig /etc/rsyslog.d/*.conf
*.*;auth,authpriv.none\t\t-/var/log/syslog
auth,authpriv.*\t\t\t/var/log/auth.log
authpriv.warning /var/log/warnings
"""
FORWARD = """\
$ActionFileDefaultTemplate RSYSLOG_FileFormat
*.* action(type="omfwd" target="10.0.0.2" queue.type="LinkedList" queue.filename="hub"
  queue.maxDiskSpace="1g" queue.saveOnShutdown="on")
if $programname == "x" then { action(type="omfile" file="/var/log/x" fileCreateMode="644") }
"""


def _host(root: Path, files: dict[str, str], *programs: str) -> FakeProbe:
    return FakeProbe(root, files, {"systemctl": "", **dict.fromkeys(programs, "")})


def test_rsyslog(tmp_path: Path) -> None:
    files = {"/etc/rsyslog.conf": RSYSLOG, "/etc/rsyslog.d/60-a.conf": FORWARD}
    found = collect(_host(tmp_path, files, "rsyslogd"))
    assert found["file_template"] == "RSYSLOG_FileFormat"
    assert found["file_modes"] == [
        {"file": "/etc/rsyslog.conf", "mode": "0640"},
        {"file": "/etc/rsyslog.d/60-a.conf", "mode": "0644"},
    ]
    assert found["auth_files"] == ["/var/log/auth.log"]
    assert found["queues"] == [
        {"target": "10.0.0.2", "type": "linkedlist", "on_disk": True, "max_mib": 1024, "saved_at_stop": True}
    ]


def test_a_host_without_rsyslog(tmp_path: Path) -> None:
    found = collect(_host(tmp_path, {"/etc/rsyslog.conf": RSYSLOG}))
    assert (found["file_template"], found["file_modes"], found["auth_files"]) == (None, [], [])
    assert found["rotation"] == {"installed": False, "timer": False, "cron": False}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (True, None, 30, 10000)),
        (
            "Compress=no\nSystemMaxUse=2G\nRateLimitIntervalSec=1min 30s\nRateLimitBurst=0\n",
            (False, 2048, 90, 0),
        ),
        ("SystemMaxUse=\nRateLimitIntervalSec=0\n", (True, None, 0, 10000)),
        ("SystemMaxUse=1048576\n", (True, 1, 30, 10000)),
    ],
)
def test_the_journal(tmp_path: Path, text: str, expected: tuple[object, ...]) -> None:
    host = _host(tmp_path, {"/etc/systemd/journald.conf": f"[Journal]\n{text}"})
    assert tuple(collect(host)["journal"].values()) == expected


@pytest.mark.parametrize("line", ["SystemMaxUse=much", "RateLimitIntervalSec=soon", "RateLimitBurst=many"])
def test_what_is_not_understood_is_noted(tmp_path: Path, line: str) -> None:
    host = _host(tmp_path, {"/etc/systemd/journald.conf": f"[Journal]\n{line}\n"})
    collect(host)
    assert any(line.partition("=")[0] in note["what"] for note in host.unreadable)


def test_cron_starts_logrotate_where_its_job_may_run(tmp_path: Path) -> None:
    host = FakeProbe(
        tmp_path,
        {"/etc/cron.daily/logrotate": "#!/bin/sh\n"},
        {"systemctl": "cron.service loaded active running cron\n", "logrotate": ""},
    )
    assert collect(host)["rotation"] == {"installed": True, "timer": False, "cron": False}
    host.chmod("/etc/cron.daily/logrotate", 0o755)
    assert collect(host)["rotation"]["cron"] is True
