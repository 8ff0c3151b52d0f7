"""Section `monitoring`."""

from __future__ import annotations

import json
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from evidence.fake import FakeProbe

from hubops import bundle
from hubops.evidence.host import monitoring, monitoring_server
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas
WEB = """\
# Written by HubOps
tls_server_config:
  cert_file: /etc/hubops/pki/host.crt
  key_file: /run/credentials/x/host.key
  client_ca_file: /etc/hubops/pki/ca.crt
  client_auth_type: RequireAndVerifyClientCert
"""
STATUS = "Name:\tx\nCapBnd:\t0000000000000000\nNoNewPrivs:\t1\nSeccomp:\t2\n"
SERVER = {"name": "ops-1", "address": "10.9.0.11", "here": False}
TCP = (
    "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
    "   0: 1500090A:238C 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 1\n"
    "   1: 1500090A:238C 0B00090A:C001 01 00000000:00000000 00:00000000 00000000     0        0 2\n"
    "   2: 1500090A:0016 0100090A:C002 01 00000000:00000000 00:00000000 00000000     0        0 3\n"
)


def block(unit: str, **properties: str) -> str:
    said = {"Id": unit, "LoadState": "not-found", "ActiveState": "inactive", "MainPID": "0", **properties}
    return "".join(f"{key}={value}\n" for key, value in said.items())


RUNS = {
    "LoadState": "loaded",
    "ActiveState": "active",
    "UnitFileState": "enabled",
    "ProtectSystem": "strict",
    "PrivateTmp": "yes",
    "StateChangeTimestampMonotonic": "1",
}


def units(**running: str) -> str:
    """What systemd says of all units; those named run with this process."""
    names = {unit.removesuffix(".service"): unit for unit in monitoring.UNITS}
    running = {name.replace("_", "-"): pid for name, pid in running.items()}
    return "\n".join(
        block(unit, **RUNS, MainPID=running[name]) if name in running else block(unit)
        for name, unit in names.items()
    )


def files(web: str = WEB, status: str = STATUS, tcp: str = TCP) -> dict[str, str]:
    return {
        "/proc/7/cmdline": "x\0--web.listen-address=10.9.0.21:9100\0--web.config.file\0/etc/web.yml\0",
        "/proc/7/status": status,
        "/proc/net/tcp": tcp,
        "/etc/web.yml": web,
        monitoring.DECLARED: json.dumps(SERVER),
    }


def valid(host: FakeProbe) -> dict[str, Any]:
    found = monitoring.collect(host)
    assert validate("monitoring", {**found, "unreadable": host.unreadable}, SCHEMAS) == []
    return found


def watched(tmp_path: Path, **given: str) -> dict[str, Any]:
    return valid(FakeProbe(tmp_path, files(**given), {"systemctl": units(prometheus_node_exporter="7")}))


def test_a_bare_host(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {}, {"systemctl": units()})
    assert valid(host) == {"server": None, "services": [], "asked_by": [], "central": None}
    assert host.unreadable == []


def test_without_systemd_it_is_noted(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path)
    valid(host)
    assert [one["what"] for one in host.unreadable] == ["systemctl"]


def test_a_host_that_is_watched(tmp_path: Path) -> None:
    found = watched(tmp_path)
    assert found["server"] == SERVER
    assert found["asked_by"] == ["10.9.0.11"]
    assert found["central"] is None
    assert found["services"] == [
        {
            "name": "prometheus-node-exporter.service",
            "enabled": True,
            "active": True,
            "port": 9100,
            "addresses": ["10.9.0.21"],
            "tls": True,
            "client_certificates": "RequireAndVerifyClientCert",
            "rights": {
                "no_new_privileges": True,
                "capabilities": 0,
                "calls_filtered": True,
                "protect_system": "strict",
                "private_tmp": True,
            },
        }
    ]


def test_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(monitoring, "_INTERVAL", 0)
    assert watched(tmp_path, tcp="\n".join(TCP.splitlines()[:2]) + "\n")["asked_by"] == []


