package controls.integrity.scope_sufficient_test

import data.controls.integrity.scope_sufficient as control

test_fail_directory_without_a_digest_and_one_that_is_not_asked_for if {
	denials := control.deny with input as _scope(false, true) with data.params.integrity.scope_sufficient.paths as ["/etc", "/srv"]
	denials == {
		{"item": "/etc", "expected": "watched by its digest", "actual": null},
		{"item": "/srv", "expected": "watched by its digest", "actual": null},
	}
}

test_fail_file_left_out if {
	denials := control.deny with input as _scope(true, false) with data.params.integrity.scope_sufficient.paths as ["/etc"]
	denials == {{"item": "/etc/passwd", "expected": "watched by its digest", "actual": "not watched"}}
}

test_fail_file_without_a_digest if {
	files := [{"path": "/etc/passwd", "covered": true, "hashed": false}]
	denials := control.deny with input as {"integrity": {"directories": [], "files": files}} with data.params.integrity.scope_sufficient.paths as []
	denials == {{"item": "/etc/passwd", "expected": "watched by its digest", "actual": "watched without a digest"}}
}

test_pass_all if {
	denials := control.deny with input as _scope(true, true) with data.params.integrity.scope_sufficient.paths as ["/etc"]
	denials == set()
}

_scope(directory, file) := {"integrity": {
	"directories": [{"path": "/etc", "covered": true, "hashed": directory}],
	"files": [{"path": "/etc/passwd", "covered": file, "hashed": file}],
}}
