package controls.time.sources_sufficient_test

import data.controls.time.sources_sufficient as control

test_fail_too_few if {
	denials := control.deny with input as _host("vm", ["10.0.0.1", "10.0.0.1"]) with data.params.time.sources_sufficient.min_sources as 2
	denials == {{"item": "time sources", "expected": ">= 2", "actual": ["10.0.0.1"]}}
}

test_fail_sources_of_a_disabled_service if {
	host := object.union(_host("vm", ["a", "b"]), {"time": {"services": [{"name": "chrony", "enabled": false}]}})
	denials := control.deny with input as host with data.params.time.sources_sufficient.min_sources as 2
	denials == {{"item": "time sources", "expected": ">= 2", "actual": []}}
}

test_pass_enough if {
	denials := control.deny with input as _host("vm", ["10.0.0.1", "10.0.0.2"]) with data.params.time.sources_sufficient.min_sources as 2
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as _host("container", [])
	not control.not_applicable with input as _host("machine", [])
}

_host(platform, names) := {
	"os": {"platform": platform},
	"time": {
		"services": [{"name": "chrony", "enabled": true}],
		"sources": [{"service": "chrony", "kind": "server", "name": name} | some name in names],
	},
}
