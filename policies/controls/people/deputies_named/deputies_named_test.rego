package controls.people.deputies_named_test

import data.controls.people.deputies_named as control

test_pass_both_named if _denials([_post("P-1", "P-2")]) == set()

test_fail_deputy_missing if {
	_denials([_post("P-1", null)]) == {{"item": "POST-1.deputy", "expected": "active", "actual": null}}
}

test_fail_deputy_has_left if {
	_denials([_post("P-1", "P-3")]) == {{"item": "POST-1.deputy", "expected": "active", "actual": "P-3 inactive"}}
}

test_fail_deputy_is_the_holder if {
	_denials([_post("P-1", "P-1")]) == {{"item": "POST-1.deputy", "expected": "!= primary", "actual": "P-1"}}
}

test_fail_no_key_post if {
	_denials([]) == {{"item": "key_post", "expected": ">= 1", "actual": 0}}
}

test_pass_other_posts_need_none if {
	_denials([_post("P-1", "P-2"), {"id": "POST-2", "key": false, "primary": null, "deputy": null}]) == set()
}

_denials(posts) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"post": posts, "person": [
			{"id": "P-1", "joined": "2024-01-01", "left": null},
			{"id": "P-2", "joined": "2024-01-01", "left": null},
			{"id": "P-3", "joined": "2024-01-01", "left": "2026-06-30"},
		]},
	}
}

_post(primary, deputy) := {"id": "POST-1", "key": true, "primary": primary, "deputy": deputy}
