"""Who may send an alert and what is kept of it, shown with real TLS connections."""

import json
import shlex
import time

PKI = "/etc/hubops/pki"
FOLDER = "/var/lib/hubops-alerts"
CLIENT = f"""
import http.client, ssl, sys
path, body, cert, key = sys.argv[1:]
context = ssl.create_default_context(cafile="{PKI}/ca.crt")
context.check_hostname = False
if cert:
    context.load_cert_chain(cert, key)
try:
    connection = http.client.HTTPSConnection("127.0.0.1", 9099, context=context, timeout=10)
    connection.request("POST", path, body)
    print(connection.getresponse().status)
except (ssl.SSLError, OSError, http.client.HTTPException):
    print("refused")
"""


def alert(name, status="firing"):
    labels = {"alertname": name, "instance": "hub-1", "severity": "critical"}
    return {"status": status, "labels": labels, "startsAt": "2026-01-01T00:00:00Z", "endsAt": ""}


def post(host, body, cert=f"{PKI}/host.crt", key=f"{PKI}/host.key", path="/alerts"):
    """The status that the receiver answers with; "refused" where there is no connection for this certificate."""
    words = shlex.join(["python3", "-c", CLIENT, path, body, cert, key])
    with host.sudo():
        return host.check_output(words)


def sent(*alerts):
    return json.dumps({"version": "4", "receiver": "duty", "alerts": list(alerts)})


def kept(host):
    with host.sudo():
        said = host.run(f"cat {FOLDER}/notifications-*.jsonl").stdout
    return [json.loads(line) for line in said.splitlines()]


def until(told):
    for _ in range(60):
        if told():
            return True
        time.sleep(0.25)
    return False


def test_keeps_what_its_sender_tells(host):
    assert post(host, sent(alert("HostDown"), alert("HostDown", "resolved"))) == "204"
    ours = [one for one in kept(host) if one["alert"] == "HostDown"][-2:]
    assert [one["status"] for one in ours] == ["firing", "resolved"]
    assert {one["instance"] for one in ours} == {"hub-1"}
    assert abs(ours[0]["received"] - time.time()) < 60
    with host.sudo():
        assert host.check_output(f"find {FOLDER} -perm /007") == ""


def test_refuses_strangers_and_what_is_no_notification(host):
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -addext subjectAltName=DNS:bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
    stranger = sent(alert("FromAStranger"))
    assert post(host, stranger, "/root/stranger.crt", "/root/stranger.key") == "refused"
    assert post(host, stranger, "") == "refused"
    assert post(host, sent(alert("Elsewhere")), path="/") == "404"
    for broken in ("{", "[]", "{}", '{"alerts": [{}]}', '{"alerts": 1}', '{"alerts": [{"labels": {}}]}'):
        assert post(host, broken) == "400", broken
    assert {"FromAStranger", "Elsewhere"}.isdisjoint(one["alert"] for one in kept(host))


def test_says_that_the_watchdog_is_silent_and_when_it_is_heard_again(host):
    def said():
        with host.sudo():
            lines = host.check_output("journalctl -u hubops-alert-receiver -p notice -o cat").splitlines()
        return [line for line in lines if "Watchdog" in line]

    assert until(lambda: said() and "no Watchdog for" in said()[-1])
    assert post(host, sent(alert("Watchdog"))) == "204"
    assert until(lambda: "heard again" in said()[-1])
    assert until(lambda: "no Watchdog for" in said()[-1])
    assert "Watchdog" not in {one["alert"] for one in kept(host)}


def test_knows_after_a_restart_that_it_was_silent(host):
    state = f"cat {FOLDER}/watchdog.json"
    with host.sudo():
        assert until(lambda: json.loads(host.check_output(state))["silent"])
        before = host.check_output(
            "journalctl -u hubops-alert-receiver -o cat | grep -c 'no Watchdog' || true"
        )
        host.check_output("systemctl restart hubops-alert-receiver")
        time.sleep(3)
        after = host.check_output(
            "journalctl -u hubops-alert-receiver -o cat | grep -c 'no Watchdog' || true"
        )
        assert json.loads(host.check_output(state))["silent"]
    assert after == before, "it is not said twice"


def test_runs_without_rights(host):
    with host.sudo():
        pid = host.check_output("systemctl show --value --property MainPID hubops-alert-receiver")
        status = host.check_output(f"cat /proc/{pid}/status")
    assert host.check_output(f"ps -o user= -p {pid}").strip().startswith("hubops")
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert fields["NoNewPrivs"] == "1"
    assert int(fields["CapBnd"], 16) == 0
