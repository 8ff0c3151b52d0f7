"""What it asks, what its rules say, and whether alerts arrive, shown by asking it over TLS as anybody would."""

import json
import time
from urllib.parse import quote

from monitoring_services import assert_without_rights

PKI = "/etc/hubops/pki"
SCENARIOS = {
    "backup_age",
    "certificate",
    "clock",
    "compliance",
    "database",
    "disk",
    "host",
    "log_gap",
    "monitoring",
    "platform_probe",
}
ASK = """
import ssl, sys, urllib.request
context = ssl.create_default_context(cafile="/etc/hubops/pki/ca.crt")
context.check_hostname = False
if sys.argv[2] == "own":
    context.load_cert_chain("/etc/hubops/pki/host.crt", "/etc/hubops/pki/host.key")
print(urllib.request.urlopen(sys.argv[1], context=context, timeout=10).read().decode())
"""


def address(host):
    return host.check_output("ss -Hltn sport = :9090").split()[3].rpartition(":")[0]


def ask(host, path, credentials="own", port=9090):
    with host.sudo():
        host.run(f"cat > /root/ask.py <<'END'\n{ASK}\nEND")
        return host.run("python3 /root/ask.py %s %s", f"https://{address(host)}:{port}{path}", credentials)


def data(host, path):
    return json.loads(ask(host, path).stdout)["data"]


def value(host, query):
    found = data(host, f"/api/v1/query?query={quote(query)}")["result"]
    return float(found[0]["value"][1]) if found else None


def wait(read, good):
    """What is read, as soon as it is good; it takes a few scrapes."""
    for _ in range(60):
        said = read()
        if good(said):
            return said
        time.sleep(1)
    return said


def test_every_target_answers(host):
    def read():
        return {
            (t["labels"]["job"], t["labels"]["instance"]): t["health"]
            for t in data(host, "/api/v1/targets?state=active")["activeTargets"]
        }

    targets = wait(read, lambda said: set(said.values()) == {"up"})
    jobs = ("alertmanager", "blackbox", "certificate", "node", "prometheus")
    assert targets == {(job, "bare"): "up" for job in jobs} | {
        ("probe", "answers"): "up",
        ("probe", "silent"): "up",
    }


def test_tells_which_hosts_there_are(host):
    told = json.loads(host.file("/etc/hubops/prometheus/inventory.json").content_string)
    assert told == {"hosts": ["bare"], "without_backup": ["bare"]}


def test_what_is_looked_at_from_outside(host):
    assert wait(lambda: value(host, 'probe_success{instance="answers"}'), lambda said: said is not None) == 1
    assert value(host, 'probe_success{instance="silent"}') == 0
    # The certificate that the host shows is its own, and lives for a year.
    assert wait(lambda: value(host, 'probe_success{job="certificate"}'), lambda said: said is not None) == 1
    assert 364 < value(host, "(probe_ssl_earliest_cert_expiry - time()) / 86400") < 366


def test_the_rules_of_every_scenario_work(host):
    groups = wait(
        lambda: data(host, "/api/v1/rules")["groups"],
        lambda said: all(rule["health"] == "ok" for group in said for rule in group["rules"]),
    )
    rules = [rule for group in groups for rule in group["rules"]]
    assert {rule["health"] for rule in rules} == {"ok"}
    assert {rule["labels"]["scenario"] for rule in rules if rule["type"] == "alerting"} == SCENARIOS


def test_alerts_arrive(host):
    assert data(host, "/api/v1/alertmanagers")["activeAlertmanagers"]
    with host.sudo():

        def read():
            return host.run("journalctl --output cat -t hubops-alert").stdout

        assert "firing Watchdog info" in wait(read, lambda said: "Watchdog" in said)


def test_a_fault_arrives_and_clears(host):
    """The exporter is stopped: `TargetDown` is not for the host itself, `HostDown` is, after two minutes."""
    with host.sudo():
        host.check_output("systemctl stop prometheus-node-exporter")

        def read():
            return {
                alert["labels"]["alertname"]: alert["state"]
                for alert in data(host, "/api/v1/alerts")["alerts"]
            }

        try:
            assert wait(read, lambda said: "HostDown" in said)["HostDown"] == "pending"
        finally:
            host.check_output("systemctl start prometheus-node-exporter")
    assert "HostDown" not in wait(read, lambda said: "HostDown" not in said)


def test_keeps_what_it_measures(host):
    assert data(host, "/api/v1/status/runtimeinfo")["storageRetention"] == "180d"


def test_answers_holders_of_the_hub_s_certificates_alone(host):
    assert ask(host, "/-/ready").rc == 0
    assert ask(host, "/-/ready", "none").rc != 0
    assert address(host) == host.check_output("hostname -I").split()[0]


def test_nobody_can_change_it_over_the_network(host):
    flags = data(host, "/api/v1/status/flags")
    assert flags["web.enable-admin-api"] == flags["web.enable-lifecycle"] == "false"


def test_runs_without_rights(host):
    assert_without_rights(host, "prometheus")
