"""Who is told how the host is and who is not, shown with real TLS connections."""

import time

PKI = "/etc/hubops/pki"
OWN = f"-cert {PKI}/host.crt -key {PKI}/host.key"


def address(host):
    listening = host.check_output("ss -Hltn sport = :9100").split()[3]
    return listening.rpartition(":")[0]


PLAIN = """
import socket, sys
with socket.create_connection((sys.argv[1], 9100), 5) as connection:
    connection.sendall(b"GET /metrics HTTP/1.0\\r\\n\\r\\n")
    print(connection.recv(9999))
"""


def ask(host, credentials=OWN):
    """What the exporter answers over TLS, if anything."""
    request = "printf 'GET /metrics HTTP/1.0\\r\\nHost: bare\\r\\n\\r\\n'; sleep 2"
    client = f"openssl s_client -quiet -CAfile {PKI}/ca.crt -verify_return_error {credentials}"
    with host.sudo():
        return host.run(f"({request}) | timeout 10 {client} -connect {address(host)}:9100").stdout


def test_tells_holders_of_the_hub_s_certificates(host):
    said = ask(host)
    assert "200 OK" in said
    for metric in (
        "node_load1 ",
        "node_memory_MemAvailable_bytes ",
        "node_systemd_unit_state{",
        "node_filesystem_avail_bytes{",
    ):
        assert metric in said
    assert "node_arp_entries" not in said


def test_tells_nobody_else(host):
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
    assert "node_load1" not in ask(host, "")
    assert "node_load1" not in ask(host, "-cert /root/stranger.crt -key /root/stranger.key")
    said = host.run(f"python3 - {address(host)} <<'END'\n{PLAIN}\nEND").stdout
    assert "node_load1" not in said
    assert "HTTPS" in said


def test_listens_on_the_management_address_alone(host):
    assert address(host) == host.check_output("hostname -I").split()[0]


def test_tells_what_other_roles_leave(host):
    with host.sudo():
        host.check_output("echo 'hubops_test 42' > /var/lib/prometheus/node-exporter/test.prom")
    for _ in range(5):
        said = ask(host)
        if "hubops_test 42" in said:
            break
        time.sleep(1)
    assert "hubops_test 42" in said
    assert 'node_textfile_mtime_seconds{file="/var/lib/prometheus/node-exporter/test.prom"}' in said


def test_runs_without_rights(host):
    pid = host.check_output("systemctl show --value --property MainPID prometheus-node-exporter")
    status = dict(
        line.split(":\t", 1)
        for line in host.file(f"/proc/{pid}/status").content_string.splitlines()
        if ":\t" in line
    )
    assert status["CapBnd"].strip("0") == status["CapEff"].strip("0") == ""
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    with host.sudo():
        assert host.file(f"{PKI}/host.key").mode == 0o600