@pytest.mark.parametrize(
    ("web", "tls", "asks"),
    [
        ("", False, None),
        ("basic_auth_users:\n  a: b\n", False, None),
        (WEB.replace("RequireAndVerifyClientCert", "RequestClientCert"), True, "RequestClientCert"),
        (WEB.replace("  client_ca_file: /etc/hubops/pki/ca.crt\n", ""), True, None),
        (WEB.replace("  client_auth_type", "  # client_auth_type"), True, None),
        (WEB.replace("  key_file", "  # key_file"), False, "RequireAndVerifyClientCert"),
    ],
)
def test_whom_it_answers(tmp_path: Path, web: str, tls: bool, asks: str | None) -> None:
    (service,) = watched(tmp_path, web=web)["services"]
    assert (service["tls"], service["client_certificates"]) == (tls, asks)


def test_rights_are_those_of_the_process(tmp_path: Path) -> None:
    status = "CapBnd:\t000001ffffffffff\nNoNewPrivs:\t0\nSeccomp:\t0\n"
    (service,) = watched(tmp_path, status=status)["services"]
    rights = service["rights"]
    assert (rights["no_new_privileges"], rights["calls_filtered"]) == (False, False)
    assert rights["capabilities"] == 0x1FFFFFFFFFF


def test_a_server_s_name_that_is_not_understood_is_noted(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {monitoring.DECLARED: "ops-1"}, {"systemctl": units()})
    assert valid(host)["server"] is None
    assert [one["what"] for one in host.unreadable] == [monitoring.DECLARED]


@pytest.mark.parametrize(
    ("text", "hosts", "noted"),
    [
        (None, None, False),
        ('{"hosts": ["b", "a"], "without_backup": ["b"]}', ["a", "b"], False),
        ('{"hosts": ["a"]}', None, True),
        ('["a"]', None, True),
        ("a", None, True),
    ],
)
def test_the_hosts_that_a_server_was_told_of(
    tmp_path: Path, text: str | None, hosts: list[str] | None, noted: bool
) -> None:
    files = {monitoring.DECLARED: json.dumps({**SERVER, "here": True})}
    probe = FakeProbe(
        tmp_path, files | ({monitoring.INVENTORY: text} if text else {}), {"systemctl": units()}
    )
    found = valid(probe)["central"]["hosts"]
    assert (found["inventory"], found["without_backup"]) == (hosts, ["b"] if hosts else [])
    assert (found["backed_up"], found["checked"]) == ([], None)
    assert [one["what"] for one in probe.unreadable] == [monitoring.INVENTORY] * noted


def test_a_server_that_does_not_run_tells_nothing(tmp_path: Path) -> None:
    here = {monitoring.DECLARED: json.dumps({**SERVER, "here": True})}
    central = valid(FakeProbe(tmp_path, here, {"systemctl": units()}))["central"]
    assert central["answers"] is False
    assert central["targets"] == central["rules"] == central["receivers"] == []
    assert central["retention_days"] is central["failed_notifications"] is None
    assert central["watchdog"] == {"fires": False, "arrived": False, "seconds": None}
    assert central["indicators"] == {"window_days": 30, "hosts": [], "probes": []}


@pytest.mark.parametrize(("state", "is_server"), [("disabled", False), ("enabled", True)])
def test_where_it_is_merely_installed_no_server_is_missed(
    tmp_path: Path, state: str, is_server: bool
) -> None:
    said = "\n".join(
        block(unit, LoadState="loaded", UnitFileState=state)
        if unit == monitoring_server.PROMETHEUS
        else block(unit)
        for unit in monitoring.UNITS
    )
    found = valid(FakeProbe(tmp_path, {}, {"systemctl": said}))
    assert (found["central"] is not None) is is_server


