"""What the controls of stacks demand."""

from __future__ import annotations

import re
from typing import Any

from demands.values import Demand

from hubops.model import Json

_KEPT = ("create", "import", "read", "refresh", "same", "update")


def _to_be(e: Any) -> list[Any]:
    return [host for host in e["plan"]["hosts"] if host["op"] != "delete"]


def _every_host(fits: Any) -> Demand:
    return lambda e, p: all(fits(host, p) for host in _to_be(e))


def _unprivileged(host: Json, p: Any) -> bool:
    """A machine of its own is no container, whatever is or is not known of its capabilities."""
    if host["platform"] == "vm":
        return True
    if "capabilities" in host["unknown"]:
        return False
    capabilities = {one.upper().removeprefix("CAP_") for one in host["capabilities"] or ()}
    return host["privileged"] is False and capabilities <= set(p["capabilities"])


def _in_its_zone(host: Json, p: Any) -> bool:
    return (host["role"] in p["roles"]) == (host["zone"] == p["zone"])


def _nothing(what: Any) -> Demand:
    """There is none, and the preview would have said so if it could not tell."""
    return lambda e, p: not any(what(e)) and e["plan"]["unreadable"] == []


DEMANDS: dict[str, Demand] = {
    "stack/containers_unprivileged": _every_host(_unprivileged),
    "stack/data_protected": lambda e, p: all(
        host["op"] in _KEPT for host in e["plan"]["hosts"] if host["holds_data"] is not False
    ),
    "stack/hosts_zoned": _every_host(lambda host, p: host["zone"] in p["zones"]),
    "stack/images_pinned": _every_host(
        lambda host, p: re.fullmatch(r"[^@\s]+@sha256:[0-9a-f]{64}", host["image"], re.ASCII)
    ),
    "stack/management_zone_separate": _every_host(_in_its_zone),
    "stack/owners_named": _every_host(lambda host, p: bool(host["owner"].strip())),
    "stack/secrets_encrypted": lambda e, p: (
        not any(
            one["sensitive"] and one["kind"] == "known"
            for resource in e["plan"]["resources"]
            for one in resource["properties"]
        )
    ),
}

IRRELEVANT: dict[str, Demand] = {
    "stack/containers_unprivileged": _nothing(lambda e: (host["platform"] != "vm" for host in _to_be(e))),
    "stack/data_protected": _nothing(
        lambda e: (host["holds_data"] is not False for host in e["plan"]["hosts"])
    ),
    "stack/hosts_zoned": _nothing(_to_be),
    "stack/images_pinned": _nothing(_to_be),
    "stack/management_zone_separate": _nothing(_to_be),
    "stack/owners_named": _nothing(_to_be),
    "stack/secrets_encrypted": _nothing(lambda e: (one["properties"] for one in e["plan"]["resources"])),
}
