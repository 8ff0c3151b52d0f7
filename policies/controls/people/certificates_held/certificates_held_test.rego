package controls.people.certificates_held_test

import data.controls.people.certificates_held as control

test_pass_held if _denials([_post], [_certificate("2026-11-23")], [_certificate(null)]) == set()

test_fail_ran_out if {
	_denials([_post], [_certificate("2026-11-22")], [_certificate(null)]) == {{
		"item": "P-1.security_engineer",
		"expected": ">= 2026-11-23",
		"actual": "2026-11-22",
	}}
}

test_fail_deputy_has_none if {
	_denials([_post], [_certificate(null)], []) == {{
		"item": "P-2.security_engineer",
		"expected": ">= 2026-11-23",
		"actual": null,
	}}
}

test_fail_holder_has_no_record if {
	post := object.union(_post, {"primary": null, "deputy": "P-3"})
	_denials([post], [], []) == {{
		"item": "P-3.security_engineer",
		"expected": ">= 2026-11-23",
		"actual": null,
	}}
}

test_fail_no_post if {
	_denials([], [], []) == {{"item": "post", "expected": ">= 1", "actual": 0}}
}

_denials(posts, first, second) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"post": posts,
			"person": [{"id": "P-1", "certificates": first}, {"id": "P-2", "certificates": second}],
		},
	}
}

_post := {"id": "POST-1", "primary": "P-1", "deputy": "P-2", "requires": ["security_engineer"]}

_certificate(expires) := {"name": "security_engineer", "expires": expires}
