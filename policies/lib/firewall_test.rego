package lib.firewall_test

import data.lib.firewall

test_closed_by_policy_or_by_a_last_rule if {
	firewall.closed(_chain("drop", []))
	firewall.closed(_chain("accept", [_rule("continue", []), _rule("reject", [])]))
	not firewall.closed(_chain("accept", []))
	not firewall.closed(_chain("drop", [_rule("accept", []), _rule("drop", [])]))
	not firewall.closed(_chain("drop", [_rule("queue", [])]))
}

test_where_packets_may_have_been_led_off_letting_in_counts if {
	unsure := [_match("not returned before", ["?"])]
	not firewall.closed(_chain("drop", [_rule("accept", unsure)]))
	not firewall.closed(_chain("accept", [_rule("drop", unsure)]))
}

test_a_filter_is_awake_and_of_the_family if {
	chain := _chain("drop", [])
	count(firewall.filters([chain], "input", "ip6")) == 1
	firewall.filters([object.union(chain, {"dormant": true})], "input", "ip") == []
	firewall.filters([object.union(chain, {"family": "ip6"})], "input", "ip") == []
	firewall.filters([object.union(chain, {"type": "nat"})], "input", "ip") == []
	firewall.filters([chain], "forward", "ip") == []
}

test_what_opens_a_service if {
	firewall.opens(_rule("accept", []))
	firewall.opens(_rule("accept", [_match("tcp dport", ["22"])]))
	firewall.opens(_rule("accept", [_match("ct state", ["established", "new"])]))
	not firewall.opens(_rule("drop", []))
	not firewall.opens(_rule("accept", [_match("iifname", ["lo"])]))
	not firewall.opens(_rule("accept", [_match("ct state", ["established", "related"])]))
	not firewall.opens(_rule("accept", [_match("icmp type", ["echo-request"])]))
	not firewall.opens(_rule("accept", [_match("l4proto", ["ipv6-icmp"])]))
}

test_networks_and_their_width if {
	every source in ["10.0.0.1", "10.0.0.0/16", "2001:db8::1", "2001:db8::/48"] {
		firewall.narrow(source, 16, 48)
	}
	every source in ["10.0.0.0/15", "0.0.0.0/0", "::/0", "2001:db8::/47", "@friends", "10.0.0.1-10.9.0.1", "0", "10.0.0."] {
		not firewall.narrow(source, 16, 48)
	}
}

test_limited_to_sources if {
	firewall.limited(_rule("accept", [_match("ip saddr", ["10.0.0.0/8"])]))
	not firewall.limited(_rule("accept", [_match("ip saddr", ["10.0.0.0/8", "0.0.0.0/0"])]))
	not firewall.limited(_rule("accept", [{"on": "ip saddr", "op": "!=", "values": ["10.0.0.1"]}]))
	not firewall.limited(_rule("accept", []))
}

test_a_port_is_reached_unless_something_keeps_it_out if {
	firewall.reaches(_rule("accept", []), 22)
	firewall.reaches(_rule("accept", [_match("tcp dport", ["20-30", "80"]), _match("l4proto", ["tcp", "udp"])]), 22)
	firewall.reaches(_rule("accept", [{"on": "tcp dport", "op": "!=", "values": ["22"]}]), 22)
	not firewall.reaches(_rule("accept", [_match("tcp dport", ["80", "8000-8009"])]), 22)
	not firewall.reaches(_rule("accept", [_match("udp dport", ["22"])]), 22)
	not firewall.reaches(_rule("accept", [_match("l4proto", ["udp"])]), 22)
}

test_ports_and_words if {
	rule := _rule("accept", [_match("ip saddr", ["10.0.0.1"]), _match("tcp dport", ["22", "80-81"])])
	firewall.ports(rule) == {"tcp/22", "tcp/80-81"}
	firewall.text(rule) == "ip saddr == 10.0.0.1; tcp dport == 22,80-81"
	firewall.text(_rule("accept", [])) == "everything"
}

_chain(policy, rules) := {
	"family": "inet", "table": "t", "name": "c", "type": "filter",
	"hook": "input", "policy": policy, "dormant": false, "rules": rules,
}

_rule(verdict, matches) := {"verdict": verdict, "matches": matches, "log": null, "comment": null}

_match(on, values) := {"on": on, "op": "==", "values": values}
