"""Section `sshd`."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from evidence.fake import FakeProbe
from hypothesis import given
from hypothesis import strategies as st

from hubops import bundle
from hubops.evidence.host import sshd
from hubops.evidence.host.probe import Outcome
from hubops.evidence.schema import validate

SCHEMAS = bundle.find().schemas

ANSWER = """\
port 22
logingracetime 120
maxauthtries 6
clientaliveinterval 0
clientalivecountmax 3
permitrootlogin without-password
kbdinteractiveauthentication no
ciphers chacha20-poly1305@openssh.com,aes128-ctr
maxstartups 10:30:100
hostkey /etc/ssh/ssh_host_ed25519_key
allowgroups ssh-users
allowgroups admins
authenticationmethods any
rekeylimit 1073741824 3600
banner /etc/issue.net
authorizedkeysfile .ssh/authorized_keys .ssh/authorized_keys2
pubkeyacceptedkeytypes ssh-ed25519,ssh-rsa
"""
ED25519 = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f root@hub-1\n"


def blob(*fields: bytes) -> str:
    """The wire format of a public key, in base64."""
    return base64.b64encode(b"".join(len(f).to_bytes(4, "big") + f for f in fields)).decode()


def host(root: Path, files: dict[str, str] | None = None, answer: str | Outcome = ANSWER) -> FakeProbe:
    """A host with a server, whose one host key is Ed25519."""
    common = {
        "/etc/ssh/sshd_config": "Include /etc/ssh/sshd_config.d/*.conf\nPermitRootLogin yes\n",
        "/etc/ssh/ssh_host_ed25519_key": "PRIVATE",
        "/etc/ssh/ssh_host_ed25519_key.pub": ED25519,
    }
    probe = FakeProbe(root, {**common, **(files or {})}, {"sshd": answer})
    probe.chmod("/etc/ssh/ssh_host_ed25519_key", 0o600)
    return probe


def test_the_effective_settings(tmp_path: Path) -> None:
    probe = host(tmp_path)
    found = sshd.collect(probe)
    options = found["options"]
    assert options["permitrootlogin"] == "without-password"
    assert (options["logingracetime"], options["maxauthtries"]) == (120, 6)
    assert (options["clientaliveinterval"], options["clientalivecountmax"]) == (0, 3)
    assert options["ciphers"] == ["chacha20-poly1305@openssh.com", "aes128-ctr"]
    assert options["maxstartups"] == "10:30:100"
    assert options["allowgroups"] == ["admins", "ssh-users"]
    assert (options["rekeylimit"], options["banner"]) == ("1073741824 3600", "/etc/issue.net")
    assert options["authorizedkeysfile"] == [".ssh/authorized_keys", ".ssh/authorized_keys2"]
    assert options["pubkeyacceptedalgorithms"] == ["ssh-ed25519", "ssh-rsa"], "by the name before OpenSSH 8.5"
    assert options["requiredrsasize"] is None
    assert probe.unreadable == []
    assert validate("sshd", {**found, "unreadable": []}, SCHEMAS) == []


def test_keys_by_fingerprint_and_never_by_content(tmp_path: Path) -> None:
    found = sshd.collect(host(tmp_path))
    assert found["host_keys"] == [
        {
            "path": "/etc/ssh/ssh_host_ed25519_key",
            "type": "ed25519",
            "bits": 256,
            "fingerprint": "SHA256:ZkAslGjFiUHdGf/WUL8rQvkib4PTvQatUV0OUQSncCA",
        }
    ]
    assert found["private_keys"] == [
        {"path": "/etc/ssh/ssh_host_ed25519_key", "mode": "0600", "owner": "root"}
    ]
    assert "PRIVATE" not in str(found)
    assert "AAAA" not in str(found)


@pytest.mark.parametrize(
    ("line", "kind", "bits"),
    [
        ("ssh-rsa " + blob(b"ssh-rsa", b"\1\0\1", b"\0" + b"\xff" * 256), "rsa", 2048),
        ("ssh-dss " + blob(b"ssh-dss", b"\0" + b"\xff" * 128, b"q", b"g", b"y"), "dsa", 1024),
        ("ecdsa " + blob(b"ecdsa-sha2-nistp384", b"nistp384", b"\4point"), "ecdsa", 384),
    ],
)
def test_kinds_of_keys(line: str, kind: str, bits: int) -> None:
    key = sshd.public_key(line)
    assert key
    assert (key["type"], key["bits"]) == (kind, bits)


def test_a_host_key_without_its_public_half_is_noted(tmp_path: Path) -> None:
    probe = host(tmp_path, {"/etc/ssh/ssh_host_ed25519_key.pub": "no key"})
    assert sshd.collect(probe)["host_keys"] == []
    assert [one["what"] for one in probe.unreadable] == ["/etc/ssh/ssh_host_ed25519_key.pub"]


def test_without_a_server_there_is_nothing_to_read(tmp_path: Path) -> None:
    probe = FakeProbe(tmp_path, {"/etc/ssh/sshd_config": "PermitRootLogin yes\n"})
    found = sshd.collect(probe)
    assert found == {
        "installed": False,
        "options": None,
        "matches": [],
        "host_keys": [],
        "config_files": [],
        "private_keys": [],
    }
    assert probe.unreadable == []


def test_a_server_that_does_not_answer_is_noted(tmp_path: Path) -> None:
    probe = host(tmp_path, answer=Outcome(255, "", "Missing privilege separation directory: /run/sshd\n"))
    assert sshd.collect(probe)["options"] is None
    assert probe.unreadable == [
        {"what": "sshd -T", "why": "exit 255: Missing privilege separation directory: /run/sshd"}
    ]
    assert not (tmp_path / "run").exists()


def test_every_file_that_is_included_counts(tmp_path: Path) -> None:
    probe = host(
        tmp_path,
        {
            "/etc/ssh/sshd_config.d/10-a.conf": "Include local/b\n",
            "/etc/ssh/sshd_config.d/20-empty.conf": "# nothing\n",
            "/etc/ssh/local/b": "MaxAuthTries 6\n",
        },
    )
    assert [file["path"] for file in sshd.collect(probe)["config_files"]] == [
        "/etc/ssh/local/b",
        "/etc/ssh/sshd_config",
        "/etc/ssh/sshd_config.d/10-a.conf",
        "/etc/ssh/sshd_config.d/20-empty.conf",
    ]


def test_a_file_that_includes_itself_comes_to_an_end(tmp_path: Path) -> None:
    probe = host(tmp_path, {"/etc/ssh/sshd_config": "Include sshd_config\n"})
    assert [file["path"] for file in sshd.collect(probe)["config_files"]] == ["/etc/ssh/sshd_config"]


def test_settings_in_match_blocks(tmp_path: Path) -> None:
    config = (
        'PasswordAuthentication no\nInclude a.conf\nMatch User deploy\nPasswordAuthentication = "Yes"\n'
        "Include b.conf\nX11Forwarding yes\nMatch all\nPermitRootLogin yes\n"
    )
    probe = host(
        tmp_path,
        {
            "/etc/ssh/sshd_config": config,
            "/etc/ssh/a.conf": "Match Address 192.0.2.0/24\nPermitRootLogin yes\n",
            "/etc/ssh/b.conf": "AllowTcpForwarding yes\n",
        },
    )
    found = [(m["path"], m["criteria"], m["option"], m["value"]) for m in sshd.collect(probe)["matches"]]
    assert found == [
        ("/etc/ssh/a.conf", "Address 192.0.2.0/24", "permitrootlogin", "yes"),
        ("/etc/ssh/sshd_config", "User deploy", "passwordauthentication", "yes"),
        ("/etc/ssh/b.conf", "User deploy", "allowtcpforwarding", "yes"),
        ("/etc/ssh/sshd_config", "User deploy", "x11forwarding", "yes"),
    ]


def test_the_daemon_s_own_arguments_count(tmp_path: Path) -> None:
    files = {"/etc/default/ssh": "SSHD_OPTS='-o PermitRootLogin=yes -E /var/log/x -f /etc/ssh/other -o'\n"}
    probe = host(tmp_path, {**files, "/etc/ssh/other": "Port 22\n"})
    assert [file["path"] for file in sshd.collect(probe)["config_files"]] == ["/etc/ssh/other"]
    assert probe.ran == ["sshd -T -o PermitRootLogin=yes -f /etc/ssh/other"]


def test_the_option_s_name_before_openssh_8_7() -> None:
    assert sshd.options("challengeresponseauthentication yes\n")["kbdinteractiveauthentication"] == "yes"


@given(st.text())
def test_no_answer_breaks_the_parsers(text: str) -> None:
    sshd.options(text)
    sshd.keyword(text)
    sshd.public_key(text)
    sshd.daemon_arguments([text])


@given(st.binary())
def test_no_key_breaks_the_parser(content: bytes) -> None:
    sshd.public_key("ssh-rsa " + base64.b64encode(content).decode())
