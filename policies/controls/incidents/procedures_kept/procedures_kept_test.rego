package controls.incidents.procedures_kept_test

import data.controls.incidents.procedures_kept as control

test_pass_none_noticed if _denials(_all, []) == set()

test_pass_each_by_its_own if {
	_denials(_all, [
		_incident({}),
		_incident({"category": "outage", "procedure": "PRC-2"}),
		_incident({"category": "leak", "procedure": "PRC-3"}),
	]) == set()
}

test_fail_no_procedure_for_leaks if {
	_denials([_all[0], _all[1]], []) == {_fails("incident_leak", ">= 1", 0)}
}

test_fail_procedure_withdrawn if {
	_denials([_all[0], _all[1], object.union(_all[2], {"withdrawn": "2026-01-01"})], []) == {_fails(
		"incident_leak",
		">= 1",
		0,
	)}
}

test_fail_recovery_left_out if {
	_denials([_procedure({"covers": []}), _all[1], _all[2]], []) == {_fails("PRC-1.covers", ["recovery"], [])}
}

test_fail_not_compared if {
	_denials([_procedure({"reviewed": "2025-11-22"}), _all[1], _all[2]], []) == {_fails(
		"PRC-1.reviewed",
		">= 2025-11-23",
		"2025-11-22",
	)}
}

test_fail_outage_by_the_common_one if {
	_denials(_all, [_incident({"category": "outage"})]) == {_fails("INC-1.procedure", "incident_outage", "PRC-1")}
}

test_fail_by_none if {
	_denials(_all, [_incident({"procedure": null, "handled_by": null})]) == {
		_fails("INC-1.procedure", "incident", null),
		_fails("INC-1.handled_by", "post", null),
	}
}

test_pass_long_ago if _denials(_all, [_incident({"found": "2025-11-22", "procedure": null})]) == set()

test_fail_nothing_recorded if {
	_denials([], []) == {_fails(topic, ">= 1", 0) | some topic in ["incident", "incident_outage", "incident_leak"]}
}

_denials(procedures, incidents) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"procedure": procedures, "incident": incidents},
	}
		with data.params.incidents.procedures_kept as {"days": 365, "look_back": 365, "points": ["recovery"]}
}

_all := [
	_procedure({}),
	_procedure({"id": "PRC-2", "topic": "incident_outage"}),
	_procedure({"id": "PRC-3", "topic": "incident_leak"}),
]

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_procedure(changes) := object.union(
	{
		"id": "PRC-1",
		"topic": "incident",
		"covers": ["recovery"],
		"owner": "POST-1",
		"assets": ["AST-1"],
		"plans": ["PLAN-1"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": "2025-11-23",
		"withdrawn": null,
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
