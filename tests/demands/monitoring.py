"""What the controls of the monitoring demand."""

from __future__ import annotations

from typing import Any

from demands.values import Demand


def _no_host_forgotten(e: Any, p: Any) -> bool:
    central = e["monitoring"]["central"]
    hosts = central["hosts"]
    known = [
        {target["instance"] for target in central["targets"] if target["job"] == "node"},
        {*hosts["backed_up"], *hosts["without_backup"]},
    ]
    if hosts["checked"] is not None:
        known.append(set(hosts["checked"]))
    everybody = set(hosts["inventory"])
    return everybody != set() and all(part == everybody for part in known)


def _elsewhere(e: Any, p: Any) -> bool:
    server = e["monitoring"]["server"]
    return e["monitoring"]["central"] is None and (server is None or server["here"] is not True)


DEMANDS: dict[str, Demand] = {"monitoring/no_host_forgotten": _no_host_forgotten}
IRRELEVANT: dict[str, Demand] = {"monitoring/no_host_forgotten": _elsewhere}
