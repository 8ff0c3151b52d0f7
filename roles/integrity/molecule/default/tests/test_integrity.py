"""A change is noticed, named in the system log, and no base of the host's own making hides it."""

import json

RECORD = "/var/lib/hubops/integrity/status.json"


def test_the_timer_is_set(host):
    assert host.service("hubops-integrity.timer").is_enabled
    assert host.service("hubops-integrity.timer").is_running
    with host.sudo():
        assert "hubops-integrity.timer" in host.check_output("systemctl list-timers")


def test_the_base_is_private(host):
    with host.sudo():
        base = host.file("/var/lib/hubops/integrity/base.gz")
        assert (base.user, base.mode) == ("root", 0o600)
        assert base.size > 10_000


def test_a_change_is_recorded_and_reported(host):
    with host.sudo():
        host.check_output("echo 10.0.0.9 update.example >>/etc/hosts.allow && mv /usr/bin/who /root/")
        host.check_output("systemctl start hubops-integrity.service")
        record = json.loads(host.file(RECORD).content_string)
        said = host.check_output("journalctl --output cat -t hubops-integrity")
    assert record["completed"]
    assert "/etc/hosts.allow" in record["changes"]["changed"]
    assert record["changes"]["removed"] == ["/usr/bin/who"]
    assert record["altered"] == ["/usr/bin/who"]
    assert "/etc/hosts.allow differs from the base (changed)" in said
    assert "/usr/bin/who differs from its package (altered)" in said
