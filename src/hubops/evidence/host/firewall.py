"""Section `firewall`: the packet filter as the kernel has it, and who loads it when the host starts.

Only nftables is read. The rules of iptables' older kernel part, which nft does not show, are named
in `legacy_tables`.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from .nft import MAX_RULES, Ruleset, TooManyRules
from .services import units

if TYPE_CHECKING:
    from .probe import Probe

_LOADERS = {
    "hubops-firewall": ("hubops-firewall.service",),
    "nftables": ("nftables.service",),
    "firewalld": ("firewalld.service",),
    "ufw": ("ufw.service",),
    "netfilter-persistent": ("netfilter-persistent.service", "iptables.service"),
}
RULES = "/etc/hubops/firewall/rules.nft"
LOADED = "/run/hubops/firewall.json"
"""What the rules were when they had just been loaded, and the digest of the file they came from."""

_LEGACY = ("/proc/net/ip_tables_names", "/proc/net/ip6_tables_names")


def collect(probe: Probe) -> dict[str, Any]:
    """The section's data, shaped as policies/schemas/firewall.json."""
    installed = probe.has("nft")
    ruleset = _ruleset(probe) if installed else None
    return {
        "installed": installed,
        "ipv6": bool((probe.read("/proc/net/if_inet6") or "").strip()),
        "loaders": _loaders(probe),
        "declared": _declared(probe, ruleset),
        "legacy_tables": sorted({name for path in _LEGACY for name in (probe.read(path) or "").split()}),
        "chains": [] if ruleset is None else _chains(probe, ruleset),
    }


def _ruleset(probe: Probe) -> Ruleset | None:
    command = ["nft", "-j", "-s", "list", "ruleset"]
    said = probe.run(command)
    if said is None:
        return None
    try:
        # A ruleset without tables is an empty answer to some versions.
        return Ruleset(said if said.strip() else '{"nftables": []}')
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        probe.note(" ".join(command), f"the answer is not understood: {error}")
        return None


def _chains(probe: Probe, ruleset: Ruleset) -> list[dict[str, Any]]:
    dormant = {table for table in ruleset.flagged() if _is_dormant(probe, *table)}
    try:
        return ruleset.base_chains(dormant)
    except TooManyRules:
        probe.note("nft list ruleset", f"more than {MAX_RULES} rules")
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        probe.note("nft list ruleset", f"a rule is not understood: {error}")
    return []


def _is_dormant(probe: Probe, family: str, name: str) -> bool:
    """Whether the kernel passes a table by; the text tells it where nft 1.0.6 prints its JSON wrongly."""
    said = probe.run(["nft", "-s", "-t", "list", "table", family, name]) or ""
    return any(line.strip().startswith("flags") and "dormant" in line for line in said.split("\n")[:3])


def _loaders(probe: Probe) -> list[dict[str, Any]]:
    """Each service that loads a filter and is installed: [{"name", "enabled", "active"}]."""
    listed = units(probe)
    found = []
    for name, spellings in _LOADERS.items():
        states = [listed[unit] for unit in spellings if unit in listed]
        if states:
            enabled = any(state["enabled"] in ("enabled", "enabled-runtime") for state in states)
            active = any(state["active"] == "active" for state in states)
            found.append({"name": name, "enabled": enabled, "active": active})
    return found


def _declared(probe: Probe, ruleset: Ruleset | None) -> dict[str, Any]:
    """The file that declares the rules, whether nft takes it, and whether it and they are as when it was loaded."""
    text = probe.read(RULES)
    if text is None or ruleset is None:
        return {"file": None, "valid": None, "unchanged": None, "loaded": None}
    try:
        record = json.loads(probe.read(LOADED) or "")
        same = record["sha256"] == hashlib.sha256(text.encode("utf-8")).hexdigest()
        then = _comparable(record["ruleset"]["nftables"])
        tables = {(one["table"]["family"], one["table"]["name"]) for one in then if "table" in one}
        loaded = bool(tables) and then == _comparable(ruleset.objects, tables)
    except (ValueError, KeyError, TypeError, AttributeError):
        same = loaded = None
    return {
        "file": RULES,
        "valid": probe.exit_code(["nft", "-c", "-f", RULES]) == 0,
        "unchanged": same,
        "loaded": loaded,
    }


def _comparable(objects: list[Any], tables: set[tuple[str, str]] | None = None) -> list[Any]:
    """The objects of some tables, or of all, without what differs from one loading to the next."""
    found = []
    for one in objects:
        ((kind, content),) = one.items()
        own = (content.get("family"), content.get("name" if kind == "table" else "table"))
        if kind != "metainfo" and (tables is None or own in tables):
            plain = {key: value for key, value in content.items() if key not in ("handle", "flags")}
            found.append({kind: {**plain, "flagged": "flags" in content}})
    return found
