# METADATA
# title: Questions about the packet filter, whose base chains a packet must pass one after the other
package lib.firewall

# What comes to the host itself, and what goes through it.
inward := "input"

hooks := ["input", "forward"]

# The chains that decide on packets of a family, ip or ip6, at a hook; those of a dormant table are passed by.
filters(chains, hook, family) := [chain |
	some chain in chains
	chain.type == "filter"
	chain.hook == hook
	chain.family in {"inet", family}
	not chain.dormant
]

# An accept ends its own chain alone, while a drop is final: one chain that denies by default is enough.
guards(chains, hook, family) := [chain | some chain in filters(chains, hook, family); closed(chain)]

closed(chain) if _last_word(chain) in {"drop", "reject"}

_last_word(chain) := _for_all(chain)[0] if count(_for_all(chain)) > 0

_last_word(chain) := chain.policy if count(_for_all(chain)) == 0

_for_all(chain) := [rule.verdict | some rule in chain.rules; _is_for_all(rule)]

_is_for_all(rule) if {
	rule.verdict in {"drop", "reject"}
	rule.matches == []
}

# Where a packet may have been led off before, letting in counts and keeping out does not.
_is_for_all(rule) if {
	not rule.verdict in {"drop", "reject", "continue"}
	every match in rule.matches {
		match.on == "not returned before"
	}
}

# The denial of a host where packets at a hook are not denied by default.
unguarded(chains, hook, family) := {{
	"item": sprintf("%s filter (%s)", [hook, family]),
	"expected": "denies by default",
	"actual": sort({sprintf("%s %s %s", [chain.family, chain.table, chain.name]) | some chain in filters(chains, hook, family)}),
} |
	count(guards(chains, hook, family)) == 0
}

# What both families' guards let in from outside because a service was opened.
openings(chains, hook) := {rule |
	some family in ["ip", "ip6"]
	some chain in guards(chains, hook, family)
	some rule in chain.rules
	opens(rule)
}

opens(rule) if {
	lets_in(rule)
	not _needed(rule)
}

lets_in(rule) if not rule.verdict in {"drop", "reject", "continue"}

_needed(rule) if only(rule, "iifname", {"lo"})

_needed(rule) if only(rule, "ct state", {"established", "related"})

_needed(rule) if {
	some match in rule.matches
	match.on in {"icmp type", "icmpv6 type"}
	match.op == "=="
}

_needed(rule) if {
	some on in ["l4proto", "ip protocol", "ip6 nexthdr"]
	only(rule, on, {"icmp", "ipv6-icmp", "icmpv6"})
}

# A condition of the rule leaves only these values.
only(rule, on, values) if {
	some match in rule.matches
	match.on == on
	match.op in {"==", "in"}
	every value in match.values {
		value in values
	}
}

# No service is opened before the rule at this place.
comes_first(chain, place) if {
	every rule in array.slice(chain.rules, 0, place) {
		not opens(rule)
	}
}

# The ports that the rule is limited to, such as tcp/22 or udp/8000-8009.
ports(rule) := {sprintf("%s/%s", [protocol, value]) |
	some match in rule.matches
	match.op == "=="
	[protocol, "dport"] = split(match.on, " ")
	value := match.values[_]
}

# The addresses and networks that the rule is limited to; a set whose elements are not known is no limit.
sources(rule) := {value |
	some match in rule.matches
	match.on in {"ip saddr", "ip6 saddr"}
	match.op == "=="
	value := match.values[_]
}

limited(rule) if {
	count(sources(rule)) > 0
	every source in sources(rule) {
		narrow(source, 1, 1)
	}
}

# Whether an address or a network is no wider than the prefixes allow; a range of addresses counts as wide.
narrow(source, _, _) if net.cidr_is_valid(sprintf("%s/32", [source]))

narrow(source, prefix_v4, _) if {
	net.cidr_is_valid(source)
	not contains(source, ":")
	to_number(split(source, "/")[1]) >= prefix_v4
}

narrow(source, _, prefix_v6) if {
	net.cidr_is_valid(source)
	contains(source, ":")
	to_number(split(source, "/")[1]) >= prefix_v6
}

# Whether a port is one of `22`, `8000-8009`.
covers(value, port) if value == format_int(port, 10)

covers(value, port) if {
	regex.match(`^[0-9]{1,9}-[0-9]{1,9}$`, value)
	[low, high] = split(value, "-")
	port >= to_number(low)
	port <= to_number(high)
}

# Whether nothing in the rule keeps a TCP port out.
reaches(rule, port) if {
	every match in rule.matches {
		not _keeps_out(match, port)
	}
}

_keeps_out(match, port) if {
	match.on in {"tcp dport", "th dport"}
	match.op == "=="
	every value in match.values {
		not covers(value, port)
	}
}

_keeps_out(match, _) if regex.match(`^(udp|udplite|sctp|dccp) `, match.on)

_keeps_out(match, _) if {
	match.on in {"l4proto", "ip protocol", "ip6 nexthdr"}
	match.op == "=="
	not "tcp" in match.values
}

# The rule's conditions in words, by which a person finds it.
text(rule) := "everything" if rule.matches == []

text(rule) := concat("; ", [said |
	some match in rule.matches
	said := sprintf("%s %s %s", [match.on, match.op, concat(",", match.values)])
]) if {
	rule.matches != []
}
