"""What the controls of packages, services, listeners, logs and certificates demand beyond `hosts`."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from datetime import timedelta
from fnmatch import fnmatchcase
from typing import Any

from demands.values import Demand, no_wider, within

from hubops.model import Json


def _named(name: Json, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


def _uninstalled(param: str) -> Demand:
    """No package that the list names is there."""
    return lambda e, p: not any(_named(found["name"], p[param]) for found in e["packages"]["installed"])


def _only_declared_packages(e: Any, p: Any) -> bool:
    asked = e["footprint"]["asked"]
    return bool(asked) and all(_named(name, p["packages"]) for name in asked)


def _only_needed_units(e: Any, p: Any) -> bool:
    return not any(
        unit["enabled"] in ("enabled", "enabled-runtime")
        or unit["sub"] in ("running", "listening", "waiting")
        for unit in e["services"]["units"]
        if not _named(unit["name"], p["units"])
    )


def _needless_masked(e: Any, p: Any) -> bool:
    return all(
        unit["enabled"] in ("masked", None) and unit["active"] in ("inactive", "failed")
        for unit in e["services"]["units"]
        if _named(unit["name"], p["needless"])
    )


def _only_declared_listeners(e: Any, p: Any) -> bool:
    def known(found: Json) -> str:
        program = "?" if found["program"] is None else found["program"]
        return f"{found['protocol']} {found['port']} {program}"

    return all(
        found["loopback"] or _named(known(found), p["declared"]) for found in e["listeners"]["listeners"]
    )


def _management(e: Any, p: Any) -> bool:
    networks = [ipaddress.ip_network(network) for network in p["networks"]]
    return all(
        any(ipaddress.ip_address(found["address"]) in network for network in networks)
        for found in e["listeners"]["listeners"]
        if found["port"] in p["ports"]
    )


def _queue_on_disk(e: Any, p: Any) -> bool:
    queues = e["log_settings"]["queues"]
    return bool(queues) and all(
        queue["on_disk"] is True
        and queue["saved_at_stop"] is True
        and queue["type"] in ("linkedlist", "fixedarray", "disk")
        and (queue["max_mib"] is None or queue["max_mib"] >= p["queue_mib"])
        for queue in queues
    )


def _rate_limits(e: Any, p: Any) -> bool:
    journal = e["log_settings"]["journal"]
    return (
        within(journal["rate_seconds"], 0)
        and journal["rate_seconds"] > 0
        and within(journal["rate_burst"], max(1, p["rate_burst"]))
    )


def _file_modes(e: Any, p: Any) -> bool:
    modes = e["log_settings"]["file_modes"]
    return bool(modes) and all(no_wider(found["mode"], int(p["file_mode"], 8)) for found in modes)


def _rotation(e: Any, p: Any) -> bool:
    rotation = e["log_settings"]["rotation"]
    return rotation["installed"] and (rotation["timer"] or rotation["cron"])


def _stored(fits: Any) -> Demand:
    """A log server keeps records of somebody, and each sender's fit."""

    def demand(e: Any, p: Any) -> bool:
        store = e["log_store"]
        return (bool(store["senders"]) or not store["receives"]) and all(
            fits(sender, e, p) for sender in store["senders"]
        )

    return demand


def _old_enough(sender: Json, e: Any, p: Any) -> bool:
    # as_of is midnight in UTC, and a day of China Standard Time counts
    half_a_year_ago = (e["today"] - timedelta(days=p["retention_days"])).isoformat()
    due = half_a_year_ago if sender["since"] is None else max(sender["since"], half_a_year_ago)
    return bool(sender["first"] <= due)


def _no_gaps(sender: Json, e: Any, p: Any) -> bool:
    return sender["first"] is not None and all(gap["days"] < p["gap_days"] for gap in sender["gaps"])


def _certificates(fits: Any) -> Demand:
    def demand(e: Any, p: Any) -> bool:
        found = e["certificates"]["certificates"]
        return bool(found) and all(fits(one, e, p) for one in found)

    return demand


def _lasts(one: Json, e: Any, p: Any) -> bool:
    return bool(one["not_after"] > (e["today"] + timedelta(days=p["renew_days"])).isoformat())


def _strong(one: Json, e: Any, p: Any) -> bool:
    least = {"EC": p["ec_bits"], "RSA": p["rsa_bits"]}
    long = one["key_kind"] in ("ED25519", "ED448") or within(one["key_bits"], least[one["key_kind"]])
    digests = [f"{before}{bits}{after}" for bits in (256, 384, 512) for before, after in _SIGNATURES]
    return long and one["signature"] in (*digests, "rsassaPss", "ED25519", "ED448", "SM2-with-SM3")


_SIGNATURES = (("ecdsa-with-SHA", ""), ("sha", "WithRSAEncryption"))


def _keys_private(e: Any, p: Any) -> bool:
    keys = [one["key"] for one in e["certificates"]["certificates"] if one["key"] is not None]
    return bool(keys) and all(
        no_wider(key["mode"], int(p["key_mode"], 8)) and key["owner"] == "root" for key in keys
    )


def _issued(e: Any, p: Any) -> bool:
    own = [one for one in e["certificates"]["certificates"] if not one["authority"]]
    return bool(own) and all(one["issued_by_hub"] for one in own)


_NO_LOG_SERVER: Demand = lambda e, p: (  # noqa: E731
    not e["log_store"]["receives"] and e["log_store"]["senders"] == [] == e["log_store"]["unreadable"]
)

DEMANDS: dict[str, Demand] = {
    "certificates/issued_by_hub": _issued,
    "certificates/keys_private": _keys_private,
    "certificates/strong": _certificates(_strong),
    "certificates/valid": _certificates(_lasts),
    "listeners/management_on_management_address": _management,
    "listeners/only_declared": _only_declared_listeners,
    "logging/auth_recorded": lambda e, p: e["log_settings"]["auth_files"] != [],
    "logging/journal_bounded": lambda e, p: (
        e["log_settings"]["journal"]["compress"] is True
        and within(e["log_settings"]["journal"]["max_use_mib"], p["journal_mib"])
    ),
    "logging/no_gaps": _stored(_no_gaps),
    "logging/permissions_default": _file_modes,
    "logging/queue_on_disk": _queue_on_disk,
    "logging/rate_limits_sane": _rate_limits,
    "logging/records_old_enough": _stored(_old_enough),
    "logging/rotation_scheduled": _rotation,
    "logging/sent_encrypted": lambda e, p: all(one["tls"] for one in e["logging"]["rsyslog"]["forwards"]),
    "logging/store_private": _stored(lambda sender, e, p: not sender["open"]),
    "logging/time_stamps_precise": lambda e, p: e["log_settings"]["file_template"] in p["templates"],
    "packages/compilers_absent": _uninstalled("compilers"),
    "packages/debug_tools_absent": _uninstalled("debug_tools"),
    "packages/desktop_absent": _uninstalled("desktops"),
    "packages/file_sharing_absent": _uninstalled("file_sharing"),
    "packages/leftovers_purged": lambda e, p: e["footprint"]["left_over"] == [],
    "packages/only_needed": _only_declared_packages,
    "services/needless_masked": _needless_masked,
    "services/only_needed": _only_needed_units,
    "services/shares_absent": lambda e, p: e["footprint"]["shares"] == [],
    "services/super_servers_empty": lambda e, p: e["footprint"]["super_servers"] == [],
}

IRRELEVANT: dict[str, Demand] = {
    control: _NO_LOG_SERVER
    for control in ("logging/no_gaps", "logging/records_old_enough", "logging/store_private")
}
