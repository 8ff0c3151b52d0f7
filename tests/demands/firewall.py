"""What the controls of the packet filter and of intrusion detection demand.

A packet is let in only if every chain at its hook lets it in, so a host is closed where one chain is.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator
from typing import Any

from demands.values import Demand, on_container, within

_STOPS = ("drop", "reject")
_UNSURE = "not returned before"


def _closed(e: Any, hook: str, family: str) -> list[Any]:
    """The filters at a hook that keep out what no rule lets in."""
    found = []
    for chain in e["firewall"]["chains"]:
        if chain["hook"] != hook or chain["type"] != "filter" or chain["dormant"]:
            continue
        if chain["family"] not in ("inet", family):
            continue
        word = chain["policy"]
        for rule in chain["rules"]:
            stops = rule["verdict"] in _STOPS
            sure = [match for match in rule["matches"] if stops or match["on"] != _UNSURE]
            if rule["verdict"] != "continue" and not sure:
                word = rule["verdict"]
                break
        if word in _STOPS:
            found.append(chain)
    return found


def _passes(rule: Any) -> bool:
    return rule["verdict"] not in (*_STOPS, "continue")


def _one_of(rule: Any, on: str, *values: str) -> bool:
    """Whether a condition leaves only these values."""
    return any(
        match["on"] == on and match["op"] in ("==", "in") and set(match["values"]) <= set(values)
        for match in rule["matches"]
    )


def _opens(rule: Any) -> bool:
    icmp = any(m["on"] in ("icmp type", "icmpv6 type") and m["op"] == "==" for m in rule["matches"])
    icmp = icmp or any(
        _one_of(rule, on, "icmp", "ipv6-icmp", "icmpv6") for on in ("l4proto", "ip protocol", "ip6 nexthdr")
    )
    own = _one_of(rule, "iifname", "lo") or _one_of(rule, "ct state", "established", "related")
    return _passes(rule) and not (icmp or own)


def _rules(e: Any, *hooks: str) -> Iterator[Any]:
    """The rules of every closed filter at these hooks, of either family."""
    for hook in hooks:
        for family in ("ip", "ip6"):
            for chain in _closed(e, hook, family):
                yield from chain["rules"]


def _before_services(chain: Any) -> list[Any]:
    """The rules that come before the first that opens a service."""
    opening = [place for place, rule in enumerate(chain["rules"]) if _opens(rule)]
    return list(chain["rules"][: opening[0] if opening else None])


def _values(rule: Any, *on: str) -> list[str]:
    return [
        v for match in rule["matches"] if match["on"] in on and match["op"] == "==" for v in match["values"]
    ]


def _sources(rule: Any) -> list[str]:
    return _values(rule, "ip saddr", "ip6 saddr")


def _narrow(source: str, v4: int, v6: int) -> bool:
    try:
        network = ipaddress.ip_network(source, strict=False)
    except ValueError:
        return False
    return network.prefixlen >= (v4 if network.version == 4 else v6)


def _ports(rule: Any) -> list[str]:
    return [
        f"{match['on'].split()[0]}/{value}"
        for match in rule["matches"]
        if match["op"] == "==" and match["on"].endswith(" dport") and match["on"].count(" ") == 1
        for value in match["values"]
    ]


def _covers(text: str, port: int) -> bool:
    low, _, high = text.partition("-")
    return int(low) <= port <= int(high or low)


def _loaded(e: Any, p: Any) -> bool:
    return any(
        chain["type"] == "filter"
        and chain["hook"] == "input"
        and chain["family"] in ("inet", "ip")
        and not chain["dormant"]
        and chain["rules"]
        for chain in e["firewall"]["chains"]
    )


def _starts(e: Any, p: Any) -> bool:
    enabled = [one for one in e["firewall"]["loaders"] if one["enabled"]]
    return len(enabled) == 1 and enabled[0]["active"]


def _stateful(e: Any, p: Any) -> bool:
    return any(
        rule["verdict"] == "accept"
        and len(rule["matches"]) == 1
        and _one_of(rule, "ct state", "established", "related")
        and "established" in rule["matches"][0]["values"]
        for chain in _closed(e, "input", "ip")
        for rule in _before_services(chain)
    )


def _invalid_dropped(e: Any, p: Any) -> bool:
    return any(
        rule["verdict"] in _STOPS
        and len(rule["matches"]) == 1
        and _one_of(rule, "ct state", "invalid", "untracked")
        and "invalid" in rule["matches"][0]["values"]
        for chain in _closed(e, "input", "ip")
        for rule in _before_services(chain)
    )


def _spoofing_dropped(e: Any, p: Any) -> bool:
    outside = {"on": "iifname", "op": "!=", "values": ["lo"]}

    def dropped(family: str, source: str) -> bool:
        return any(
            rule["verdict"] in _STOPS
            and _one_of(rule, f"{family} saddr", source)
            and all(match == outside or match["on"] == f"{family} saddr" for match in rule["matches"])
            for chain in _closed(e, "input", family)
            for rule in _before_services(chain)
        )

    return dropped("ip", "127.0.0.0/8") and (e["firewall"]["ipv6"] is False or dropped("ip6", "::1"))


def _accepts_narrow(e: Any, p: Any) -> bool:
    def narrow(rule: Any) -> bool:
        sources, ports = _sources(rule), _ports(rule)
        limited = bool(sources) and all(_narrow(source, 1, 1) for source in sources)
        return bool(ports) and (limited or set(ports) <= set(p["public_ports"]))

    return bool(_closed(e, "input", "ip")) and all(
        narrow(rule) for rule in _rules(e, "input", "forward") if _opens(rule)
    )


def _management_limited(e: Any, p: Any) -> bool:
    def reached(rule: Any, port: int) -> bool:
        for match in rule["matches"]:
            on, values = match["on"], match["values"]
            if on.startswith(("udp ", "udplite ", "sctp ", "dccp ")):
                return False
            if match["op"] == "==":
                if on in ("l4proto", "ip protocol", "ip6 nexthdr") and "tcp" not in values:
                    return False
                if on in ("tcp dport", "th dport") and not any(_covers(value, port) for value in values):
                    return False
        return True

    return bool(_closed(e, "input", "ip")) and all(
        _sources(rule)
        and all(_narrow(s, p["management_prefix_v4"], p["management_prefix_v6"]) for s in _sources(rule))
        for rule in _rules(e, "input")
        if _opens(rule) and any(reached(rule, port) for port in p["management_ports"])
    )


def _used(e: Any, p: Any) -> bool:
    def answered(port: str) -> bool:
        protocol, _, number = port.partition("/")
        return any(
            one["protocol"] == protocol and not one["loopback"] and _covers(number, one["port"])
            for one in e["listeners"]["listeners"]
        )

    return bool(_closed(e, "input", "ip")) and all(
        answered(port) for rule in _rules(e, "input") if _opens(rule) for port in _ports(rule)
    )


def _logged(e: Any, p: Any) -> bool:
    def told(chain: Any) -> bool:
        for rule in chain["rules"]:
            matches = rule["matches"]
            limited = matches and all(m["on"] == "limit" and m["op"] == "==" for m in matches)
            if rule["log"] and limited and rule["log"]["prefix"] and rule["log"]["group"] is None:
                return True
            if not matches and rule["verdict"] != "continue":
                return False
        return False

    return all(any(told(chain) for chain in _closed(e, hook, "ip")) for hook in ("input", "forward"))


def _no_detours(e: Any, p: Any) -> bool:
    detours = ("dnat", "redirect", "tproxy", "fwd", "dup", "flow", "notrack")
    return (
        bool(_closed(e, "input", "ip"))
        and e["firewall"]["legacy_tables"] == []
        and not any(
            rule["verdict"] in detours
            for chain in e["firewall"]["chains"]
            if not chain["dormant"] and f"{chain['family']} {chain['table']}" not in p["redirecting_tables"]
            for rule in chain["rules"]
        )
    )


def _owned(e: Any, p: Any) -> bool:
    return bool(_closed(e, "input", "ip")) and all(
        rule["comment"].strip() != "" for rule in _rules(e, "input", "forward") if _passes(rule)
    )


def _jail_active(e: Any, p: Any) -> bool:
    jail = e["intrusion"]["ssh"]
    return (
        (jail["watches_journal"] or bool(jail["files"]))
        and bool(jail["actions"])
        and within(jail["max_retries"], 1, p["max_retries"])
        and within(jail["find_seconds"], p["find_seconds"])
    )


def _long_bans(e: Any, p: Any) -> bool:
    seconds = e["intrusion"]["ssh"]["ban_seconds"]
    return seconds == -1 or within(seconds, p["ban_seconds"])


def _management_spared(e: Any, p: Any) -> bool:
    ignored = e["intrusion"]["ssh"]["ignored"]
    outside = [one for one in ignored if not one.startswith("127.") and one != "::1"]
    return (
        bool(outside)
        and set(p["never_banned"]) <= set(ignored)
        and all(_narrow(one, p["ignored_prefix_v4"], p["ignored_prefix_v6"]) for one in outside)
    )


DEMANDS: dict[str, Demand] = {
    "firewall/accepts_narrow": _accepts_narrow,
    "firewall/accepts_used": _used,
    "firewall/declared_is_loaded": lambda e, p: (
        isinstance(e["firewall"]["declared"]["file"], str)
        and all(e["firewall"]["declared"][name] is True for name in ("valid", "unchanged", "loaded"))
    ),
    "firewall/drops_logged": _logged,
    "firewall/forwarding_denied_by_default": lambda e, p: bool(_closed(e, "forward", "ip")),
    "firewall/input_denied_by_default": lambda e, p: bool(_closed(e, "input", "ip")),
    "firewall/invalid_dropped": _invalid_dropped,
    "firewall/ipv6_filtered": lambda e, p: all(_closed(e, hook, "ip6") for hook in ("input", "forward")),
    "firewall/loaded": _loaded,
    "firewall/loopback_spoofing_dropped": _spoofing_dropped,
    "firewall/management_sources_limited": _management_limited,
    "firewall/no_detours": _no_detours,
    "firewall/rules_owned": _owned,
    "firewall/starts_at_boot": _starts,
    "firewall/stateful": _stateful,
    "intrusion/bans_long_enough": _long_bans,
    "intrusion/detection_logged": lambda e, p: (
        e["intrusion"]["log"]["target"] in ("SYSLOG", "SYSTEMD-JOURNAL")
        and e["intrusion"]["log"]["level"] in ("NOTICE", "INFO", "DEBUG", "TRACEDEBUG", "HEAVYDEBUG")
    ),
    "intrusion/management_never_banned": _management_spared,
    "intrusion/service_running": lambda e, p: all(
        e["intrusion"][name] is True for name in ("installed", "enabled", "active")
    ),
    "intrusion/ssh_jail_active": _jail_active,
}

IRRELEVANT: dict[str, Demand] = {
    "firewall/drops_logged": on_container,
    "firewall/ipv6_filtered": lambda e, p: e["firewall"]["ipv6"] is False,
}
