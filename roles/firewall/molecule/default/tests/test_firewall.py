"""What the packet filter does once the role has been applied."""

import socket
import threading

import pytest


@pytest.fixture(scope="module")
def rules(host):
    with host.sudo():
        return host.check_output("nft list table inet hubops")


def test_a_stop_and_a_start_of_the_service_leave_the_rules(host, rules):
    with host.sudo():
        host.check_output("systemctl stop hubops-firewall")
        assert host.check_output("nft list table inet hubops") == rules
        host.check_output("systemctl start hubops-firewall")
        assert host.check_output("nft list table inet hubops") == rules


def test_both_directions_are_closed(rules):
    assert rules.count("policy drop") == 2
    assert "policy accept" not in rules


@pytest.mark.parametrize(
    "rule",
    [
        'ip saddr 10.88.0.0/16 tcp dport 22 accept comment "operations: ssh"',
        'tcp dport 443 accept comment "portal team: web"',
        'ip saddr { 10.88.0.1, 192.0.2.0/24 } udp dport { 8000-8009, 9000 } accept comment "data team: queries"',
        'ip6 saddr 2001:db8::/48 udp dport { 8000-8009, 9000 } accept comment "data team: queries"',
    ],
)
def test_what_is_declared_is_let_in(rules, rule):
    assert rule in rules


def test_each_accept_has_an_owner(rules):
    accepts = [line for line in rules.splitlines() if " accept" in line]
    assert len(accepts) >= 10
    assert [line for line in accepts if 'comment "' not in line] == []


def connects(address, port):
    with socket.socket() as client:
        client.settimeout(2)
        return client.connect_ex((address, port)) == 0


def test_a_port_that_is_not_declared_does_not_answer(host):
    address = host.check_output("hostname -I").split()[0]
    with host.sudo():
        serve = (
            'timeout 8 python3 -c \'import socket, time; s = [socket.create_server(("", p)) for p in (443, 4444)]; '
            "time.sleep(7)' & sleep 1"
        )
        thread = threading.Thread(target=lambda: host.run(serve))
        thread.start()
        host.run(
            "until ss -ltn 2>/dev/null | grep -q 4444 || [ $((n += 1)) -gt 20 ]; do sleep 0.2; done; sleep 1"
        )
        assert connects(address, 443)
        assert not connects(address, 4444)
        thread.join()


def test_the_host_reaches_itself_and_others_answer(host):
    assert (
        host.run(
            "ping -c1 -W2 127.0.0.1 || python3 -c 'import socket; socket.create_connection((\"127.0.0.1\", 22))'"
        ).rc
        == 0
    )


def test_no_guard_is_left(host):
    with host.sudo():
        assert "hubops-guard" not in host.check_output("systemctl list-timers --all")
        assert host.check_output("ls /var/lib/hubops/guard") == "firewall"
