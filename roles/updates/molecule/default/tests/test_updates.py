"""What apt itself says of its settings, its sources and the last run."""

import json


def test_only_security_updates_install_themselves(host):
    with host.sudo():
        said = host.check_output("unattended-upgrade --dry-run --verbose 2>&1 | grep 'Allowed origins are'")
    assert said.count("Debian-Security") == 2
    assert "label=Debian," not in said


def test_no_restart_by_itself(host):
    assert 'Unattended-Upgrade::Automatic-Reboot "false";' in host.check_output("apt-config dump")


def test_the_timers_are_set(host):
    for timer in ("apt-daily.timer", "apt-daily-upgrade.timer"):
        assert host.service(timer).is_enabled
        assert host.service(timer).is_running


def test_a_run_is_recorded(host):
    with host.sudo():
        record = json.loads(host.file("/var/lib/hubops/updates/status.json").content_string)
    assert record["pending"] == {}
    assert host.file("/var/lib/apt/periodic/upgrade-stamp").exists


def test_every_source_names_its_keys(host):
    sources = [
        line for line in host.file("/etc/apt/sources.list").content_string.splitlines() if line[:3] == "deb"
    ]
    assert len(sources) == 3
    assert all("[signed-by=/usr/share/keyrings/" in line for line in sources)
