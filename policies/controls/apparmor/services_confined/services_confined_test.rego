package controls.apparmor.services_confined_test

import data.controls.apparmor.services_confined as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host([{"name": "/usr/sbin/chronyd"}], ["/usr/sbin/chronyd"])
	denials == {{"item": "/usr/sbin/chronyd", "expected": "confined", "actual": "unconfined"}}
}

test_fail_without_any_profile if {
	denials := control.deny with input as _host([], [])
	denials == {{"item": "profiles", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	denials := control.deny with input as _host([{"name": "/usr/sbin/chronyd"}], [])
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_host(profiles, unconfined) := {"os": {"platform": "vm"}, "apparmor": {"profiles": profiles, "unconfined": unconfined}}
