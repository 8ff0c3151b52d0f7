package controls.applications.design_reviewed_test

import data.controls.applications.design_reviewed as control

test_pass_on_the_last_day if _denials(_check({"checked": "2025-11-23"})) == set()

test_fail_the_day_after if _denials(_check({"checked": "2025-11-22"})) == _fails("", "<= 365", 366)

test_fail_never if _denials(null) == _fails("", "<= 365", null)

test_fail_only_in_part if {
	_denials(_check({"scope": ["functions"]})) == _fails(".scope", ["data_handling", "functions"], ["functions"])
}

test_fail_not_mended if _denials(_check({"open": 1})) == _fails(".open", 0, 1)

test_fail_no_system if {
	found := control.deny with input as {"as_of": _today, "records": {"system": []}}
		with data.params.applications.design_reviewed as _params
	found == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

test_pass_retired_system_is_not_judged if {
	retired := {"id": "SYS-2", "design_review": null, "opened": "2024-01-01", "retired": "2026-11-22"}
	found := control.deny with input as {"as_of": _today, "records": {"system": [_system(_check({})), retired]}}
		with data.params.applications.design_reviewed as _params
	found == set()
}

_denials(check) := found if {
	found := control.deny with input as {"as_of": _today, "records": {"system": [_system(check)]}}
		with data.params.applications.design_reviewed as _params
}

_params := {"days": 365, "scope": ["data_handling", "functions"]}

_fails(part, expected, actual) := {{"item": sprintf("SYS-1.design_review%s", [part]), "expected": expected, "actual": actual}}

_system(check) := {"id": "SYS-1", "design_review": check, "opened": "2024-01-01", "retired": null}

_check(fields) := object.union({"scope": ["data_handling", "functions"], "open": 0, "checked": "2026-07-08"}, fields)

_today := "2026-11-23T00:00:00Z"
