package controls.kernel.links_protected_test

import data.controls.kernel.links_protected as control
import data.lib.host

test_fail_one if {
	denials := control.deny with input as _host("vm", object.union(_good, {"fs.suid_dumpable": "2"}))
	denials == {{"item": "fs.suid_dumpable", "expected": "0", "actual": "2"}}
}

test_pass if {
	denials := control.deny with input as _host("vm", _good)
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable == host.container_owned with input as _host("container", {})
	not control.not_applicable with input as _host("machine", {})
}

_good := {
	"fs.protected_hardlinks": "1",
	"fs.protected_symlinks": "1",
	"fs.protected_fifos": "1",
	"fs.protected_regular": "2",
	"fs.suid_dumpable": "0",
}

_host(platform, running) := {
	"os": {"platform": platform},
	"sysctl": {"settings": [{"key": key, "running": value} | some key, value in running]},
}
