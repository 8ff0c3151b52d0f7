"""What was copied comes back, from either place; and what must not happen does not."""

import json
import time

STATE = "/var/lib/hubops/backup"
CONFIG = "/etc/hubops/backup"


def name(host):
    return host.backend.get_hostname()


def borg(host, repository, command):
    """Borg as the client has it, but with a memory of its own and with the escrowed passphrase's copy."""
    with host.sudo():
        url = host.check_output(f"grep -o 'ssh://[^\"]*' {CONFIG}/configuration.{repository}.yaml")
        ssh = host.check_output(f"sed -n 's/.*ssh_command: //p' {CONFIG}/configuration.{repository}.yaml")
        return host.run(
            f"cd /root/out && BORG_BASE_DIR=/root/borg BORG_RSH='{ssh}' BORG_PASSCOMMAND='cat {CONFIG}/passphrase'"
            f" BORG_REPO={url} borg {command}"
        )


def record(host, name):
    return json.loads(host.file(f"{STATE}/{name}.json").content_string)


def test_content_comes_back_from_both_places(host):
    with host.sudo():
        host.check_output(
            "date +%s.%N >/etc/hubops/mark && systemctl start hubops-backup-configuration.service"
        )
        mark = host.check_output("cat /etc/hubops/mark")
        for repository in ("main", "off_site"):
            archive = record(host, f"configuration.{repository}")["archive"]
            host.check_output("rm -rf /root/out && mkdir -p /root/out")
            done = borg(host, repository, f"extract ::{archive} etc")
            assert done.rc == 0, done.stderr
            assert host.check_output("cat /root/out/etc/hubops/mark") == mark
            # The secrets that open the backups are not in them; everything else is.
            said = host.run("diff -rq --no-dereference /etc /root/out/etc").stdout.splitlines()
            assert [line for line in said if "/etc/hubops/backup" not in line] == []
            assert host.check_output("ls /root/out/etc/hubops/backup") == ""


def test_repositories_are_encrypted(host):
    for repository in ("main", "off_site"):
        assert record(host, f"configuration.{repository}")["encryption"] == "repokey-blake2"


def test_only_what_is_for_off_site_goes_there(host):
    if name(host) == "bare":
        with host.sudo():
            assert host.file(f"{CONFIG}/scratch.main.yaml").exists
            assert not host.file(f"{CONFIG}/scratch.off_site.yaml").exists


def test_timers_run_and_debian_s_own_does_not(host):
    for timer in ("hubops-backup-configuration.timer", "hubops-backup-check.timer"):
        assert host.service(timer).is_enabled
        assert host.service(timer).is_running
    assert host.run("systemctl is-enabled borgmatic.timer").stdout.strip() == "masked"


def test_metrics_tell_success_size_and_check(host):
    text = host.file("/var/lib/prometheus/node-exporter/hubops_backup.prom").content_string
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    for repository in ("main", "off_site"):
        labels = f'{{dataset="configuration",repository="{repository}"}}'
        assert time.time() - float(values[f"hubops_backup_last_success_timestamp_seconds{labels}"]) < 3600
        assert float(values[f"hubops_backup_size_bytes{labels}"]) > 100000
        check = f'hubops_backup_check_timestamp_seconds{{repository="{repository}"}}'
        assert time.time() - float(values[check]) < 3600


def test_a_strange_repository_is_refused(host):
    """With another host key in place nothing is sent, and the record and the metrics say so."""
    with host.sudo():
        host.check_output(f"cp {CONFIG}/known_hosts /root/known_hosts")
        host.check_output(
            "ssh-keygen -q -t ed25519 -N '' -f /root/other$$ && "
            f"(echo store $(cut -d' ' -f1,2 /root/other$$.pub)) >{CONFIG}/known_hosts"
        )
        try:
            assert host.run("systemctl start hubops-backup-configuration.service").rc != 0
            assert record(host, "configuration.main")["succeeded"] is False
            text = host.file("/var/lib/prometheus/node-exporter/hubops_backup.prom").content_string
            assert 'hubops_backup_last_run_succeeded{dataset="configuration",repository="main"} 0' in text
        finally:
            host.check_output(f"cp /root/known_hosts {CONFIG}/known_hosts")
            host.check_output("systemctl start hubops-backup-configuration.service")


def test_another_s_repository_stays_closed(host):
    other = {"store": "bare", "bare": "store"}[name(host)]
    with host.sudo():
        url = host.check_output(f"grep -o 'ssh://[^\"]*' {CONFIG}/configuration.main.yaml")
    said = borg(host, "main", f"list {url.rpartition('/')[0]}/{other}")
    assert said.rc != 0
    assert "Repository path not allowed" in said.stderr


def test_the_passphrase_is_private_and_in_no_process_list(host):
    with host.sudo():
        secret = host.check_output(f"cat {CONFIG}/passphrase")
        assert (
            host.check_output(f"stat -c '%a %U' {CONFIG}/passphrase {CONFIG}/ssh.key") == "400 root\n400 root"
        )
        host.check_output("systemctl start --no-block hubops-backup-configuration.service")
        seen = host.check_output(
            "for n in $(seq 30); do cat /proc/[0-9]*/cmdline 2>/dev/null; sleep 0.1; done | tr '\\0' ' '"
        )
        assert "borg" in seen
        assert secret not in seen
        assert host.run(f"grep -rlF '{secret}' /etc/systemd /var/lib/hubops /var/lib/prometheus").stdout == ""
