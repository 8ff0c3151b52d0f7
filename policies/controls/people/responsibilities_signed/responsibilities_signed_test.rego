package controls.people.responsibilities_signed_test

import data.controls.people.responsibilities_signed as control

test_pass if _denials({}) == set()

test_pass_signed_on_the_last_day if _denials(_one({"signed": "2025-11-23"})) == set()

test_fail_signed_too_long_ago if _denials(_one({"signed": "2025-11-22"})) == _unsigned("2025-11-22")

test_fail_only_planned if _denials(_one({"signed": "2026-11-24"})) == _unsigned(null)

test_fail_withdrawn if _denials(_one({"withdrawn": "2026-11-23"})) == _unsigned(null)

test_pass_withdrawn_tomorrow if _denials(_one({"withdrawn": "2026-11-24"})) == set()

test_fail_somebody_else_s if _denials(_one({"person": "P-2"})) == _unsigned(null)

test_fail_the_post_is_left_out if _denials(_one({"posts": []})) == {_post}

test_fail_sanctions_not_told if _denials(_one({"sanctions": false})) == {{
	"item": "RSP-1.sanctions",
	"expected": true,
	"actual": false,
}}

test_pass_without_access_or_post if {
	_denials({"person": [object.union(_good.person[0], {"access": false})], "post": [], "responsibility": []}) == set()
}

test_pass_somebody_who_left if {
	_denials({"person": [object.union(_good.person[0], {"left": "2026-11-22"})], "post": [], "responsibility": []}) == set()
}

test_fail_on_the_last_day_of_work if count(_denials({
	"person": [object.union(_good.person[0], {"left": "2026-11-23"})],
	"post": [],
	"responsibility": [],
})) == 1

test_pass_a_vacant_post if _denials({"post": [{"id": "POST-2", "primary": null}]}) == set()

test_fail_nothing_recorded if _denials({"person": [], "post": [], "responsibility": []}) == {{
	"item": "person",
	"expected": ">= 1",
	"actual": 0,
}}

_unsigned(day) := {{"item": "P-1", "expected": ">= 2025-11-23", "actual": day}, _post}

_post := {"item": "POST-1.P-1", "expected": "signed", "actual": null}

_one(changes) := {"responsibility": [object.union(_good.responsibility[0], changes)]}

_good := {
	"person": [{"id": "P-1", "access": true, "joined": "2023-01-01", "left": null}],
	"post": [{"id": "POST-1", "primary": "P-1"}],
	"responsibility": [{
		"id": "RSP-1",
		"person": "P-1",
		"posts": ["POST-1"],
		"sanctions": true,
		"signed": "2026-06-01",
		"withdrawn": null,
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.responsibilities_signed as {"days": 365}
}
