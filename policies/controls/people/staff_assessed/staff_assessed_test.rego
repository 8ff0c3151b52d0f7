package controls.people.staff_assessed_test

import data.controls.people.staff_assessed as control

test_pass if _denials({}) == set()

test_pass_on_the_last_day if _denials(_conduct({"held": "2025-11-23"})) == set()

test_fail_too_long_ago if _denials(_conduct({"held": "2025-11-22"})) == _unassessed(["2025-11-22", "passed"])

test_fail_only_planned if _denials(_conduct({"held": "2026-11-24"})) == _unassessed(null)

test_fail_never if _denials({"assessment": [_good.assessment[1]]}) == _unassessed(null)

test_fail_failed if _denials(_conduct({"result": "failed"})) == _unassessed(["2026-06-01", "failed"])

test_pass_passed_later if {
	failed := object.union(_good.assessment[0], {"held": "2026-05-01", "result": "failed"})
	_denials({"assessment": array.concat(_good.assessment, [failed])}) == set()
}

test_fail_failed_later if {
	failed := object.union(_good.assessment[0], {"held": "2026-07-01", "result": "failed"})
	_denials({"assessment": array.concat(_good.assessment, [failed])}) == _unassessed(["2026-07-01", "failed"])
}

test_fail_skills_of_another_post if {
	_denials({"assessment": [_good.assessment[0], object.union(_good.assessment[1], {"post": "POST-2"})]}) == {{
		"item": "P-1.skills.POST-1",
		"expected": ["passed", ">= 2025-11-23"],
		"actual": null,
	}}
}

test_pass_newcomer if _denials(object.union(_person({"joined": "2026-08-25"}), {"assessment": []})) == set()

test_fail_newcomer_no_more if count(_denials(object.union(_person({"joined": "2026-08-24"}), {"assessment": []}))) == 2

test_pass_without_access if _denials(object.union(_person({"access": false}), {"assessment": []})) == set()

test_pass_somebody_who_left if _denials(object.union(_person({"left": "2026-11-22"}), {"assessment": []})) == set()

test_fail_nothing_recorded if _denials({"person": [], "post": [], "assessment": []}) == {{
	"item": "person",
	"expected": ">= 1",
	"actual": 0,
}}

_unassessed(actual) := {{"item": "P-1.conduct", "expected": ["passed", ">= 2025-11-23"], "actual": actual}}

_conduct(changes) := {"assessment": [object.union(_good.assessment[0], changes), _good.assessment[1]]}

_person(changes) := {"person": [object.union(_good.person[0], changes)]}

_good := {
	"assessment": [
		{"person": "P-1", "topic": "conduct", "post": null, "held": "2026-06-01", "result": "passed"},
		{"person": "P-1", "topic": "skills", "post": "POST-1", "held": "2026-06-01", "result": "passed"},
	],
	"person": [{"id": "P-1", "access": true, "joined": "2023-01-01", "left": null}],
	"post": [{"id": "POST-1", "primary": "P-1"}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.staff_assessed as {"days": 365, "newcomer_days": 90, "topics": ["conduct"]}
}
