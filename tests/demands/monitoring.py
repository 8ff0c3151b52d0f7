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


def _database_exporter(e: Any, p: Any) -> bool:
    (found,) = [one for one in e["monitoring"]["services"] if one["name"].startswith("prometheus-postgres-")]
    rights = found["rights"]
    return (
        (found["enabled"], found["active"], found["tls"]) == (True, True, True)
        and found["client_certificates"] == "RequireAndVerifyClientCert"
        and (found["addresses"] != [] and not {"0.0.0.0", "::"} & set(found["addresses"]))
        and (rights["no_new_privileges"], rights["calls_filtered"]) == (True, True)
        and (rights["capabilities"], rights["protect_system"]) == (0, "strict")
    )


def _no_database(e: Any, p: Any) -> bool:
    return bool(e["database"]["clusters"] == [])


DEMANDS: dict[str, Demand] = {
    "monitoring/database_exporter_protected": _database_exporter,
    "monitoring/no_host_forgotten": _no_host_forgotten,
}
IRRELEVANT: dict[str, Demand] = {
    "monitoring/database_exporter_protected": _no_database,
    "monitoring/no_host_forgotten": _elsewhere,
}
