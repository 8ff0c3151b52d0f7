package controls.operation.risks_treated_test

import data.controls.operation.risks_treated as control

test_pass_treated if _denials([_risk({})]) == set()

test_pass_still_time if _denials([_risk({"closed": null, "due": "2026-11-23"})]) == set()

test_fail_overdue if {
	_denials([_risk({"closed": null})]) == {_fails("closed", "<= 2026-10-31", null)}
}

test_pass_given_just_so_long if _denials([_risk({"due": "2026-12-01"})]) == set()

test_fail_given_too_long if _denials([_risk({"due": "2026-12-02"})]) == {_fails("due", "<= 30 days", "2026-12-02")}

test_fail_without_day if _denials([_risk({"due": null, "closed": null})]) == {_fails("due", "<= 30 days", null)}

test_pass_not_yet_decided if _denials([_risk({"identified": "2026-10-24", "treatment": null})]) == set()

test_fail_not_decided if {
	_denials([_risk({"identified": "2026-10-23", "treatment": null})]) == {_fails("treatment", "decided", null)}
}

test_pass_accepted_on_the_last_day if {
	_denials([_risk({"treatment": "accept", "rating": "low", "accepted": "2025-11-23"})]) == set()
}

test_fail_accepted_too_long_ago if {
	_denials([_risk({"treatment": "accept", "rating": "low", "accepted": "2025-11-22"})]) == {_fails(
		"accepted",
		">= 2025-11-23",
		"2025-11-22",
	)}
}

test_fail_great_risk_accepted if {
	_denials([_risk({"treatment": "accept", "accepted": "2026-01-01"})]) == {_fails("rating", ["low"], "high")}
}

test_fail_only_to_come if {
	_denials([_risk({"identified": "2026-11-24"})]) == {{"item": "risk", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if _denials([]) == {{"item": "risk", "expected": ">= 1", "actual": 0}}

_denials(risks) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"risk": risks}}
		with data.params.operation.risks_treated as {
			"decide_days": 30,
			"treat_days": 30,
			"accept_days": 365,
			"acceptable": ["low"],
		}
}

_fails(field, expected, actual) := {"item": sprintf("RSK-1.%s", [field]), "expected": expected, "actual": actual}

_risk(changes) := object.union(
	{
		"id": "RSK-1",
		"identified": "2026-11-01",
		"rating": "high",
		"treatment": "reduce",
		"due": "2026-10-31",
		"closed": "2026-11-02",
		"accepted": null,
	},
	changes,
)
