"""Serving time is shown here; keeping a clock in step needs one, which the lab's virtual machine has."""


def source(host):
    return host.backend.get_hostname() == "source"


def test_settings_are_valid(host):
    with host.sudo():
        assert host.run("chronyd -p -f /etc/chrony/chrony.conf").rc == 0


def test_one_service(host):
    assert host.service("chrony").is_enabled
    assert not host.package("systemd-timesyncd").is_installed


def test_runs_only_where_it_serves(host):
    assert host.service("chrony").is_running == source(host)


def test_serves_time(host):
    if source(host):
        with host.sudo():
            answer = host.check_output(
                "timeout 30 chronyd -Q -t 10 'server 127.0.0.1 iburst maxsamples 1' 2>&1"
            )
        assert "System clock wrong by" in answer
