package controls.assets.taken_out_safely_test

import data.controls.assets.taken_out_safely as control

test_pass_on_the_last_day if _denials([_handover({})]) == set()

test_fail_not_approved if {
	_denials([_handover({"approved": null})]) == {_fails("HND-1.approved", "<= 2025-11-23", null)}
}

test_fail_readable if {
	_denials([_handover({"data": "readable"})]) == {_fails("HND-1.data", "not readable", "readable")}
}

test_not_applicable_long_ago if _reason([_handover({"day": "2025-11-22"})], [{"id": "AST-1"}]) != ""

test_not_applicable_scrapped if _reason([_handover({"purpose": "scrapping"})], [{"id": "AST-1"}]) != ""

test_not_applicable_medium if _reason([_handover({"asset": null})], [{"id": "AST-1"}]) != ""

test_fail_nothing_recorded if {
	denials := control.deny with input as _input([], []) with data.params.assets.taken_out_safely.look_back as 365
	denials == {_fails("asset", ">= 1", 0)}
}

_denials(handovers) := found if {
	found := control.deny with input as _input(handovers, [{"id": "AST-1"}])
		with data.params.assets.taken_out_safely.look_back as 365
}

_reason(handovers, assets) := found if {
	found := control.not_applicable.zh with input as _input(handovers, assets)
		with data.params.assets.taken_out_safely.look_back as 365
}

_input(handovers, assets) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"handover": handovers, "asset": assets},
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_handover(changes) := object.union(
	{
		"id": "HND-1",
		"asset": "AST-1",
		"purpose": "repair",
		"approved": "2025-11-23",
		"day": "2025-11-23",
		"data": "encrypted",
	},
	changes,
)
