package controls.updates.obsolete_removed_test

import data.controls.updates.obsolete_removed as control

test_fail_each if {
	denials := control.deny with input as _host(["libold1"], false)
	denials == {
		{"item": "libold1", "expected": "removed", "actual": "installed"},
		{"item": "unused kernels", "expected": "removed by updates", "actual": "kept"},
	}
}

test_pass_none if {
	denials := control.deny with input as _host([], true)
	denials == set()
}

_host(obsolete, removes) := {"updates": {"obsolete": obsolete, "automatic": {"removes_unused_kernels": removes}}}
