package controls.incidents.reported_in_time_test

import data.controls.incidents.reported_in_time as control

test_pass_reported if _denials([_return({})], [_incident({})]) == set()

test_pass_none_noticed if _denials([_return({"found": 0})], []) == set()

test_fail_return_too_old if {
	_denials([_return({"ends": "2026-05-22"})], [_incident({})]) == {_fails("return", ">= 2026-05-23", null)}
}

test_fail_return_does_not_agree if {
	_denials([_return({})], []) == {_fails("OCK-1.found", 0, 1)}
	_denials([_return({})], [_incident({}), _incident({"id": "INC-2"})]) == {_fails("OCK-1.found", 2, 1)}
}

test_pass_first_and_last_day_count if {
	_denials([_return({"found": 2})], [
		_incident({"found": "2026-05-01", "reported": "2026-05-01"}),
		_incident({"found": "2026-05-23", "reported": "2026-05-23"}),
	]) == set()
}

test_pass_other_days_do_not_count if {
	_denials([_return({"found": 0})], [
		_incident({"found": "2026-04-30", "reported": "2026-05-01"}),
		_incident({"found": "2026-05-24", "reported": "2026-05-24"}),
	]) == set()
}

test_fail_reported_late if {
	_denials([_return({})], [_incident({"reported": "2026-05-12"})]) == {_fails(
		"INC-1.reported",
		"2026-05-10 and 1 days",
		"2026-05-12",
	)}
}

test_fail_never_reported if {
	_denials([_return({})], [_incident({"reported": null})]) == {_fails("INC-1.reported", "2026-05-10 and 1 days", null)}
}

test_pass_found_yesterday if {
	_denials([_return({"found": 0})], [_incident({"found": "2026-11-22", "reported": null})]) == set()
}

test_fail_authorities_not_told if {
	_denials([_return({})], [_incident({"level": "large"})]) == {_fails(
		"INC-1.authority_told",
		"2026-05-10 and 1 days",
		null,
	)}
}

test_pass_authorities_told if {
	_denials([_return({})], [_incident({"level": "large", "authority_told": "2026-05-11"})]) == set()
}

test_fail_nothing_recorded if _denials([], []) == {_fails("return", ">= 2026-05-23", null)}

_denials(returns, incidents) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"operation_check": returns, "incident": incidents},
	}
		with data.params.incidents.reported_in_time as {
			"days": 184,
			"report_days": 1,
			"look_back": 365,
			"grave": ["large"],
		}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_return(changes) := object.union(
	{
		"id": "OCK-1",
		"topic": "incidents",
		"starts": "2026-05-01",
		"ends": "2026-05-23",
		"done": "2026-06-01",
		"by": "P-1",
		"sources": ["logs"],
		"found": 1,
		"problems": ["PRB-1"],
		"incidents": [],
	},
	changes,
)

_incident(changes) := object.union(
	{
		"id": "INC-1",
		"category": "suspicion",
		"level": "general",
		"found": "2026-05-10",
		"reported": "2026-05-11",
		"procedure": "PRC-1",
		"handled_by": "POST-1",
		"authority_told": null,
		"closed": "2026-05-20",
		"cause": {"en": "x", "zh": "某"},
		"evidence": "box-1",
		"log": "IR-1",
		"lessons": {"en": "x", "zh": "某"},
	},
	changes,
)