TOLD = {"inventory": ["a", "hub-1"], "without_backup": []}
ANSWERS: dict[str, Any] = {
    "/api/v1/status/runtimeinfo": {"data": {"storageRetention": "25w5d or 10GiB"}},
    "/api/v1/targets?state=active": {
        "data": {
            "activeTargets": [
                {
                    "labels": {"job": "node", "instance": "hub-1"},
                    "health": "up",
                    "lastScrape": "2027-01-15T08:00:00.5Z",
                },
                {
                    "labels": {"job": "node", "instance": "a"},
                    "health": "unknown",
                    "lastScrape": "0001-01-01T00:00:00Z",
                },
            ]
        }
    },
    "/api/v1/rules": {
        "data": {
            "groups": [
                {
                    "rules": [
                        {"type": "recording", "name": "r", "health": "ok"},
                        {
                            "type": "alerting",
                            "name": "A",
                            "health": "err",
                            "labels": {"scenario": "host", "severity": "info"},
                        },
                    ]
                }
            ]
        }
    },
    "/api/v1/alertmanagers": {
        "data": {"activeAlertmanagers": [{"url": "https://10.9.0.11:9093/api/v2/alerts"}]}
    },
    "/api/v1/alerts": {
        "data": {
            "alerts": [
                {"labels": {"alertname": "Watchdog"}, "state": "firing"},
                {"labels": {"alertname": "HostDown"}, "state": "pending"},
                {
                    "labels": {"alertname": "Site", "severity": "info"},
                    "state": "firing",
                    "activeAt": "?",
                },
                {
                    "labels": {"alertname": "DiskFull", "severity": "critical", "instance": "hub-1"},
                    "annotations": {"summary": "full " * 100, "summary_zh": "满"},
                    "state": "firing",
                    "activeAt": "2027-01-15T07:00:00.1Z",
                },
            ]
        }
    },
    "/api/v1/query?query=" + quote(monitoring_server._BACKED_UP): {
        "data": {"result": [{"metric": {"instance": "hub-1"}}, {"metric": {"instance": "a"}}]}
    },
    "/api/v1/query?query=" + quote(monitoring_server._CHECKED): {
        "data": {"result": [{"metric": {"subject": "hub-1"}}]}
    },
    "/api/v1/query": {"data": {"result": [{"metric": {}, "value": [1, "2.0000001"]}]}},
    "/api/v2/alerts": [{"labels": {"alertname": "Watchdog"}, "updatedAt": "2027-01-15T08:00:20.000Z"}],
    "/api/v2/receivers": [{"name": "log"}, {"name": "duty"}, {"name": "dead-mans-switch"}],
    "/api/v2/silences": [
        {
            "id": "1",
            "status": {"state": "active"},
            "endsAt": "2027-01-15T12:30:00.000Z",
            "matchers": [{"name": "instance", "value": "a.*", "isRegex": True}],
            "comment": "planted-comment",
            "createdBy": "planted-name",
        },
        {"id": "2", "status": {"state": "expired"}, "endsAt": "2027-01-01T00:00:00Z", "matchers": []},
    ],
}


def answer(_service: dict[str, Any], path: str) -> Any:
    return ANSWERS.get(path) or ANSWERS[path.partition("?")[0]]


