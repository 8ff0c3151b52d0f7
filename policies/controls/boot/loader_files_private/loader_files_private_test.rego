package controls.boot.loader_files_private_test

import data.controls.boot.loader_files_private as control
import data.lib.host

test_fail if {
	every file in [_file("0644", "root", "root"), _file("0600", "hubops", "root"), _file("0600", "root", "adm")] {
		denials := control.deny with input as _host([file])
		denials == {{
			"item": "/boot/grub/grub.cfg",
			"expected": "0600 root:root",
			"actual": sprintf("%s %s:%s", [file.mode, file.owner, file.group]),
		}}
	}
}

test_pass if {
	every mode in ["0600", "0400"] {
		denials := control.deny with input as _host([_file(mode, "root", "root")])
		denials == set()
	}
}

_file(mode, owner, group) := {"path": "/boot/grub/grub.cfg", "mode": mode, "owner": owner, "group": group}

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
