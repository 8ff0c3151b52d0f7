"""Who may send and who may not, shown with real TLS connections."""

import time

PKI = "/etc/hubops/pki"


def send(host, text, credentials):
    """Send one record over TLS; what the server makes of it is seen in its files."""
    record = f"<134>1 2026-01-01T00:00:00Z bare test - - - {text}"
    command = f"openssl s_client -quiet -connect localhost:6514 -CAfile {PKI}/ca.crt {credentials}"
    with host.sudo():
        host.run(f"(printf '%d %s' {len(record)} '{record}'; sleep 1) | timeout 5 {command}")


def received(host, text):
    with host.sudo():
        return host.run(f"grep -r {text} /var/log/hub").stdout


def wait(host, text):
    for _ in range(20):
        if received(host, text):
            return received(host, text)
        time.sleep(0.5)
    return ""


def test_takes_records_of_its_hosts(host):
    send(host, "record-from-a-known-host", f"-cert {PKI}/host.crt -key {PKI}/host.key")
    assert wait(host, "record-from-a-known-host").startswith("/var/log/hub/bare/")


def test_refuses_a_stranger(host):
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -addext subjectAltName=DNS:bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
    send(host, "record-from-a-stranger", "-cert /root/stranger.crt -key /root/stranger.key")
    send(host, "record-from-nobody", "")
    send(host, "record-at-the-end", f"-cert {PKI}/host.crt -key {PKI}/host.key")
    assert wait(host, "record-at-the-end")
    assert not received(host, "record-from-a-stranger")
    assert not received(host, "record-from-nobody")


def test_records_are_private(host):
    with host.sudo():
        assert host.check_output("find /var/log/hub -perm /007") == ""


def test_old_records_go_and_younger_stay(host):
    with host.sudo():
        host.check_output("install -d -m 0750 -g adm /var/log/hub/gone && touch /var/log/hub/gone/new.log")
        assert "/var/log/hub 0750 root adm 190d" in host.check_output(
            "cat /etc/tmpfiles.d/hubops-log-server.conf"
        )
        host.check_output("systemd-tmpfiles --clean /etc/tmpfiles.d/hubops-log-server.conf")
        assert host.file("/var/log/hub/gone/new.log").exists


def test_the_monitoring_is_told_when_each_sender_was_last_heard(host):
    with host.sudo():
        host.check_output("install -d /var/lib/prometheus/node-exporter")
        host.check_output("systemctl start hubops-log-ages.service")
        said = host.check_output("cat /var/lib/prometheus/node-exporter/logs.prom")
        heard = int(said.split('{sender="bare"} ')[1])
        assert heard in range(
            int(host.check_output("date +%s")) - 3600, int(host.check_output("date +%s")) + 1
        )
        assert host.service("hubops-log-ages.timer").is_running
