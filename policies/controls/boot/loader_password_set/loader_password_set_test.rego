package controls.boot.loader_password_set_test

import data.controls.boot.loader_password_set as control
import data.lib.host

test_fail if {
	denials := control.deny with input as _host([{"path": "/boot/grub/grub.cfg", "password": false}])
	denials == {{"item": "boot loader", "expected": "password", "actual": "no password"}}
}

test_pass if {
	denials := control.deny with input as _host([
		{"path": "/boot/grub2/grub.cfg", "password": false},
		{"path": "/boot/grub2/user.cfg", "password": true},
	])
	denials == set()
}

test_not_applicable if {
	control.not_applicable == host.container_owned with input as {"os": {"platform": "container"}}
	control.not_applicable.zh with input as _host([])
	not control.not_applicable with input as _host([{"path": "/boot/grub/grub.cfg"}])
}

_host(loader) := {"os": {"platform": "vm"}, "boot": {"machine": {"loader": loader}, "unreadable": []}}

test_fail_unknown if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "boot": {"machine": null}}
	denials == {{"item": "kernel and firmware", "expected": "known", "actual": null}}
}
