"""Turns names of the inventory into the addresses that rules are made of."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping, Sequence
from typing import Any

from ansible.errors import AnsibleFilterError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
ANY = "any"


def sources(
    names: Sequence[str], groups: Mapping[str, Any], hostvars: Mapping[str, Any], zones: Mapping[str, Any]
) -> list[str]:
    """The networks behind names, merged and sorted, IPv4 first; ["any"] where one of them is `any`.

    A name is a group, a host, a zone, or an address or network itself. A name of the inventory
    goes first, and a group that has no hosts gives nothing.
    """
    found: list[Network] = []
    for name in map(str, names):
        if name == ANY:
            return [ANY]
        if name in groups:
            found += [_address(host, hostvars) for host in groups[name]]
        elif name in hostvars:
            found.append(_address(name, hostvars))
        elif name in zones:
            found += [_network(text, f"firewall_zones.{name}") for text in zones[name]]
        elif name.startswith(("zone_", "role_", "platform_")):
            continue  # a group of this inventory's kind that no host is in
        else:
            found.append(_network(name, "a source"))
    merged = [
        *ipaddress.collapse_addresses(one for one in found if isinstance(one, ipaddress.IPv4Network)),
        *ipaddress.collapse_addresses(one for one in found if isinstance(one, ipaddress.IPv6Network)),
    ]
    return [str(one.network_address if one.prefixlen == one.max_prefixlen else one) for one in merged]


def by_family(networks: Sequence[str], field: str) -> list[str]:
    """One nft match for each family, `ip saddr { … }`; an empty one where every address matches, none for no address."""
    if ANY in networks:
        return [""]
    families = {
        "ip": [one for one in networks if ":" not in one],
        "ip6": [one for one in networks if ":" in one],
    }
    return [f"{family} {field} {{ {', '.join(own)} }}" for family, own in families.items() if own]


def lets_in(networks: Sequence[str], address: str) -> bool:
    """Whether an address is in one of the networks."""
    if ANY in networks:
        return True
    parsed = ipaddress.ip_address(address.partition("%")[0])
    plain = getattr(parsed, "ipv4_mapped", None) or parsed
    return any(plain in ipaddress.ip_network(one) for one in networks)


def too_wide(networks: Sequence[str], prefix_v4: int, prefix_v6: int) -> list[str]:
    """The networks whose prefix is shorter than it may be."""
    if ANY in networks:
        return [ANY]
    parsed = [ipaddress.ip_network(one) for one in networks]
    return [str(one) for one in parsed if one.prefixlen < int(prefix_v4 if one.version == 4 else prefix_v6)]


def _address(host: str, hostvars: Mapping[str, Any]) -> Network:
    return _network(str(hostvars[host].get("ansible_host", host)), f"ansible_host of {host}")


def _network(text: str, what: str) -> Network:
    try:
        return ipaddress.ip_network(text, strict=False)
    except ValueError as error:
        raise AnsibleFilterError(
            f"{what} is {text!r}; valid: an address, a network, a group or host of the inventory, "
            f"a name in firewall_zones, or {ANY}"
        ) from error


class FilterModule:
    def filters(self) -> dict[str, Any]:
        return {
            "firewall_sources": sources,
            "firewall_by_family": by_family,
            "firewall_lets_in": lets_in,
            "firewall_too_wide": too_wide,
        }
