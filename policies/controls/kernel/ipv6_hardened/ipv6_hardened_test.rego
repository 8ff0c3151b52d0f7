package controls.kernel.ipv6_hardened_test

import data.controls.kernel.ipv6_hardened as control
import data.lib.host

test_fail_one if {
	denials := control.deny with input as _host("vm", true, object.union(_good, {"net.ipv6.conf.all.accept_ra": "1"}))
	denials == {{"item": "net.ipv6.conf.all.accept_ra", "expected": "0", "actual": "1"}}
}

test_pass if {
	denials := control.deny with input as _host("vm", true, _good)
	denials == set()
}

test_not_applicable if {
	control.not_applicable == host.container_owned with input as _host("container", false, {})
	control.not_applicable.en == "This kernel does not speak IPv6." with input as _host("vm", false, {})
	not control.not_applicable with input as _host("vm", true, {})
}

_good := {key: "0" |
	some scope in ["all", "default"]
	some name in ["accept_ra", "accept_redirects", "accept_source_route"]
	key := sprintf("net.ipv6.conf.%s.%s", [scope, name])
}

_host(platform, ipv6, running) := {
	"os": {"platform": platform},
	"sysctl": {"ipv6": ipv6, "settings": [{"key": key, "running": value} | some key, value in running]},
}
