package controls.kernel.forwarding_disabled_test

import data.controls.kernel.forwarding_disabled as control
import data.lib.host

test_fail_each if {
	running := {"net.ipv4.ip_forward": "1", "net.ipv6.conf.all.forwarding": "1"}
	denials := control.deny with input as _host("vm", true, running) with data.params as _params(false)
	denials == {
		{"item": "net.ipv4.ip_forward", "expected": "0", "actual": "1"},
		{"item": "net.ipv6.conf.all.forwarding", "expected": "0", "actual": "1"},
	}
}

test_pass if {
	running := {"net.ipv4.ip_forward": "0", "net.ipv6.conf.all.forwarding": "0"}
	denials := control.deny with input as _host("vm", true, running) with data.params as _params(false)
	denials == set()
}

test_pass_without_ipv6 if {
	denials := control.deny with input as _host("vm", false, {"net.ipv4.ip_forward": "0"}) with data.params as _params(false)
	denials == set()
}

test_not_applicable_on_a_router if {
	router := _host("vm", true, {"net.ipv4.ip_forward": "1"})
	control.deny == set() with input as router with data.params as _params(true)
	control.not_applicable.en == "This host is declared to forward packets." with input as router with data.params as _params(true)
	not control.not_applicable with input as router with data.params as _params(false)
}

test_not_applicable_in_a_container if {
	reason := control.not_applicable with input as _host("container", true, {}) with data.params as _params(true)
	reason == host.container_owned
}

_host(platform, ipv6, running) := {
	"os": {"platform": platform},
	"sysctl": {"ipv6": ipv6, "settings": [{"key": key, "running": value} | some key, value in running]},
}

_params(forwarding) := {"kernel": {"forwarding_disabled": {"forwarding": forwarding}}}
