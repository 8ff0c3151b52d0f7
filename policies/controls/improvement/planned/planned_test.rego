package controls.improvement.planned_test

import data.controls.improvement.planned as control

test_pass_approved_on_the_last_day if _denials([_improvement({})]) == set()

test_fail_none_recorded if {
	_denials([]) == {{"item": "improvement", "expected": ">= 1", "actual": 0}}
}

test_fail_approved_the_day_after if {
	_denials([_improvement({"approved": "2026-10-16"})]) == {{"item": "I-1.approved", "expected": "<= 2026-10-15", "actual": "2026-10-16"}}
}

test_pass_there_is_still_time if _denials([_improvement(object.union(_bare, {"opened": "2026-11-09"}))]) == set()

test_fail_there_is_no_more_time if {
	_denials([_improvement(object.union(_bare, {"opened": "2026-11-08"}))]) == {
		{"item": "I-1.approved", "expected": "<= 2026-11-22", "actual": null},
		{"item": "I-1.plan", "expected": ">= 1", "actual": 0},
		{"item": "I-1.milestones", "expected": ">= 1", "actual": 0},
	}
}

test_fail_approval_only_to_come if {
	_denials([_improvement({"approved": "2026-11-24"})]) == {{"item": "I-1.approved", "expected": "<= 2026-10-15", "actual": "2026-11-24"}}
}

test_pass_due_on_the_last_day if _denials([_improvement({"milestones": [{"due": "2027-10-02"}]})]) == set()

test_fail_due_the_day_after if {
	late := [{"due": "2026-11-01"}, {"due": "2027-10-03"}]
	_denials([_improvement({"milestones": late})]) == {{"item": "I-1.milestones.2", "expected": "<= 366", "actual": 367}}
}

_denials(improvements) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"improvement": improvements}}
		with data.params.improvement.planned as {"days": 14, "longest_days": 366}
}

_improvement(fields) := object.union(
	{"id": "I-1", "opened": "2026-10-01", "approved": "2026-10-15", "plan": {"en": "a", "zh": "一"}, "milestones": [{"due": "2026-11-01"}]},
	fields,
)

_bare := {"approved": null, "plan": null, "milestones": []}
