"""Who is told how the database is and who is not, and what the exporter may do in it, shown with real connections."""

import re
import time

from monitoring_services import address, ask, assert_strangers_hear_nothing, assert_without_rights

PORT = 9187
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


def value(said, metric):
    return [float(found) for found in re.findall(rf"^{metric}(?:{{[^}}]*}})? (\S+)$", said, re.MULTILINE)]


def query(host, text):
    """As the exporter's account, over the socket."""
    with host.sudo():
        return host.run(f"runuser -u {ROLE} -- psql -XAt -d hub -c %s", text)


def test_tells_holders_of_the_hub_s_certificates(host):
    said = ask(host, PORT)
    assert "200 OK" in said
    assert value(said, "pg_up") == [1]
    for metric in RULES:
        assert value(said, metric), metric


def test_tells_nobody_else(host):
    assert_strangers_hear_nothing(host, PORT, "pg_up")


def test_listens_on_the_management_address_alone(host):
    assert address(host, PORT) == host.check_output("hostname -I").split()[0]


def test_tells_of_a_database_that_is_down(host):
    with host.sudo():
        host.check_output("systemctl stop 'postgresql@*'")
        try:
            assert value(ask(host, PORT), "pg_up") == [0]
        finally:
            host.check_output("systemctl start postgresql")
    for _ in range(20):
        if value(ask(host, PORT), "pg_up") == [1]:
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
    pid = assert_without_rights(host, "prometheus-postgres-exporter")
    assert host.check_output("stat -c %%U /proc/%s", pid) == ROLE
