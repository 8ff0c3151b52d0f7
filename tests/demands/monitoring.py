"""What the controls of the monitoring demand."""

from __future__ import annotations

from ipaddress import IPv6Address, ip_address
from typing import Any

from demands.values import Demand, within

SCENARIOS = {
    *("backup_age", "certificate", "clock", "compliance", "database"),
    *("disk", "host", "log_gap", "monitoring", "platform_probe"),
}


def _enabled(one: Any) -> bool:
    return (one["enabled"], one["active"]) == (True, True)


def _encrypted(one: Any) -> bool:
    return one["tls"] is True


def _authenticated(one: Any) -> bool:
    return bool(one["client_certificates"] == "RequireAndVerifyClientCert")


def _on_own_address(one: Any) -> bool:
    found = [ip_address(text) for text in one["addresses"]]
    inner = [(one.ipv4_mapped or one) if isinstance(one, IPv6Address) else one for one in found]
    return inner != [] and not any(address.is_unspecified for address in inner)


def _confined(one: Any) -> bool:
    rights = one["rights"]
    return (
        (rights["no_new_privileges"], rights["calls_filtered"]) == (True, True)
        and rights["capabilities"] == 0
        and rights["protect_system"] == "strict"
    )


def _service(name: str, *demands: Any) -> Demand:
    """Of what is called so there must be some, and all of it must comply."""

    def demand(e: Any, p: Any) -> bool:
        found = [one for one in e["monitoring"]["services"] if one["name"] == f"prometheus{name}.service"]
        return found != [] and all(each(one) for each in demands for one in found)

    return demand


def _protected(name: str) -> Demand:
    return _service(name, _enabled, _encrypted, _authenticated, _on_own_address, _confined)


def _prometheus(e: Any, p: Any) -> bool:
    return _protected("")(e, p) and e["monitoring"]["central"]["answers"] is True


def _central(demand: Any) -> Demand:
    """Of what the server says; TypeError where it is another host or says nothing."""
    return lambda e, p: demand(e["monitoring"]["central"], p)


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


def _asked(e: Any, p: Any) -> bool:
    return e["monitoring"]["server"]["address"] in e["monitoring"]["asked_by"]


def elsewhere(e: Any, p: Any) -> bool:
    """Where no server was named, nobody knows of another."""
    return e["monitoring"]["central"] is None and e["monitoring"]["server"]["here"] is False


def _no_database(e: Any, p: Any) -> bool:
    return bool(e["database"]["clusters"] == [])


_ON_THE_SERVER: dict[str, Demand] = {
    "monitoring/alertmanager_connected": _central(lambda c, p: c["alertmanagers"] != []),
    "monitoring/alertmanager_protected": _protected("-alertmanager"),
    "monitoring/blackbox_protected": _protected("-blackbox-exporter"),
    "monitoring/no_host_forgotten": _no_host_forgotten,
    "monitoring/notifications_delivered": _central(lambda c, p: within(c["failed_notifications"], 0, 0)),
    "monitoring/prometheus_protected": _prometheus,
    "monitoring/receivers_enough": _central(
        lambda c, p: len(set(c["receivers"]) - {"log", "dead-mans-switch"}) >= p["min_receivers"]
    ),
    "monitoring/retention_sufficient": _central(
        lambda c, p: within(c["retention_days"], p["retention_days"])
    ),
    "monitoring/rules_healthy": _central(
        lambda c, p: c["rules"] != [] and all(rule["health"] == "ok" for rule in c["rules"])
    ),
    "monitoring/rules_loaded": _central(
        lambda c, p: (
            {rule["scenario"] for rule in c["rules"] if rule["severity"] in ("critical", "warning", "info")}
            >= SCENARIOS
        )
    ),
    "monitoring/silences_bounded": _central(
        lambda c, p: (
            c["watchdog"]["arrived"] is True
            and all(
                within(one["hours_left"], 0, p["max_hours"]) and one["explained"] is True
                for one in c["silences"]
            )
        )
    ),
    "monitoring/targets_up": _central(
        lambda c, p: (
            c["targets"] != []
            and all(
                one["health"] == "up" and within(one["seconds"], 0, p["max_seconds"]) for one in c["targets"]
            )
        )
    ),
    "monitoring/watchdog_firing": _central(
        lambda c, p: (c["watchdog"]["fires"], c["watchdog"]["arrived"]) == (True, True)
    ),
}

DEMANDS: dict[str, Demand] = {
    **_ON_THE_SERVER,
    "monitoring/database_exporter_protected": _protected("-postgres-exporter"),
    "monitoring/every_host_scraped": _asked,
    "monitoring/exporter_authenticated": _service("-node-exporter", _authenticated),
    "monitoring/exporter_confined": _service("-node-exporter", _confined),
    "monitoring/exporter_encrypted": _service("-node-exporter", _encrypted),
    "monitoring/exporter_on_own_address": _service("-node-exporter", _on_own_address),
    "monitoring/exporter_running": _service("-node-exporter", _enabled),
}
IRRELEVANT: dict[str, Demand] = {
    **dict.fromkeys(_ON_THE_SERVER, elsewhere),
    "monitoring/database_exporter_protected": _no_database,
}
