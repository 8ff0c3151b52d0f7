"""Section `logging`, with the readers of rsyslog's and logrotate's files."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host import rotation, rsyslog
from hubops.evidence.host.logging import collect
from hubops.evidence.host.probe import Outcome

MAIN = """\
module(load="imuxsock") # local
module(load="imklog")
$FileCreateMode 0640
$IncludeConfig /etc/rsyslog.d/*.conf
auth,authpriv.*			/var/log/auth.log
*.*;auth,authpriv.none		-/var/log/syslog
*.emerg				:omusrmsg:*
"""
FORWARD = """\
# action(type="omfwd" target="commented.example")
global(
  DefaultNetstreamDriver="gtls"   # a comment with ) and " in it
  DefaultNetstreamDriverCAFile="/etc/ssl/ca.pem"
)
*.* action(
  type="omfwd" target="ops-1" port="6514" protocol="tcp"
  StreamDriverMode="1" StreamDriverAuthMode="x509/name" StreamDriverPermittedPeers="ops-1"
  queue.type="LinkedList" queue.filename="forward" queue.saveOnShutdown="on"
  action.resumeRetryCount="-1"
)
"""
SERVER = """\
module(load="imtcp" StreamDriver.Name="gtls" StreamDriver.Mode="1" StreamDriver.AuthMode="x509/name"
       PermittedPeer=["hub-1", "hub-2"])
template(name="sender" type="string" string="/var/log/hub/%HOSTNAME%/messages.log")
ruleset(name="remote") {
  action(type="omfile" dynaFile="sender")
  action(type="omfwd" target="archive" protocol="tcp")
}
input(type="imtcp" port="6514" ruleset="remote")
"""
GOOD = {
    "file": "/etc/rsyslog.d/forward.conf",
    "selector": "*.*",
    "target": "ops-1",
    "port": 6514,
    "protocol": "tcp",
    "tls": True,
    "auth_mode": "x509/name",
    "permitted_peers": ["ops-1"],
    "queue": "disk",
    "retry_count": -1,
}


def _rsyslog(tmp_path: Path, text: str, main: str = MAIN) -> FakeProbe:
    return FakeProbe(tmp_path, {"/etc/rsyslog.conf": main, "/etc/rsyslog.d/forward.conf": text})


@pytest.mark.parametrize(
    ("text", "loaded"),
    [
        ('module(load="imjournal" StateFile="a")', True),
        ('module(load="/usr/lib/rsyslog/imjournal.so")', True),
        ("$ModLoad imjournal", True),
        ("$ModLoad imjournal.so", True),
        ('# module(load="imjournal")', False),
        ('module(load="imuxsock")', False),
    ],
)
def test_whether_the_journal_is_read(tmp_path: Path, text: str, loaded: bool) -> None:
    assert rsyslog.loads(_rsyslog(tmp_path, text), "imjournal") is loaded


def test_a_sealed_forward_in_a_drop_in(tmp_path: Path) -> None:
    assert rsyslog.forwards(_rsyslog(tmp_path, FORWARD)) == [GOOD]


@pytest.mark.parametrize(
    ("old", "new", "field", "value"),
    [
        ('StreamDriverMode="1"', 'StreamDriverMode="0"', "tls", False),
        ('protocol="tcp"', "", "protocol", "udp"),
        ('protocol="tcp"', "", "tls", False),
        ('DefaultNetstreamDriver="gtls"', "", "tls", False),
        ('queue.filename="forward"', "", "queue", "memory"),
        ('queue.type="LinkedList"', "", "queue", "direct"),
        ('queue.type="LinkedList"', 'queue.type="Disk"', "queue", "disk"),
        ('action.resumeRetryCount="-1"', "", "retry_count", 0),
        ('StreamDriverAuthMode="x509/name"', "", "auth_mode", None),
        ('port="6514"', "", "port", 514),
        ("*.* action", "mail.* action", "selector", "mail.*"),
        ("*.* action", "action", "selector", "*.*"),
        ("*.* action", 'if $syslogfacility-text == "mail" then action', "selector", None),
        ('DefaultNetstreamDriver="gtls"', "DEFAULTNETSTREAMDRIVER='gtls'", "tls", True),
    ],
)
def test_each_setting_of_a_forward_counts(
    tmp_path: Path, old: str, new: str, field: str, value: object
) -> None:
    assert old in FORWARD
    (found,) = rsyslog.forwards(_rsyslog(tmp_path, FORWARD.replace(old, new)))
    if value is None and field == "selector":
        assert found[field].startswith("if ")
    else:
        assert found[field] == value


def test_the_old_language(tmp_path: Path) -> None:
    text = """\
$DefaultNetstreamDriver gtls
$ActionSendStreamDriverMode 1
$ActionSendStreamDriverAuthMode x509/name
$ActionQueueType LinkedList
$ActionQueueFileName fwd
$ActionResumeRetryCount -1
*.* @@(o)[10.0.0.1]:6514;RSYSLOG_SyslogProtocol23Format
auth.* @10.0.0.2
"""
    sealed, plain = rsyslog.forwards(_rsyslog(tmp_path, text))
    assert (sealed["target"], sealed["port"], sealed["tls"]) == ("10.0.0.1", 6514, True)
    assert (sealed["queue"], sealed["retry_count"], sealed["selector"]) == ("disk", -1, "*.*")
    assert (plain["target"], plain["port"], plain["protocol"], plain["tls"]) == (
        "10.0.0.2",
        514,
        "udp",
        False,
    )


def test_a_file_that_is_not_included_does_not_count(tmp_path: Path) -> None:
    host = _rsyslog(tmp_path, FORWARD, main='include(file="/etc/rsyslog.d/other*.conf")\n')
    assert rsyslog.forwards(host) == []


def test_files_that_include_each_other_come_to_an_end(tmp_path: Path) -> None:
    host = _rsyslog(tmp_path, "$IncludeConfig /etc/rsyslog.conf\n" + FORWARD)
    assert GOOD in rsyslog.forwards(host)


def test_inputs_with_the_settings_of_their_module(tmp_path: Path) -> None:
    text = SERVER + '$UDPServerRun 514\ninput(type="imudp" port="515" address="127.0.0.1")\n'
    sealed, old, local = rsyslog.inputs(_rsyslog(tmp_path, text))
    assert sealed == {
        "file": "/etc/rsyslog.d/forward.conf",
        "kind": "imtcp",
        "port": 6514,
        "address": None,
        "tls": True,
        "auth_mode": "x509/name",
        "permitted_peers": ["hub-1", "hub-2"],
    }
    assert (old["kind"], old["port"], old["tls"]) == ("imudp", 514, False)
    assert (local["port"], local["address"]) == (515, "127.0.0.1")


def test_a_forward_in_a_ruleset_is_not_one_of_everything(tmp_path: Path) -> None:
    (found,) = rsyslog.forwards(_rsyslog(tmp_path, SERVER))
    assert found["selector"] == "ruleset:remote"


ROTATE = """\
# global
weekly
rotate 4
include /etc/logrotate.d
"""


def _rules(tmp_path: Path, text: str) -> list[dict[str, object]]:
    host = FakeProbe(
        tmp_path,
        {
            "/etc/logrotate.conf": ROTATE,
            "/etc/logrotate.d/rsyslog": text,
            "/etc/logrotate.d/a.dpkg-old": "/x {\n}\n",
        },
    )
    return rotation.rules(host)


def test_a_rule_with_scripts_and_several_logs(tmp_path: Path) -> None:
    (rule,) = _rules(
        tmp_path,
        '/var/log/syslog\n/var/log/auth.log "/var/log/with space.log"\n'
        "{\n\trotate 28\n\tpostrotate\n\t\trotate 1\n\tendscript\n}\n",
    )
    assert rule["logs"] == ["/var/log/syslog", "/var/log/auth.log", "/var/log/with space.log"]
    assert (rule["period"], rule["rotate"], rule["kept_days"]) == ("weekly", 28, 196)


@pytest.mark.parametrize(
    ("settings", "days"),
    [
        ("", 28),
        ("daily\nrotate 190", 190),
        ("monthly\nrotate 7", 196),
        ("yearly\nrotate 1", 365),
        ("hourly\nrotate 24", 1),
        ("rotate 28\nmaxage 30", 30),
        ("rotate -1", None),
        ("rotate -1\nmaxage 200", 200),
        ("rotate 100\nsize 10M", 0),
        ("rotate 100\nmaxsize=10M", 0),
        ("rotate -1\nsize 10M", None),
        ("size 10M\ndaily\nrotate 200", 200),
        ("rotate many", 28),
    ],
)
def test_how_long_a_rule_keeps(tmp_path: Path, settings: str, days: int | None) -> None:
    (rule,) = _rules(tmp_path, f"/var/log/syslog {{\n{settings}\n}}\n")
    assert rule["kept_days"] == days


def test_a_rule_on_one_line_and_the_settings_of_another_file(tmp_path: Path) -> None:
    first, second = _rules(tmp_path, "/var/log/a.log { daily }\nmonthly\nrotate 9\n/var/log/b.log {\n}\n")
    assert (first["period"], first["kept_days"]) == ("daily", 4)
    assert (second["period"], second["kept_days"]) == ("monthly", 252)


def test_logrotate_without_settings_rotates_by_size(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/etc/logrotate.conf": "/var/log/x {\nrotate 9\n}\n"})
    assert rotation.rules(host)[0]["kept_days"] == 0


TABLE = (
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 0200000A:D000 0100000A:1972 01 00000000:00000000 00:00000000 00000000     0        0 14 1\n"
)


def _host(tmp_path: Path, hosts: str = "10.0.0.1 ops-1\n", **commands: str | Outcome) -> FakeProbe:
    files = {
        "/etc/rsyslog.conf": MAIN,
        "/etc/rsyslog.d/forward.conf": FORWARD,
        "/etc/hosts": hosts,
        "/proc/net/tcp": TABLE,
        "/etc/systemd/journald.conf": "[Journal]\n#Storage=auto\nMaxRetentionSec=1month\n",
        "/usr/lib/systemd/journald.conf.d/vendor.conf": "[Journal]\nForwardToSyslog=yes\nStorage=volatile\n",
        "/etc/systemd/journald.conf.d/hubops.conf": "[Journal]\nStorage=persistent\n",
    }
    commands = {
        "rsyslogd": "",
        "systemctl": "rsyslog.service loaded active running System Logging Service\n",
        **commands,
    }
    return FakeProbe(tmp_path, files, commands)


def test_rsyslog_as_it_runs(tmp_path: Path) -> None:
    host = _host(tmp_path)
    found = collect(host)["rsyslog"]
    assert (found["installed"], found["active"], found["valid"]) == (True, True, True)
    assert found["forwards"] == [{**GOOD, "connected": True}]
    assert host.unreadable == []


@pytest.mark.parametrize(
    ("hosts", "connected"),
    [("10.0.0.9 ops-1\n", False), ("", True), ("10.0.0.9 other\n10.0.0.1 x ops-1\n", True)],
)
def test_a_connection_counts_when_it_is_to_the_target(tmp_path: Path, hosts: str, connected: bool) -> None:
    assert collect(_host(tmp_path, hosts))["rsyslog"]["forwards"][0]["connected"] is connected


def test_a_broken_configuration_is_a_fact(tmp_path: Path) -> None:
    host = _host(tmp_path, rsyslogd=Outcome(1, "", "error during parsing"))
    assert collect(host)["rsyslog"]["valid"] is False
    assert host.unreadable == []


def test_a_check_that_does_not_end_is_unreadable(tmp_path: Path) -> None:
    host = _host(tmp_path, rsyslogd=Outcome(-9, "", "", "no end after 60 s"))
    assert collect(host)["rsyslog"]["valid"] is None
    assert host.unreadable == [{"what": "rsyslogd -N1", "why": "no end after 60 s"}]


def test_the_journals_settings_with_drop_ins(tmp_path: Path) -> None:
    found = collect(_host(tmp_path))["journal"]
    assert found == {
        "storage": "volatile",
        "persistent": False,
        "max_retention_days": 30,
        "forward_to_syslog": "yes",
    }, "of two drop-ins the later name counts, whatever its folder"


def test_a_masked_drop_in_does_not_count(tmp_path: Path) -> None:
    host = _host(tmp_path)
    os.symlink("/dev/null", tmp_path / "etc/systemd/journald.conf.d/vendor.conf")
    assert collect(host)["journal"]["storage"] == "persistent"


def test_what_systemd_deletes_by_age(tmp_path: Path) -> None:
    host = _host(tmp_path)
    host.write("/usr/lib/tmpfiles.d/hub.conf", "d /var/log/hub 0750 root adm 7d\n")
    host.write(
        "/etc/tmpfiles.d/hub.conf", "# comment\nd /var/log/hub 0750 root adm 190d\nd /var/log 0755 - - -\n"
    )
    host.write(
        "/usr/lib/tmpfiles.d/more.conf",
        "e! /var/log/app - - - am:~2w\nd /var/logs 0755 - - 1d\nq /tmp 1777 - - 10d\n",
    )
    assert collect(host)["cleaning"] == [
        {"file": "/etc/tmpfiles.d/hub.conf", "path": "/var/log/hub", "days": 190},
        {"file": "/usr/lib/tmpfiles.d/more.conf", "path": "/var/log/app", "days": 14},
    ]


def test_log_files_that_others_may_read(tmp_path: Path) -> None:
    host = _host(tmp_path)
    host.write("/var/log/syslog", "", 0o640)
    host.write("/var/log/deep/er/open.log", "", 0o644)
    os.symlink("/etc/hosts", tmp_path / "var/log/link")
    assert collect(host)["open_files"] == [
        {"path": "/var/log/deep/er/open.log", "mode": "0644", "owner": "root", "group": "root"}
    ]


def test_senders_of_a_log_server(tmp_path: Path) -> None:
    host = _host(tmp_path)
    for name, minutes in {"hub-1": 3, "hub-2": 90, "hub-3": 3000}.items():
        host.write(f"/var/log/hub/{name}/messages.log", "x")
        host.write(f"/var/log/hub/{name}/messages.log.1", "x")
        then = time.time() - minutes * 60
        os.utime(tmp_path / f"var/log/hub/{name}/messages.log", (then, then))
        os.utime(tmp_path / f"var/log/hub/{name}/messages.log.1", (0, 0))
    (tmp_path / "var/log/hub/hub-4").mkdir()
    assert collect(host)["senders"] == [
        {"host": "hub-1", "within_minutes": 10},
        {"host": "hub-2", "within_minutes": 1440},
        {"host": "hub-3", "within_minutes": None},
        {"host": "hub-4", "within_minutes": None},
    ]


def test_a_host_without_rsyslog(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {}, {"systemctl": ""})
    found = collect(host)
    assert found["rsyslog"]["installed"] is False
    assert found["rotation"] == []
    assert host.unreadable == []
