package controls.people.recruits_screened_test

import data.controls.people.recruits_screened as control

test_pass_on_the_first_day if _denials({}) == set()

test_fail_screened_late if _denials(_person({"screening": _screening("2026-01-06")})) == _late("2026-01-06")

test_fail_never_screened if _denials(_person({"screening": null})) == _late(null) | {
	{"item": "P-1.identity", "expected": "covered", "actual": null},
	{"item": "P-1.skills", "expected": "covered", "actual": null},
}

test_fail_skills_left_out if {
	_denials(_person({"screening": {"done": "2026-01-05", "covered": ["identity"]}})) == {{
		"item": "P-1.skills",
		"expected": "covered",
		"actual": null,
	}}
}

test_pass_without_access if _denials(_person({"screening": null, "access": false})) == set()

test_pass_of_a_supplier if _denials(_person({"screening": null, "employment": "outsourced"})) == set()

test_pass_not_yet_there if _denials({"person": [
	_good.person[0],
	object.union(_good.person[0], {"id": "P-2", "screening": null, "joined": "2026-11-24"}),
]}) == set()

test_fail_nobody_recruits if _denials({"post": [{"primary": "P-1", "appointed_for": ["regimes"]}]}) == _nobody

test_fail_nothing_recorded if _denials({"person": [], "post": []}) == _nobody

_nobody := {{"item": "recruitment", "expected": "post", "actual": null}}

_late(day) := {{"item": "P-1", "expected": "<= 2026-01-05", "actual": day}}

_screening(day) := {"done": day, "covered": ["identity", "skills"]}

_person(changes) := {"person": [object.union(_good.person[0], changes)]}

_good := {
	"person": [{
		"id": "P-1",
		"employment": "full_time",
		"access": true,
		"joined": "2026-01-05",
		"left": null,
		"screening": _screening("2026-01-05"),
	}],
	"post": [{"primary": "P-1", "appointed_for": ["recruitment"]}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.recruits_screened as {"covered": ["identity", "skills"]}
}
