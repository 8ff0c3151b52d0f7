package controls.satisfaction.surveyed_regularly_test

import data.controls.satisfaction.surveyed_regularly as control

test_pass_on_the_last_day if _denials([_survey({})]) == set()

test_fail_the_day_after if {
	_denials([_survey({"ends": "2026-04-22"})]) == {{"item": "citizens", "expected": "<= 214", "actual": 215}}
}

test_fail_never_asked if {
	_denials([_survey({"group": "agencies"})]) == {{"item": "citizens", "expected": "<= 214", "actual": null}}
}

test_fail_not_compiled_yet if {
	_denials([_survey({"ends": "2026-11-01", "compiled": "2026-11-24"})]) == {{"item": "citizens", "expected": "<= 214", "actual": null}}
}

test_fail_compiled_late if {
	_denials([_survey({"compiled": "2026-05-24"})]) == {{"item": "S-1.compiled", "expected": "<= 30", "actual": 31}}
}

test_fail_compiled_by_no_full_time_staff if {
	_denials([_survey({"compiled_by": "P-2"})]) == {{"item": "S-1.compiled_by", "expected": "full_time", "actual": "P-2"}}
}

test_fail_compiled_by_nobody_known if {
	_denials([_survey({"compiled_by": "P-3"})]) == {{"item": "S-1.compiled_by", "expected": "full_time", "actual": "P-3"}}
}

test_fail_too_few_answers if {
	_denials([_survey({"answered": 29, "asked": 29})]) == {{"item": "S-1.answered", "expected": ">= 30", "actual": 29}}
}

test_fail_rate_too_low if {
	_denials([_survey({"asked": 101})]) == {{"item": "S-1.rate", "expected": ">= 30", "actual": 29}}
}

test_pass_old_surveys_are_history if {
	old := _survey({"id": "S-0", "ends": "2025-01-01", "compiled": "2025-12-31", "answered": 0, "compiled_by": "P-2"})
	_denials([old, _survey({})]) == set()
}

_denials(surveys) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"survey": surveys,
		"person": [{"id": "P-1", "employment": "full_time"}, {"id": "P-2", "employment": "part_time"}],
	}}
		with data.params.satisfaction.surveyed_regularly as {
			"groups": ["citizens"], "interval_days": 184, "compile_days": 30, "min_answers": 30, "min_rate": 30,
		}
}

_survey(fields) := object.union(
	{"id": "S-1", "group": "citizens", "ends": "2026-04-23", "compiled": "2026-05-23", "compiled_by": "P-1", "asked": 100, "answered": 30},
	fields,
)
