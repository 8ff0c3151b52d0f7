package controls.incidents.lessons_drawn_test

import data.controls.incidents.lessons_drawn as control

test_pass_closed if _denials([_incident({})], []) == set()

test_pass_still_time if _denials([_incident({"found": "2026-10-24", "closed": null, "cause": null})], []) == set()

test_fail_open_for_too_long if {
	_denials([_incident({"found": "2026-10-23", "closed": null})], []) == {_fails(
		"INC-1.closed",
		"2026-10-23 and 30 days",
		null,
	)}
}

test_fail_open_for_years if {
	_denials([_incident({"found": "2024-01-01", "closed": null})], []) == {_fails(
		"INC-1.closed",
		"2024-01-01 and 30 days",
		null,
	)}
}

test_fail_closed_without_words if {
	_denials([_incident({"cause": null, "evidence": null, "lessons": null, "log": null})], []) == {
		_fails("INC-1.cause", "said", null),
		_fails("INC-1.evidence", "said", null),
		_fails("INC-1.lessons", "said", null),
		_fails("INC-1.log", "said", null),
	}
}

test_not_applicable_none_noticed if {
	reason := control.not_applicable with input as _input([], [_return({})])
		with data.params.incidents.lessons_drawn as _params
	reason.zh != ""
}

test_not_applicable_only_old_ones if {
	old := _incident({"found": "2025-01-01", "closed": "2025-01-02", "cause": null})
	reason := control.not_applicable with input as _input([old], [_return({})])
		with data.params.incidents.lessons_drawn as _params
	reason.zh != ""
}

test_fail_only_old_ones_and_no_return if {
	_denials([_incident({"found": "2025-01-01", "closed": "2025-01-02"})], []) == {_fails("return", ">= 1", 0)}
}

test_fail_nothing_recorded if _denials([], []) == {_fails("return", ">= 1", 0)}

_params := {"days": 30, "look_back": 365}

_denials(incidents, returns) := found if {
	found := control.deny with input as _input(incidents, returns) with data.params.incidents.lessons_drawn as _params
}

_input(incidents, returns) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"operation_check": returns, "incident": incidents},
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
