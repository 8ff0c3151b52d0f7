"""Alerts sent over real TLS connections reach those on duty for them, and no others."""

import json
import time

import pytest
from monitoring_services import assert_without_rights

PKI = "/etc/hubops/pki"
SECRETS = "/etc/hubops/alertmanager/secrets"
ASK = """
import json, ssl, sys, urllib.request
where, path, body = sys.argv[1:4]
context = ssl.create_default_context(cafile="/etc/hubops/pki/ca.crt")
context.check_hostname = False
if sys.argv[4] == "own":
    context.load_cert_chain("/etc/hubops/pki/host.crt", "/etc/hubops/pki/host.key")
request = urllib.request.Request(f"https://{where}:9093{path}", data=body.encode() or None)
request.add_header("Content-Type", "application/json")
print(urllib.request.urlopen(request, context=context, timeout=10).read().decode())
"""
RECEIVER = """
import http.server
class Handler(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        text = self.rfile.read(int(self.headers["Content-Length"])).decode()
        with open("/root/received", "a") as file:
            file.write(f"{self.path} {self.headers['Authorization']} {text}\\n")
        self.send_response(200)
        self.end_headers()
http.server.HTTPServer(("127.0.0.1", 9096), Handler).serve_forever()
"""


def address(host):
    return host.check_output("ss -Hltn sport = :9093").split()[3].rpartition(":")[0]


def ask(host, path, body="", credentials="own"):
    with host.sudo():
        host.run(f"cat > /root/ask.py <<'END'\n{ASK}\nEND")
        return host.run("python3 /root/ask.py %s %s %s %s", address(host), path, body, credentials)


@pytest.fixture(scope="module")
def received(host):
    """What a receiver got after one alert of each kind was sent."""
    with host.sudo():
        host.run(f"cat > /root/receiver.py <<'END'\n{RECEIVER}\nEND")
        host.check_output("systemd-run --quiet --unit test-receiver python3 /root/receiver.py")
    sent = [
        {
            "labels": {"alertname": name, "severity": severity, "duty": duty, "instance": name},
            "annotations": {"summary": "said"},
        }
        for name, severity, duty in (
            ("Worst", "critical", "data"),
            ("Quiet", "warning", "data"),
            ("Audit", "warning", "audit"),
            ("Watchdog", "info", "operations"),
        )
    ]
    assert ask(host, "/api/v2/alerts", json.dumps(sent)).rc == 0
    with host.sudo():
        for _ in range(60):
            text = host.run("cat /root/received").stdout
            if "Worst" in text and "Audit" in text:
                break
            time.sleep(1)
        yield text
        host.run("systemctl stop test-receiver")


def test_each_alert_goes_to_those_on_duty(received):
    told = {
        (line.split()[0], name)
        for line in received.splitlines()
        for name in ("Worst", "Quiet", "Audit", "Watchdog")
        if f'"{name}"' in line
    }
    assert told == {("/duty", "Worst"), ("/auditors", "Audit")}


def test_a_receiver_is_shown_its_token_alone(received):
    shown = {
        (line.split()[0], line.split("{")[0].split(maxsplit=1)[1].strip())
        for line in received.splitlines()
        if line
    }
    assert shown == {("/duty", "Bearer planted-duty-token"), ("/auditors", "None")}


def test_every_alert_is_in_the_log(host, received):
    with host.sudo():
        said = host.check_output("journalctl --output cat -t hubops-alert")
    for line in ("firing Worst critical Worst said", "firing Quiet warning", "firing Watchdog info"):
        assert line in said


def test_answers_holders_of_the_hub_s_certificates_alone(host):
    assert '"versionInfo"' in ask(host, "/api/v2/status").stdout
    refused = ask(host, "/api/v2/status", credentials="none")
    assert refused.rc != 0
    assert "versionInfo" not in refused.stdout


def test_listens_on_the_management_address_alone(host):
    assert address(host) == host.check_output("hostname -I").split()[0]
    # No port of a cluster beside it.
    assert host.check_output("ss -Hlntu sport = :9094") == ""


def test_secrets_stay_secret(host):
    with host.sudo():
        settings = host.check_output("cat /etc/hubops/alertmanager/alertmanager.yml")
        assert "planted" not in settings
        assert host.file(f"{SECRETS}/mail").content_string.strip() == "planted-mail-password"
        assert host.file(SECRETS).mode == 0o700
        assert host.file(f"{SECRETS}/duty-1").mode == 0o600
        assert "planted" not in host.check_output("journalctl --output cat")


def test_a_broken_configuration_is_refused(host):
    with host.sudo():
        host.run("printf 'route: {receiver: nobody}\\n' > /root/broken.yml")
        assert host.run("amtool check-config /root/broken.yml").rc != 0


def test_runs_without_rights(host):
    assert_without_rights(host, "prometheus-alertmanager")
