"""The place where records of drills are kept."""

import json


def test_the_host_knows_that_it_keeps_the_records(host):
    assert json.loads(host.file("/etc/hubops/drills.json").content_string) == {"keeper": "bare", "here": True}
    with host.sudo():
        folder = host.file("/var/lib/hubops/drills")
        assert folder.is_directory
        assert (folder.user, folder.mode) == ("root", 0o700)


def test_tells_when_drills_were_last_passed(host):
    records = {
        "restore-1": {"kind": "restore", "passed": True, "finished": "100.5"},
        "restore-2": {"kind": "restore", "passed": True, "finished": "300.5"},
        "restore-3": {"kind": "restore", "passed": False, "finished": "900.5"},
        "restore-4": {"kind": "restore"},
    }
    with host.sudo():
        host.check_output("install -d /var/lib/prometheus/node-exporter")
        for name, record in records.items():
            host.check_output("echo %s > %s", json.dumps(record), f"/var/lib/hubops/drills/{name}.json")
        host.check_output("systemctl start hubops-drill-ages.service")
        said = host.check_output("cat /var/lib/prometheus/node-exporter/hubops_drills.prom")
        host.check_output("rm /var/lib/hubops/drills/*.json")
    values = dict(line.rsplit(" ", 1) for line in said.splitlines() if not line.startswith("#"))
    assert values == {
        'hubops_drill_passed_timestamp_seconds{kind="alert"}': "0",
        'hubops_drill_passed_timestamp_seconds{kind="restore"}': "300",
    }
    assert host.file("/var/lib/prometheus/node-exporter/hubops_drills.prom").mode == 0o644
