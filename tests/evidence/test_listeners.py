"""Section `listeners`."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest
from evidence.fake import FakeProbe

from hubops.evidence.host.listeners import collect
from hubops.evidence.host.probe import Probe

HEAD = "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
REST = "00000000:00000000 00:00000000 00000000     0        0"
TCP = (
    HEAD
    + f"   0: 0100007F:18EB 00000000:0000 0A {REST} 11 1\n"
    + f"   1: 00000000:0016 00000000:0000 0A {REST} 12 1\n"
    + f"   2: 00000000:0016 00000000:0000 0A {REST} 13 1\n"
    + f"   3: 0200000A:D000 0100000A:1972 01 {REST} 14 1\n"
)
UDP6 = (
    HEAD
    + f"   0: 00000000000000000000000001000000:007B 00000000000000000000000000000000:0000 07 {REST} 15 2\n"
)


@pytest.mark.skipif(sys.byteorder != "little", reason="the tables are those of a little-endian host")
def test_ports_that_answer_once_each(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/proc/net/tcp": TCP, "/proc/net/udp6": UDP6, "/proc/7/comm": "sshd\n"})
    (tmp_path / "proc/7/fd").mkdir()
    (tmp_path / "proc/7/fd/3").symlink_to("socket:[12]")
    (tmp_path / "proc/9/fd").mkdir(parents=True)
    (tmp_path / "proc/9/fd/3").symlink_to("socket:[12]")
    assert collect(host)["listeners"] == [
        {"protocol": "tcp", "address": "0.0.0.0", "port": 22, "loopback": False, "program": "sshd"},
        {"protocol": "tcp", "address": "127.0.0.1", "port": 6379, "loopback": True, "program": None},
        {"protocol": "udp", "address": "::1", "port": 123, "loopback": True, "program": None},
    ]


def test_a_line_that_is_not_understood_is_noted(tmp_path: Path) -> None:
    host = FakeProbe(tmp_path, {"/proc/net/tcp": HEAD + "   0: garbage\n"})
    assert collect(host)["listeners"] == []
    assert host.unreadable[0]["what"] == "/proc/net/tcp"


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_real_socket_of_this_process(family: socket.AddressFamily) -> None:
    with socket.socket(family) as server:
        server.bind(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0))
        server.listen()
        address, port = server.getsockname()[:2]
        found = [one for one in collect(Probe())["listeners"] if one["port"] == port]
    program = Path("/proc/self/comm").read_text().strip()
    assert found == [
        {"protocol": "tcp", "address": address, "port": port, "loopback": True, "program": program}
    ]