def test_a_server_s_own_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    class Now(monitoring_server.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls(2027, 1, 15, 8, 1, tzinfo=tz)

    monkeypatch.setattr(monitoring_server, "ask", answer)
    monkeypatch.setattr(monitoring_server, "datetime", Now)
    running = {
        name: {"active": True} for name in (monitoring_server.PROMETHEUS, monitoring_server.ALERTMANAGER)
    }
    found = monitoring_server.central(running, 0, TOLD)
    assert found == {
        "answers": True,
        "retention_days": 180,
        "targets": [
            {"job": "node", "instance": "a", "health": "unknown", "seconds": None},
            {"job": "node", "instance": "hub-1", "health": "up", "seconds": 60},
        ],
        "hosts": {**TOLD, "backed_up": ["a", "hub-1"], "checked": ["hub-1"]},
        "rules": [
            {"name": "r", "health": "ok", "scenario": None, "severity": None},
            {"name": "A", "health": "err", "scenario": "host", "severity": "info"},
        ],
        "alertmanagers": ["10.9.0.11:9093"],
        "watchdog": {"fires": True, "arrived": True, "seconds": 40},
        "alerts": [
            {
                "name": "DiskFull",
                "severity": "critical",
                "instance": "hub-1",
                "summary": "full " * 60,
                "summary_zh": "满",
                "minutes": 61,
            },
            {
                "name": "Site",
                "severity": "info",
                "instance": None,
                "summary": "Site",
                "summary_zh": "Site",
                "minutes": None,
            },
        ],
        "indicators": {
            "window_days": 30,
            "hosts": [
                {"name": name, "availability_percent": None, "days": None, "measured_percent": None}
                for name in ("a", "hub-1")
            ],
            "probes": [],
        },
        "failed_notifications": 2.0,
        "receivers": ["duty"],
        "silences": [{"matchers": ["instance=~a.*"], "hours_left": 5, "explained": True}],
    }
    assert "planted" not in json.dumps(found)
    whole = {"server": None, "services": [], "asked_by": [], "central": found, "unreadable": []}
    assert validate("monitoring", whole, SCHEMAS) == []


@pytest.mark.parametrize(
    ("text", "days"), [("180d", 180), ("1y", 365), ("26w", 182), ("12h", 0.5), ("10GiB", None), ("", None)]
)
def test_retention(text: str, days: float | None) -> None:
    assert monitoring_server._retention(text) == days


def test_what_has_just_started_is_waited_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def late(service: dict[str, Any], path: str) -> Any:
        asked.append(path)
        return answer(service, path) if len(asked) > 20 else None

    monkeypatch.setattr(monitoring_server, "ask", late)
    monkeypatch.setattr(time, "sleep", lambda _seconds: None)
    running = {
        name: {"active": True} for name in (monitoring_server.PROMETHEUS, monitoring_server.ALERTMANAGER)
    }
    assert monitoring_server.central(running, 0, TOLD)["answers"] is False
    assert monitoring_server.central(running, 0.5, TOLD)["answers"] is True


@pytest.fixture
def pki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def openssl(*words: str) -> None:
        subprocess.run(["openssl", *words], check=True, capture_output=True, cwd=tmp_path)

    new = ("req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj")
    openssl(*new, "/CN=ca", "-keyout", "ca.key", "-out", "ca.crt")
    openssl(*new, "/CN=host", "-CA", "ca.crt", "-CAkey", "ca.key", "-keyout", "host.key", "-out", "host.crt")
    openssl(*new, "/CN=host", "-keyout", "other.key", "-out", "other.crt")
    monkeypatch.setattr(monitoring_server, "PKI", str(tmp_path))
    return tmp_path


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/good" else 500)
        self.end_headers()
        self.wfile.write(b'{"data": 1}')

    def log_message(self, *_parts: Any) -> None:
        pass


@pytest.fixture(params=["host", "other"])
def server(pki: Path, request: pytest.FixtureRequest) -> Iterator[tuple[str, int]]:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(pki / "ca.crt"))
    context.load_cert_chain(pki / f"{request.param}.crt", pki / f"{request.param}.key")
    context.verify_mode = ssl.CERT_REQUIRED
    httpd = HTTPServer(("127.0.0.1", 0), Handler)
    httpd.socket = context.wrap_socket(httpd.socket, server_side=True)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield request.param, httpd.server_address[1]
    httpd.shutdown()
    httpd.server_close()


def test_it_is_asked_with_certificates_on_both_sides(server: tuple[str, int]) -> None:
    kind, port = server
    service = {"addresses": ["127.0.0.1"], "port": port}
    assert monitoring_server.ask(service, "/good") == ({"data": 1} if kind == "host" else None)
    assert monitoring_server.ask(service, "/bad") is None


def test_nothing_there_is_no_answer(pki: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    assert monitoring_server.ask({"addresses": ["127.0.0.1"], "port": port}, "/good") is None
    assert monitoring_server.ask({"addresses": [], "port": None}, "/good") is None
