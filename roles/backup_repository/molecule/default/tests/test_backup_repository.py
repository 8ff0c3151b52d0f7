"""What a client can do with its key, and what it cannot, tried with the real one."""

import json
import os
from pathlib import Path

import pytest

ESCROW = Path(os.environ["MOLECULE_EPHEMERAL_DIRECTORY"]) / "backup"
SSH = "ssh -i /root/client.key -p 8022 -o IdentitiesOnly=yes -o BatchMode=yes -o StrictHostKeyChecking=accept-new"
OWN = "ssh://hub-backup@localhost:8022/srv/backup/bare"
KEEPER = "/usr/local/sbin/hubops-backup-keeper"


@pytest.fixture(scope="module")
def client(host):
    """The host with the client's secrets, as if it were the client itself."""
    with host.sudo():
        for name in ("key", "passphrase"):
            text = (ESCROW / f"bare.{name}").read_text()
            host.check_output(f"umask 077; cat >/root/client.{name} <<'E'\n{text}E")
        borg(host, f"init --encryption repokey-blake2 {OWN}", ok=(0, 2))
        yield host


def borg(host, command, ok=(0,), **environment):
    said = {
        "BORG_RSH": SSH,
        "BORG_PASSCOMMAND": "cat /root/client.passphrase",
        "BORG_RELOCATED_REPO_ACCESS_IS_OK": "yes",
        "BORG_BASE_DIR": "/root",
        **environment,
    }
    words = " ".join(f"{name}='{value}'" for name, value in said.items())
    with host.sudo():
        done = host.run(f"{words} borg {command}")
    assert done.rc in ok, done.stderr
    return done


def kept(host):
    with host.sudo():
        host.run(KEEPER)
        return json.loads(host.file("/var/lib/hubops/backup/keeper.json").content_string)["kept"][0]


def test_a_key_gives_no_shell_no_file_and_no_tunnel(client):
    with client.sudo():
        said = client.run(f"timeout 5 {SSH} hub-backup@localhost id </dev/null")
        assert "uid=" not in said.stdout + said.stderr
        said = client.run(f"timeout 9 {SSH} -W localhost:22 hub-backup@localhost </dev/null || echo refused")
        assert "SSH-2.0" not in said.stdout
        assert "refused" in said.stdout
        said = client.run(
            "echo ls | timeout 9 sftp -b - -P 8022 -i /root/client.key hub-backup@localhost || echo refused"
        )
        assert "refused" in said.stdout


def test_the_server_that_people_log_in_at_refuses_the_account(client):
    with client.sudo():
        said = client.run(f"{SSH.replace('8022', '22')} hub-backup@localhost true || echo refused")
    assert "refused" in said.stdout
    assert "Permission denied" in said.stderr


def test_a_client_reaches_its_own_repository_only(client):
    said = borg(client, f"init --encryption none {OWN}2", ok=range(1, 256))
    assert "Repository path not allowed" in said.stderr
    said = borg(client, f"list {OWN.replace('bare', 'other')}", ok=range(1, 256))
    assert "Repository path not allowed" in said.stderr


def test_what_a_client_deletes_is_missed_and_comes_back(client):
    with client.sudo():
        client.check_output("mkdir -p /root/data && echo precious >/root/data/file")
    borg(client, f"create {OWN}::configuration-1 /root/data")
    borg(client, f"create {OWN}::configuration-2 /root/data")
    assert set(kept(client)["archives"]) >= {"configuration-1", "configuration-2"}
    borg(client, f"delete {OWN}::configuration-1")
    borg(client, f"compact {OWN}", ok=range(256))
    found = kept(client)
    assert found["missing"] == ["configuration-1"]
    with client.sudo():
        assert client.run(f"{KEEPER} prune").rc == 1
        client.run(f"{KEEPER} undo bare")
    assert kept(client)["missing"] == []
    with client.sudo():
        client.check_output("rm -rf /root/.config/borg /root/.cache/borg")
    borg(client, f"check --verify-data {OWN}")
    said = borg(client, f"extract --stdout {OWN}::configuration-1 root/data/file")
    assert said.stdout == "precious\n"


def test_old_backups_go_by_the_host_s_own_hand(client):
    with client.sudo():
        client.check_output("mkdir -p /root/data")
    for day in range(9, 29):
        made = f"--timestamp 2020-01-{day:02}T00:00:00 {OWN}::configuration-old{day:02}"
        borg(client, f"create {made} /root/data")
    assert len(kept(client)["archives"]) >= 20
    with client.sudo():
        client.check_output(f"{KEEPER} prune")
    left = kept(client)
    assert left["missing"] == []
    names = {name for name in left["archives"] if name.startswith("configuration-old")}
    assert "configuration-old28" in names
    assert 1 <= len(names) <= 7 + 4 + 6


def test_metrics_and_state_tell_no_secret(client):
    passphrase = (ESCROW / "bare.passphrase").read_text().strip()
    with client.sudo():
        text = client.check_output(
            "cat /var/lib/hubops/backup/keeper.json /var/lib/prometheus/node-exporter/*.prom"
        )
    assert passphrase not in text
    assert (
        'hubops_backup_repository_newest_timestamp_seconds{client="bare",dataset="configuration",repository="main"} 1'
        in text
    )


def test_only_root_has_what_opens_the_backups(client):
    with client.sudo():
        assert client.check_output(
            "stat -c '%a %U' /etc/hubops/backup/clients /etc/hubops/backup/clients/bare"
        ).split("\n") == [
            "700 root",
            "400 root",
        ]
        assert client.check_output("stat -c '%a %U' /srv/backup/bare") == "700 hub-backup"
