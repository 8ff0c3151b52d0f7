"""Section `listeners`: the TCP and UDP ports on which the host answers, and which program does.

Read from /proc, so that hosts without `ss` show the same.
"""

from __future__ import annotations

import ipaddress
import os
import socket
import sys
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .probe import Probe

ESTABLISHED = "01"
_LISTENING = {"tcp": "0A", "udp": "07"}  # a UDP socket without a peer is in state "close"
_MAX_LINKS = 300_000


class Socket(NamedTuple):
    """One line of the kernel's tables; `inode` ties it to the processes that hold it."""

    protocol: str
    state: str
    address: str
    port: int
    peer: str
    peer_port: int
    inode: str


def collect(probe: Probe) -> dict[str, Any]:
    """Each (protocol, address, port) once, sorted, with the name of the oldest process that holds it."""
    open_sockets = [s for s in sockets(probe) if s.state == _LISTENING[s.protocol]]
    programs = _programs(probe, {s.inode for s in open_sockets})
    found: dict[tuple[str, str, int], str | None] = {}
    for s in open_sockets:
        program = programs.get(s.inode)
        key = (s.protocol, s.address, s.port)
        found[key] = found.get(key) or program
    for (protocol, address, port), program in sorted(found.items()):
        if program is None and os.geteuid() != 0:
            probe.note(f"program on {protocol} {address} {port}", "only root may see it")
    return {
        "listeners": [
            {
                "protocol": protocol,
                "address": address,
                "port": port,
                "loopback": _loopback(address),
                "program": program,
            }
            for (protocol, address, port), program in sorted(found.items(), key=lambda pair: pair[0])
        ]
    }


def sockets(probe: Probe) -> Iterator[Socket]:
    """Every TCP and UDP socket of the host's network namespace."""
    for name in ("tcp", "tcp6", "udp", "udp6"):
        path = f"/proc/net/{name}"
        # Absent means that the kernel has no such protocol (IPv6 may be switched off).
        for line in (probe.read(path) or "").split("\n")[1:]:
            fields = line.split()
            try:
                if fields:
                    local, peer = _endpoint(fields[1]), _endpoint(fields[2])
                    yield Socket(name[:3], fields[3], *local, *peer, fields[9])
            except (IndexError, ValueError):
                probe.note(path, f"a line is not understood: {line.strip()}")


def _endpoint(text: str) -> tuple[str, int]:
    """`0100007F:0016` → (`127.0.0.1`, 22): the kernel prints 32-bit words in its own byte order."""
    address, _, port = text.partition(":")
    raw = bytes.fromhex(address)
    if len(raw) not in (4, 16):
        raise ValueError(text)
    if sys.byteorder == "little":
        raw = b"".join(raw[at : at + 4][::-1] for at in range(0, len(raw), 4))
    family = socket.AF_INET if len(raw) == 4 else socket.AF_INET6
    return socket.inet_ntop(family, raw), int(port, 16)


def _loopback(address: str) -> bool:
    parsed = ipaddress.ip_address(address)
    mapped = getattr(parsed, "ipv4_mapped", None)
    return bool((mapped or parsed).is_loopback)


def _programs(probe: Probe, inodes: set[str]) -> dict[str, str]:
    """Inode → name of the process with the lowest number that holds it; processes end while we look."""
    wanted = {f"socket:[{inode}]": inode for inode in inodes}
    found: dict[str, str] = {}
    left = _MAX_LINKS
    for process in sorted((p for p in _entries(probe, "/proc") if p.isdigit()), key=int):
        for entry in _entries(probe, f"/proc/{process}/fd"):
            left -= 1
            try:
                inode = wanted.get(os.readlink(probe.path(f"/proc/{process}/fd/{entry}")))
            except OSError:
                continue
            if inode and inode not in found:
                found[inode] = (probe.read(f"/proc/{process}/comm") or "").strip() or "?"
        if left <= 0 or len(found) == len(wanted):
            break
    return found


def _entries(probe: Probe, path: str) -> list[str]:
    try:
        return os.listdir(probe.path(path))
    except OSError:
        return []
