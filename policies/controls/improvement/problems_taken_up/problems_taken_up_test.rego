package controls.improvement.problems_taken_up_test

import data.controls.improvement.problems_taken_up as control

test_pass_taken_up_on_the_last_day if _denials([_drill({})], [_improvement({})]) == set()

test_fail_taken_up_the_day_after if _denials([_drill({})], [_improvement({"opened": "2026-10-16"})]) == _fails

test_fail_failed_without_a_weakness if {
	_denials([_drill({"outcome": "failed", "weaknesses": 0})], [_other]) == _fails
}

test_fail_taken_up_from_another_drill if {
	_denials([_drill({})], [_improvement({"source": {"kind": "drill", "reference": "D-2"}})]) == _fails
}

test_fail_taken_up_from_elsewhere if {
	_denials([_drill({})], [_improvement({"source": {"kind": "incident", "reference": "D-1"}})]) == _fails
}

test_pass_nothing_was_weak if _denials([_drill({"weaknesses": 0})], [_other]) == set()

test_pass_there_is_still_time if _denials([_drill({"held": "2026-11-09"})], [_other]) == set()

test_fail_there_is_no_more_time if _denials([_drill({"held": "2026-11-08"})], [_other]) == _fails

test_fail_on_the_last_day_of_the_period if _denials([_drill({"held": "2025-11-22"})], [_other]) == _fails

test_pass_drills_before_are_history if _denials([_drill({"held": "2025-11-21"})], [_other]) == set()

test_fail_no_improvement if _denials([], []) == _nothing

test_pass_opened_on_the_first_day if _denials([], [_improvement({"opened": "2025-11-22"})]) == set()

test_fail_opened_before if _denials([], [_improvement({"opened": "2025-11-21"})]) == _nothing

test_fail_only_to_come if _denials([], [_improvement({"opened": "2026-11-24"})]) == _nothing

_denials(drills, improvements) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"drill": drills, "improvement": improvements}}
		with data.params.improvement.problems_taken_up as {"days": 14, "period_days": 366}
}

_fails := {{"item": "D-1", "expected": ">= 1", "actual": 0}}

_nothing := {{"item": "improvement", "expected": ">= 1", "actual": 0}}

_drill(fields) := object.union({"id": "D-1", "held": "2026-10-01", "outcome": "passed", "weaknesses": 1}, fields)

_improvement(fields) := object.union({"source": {"kind": "drill", "reference": "D-1"}, "opened": "2026-10-15"}, fields)

_other := _improvement({"source": {"kind": "complaint", "reference": "C-1"}})
