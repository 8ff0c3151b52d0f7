package controls.time.one_time_service_test

import data.controls.time.one_time_service as control

test_fail_none if {
	denials := control.deny with input as _host("vm", [])
	denials == {{"item": "enabled time services", "expected": "== 1", "actual": []}}
}

test_fail_two if {
	services := [{"name": "ntpsec", "enabled": true, "active": true}, {"name": "chrony", "enabled": true, "active": true}]
	denials := control.deny with input as _host("vm", services)
	denials == {{"item": "enabled time services", "expected": "== 1", "actual": ["chrony", "ntpsec"]}}
}

test_fail_stopped if {
	denials := control.deny with input as _host("machine", [{"name": "chrony", "enabled": true, "active": false}])
	denials == {{"item": "chrony", "expected": "active", "actual": "inactive"}}
}

test_pass_one_running_the_other_disabled if {
	services := [{"name": "systemd-timesyncd", "enabled": false, "active": false}, {"name": "chrony", "enabled": true, "active": true}]
	denials := control.deny with input as _host("vm", services)
	denials == set()
}

test_pass_container_cannot_run_it if {
	denials := control.deny with input as _host("container", [{"name": "chrony", "enabled": true, "active": false}])
	denials == set()
}

_host(platform, services) := {"os": {"platform": platform}, "time": {"services": services}}
