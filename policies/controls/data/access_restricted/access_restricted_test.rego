package controls.data.access_restricted_test

import data.controls.data.access_restricted as control

test_pass_on_the_last_day if _denials([_asset({})]) == set()

test_fail_the_day_after if {
	_denials([_asset({"access_review": _review(["POST-1"], "2026-05-26")})]) == _fails("access_review", "<= 180", 181)
}

test_fail_never_reviewed if _denials([_asset({"access_review": null})]) == _fails("access_review", "<= 180", null)

test_fail_another_found if {
	_denials([_asset({"access_review": _review(["POST-3", "POST-1"], "2026-11-10")})]) == _fails(
		"access_review.found", ["POST-1", "POST-2"],
		["POST-1", "POST-3"],
	)
}

test_fail_open_to_nobody_set if {
	denials := _denials([_asset({"access": []})])
	denials == _fails("access", ">= 1", 0) | _fails("access_review.found", [], ["POST-1"])
}

test_fail_personal_information_without_basis if {
	_denials([_asset({"personal": {"basis": null}})]) == _fails("personal.basis", "stated", null)
}

test_pass_personal_information_with_basis if _denials([_asset({"personal": {"basis": "consent"}})]) == set()

test_fail_nothing_recorded if {
	_denials([]) == {{"item": "data_asset", "expected": ">= 1", "actual": 0}}
	_denials([_asset({"retired": "2026-11-22"})]) == {{"item": "data_asset", "expected": ">= 1", "actual": 0}}
}

_denials(assets) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"data_asset": assets}}
		with data.params.data.access_restricted.days as 180
}

_fails(item, expected, actual) := {{"item": sprintf("DATA-1.%s", [item]), "expected": expected, "actual": actual}}

_asset(fields) := object.union(
	{
		"id": "DATA-1",
		"access": ["POST-2", "POST-1"],
		"access_review": _review(["POST-1"], "2026-05-27"),
		"personal": null,
		"opened": "2024-01-01",
		"retired": null,
	},
	fields,
)

_review(found, checked) := {"found": found, "checked": checked}
