package controls.assets.wiped_before_reuse_test

import data.controls.assets.wiped_before_reuse as control

test_pass_wiped if _denials([_handover({})], "2026-06-30", null) == set()

test_fail_only_encrypted if {
	_denials([_handover({"data": "encrypted"})], "2026-06-30", null) == {_fails("HND-1.data", "wiped", "encrypted")}
}

test_fail_not_verified if {
	_denials([_handover({"verified_by": null})], "2026-06-30", null) == {_fails("HND-1.verified_by", "!= carrier", null)}
}

test_fail_verified_by_the_carrier if {
	_denials([_handover({"verified_by": "P-1"})], "2026-06-30", null) == {_fails(
		"HND-1.verified_by",
		"!= carrier",
		"P-1",
	)}
}

test_fail_device_gone_without_a_record if {
	_denials([], "2026-06-30", null) == {_fails("AST-1.disposed", "recorded as wiped", "2026-06-30")}
}

test_fail_medium_gone_without_a_record if {
	_denials([_handover({})], "2026-06-30", "2026-07-01") == {_fails("MED-1.disposed", "recorded as wiped", "2026-07-01")}
}

test_pass_medium_destroyed if {
	_denials([_handover({"asset": null, "media": "MED-1", "data": "destroyed"})], null, "2026-07-01") == set()
}

test_fail_repaired_is_not_wiped if {
	_denials([_handover({"purpose": "repair"})], "2026-06-30", null) == {_fails(
		"AST-1.disposed",
		"recorded as wiped",
		"2026-06-30",
	)}
}

test_not_applicable_nothing_gone if {
	reason := control.not_applicable with input as _input([], null, null)
		with data.params.assets.wiped_before_reuse as _params
	reason.zh != ""
}

test_fail_nothing_recorded if {
	denials := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"asset": [], "media": [], "handover": []},
	}
		with data.params.assets.wiped_before_reuse as _params
	denials == {_fails("asset", ">= 1", 0)}
}

_params := {"look_back": 365, "storing": ["storage"]}

_denials(handovers, device_gone, medium_gone) := found if {
	found := control.deny with input as _input(handovers, device_gone, medium_gone)
		with data.params.assets.wiped_before_reuse as _params
}

_input(handovers, device_gone, medium_gone) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {
		"handover": handovers,
		"asset": [
			{"id": "AST-1", "category": "storage", "disposed": device_gone},
			{"id": "AST-2", "category": "line", "disposed": "2026-01-01"},
		],
		"media": [{"id": "MED-1", "disposed": medium_gone}],
	},
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_handover(changes) := object.union(
	{
		"id": "HND-1",
		"asset": "AST-1",
		"media": null,
		"purpose": "scrapping",
		"day": "2026-06-30",
		"carrier": "P-1",
		"data": "wiped",
		"verified_by": "P-2",
	},
	changes,
)
