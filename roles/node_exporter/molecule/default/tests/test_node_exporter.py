"""Who is told how the host is and who is not, shown with real TLS connections."""

import time

from monitoring_services import PKI, address, ask, assert_strangers_hear_nothing, assert_without_rights

PORT = 9100


def test_tells_holders_of_the_hub_s_certificates(host):
    said = ask(host, PORT)
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
    assert_strangers_hear_nothing(host, PORT, "node_load1")


def test_listens_on_the_management_address_alone(host):
    assert address(host, PORT) == host.check_output("hostname -I").split()[0]


def test_tells_what_other_roles_leave(host):
    with host.sudo():
        host.check_output("echo 'hubops_test 42' > /var/lib/prometheus/node-exporter/test.prom")
    for _ in range(5):
        said = ask(host, PORT)
        if "hubops_test 42" in said:
            break
        time.sleep(1)
    assert "hubops_test 42" in said
    assert 'node_textfile_mtime_seconds{file="/var/lib/prometheus/node-exporter/test.prom"}' in said


def test_runs_without_rights(host):
    assert_without_rights(host, "prometheus-node-exporter")
    with host.sudo():
        assert host.file(f"{PKI}/host.key").mode == 0o600
