package controls.mounts.data_encrypted_test

import data.controls.mounts.data_encrypted as control
import data.lib.host

test_fail if {
	every encrypted in [false, null] {
		denials := control.deny with input as _host([{"path": "/srv", "encrypted": encrypted}])
		denials == {{"item": "/srv", "expected": "encrypted", "actual": encrypted}}
	}
}

test_pass if {
	denials := control.deny with input as _host([{"path": "/srv", "encrypted": true}])
	denials == set()
}

test_not_applicable_without_data if {
	control.not_applicable.zh == "常用数据目录均为空。" with input as _host([])
	not control.not_applicable with input as _host([{"path": "/srv", "encrypted": true}])
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
}

_host(data_folders) := {"os": {"platform": "vm"}, "mounts": {"data": data_folders}}
