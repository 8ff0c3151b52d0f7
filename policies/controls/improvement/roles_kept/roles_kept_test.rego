package controls.improvement.roles_kept_test

import data.controls.improvement.roles_kept as control

test_pass_roles_kept if _denials([_improvement({})]) == set()

test_fail_none_recorded if {
	_denials([]) == {{"item": "improvement", "expected": ">= 1", "actual": 0}}
}

test_fail_proposed_by_somebody_without_a_post if {
	_denials([_improvement({"proposed_by": "P-5"})]) == {{"item": "I-1.proposed_by", "expected": ["manager", "operator"], "actual": []}}
}

test_fail_approved_by_somebody_who_may_not if {
	_denials([_improvement({"approved_by": "P-3"})]) == {{"item": "I-1.approved_by", "expected": ["manager"], "actual": ["audit_admin"]}}
}

test_pass_approved_by_the_deputy if _denials([_improvement({"approved_by": "P-4"})]) == set()

test_fail_verified_by_somebody_who_may_not if {
	_denials([_improvement({"verified_by": "P-2"})]) == {{"item": "I-1.verified_by", "expected": ["audit_admin"], "actual": ["operator"]}}
}

test_fail_approved_by_who_proposed if {
	_denials([_improvement({"proposed_by": "P-1"})]) == {{"item": "I-1.approved_by", "expected": "!= P-1", "actual": "P-1"}}
}

test_pass_not_approved_or_verified_yet if {
	_denials([_improvement({"approved_by": null, "verified_by": null})]) == set()
}

test_pass_somebody_who_has_left_approved if _denials([_improvement({"approved_by": "P-6"})]) == set()

test_fail_owner_has_left if {
	_denials([_improvement({"owner": "P-6"})]) == {{"item": "I-1.owner", "expected": "active", "actual": "P-6"}}
}

test_fail_owner_nobody_knows if {
	_denials([_improvement({"owner": "P-9"})]) == {{"item": "I-1.owner", "expected": "active", "actual": "P-9"}}
}

test_pass_owner_of_what_is_closed if _denials([_improvement({"owner": "P-6", "closed": "2026-11-23"})]) == set()

test_fail_closed_on_the_last_day if {
	count(_denials([_improvement({"approved_by": "P-3", "closed": "2026-08-25"})])) == 1
}

test_pass_closed_before_that if {
	_denials([_improvement({"approved_by": "P-3", "closed": "2026-08-24"})]) == set()
}

_denials(improvements) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"improvement": improvements,
		"post": [
			{"role": "manager", "primary": "P-1", "deputy": "P-4"},
			{"role": "operator", "primary": "P-2", "deputy": null},
			{"role": "audit_admin", "primary": "P-3", "deputy": null},
		],
		"person": array.concat(
			[{"id": id, "joined": "2023-01-01", "left": null} | some id in ["P-1", "P-2", "P-3", "P-4", "P-5"]],
			[{"id": "P-6", "joined": "2023-01-01", "left": "2026-11-22"}],
		),
	}}
		with data.params.improvement.roles_kept as {
			"proposers": ["operator", "manager"], "approvers": ["manager"], "verifiers": ["audit_admin"], "days": 90,
		}
}

_improvement(fields) := object.union(
	{"id": "I-1", "proposed_by": "P-2", "owner": "P-5", "approved_by": "P-1", "verified_by": "P-3", "closed": null},
	fields,
)
