"""What the controls of the network, of data and of applications demand."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from demands.values import Demand, day, over, reached, within

from hubops.model import Json


def _in_use(e: Any, kind: str, **fields: Json) -> list[Any]:
    return [
        thing
        for thing in e["records"][kind]
        if reached(thing["opened"], e["today"])
        and not over(thing["retired"], e["today"])
        and all(thing[name] == value for name, value in fields.items())
    ]


def _recent(check: Json, e: Any, days: Json) -> bool:
    """Somebody looked, and not longer ago than that."""
    return check is not None and e["today"] - timedelta(days=days) <= day(check["checked"]) <= e["today"]


def _functions(e: Any, p: Any) -> bool:
    done = [f for device in _in_use(e, "device") for f in device["functions"] if f["name"] in p["functions"]]
    return {f["name"] for f in done} == set(p["functions"]) and all(_recent(f, e, p["days"]) for f in done)


def _signed_functions(e: Any, p: Any) -> bool:
    return _functions(e, p) and all(
        within((day(f["checked"]) - day(f["signatures"])).days, 0, p["signature_days"])
        for device in _in_use(e, "device")
        for f in device["functions"]
        if f["name"] in p["by_signatures"]
    )


def _trusted(role: str) -> Demand:
    def demand(e: Any, p: Any) -> bool:
        devices = _in_use(e, "device", role=role)
        return bool(devices) and all(
            _recent(device["trust"], e, p["days"])
            and set(p["verifies"]) <= set(device["trust"]["verifies"])
            and device["trust"]["dynamic"] is True
            and device["trust"]["alarms"] is True
            for device in devices
        )

    return demand


def _audited(e: Any, p: Any) -> bool:
    boundary = _in_use(e, "device", role="boundary")
    return bool(boundary) and all(
        _recent(device["trail"], e, p["days"])
        and set(p["holds"]) <= set(device["trail"]["holds"])
        and device["trail"]["forwarded"] is True
        and within(device["trail"]["kept_days"], p["kept_days"])
        for device in boundary + _in_use(e, "device", role="communication", key=True)
    )


def _capacity(e: Any, p: Any) -> bool:
    devices = [one for one in _in_use(e, "device") if one["role"] in ("communication", "boundary")]
    lines = _in_use(e, "line")
    return (
        bool(devices)
        and bool(lines)
        and all(
            _recent(one["load"], e, p["days"]) and within(one["load"]["percent"], 0, p["percent"])
            for one in devices
        )
        and all(
            _recent(one["peak"], e, p["days"])
            and within(one["peak"]["mbps"], 0, one["capacity_mbps"] * p["percent"] / 100)
            for one in lines
        )
    )


def _redundant(e: Any, p: Any) -> bool:
    key = _in_use(e, "device", key=True)
    others = {(device["id"], device["role"]) for device in _in_use(e, "device")}
    rooms = [
        site["id"]
        for site in e["records"]["site"]
        if site["purpose"] == "machine_room"
        and reached(site["opened"], e["today"])
        and not over(site["closed"], e["today"])
    ]
    return (
        bool(rooms)
        and set(p["roles"]) <= {device["role"] for device in key}
        and all(
            device["redundant_with"] != device["id"] and (device["redundant_with"], device["role"]) in others
            for device in key
        )
        and all(
            len({tuple(sorted(line["provider"].items())) for line in _in_use(e, "line", site=room)})
            >= p["carriers"]
            for room in rooms
        )
    )


def _each_asset(fits: Any) -> Demand:
    """There is data in use, and all of it fits."""

    def demand(e: Any, p: Any) -> bool:
        assets = _in_use(e, "data_asset")
        return bool(assets) and all(fits(asset, e, p) for asset in assets)

    return demand


def _classified(e: Any, p: Any) -> bool:
    assets = _in_use(e, "data_asset")
    return (
        bool(assets)
        and all(_recent(asset["classification"], e, p["days"]) for asset in assets)
        and {system["id"] for system in _in_use(e, "system")} <= {asset["system"] for asset in assets}
    )


def _restricted(asset: Json, e: Any, p: Any) -> bool:
    return (
        bool(asset["access"])
        and _recent(asset["access_review"], e, p["days"])
        and set(asset["access_review"]["found"]) <= set(asset["access"])
        and (asset["personal"] is None or isinstance(asset["personal"]["basis"], str))
    )


def _minimal(e: Any, p: Any) -> bool:
    systems = _in_use(e, "system")
    assets = _in_use(e, "data_asset")
    personal = [asset for asset in assets if asset["personal"] is not None]
    holders = {asset["system"] for asset in personal}
    return (
        bool(systems)
        and bool(assets)
        and all(system["personal_data"] is (system["id"] in holders) for system in systems)
        and all(
            _recent(asset["personal"], e, p["days"])
            and set(asset["personal"]["collected"]) <= set(asset["personal"]["needed"])
            and within(asset["personal"]["oldest_days"], 0, asset["retention_days"])
            for asset in personal
        )
    )


def _each_system(field: str, fits: Any) -> Demand:
    """There are systems in operation, and of each somebody saw within the period that it fits."""

    def demand(e: Any, p: Any) -> bool:
        systems = _in_use(e, "system")
        return bool(systems) and all(
            _recent(system[field], e, p["days"]) and fits(system[field], p) for system in systems
        )

    return demand


DEMANDS: dict[str, Demand] = {
    "applications/design_reviewed": _each_system(
        "design_review", lambda check, p: set(p["scope"]) <= set(check["scope"]) and check["open"] == 0
    ),
    "applications/input_validated": _each_system(
        "input_test",
        lambda check, p: set(p["interfaces"]) <= set(check["interfaces"]) and check["accepted"] == 0,
    ),
    "applications/residual_information_cleared": _each_system(
        "residual_test", lambda check, p: set(p["cleared"]) <= set(check["cleared"])
    ),
    "data/access_restricted": _each_asset(_restricted),
    "data/backed_up": _each_asset(
        lambda asset, e, p: (
            asset["reproducible"] is True
            or any(asset["backup"] in host["backup_sets"] for host in e["estate"]["hosts"])
        )
    ),
    "data/classified": _classified,
    "data/personal_information_minimal": _minimal,
    "network/access_controlled": _functions,
    "network/attacks_recognised": _signed_functions,
    "network/boundary_audited": _audited,
    "network/boundary_devices_trusted": _trusted("boundary"),
    "network/capacity_sufficient": _capacity,
    "network/communication_devices_trusted": _trusted("communication"),
    "network/content_filtered": _functions,
    "network/malware_and_spam_stopped": _signed_functions,
    "network/redundant": _redundant,
    "network/remote_access_audited": _functions,
}

IRRELEVANT: dict[str, Demand] = {}

# Why nothing at a place of the failing examples is just what a control demands; see tests/test_no_silent_pass.py.
COMPLIES: dict[str, dict[str, str]] = {
    "data/access_restricted": {
        "records.data_asset[].access_review.found": "who was not found to have access has none; the schema demands some",
        "records.data_asset[].personal": (
            "null: no personal information in it; data/personal_information_minimal holds its system to that"
        ),
    },
    "data/classified": {
        "records.system": "a system that is not there holds no data; data in use names a system that is",
    },
    "data/personal_information_minimal": {
        "records.data_asset[].personal.collected": "what was not collected is not too much; the schema demands some",
    },
}
