"""Section `monitoring`: what this host tells the monitoring, who asks, and on the server what it knows and whom it alerts.

What runs counts, not what is written: arguments and rights are the process's, the server's answers its own.
"""

from __future__ import annotations

import json
import re
import time
from typing import TYPE_CHECKING, Any

from . import monitoring_server
from .listeners import ESTABLISHED, sockets

if TYPE_CHECKING:
    from .probe import Probe

DECLARED = "/etc/hubops/node-exporter/server"
INVENTORY = "/etc/hubops/prometheus/inventory.json"
EXPORTER = "prometheus-node-exporter.service"
UNITS = (
    EXPORTER,
    monitoring_server.PROMETHEUS,
    monitoring_server.ALERTMANAGER,
    "prometheus-blackbox-exporter.service",
    "prometheus-postgres-exporter.service",
)
_SHOWN = (
    "Id,LoadState,UnitFileState,ActiveState,MainPID,ProtectSystem,PrivateTmp,StateChangeTimestampMonotonic"
)
_LISTENING = "0A"
_PATIENCE = 60.0
"""Seconds that the server is given after its start until it has asked everybody."""
_INTERVAL = 35.0
"""Seconds within which a server asks, even one that was restarted just now."""


def collect(probe: Probe) -> dict[str, Any]:
    """The host's server, its services, who asks its exporter, and the server's own state where it is this host."""
    said = _shown(probe)
    services = [_service(probe, said[unit]) for unit in UNITS if said[unit].get("LoadState") == "loaded"]
    server = _server(probe)
    by_name = {service["name"]: service for service in services}
    # A host may be the server without having been declared; one where it is merely installed is none.
    prometheus = by_name.get(monitoring_server.PROMETHEUS, {})
    central = any([server and server["here"], prometheus.get("enabled"), prometheus.get("active")])
    return {
        "server": server,
        "services": services,
        "asked_by": _asked_by(probe, by_name.get(EXPORTER)),
        "central": monitoring_server.central(
            by_name, young(said[monitoring_server.PROMETHEUS]), _inventory(probe)
        )
        if central
        else None,
    }


def _shown(probe: Probe) -> dict[str, dict[str, str]]:
    """Each unit's properties as systemd has them; empty where it does not tell."""
    text = probe.run(["systemctl", "show", "-p", _SHOWN, *UNITS])
    if text is None and not probe.unreadable:
        probe.note("systemctl", "this host has no systemd; no other service manager is read")
    blocks = [
        dict(line.partition("=")[::2] for line in block.splitlines()) for block in (text or "").split("\n\n")
    ]
    found = {block.get("Id", ""): block for block in blocks}
    return {unit: found.get(unit, {}) for unit in UNITS}


def young(shown: dict[str, str]) -> float:
    """Seconds for which a service that has just started, or read its settings again, may still be waited for."""
    try:
        started = int(shown["StateChangeTimestampMonotonic"]) / 1e6
    except (KeyError, ValueError):
        return 0.0
    return max(0.0, _PATIENCE - (time.monotonic() - started)) if started else 0.0


def _service(probe: Probe, shown: dict[str, str]) -> dict[str, Any]:
    """One service: whether and where it answers, whom, and with what rights its process runs."""
    pid = shown.get("MainPID", "0")
    active = shown.get("ActiveState") == "active" and pid != "0"
    arguments = (probe.read(f"/proc/{pid}/cmdline") or "").split("\0") if active else []
    web = _web(probe, _argument(arguments, "--web.config.file"))
    port = _port(_argument(arguments, "--web.listen-address"))
    status = _status(probe, pid) if active else {}
    return {
        "name": shown["Id"],
        "enabled": shown.get("UnitFileState") in ("enabled", "enabled-runtime"),
        "active": active,
        "port": port,
        "addresses": sorted(
            {
                s.address
                for s in sockets(probe)
                if port is not None and s.protocol == "tcp" and s.state == _LISTENING and s.port == port
            }
        ),
        "tls": bool(web.get("cert_file")) and bool(web.get("key_file")),
        "client_certificates": web.get("client_auth_type") if web.get("client_ca_file") else None,
        "rights": {
            "no_new_privileges": status.get("NoNewPrivs") == "1",
            "capabilities": int(status["CapBnd"], 16) if "CapBnd" in status else None,
            "calls_filtered": status.get("Seccomp") == "2",
            "protect_system": shown.get("ProtectSystem", "no"),
            "private_tmp": shown.get("PrivateTmp") == "yes",
        },
    }


def _argument(arguments: list[str], name: str) -> str | None:
    """What an argument of a process says; its last where it is given twice."""
    found = None
    for at, argument in enumerate(arguments):
        if argument.startswith(f"{name}="):
            found = argument.partition("=")[2]
        elif argument == name and at + 1 < len(arguments):
            found = arguments[at + 1]
    return found


def _port(address: str | None) -> int | None:
    port = (address or "").rpartition(":")[2]
    return int(port) if port.isdigit() else None


def _web(probe: Probe, path: str | None) -> dict[str, str]:
    """The TLS settings of a web configuration, which the service reads anew for each connection."""
    lines = probe.lines(path) if path else []
    pairs = [re.match(r"([a-z_]+):\s*[\"']?([^\"'\s]*)", line) for line in lines]
    return {pair[1]: pair[2] for pair in pairs if pair}


def _status(probe: Probe, pid: str) -> dict[str, str]:
    lines = (probe.read(f"/proc/{pid}/status") or "").splitlines()
    return {name: value.strip() for name, _, value in (line.partition(":") for line in lines)}


def _server(probe: Probe) -> dict[str, Any] | None:
    """The server that the host was told of; None where it was told of none."""
    text = probe.read(DECLARED)
    if text is None:
        return None
    try:
        said = json.loads(text)
        return {"name": str(said["name"]), "address": str(said["address"]), "here": said["here"] is True}
    except (ValueError, KeyError, TypeError):
        probe.note(DECLARED, "not what the role node_exporter writes")
        return None


def _inventory(probe: Probe) -> dict[str, Any]:
    """The hosts that the server was told to watch, null for none, and those of them that have nothing to back up."""
    text = probe.read(INVENTORY)
    if text is not None:
        try:
            said = json.loads(text)
            hosts, without = said["hosts"], said["without_backup"]
            return {"inventory": sorted(map(str, hosts)), "without_backup": sorted(map(str, without))}
        except (ValueError, KeyError, TypeError):
            probe.note(INVENTORY, "not what the role prometheus writes")
    return {"inventory": None, "without_backup": []}


def _asked_by(probe: Probe, exporter: dict[str, Any] | None) -> list[str]:
    """The addresses that hold a connection to the exporter; where there are none they are waited for, an interval long."""
    if exporter is None or exporter["port"] is None:
        return []
    end = time.monotonic() + _INTERVAL
    while True:
        peers = {
            s.peer
            for s in sockets(probe)
            if s.protocol == "tcp" and s.state == ESTABLISHED and s.port == exporter["port"]
        }
        if peers or time.monotonic() >= end:
            return sorted(peer.replace("::ffff:", "") for peer in peers)
        time.sleep(1)
