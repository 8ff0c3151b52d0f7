package lib.operation_test

import data.lib.operation

_as_of := "2026-11-23T00:00:00Z"

test_recent_on_the_last_day if operation.recent("2026-11-13", _as_of, 10)

test_recent_today if operation.recent("2026-11-23", _as_of, 10)

test_not_recent_the_day_after if not operation.recent("2026-11-12", _as_of, 10)

test_not_recent_still_to_come if not operation.recent("2026-11-24", _as_of, 10)

test_not_recent_never if not operation.recent(null, _as_of, 10)

test_since if operation.since(_as_of, 10) == ">= 2026-11-13"

test_used_on_the_last_day if operation.used("2026-11-23", "2026-11-23", _as_of)

test_not_used_before if not operation.used("2026-11-24", null, _as_of)

test_not_used_after if not operation.used("2026-01-01", "2026-11-22", _as_of)

test_held if {
	posts := [{"id": "POST-1", "primary": "P-1"}, {"id": "POST-2", "primary": "P-2"}, {"id": "POST-3", "primary": null}]
	operation.held(posts, [_person("P-1", null), _person("P-2", "2026-11-22")], _as_of) == {"POST-1"}
}

test_approved_on_the_day if operation.approved_before({"approved": "2026-11-01"}, "2026-11-01")

test_not_approved_later if not operation.approved_before({"approved": "2026-11-02"}, "2026-11-01")

test_not_approved_ever if not operation.approved_before({"approved": null}, "2026-11-01")

test_denials if {
	operation.denials({[{"id": "X-1", "tag": "a"}, "tag", "label"], [{"id": "X-1"}, "other", 1]}) == {
		{"item": "X-1.tag", "expected": "label", "actual": "a"},
		{"item": "X-1.other", "expected": 1, "actual": null},
	}
}

test_procedures_in_force_on_the_topic if {
	operation.procedures(
		[_procedure({}), _procedure({"topic": "incident"}), _procedure({"issued": null})],
		"information",
		_as_of,
	) == [_procedure({})]
}

test_no_fault_on_the_last_day if _faults({"reviewed": "2025-11-23"}) == set()

test_no_fault_just_issued if _faults({"issued": "2025-11-23"}) == set()

test_faults if {
	_faults({"covers": ["use"], "approved_by": null, "reviewed": "2025-11-22"}) == {
		["covers", ["marking", "use"]],
		["approved_by", "post"],
		["reviewed", ">= 2025-11-23"],
	}
}

test_checks if {
	last := _check("2026-11-13", "2026-11-23")
	operation.checks(
		[last, _check("2026-11-12", "2026-11-12"), _check("2026-11-20", "2026-11-24")],
		"log_analysis",
		_as_of,
		10,
	) == [last]
}

test_followed if operation.unfollowed({"found": 2, "problems": ["PRB-1"], "incidents": ["INC-1"]}) == set()

test_not_followed if {
	check := {"found": 2, "problems": ["PRB-1"], "incidents": []}
	operation.unfollowed(check) == {[check, "found", "<= 1"]}
}

_person(id, left) := {"id": id, "joined": "2024-01-01", "left": left}

_check(ends, done) := {"topic": "log_analysis", "ends": ends, "done": done}

_faults(changes) := {[field, expected] |
	some [_, field, expected] in operation.procedure_faults(_procedure(changes), ["use", "marking"], _as_of, 365)
}

_procedure(changes) := object.union(
	{
		"topic": "information",
		"covers": ["marking", "use"],
		"approved_by": "POST-1",
		"issued": "2024-01-01",
		"reviewed": null,
		"withdrawn": null,
	},
	changes,
)
