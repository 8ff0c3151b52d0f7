package controls.kernel.ipv4_hardened_test

import data.controls.kernel.ipv4_hardened as control
import data.lib.host

test_fail_one_scope if {
	bad := object.union(_good, {"net.ipv4.conf.default.accept_redirects": "1"})
	denials := control.deny with input as _host("vm", bad)
	denials == {{"item": "net.ipv4.conf.default.accept_redirects", "expected": "0", "actual": "1"}}
}

test_fail_no_source_check if {
	denials := control.deny with input as _host("vm", object.union(_good, {"net.ipv4.conf.all.rp_filter": "0"}))
	denials == {{"item": "net.ipv4.conf.all.rp_filter", "expected": ["1", "2"], "actual": "0"}}
}

test_pass if {
	denials := control.deny with input as _host("vm", _good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as _host("container", {})
	not control.not_applicable with input as _host("vm", {})
}

_good := object.union(
	{
		"net.ipv4.icmp_echo_ignore_broadcasts": "1",
		"net.ipv4.icmp_ignore_bogus_error_responses": "1",
		"net.ipv4.tcp_syncookies": "1",
	},
	{key: value |
		some scope in ["all", "default"]
		some name, value in {
			"accept_redirects": "0",
			"accept_source_route": "0",
			"log_martians": "1",
			"rp_filter": "2",
			"secure_redirects": "0",
			"send_redirects": "0",
		}
		key := sprintf("net.ipv4.conf.%s.%s", [scope, name])
	},
)

_host(platform, running) := {
	"os": {"platform": platform},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
