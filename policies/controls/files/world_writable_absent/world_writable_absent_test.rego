package controls.files.world_writable_absent_test

import data.controls.files.world_writable_absent as control

test_fail_the_bit_that_is_too_many if {
	files := [
		{"path": "/etc/a", "kind": "file", "mode": "0666", "owner": "root"},
		{"path": "/opt/b", "kind": "directory", "mode": "0777", "owner": "root"},
		{"path": "/srv/c", "kind": "file", "mode": "4602", "owner": "ann"},
	]
	denials := control.deny with input as {"files": {"world_writable": files}}
	denials == {
		{"item": "/etc/a", "expected": "0664", "actual": "0666"},
		{"item": "/opt/b", "expected": "0775", "actual": "0777"},
		{"item": "/srv/c", "expected": "4600", "actual": "4602"},
	}
}

test_pass if {
	denials := control.deny with input as {"files": {"world_writable": []}}
	denials == set()
}
