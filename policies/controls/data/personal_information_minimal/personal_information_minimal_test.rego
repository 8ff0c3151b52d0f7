package controls.data.personal_information_minimal_test

import data.controls.data.personal_information_minimal as control

test_pass_on_the_last_day if _denials(true, [_asset({})]) == set()

test_pass_none if _denials(false, [_asset({"personal": null})]) == set()

test_fail_the_day_after if {
	_denials(true, [_asset({"personal": _personal({"checked": "2025-11-22"})})]) == _fails("DATA-1.personal", "<= 365", 366)
}

test_fail_needless_item if {
	_denials(true, [_asset({"personal": _personal({"collected": ["phone", "birthday"]})})]) == _fails(
		"DATA-1.personal.collected", ["name", "phone"],
		["birthday", "phone"],
	)
}

test_fail_kept_too_long if {
	_denials(true, [_asset({"personal": _personal({"oldest_days": 731})})]) == _fails("DATA-1.personal.oldest_days", "<= 730", 731)
}

test_fail_no_end_of_keeping if {
	_denials(true, [_asset({"retention_days": null})]) == _fails("DATA-1.retention_days", ">= 1", null)
}

test_fail_system_says_otherwise if {
	_denials(false, [_asset({})]) == _fails("SYS-1.personal_data", true, false)
	_denials(true, [_asset({"personal": null})]) == _fails("SYS-1.personal_data", false, true)
}

test_fail_not_settled if {
	_denials(null, [_asset({})]) == _fails("SYS-1.personal_data", true, null)
	_denials(null, [_asset({"personal": null})]) == _fails("SYS-1.personal_data", false, null)
}

test_fail_nothing_recorded if {
	found := control.deny with input as {"as_of": _today, "records": {"system": [], "data_asset": []}}
		with data.params.data.personal_information_minimal.days as 365
	found == _fails("data_asset", ">= 1", 0) | _fails("system", ">= 1", 0)
}

_denials(said, assets) := found if {
	found := control.deny with input as {
		"as_of": _today,
		"records": {
			"system": [{"id": "SYS-1", "personal_data": said, "opened": "2024-01-01", "retired": null}],
			"data_asset": assets,
		},
	}
		with data.params.data.personal_information_minimal.days as 365
}

_fails(item, expected, actual) := {{"item": item, "expected": expected, "actual": actual}}

_asset(fields) := object.union(
	{
		"id": "DATA-1",
		"system": "SYS-1",
		"retention_days": 730,
		"personal": _personal({}),
		"opened": "2024-01-01",
		"retired": null,
	},
	fields,
)

_personal(fields) := object.union(
	{"needed": ["phone", "name"], "collected": ["name"], "oldest_days": 730, "checked": "2025-11-23"},
	fields,
)

_today := "2026-11-23T00:00:00Z"
