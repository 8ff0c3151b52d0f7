"""What molecule looks at alike on the services of the monitoring: whom an exporter tells, and with which rights each runs."""

from __future__ import annotations

from typing import Any

PKI = "/etc/hubops/pki"
OWN = f"-cert {PKI}/host.crt -key {PKI}/host.key"
_PLAIN = """
import socket, sys
with socket.create_connection((sys.argv[1], int(sys.argv[2])), 5) as connection:
    connection.sendall(b"GET /metrics HTTP/1.0\\r\\n\\r\\n")
    print(connection.recv(9999))
"""


def address(host: Any, port: int) -> str:
    """Where it listens."""
    listening: str = host.check_output(f"ss -Hltn sport = :{port}").split()[3]
    return listening.rpartition(":")[0]


def ask(host: Any, port: int, credentials: str = OWN) -> str:
    """What an exporter answers over TLS, if anything."""
    request = "printf 'GET /metrics HTTP/1.0\\r\\nHost: bare\\r\\n\\r\\n'; sleep 2"
    client = f"openssl s_client -quiet -CAfile {PKI}/ca.crt -verify_return_error {credentials}"
    with host.sudo():
        said: str = host.run(
            f"({request}) | timeout 10 {client} -connect {address(host, port)}:{port}"
        ).stdout
    return said


def assert_strangers_hear_nothing(host: Any, port: int, metric: str) -> None:
    """Neither without a certificate, nor with one of another authority, nor without TLS."""
    with host.sudo():
        host.check_output(
            "openssl req -x509 -newkey rsa:2048 -nodes -subj /CN=bare -days 5"
            " -keyout /root/stranger.key -out /root/stranger.crt 2>&1"
        )
    assert metric not in ask(host, port, "")
    assert metric not in ask(host, port, "-cert /root/stranger.crt -key /root/stranger.key")
    said = host.run(f"python3 - {address(host, port)} {port} <<'END'\n{_PLAIN}\nEND").stdout
    assert metric not in said
    assert "HTTPS" in said


def assert_without_rights(host: Any, unit: str) -> str:
    """It has no capability, can get none, and its system calls are filtered. Gives its process id."""
    pid: str = host.check_output(f"systemctl show --value --property MainPID {unit}")
    status = dict(
        line.split(":\t", 1)
        for line in host.file(f"/proc/{pid}/status").content_string.splitlines()
        if ":\t" in line
    )
    assert status["CapBnd"].strip("0") == status["CapEff"].strip("0") == ""
    assert (status["NoNewPrivs"], status["Seccomp"]) == ("1", "2")
    return pid
