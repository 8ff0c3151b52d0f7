"""Who is told how the database is and who is not, and what the exporter may do in it, shown with real connections."""

import re
import time

PKI = "/etc/hubops/pki"
OWN = f"-cert {PKI}/host.crt -key {PKI}/host.key"
ROLE = "hub-postgres-exporter"
RULES = (
    "pg_settings_max_connections",
    "pg_settings_superuser_reserved_connections",
    "pg_stat_activity_count",
    "pg_stat_activity_max_tx_duration",
    "pg_stat_archiver_failed_count",
    "pg_up",
    "pg_wal_archive_waiting_seconds",
)
"""What the rules of scenario database read."""


PLAIN = """
import socket, sys
with socket.create_connection((sys.argv[1], 9187), 5) as connection:
    connection.sendall(b"GET /metrics HTTP/1.0\\r\\n\\r\\n")
    print(connection.recv(9999))
"""


def address(host):
    return host.check_output("ss -Hltn sport = :9187").split()[3].rpartition(":")[0]


def ask(host, credentials=OWN):
    """What the exporter answers over TLS, if anything."""
    request = "printf 'GET /metrics HTTP/1.0\\r\\nHost: bare\\r\\n\\r\\n'; sleep 2"
    client = f"openssl s_client -quiet -CAfile {PKI}/ca.crt -verify_return_error {credentials}"
    with host.sudo():
        return host.run(f"({request}) | timeout 10 {client} -connect {address(host)}:9187").stdout


def value(said, metric):
    return [float(found) for found in re.findall(rf"^{metric}(?:{{[^}}]*}})? (\S+)$", said, re.MULTILINE)]


def query(host, text):
    """As the exporter's account, over the socket."""
    with host.sudo():
        return host.run(f"runuser -u {ROLE} -- psql -XAt -d hub -c %s", text)


def test_tells_holders_of_the_hub_s_certificates(host):
    said = ask(host)
    assert "200 OK" in said
    assert value(said, "pg_up") == [1]
    for metric in RULES:
        assert value(said, metric), metric


def test_tells_nobody_else(host):
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
    assert "pg_up" not in ask(host, "")
    assert "pg_up" not in ask(host, "-cert /root/stranger.crt -key /root/stranger.key")
    said = host.run(f"python3 - {address(host)} <<'END'\n{PLAIN}\nEND").stdout
    assert "pg_up" not in said
    assert "HTTPS" in said


def test_listens_on_the_management_address_alone(host):
    assert address(host) == host.check_output("hostname -I").split()[0]


def test_tells_of_a_database_that_is_down(host):
    with host.sudo():
        host.check_output("systemctl stop 'postgresql@*'")
        try:
            assert value(ask(host), "pg_up") == [0]
        finally:
            host.check_output("systemctl start postgresql")
    for _ in range(20):
        if value(ask(host), "pg_up") == [1]:
            return
        time.sleep(1)
    raise AssertionError("it does not find the database again")


def test_reads_statistics_and_no_data(host):
    assert query(host, "SELECT count(*) FROM pg_stat_archiver").stdout.strip() == "1"
    assert query(host, "SELECT query FROM pg_stat_activity WHERE usename = 'postgres'").rc == 0
    assert "permission denied" in query(host, "SELECT * FROM sensors").stderr
    assert "permission denied" in query(host, "SELECT rolpassword FROM pg_authid").stderr
    assert "permission denied" in query(host, "CREATE TABLE mine ()").stderr


def test_is_known_by_its_account_alone(host):
    with host.sudo():
        said = host.run(f"runuser -u prometheus -- psql -XAt -U {ROLE} -d postgres -c 'SELECT 1'")
        assert "Peer authentication failed" in said.stderr
        assert (
            "PASSWORD"
            not in host.file(
                "/etc/systemd/system/prometheus-postgres-exporter.service.d/hubops.conf"
            ).content_string.upper()
        )


def test_runs_without_rights(host):
    pid = host.check_output("systemctl show --value --property MainPID prometheus-postgres-exporter")
    status = dict(
        line.split(":\t", 1)
        for line in host.file(f"/proc/{pid}/status").content_string.splitlines()
        if ":\t" in line
    )
    assert status["CapBnd"].strip("0") == status["CapEff"].strip("0") == ""
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    assert host.check_output("stat -c %%U /proc/%s", pid) == ROLE
