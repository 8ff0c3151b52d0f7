"""Backups of the database come back: to a point in time, and from a dump, compared with what was there."""

import json
import time

import pytest

SUMS = (
    "SELECT (SELECT count(*) || md5(string_agg(r::text, '' ORDER BY sensor_id, read_at)) FROM readings r),"
    " (SELECT count(*) || md5(string_agg(e::text, '' ORDER BY id)) FROM events e)"
)


def run(host, command, user="postgres"):
    with host.sudo():
        return host.check_output(f"cd /tmp && runuser -u {user} -- {command}")


def ask(host, query, database="hub", port=5432):
    return run(host, f'psql -XAt -p {port} -d {database} -c "{query}"')


@pytest.fixture
def scratch(host):
    """A second cluster's folder, which is gone afterwards."""
    version = host.check_output("ls /etc/postgresql")
    with host.sudo():
        host.check_output(
            "rm -rf /var/lib/postgresql/scratch && install -d -m 0700 -o postgres /var/lib/postgresql/scratch"
        )
    yield version
    with host.sudo():
        host.run(
            f"runuser -u postgres -- /usr/lib/postgresql/{version}/bin/pg_ctl -D /var/lib/postgresql/scratch -m immediate stop"
        )
        host.check_output("rm -rf /var/lib/postgresql/scratch")


def test_a_dump_comes_back(host):
    with host.sudo():
        host.check_output("/usr/local/sbin/hubops-dump dump")
        record = json.loads(host.file("/var/lib/hubops/backup/dump.json").content_string)
        assert host.check_output("stat -c '%a %U' /var/lib/hubops/dump/hub.dump") == "600 postgres"
    assert {one["name"] for one in record["databases"]} == {"hub", "postgres"}
    run(host, "dropdb --if-exists back")
    run(host, "createdb back")
    run(host, "pg_restore --dbname=back /var/lib/hubops/dump/hub.dump")
    assert ask(host, SUMS, database="back") == ask(host, SUMS)
    run(host, "dropdb back")


def test_a_point_in_time_comes_back(host, scratch):
    before = ask(host, SUMS)
    ask(host, "INSERT INTO events (district_id, severity, title, opened_at) VALUES (1, 1, 'kept', now())")
    kept = ask(host, SUMS)
    moment = ask(host, "SELECT now()")
    time.sleep(1)
    ask(host, "DELETE FROM events")
    ask(host, "SELECT pg_switch_wal()")
    time.sleep(3)
    try:
        run(
            host,
            "pgbackrest --stanza=hub --pg1-path=/var/lib/postgresql/scratch --type=time"
            f" --target='{moment}' --target-action=promote --archive-mode=off restore",
        )
        options = (
            f"-c port=5999 -c config_file=/etc/postgresql/{scratch}/main/postgresql.conf"
            " -c data_directory=/var/lib/postgresql/scratch -c external_pid_file= -c cluster_name=scratch -c archive_mode=off"
        )
        run(
            host,
            f"/usr/lib/postgresql/{scratch}/bin/pg_ctl -D /var/lib/postgresql/scratch -o '{options}'"
            " -l /tmp/scratch.log -w -t 60 start",
        )
        for _ in range(60):
            if ask(host, "SELECT pg_is_in_recovery()", port=5999) == "f":
                break
            time.sleep(0.5)
        assert ask(host, SUMS, port=5999) == kept != before
        assert ask(host, "SELECT count(*) FROM events") == "0"
    finally:
        with host.sudo():
            host.check_output("systemctl start hubops-postgres-diff.service")


def test_the_log_is_archived(host):
    assert ask(host, "SHOW archive_mode") == "on"
    assert ask(host, "SHOW archive_timeout") == "10min"
    assert int(ask(host, "SELECT archived_count FROM pg_stat_archiver")) > 0


def test_backups_are_encrypted_and_private(host):
    with host.sudo():
        cipher = host.check_output("sed -n 's/^repo1-cipher-pass=//p' /etc/pgbackrest.conf")
        assert len(cipher) >= 43
        assert host.check_output("stat -c '%a %U %G' /etc/pgbackrest.conf") == "640 root postgres"
        assert host.check_output("stat -c '%a %U' /var/lib/pgbackrest") == "750 postgres"
        files = host.check_output(
            "find /var/lib/pgbackrest -name '*.zst' -o -name backup.info | head -20"
        ).split()
        assert files
        assert all(host.check_output(f"head -c 8 {path}") == "Salted__" for path in files)
        assert host.run(f"grep -rlF '{cipher}' /etc/systemd /var/lib/hubops /var/log/pgbackrest").stdout == ""


def test_metrics_tell_how_old_they_are(host):
    with host.sudo():
        host.check_output("systemctl start hubops-postgres-state.service")
    text = host.file("/var/lib/prometheus/node-exporter/hubops_postgres_backup.prom").content_string
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    for name in (
        'hubops_postgres_backup_timestamp_seconds{type="full"}',
        "hubops_postgres_wal_archived_timestamp_seconds",
    ):
        assert time.time() - float(values[name]) < 7200


def test_timers_run(host):
    for job in ("full", "diff", "state"):
        assert host.service(f"hubops-postgres-{job}.timer").is_enabled
        assert host.service(f"hubops-postgres-{job}.timer").is_running
