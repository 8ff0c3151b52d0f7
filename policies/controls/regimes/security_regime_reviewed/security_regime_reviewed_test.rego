package controls.regimes.security_regime_reviewed_test

import data.controls.regimes.security_regime_reviewed as control

test_pass_reviewed if _denials([_regime({"reviewed": "2025-11-23"})]) == set()

test_fail_review_overdue if {
	_denials([_regime({"reviewed": "2025-11-22"})]) == {{"item": "REG-1", "expected": "<= 365", "actual": 366}}
}

test_pass_new_and_not_yet_reviewed if _denials([_regime({"issued": "2026-02-01"})]) == set()

test_fail_review_only_planned if {
	_denials([_regime({"issued": "2025-01-01", "reviewed": "2026-12-01"})]) == {{
		"item": "REG-1",
		"expected": "<= 365",
		"actual": 691,
	}}
}

test_fail_not_approved if {
	_denials([_regime({"reviewed": "2026-01-01", "approved_by": null})]) == {{
		"item": "REG-1.approved_by",
		"expected": "post",
		"actual": null,
	}}
}

test_fail_withdrawn if _denials([_regime({"withdrawn": "2026-01-01"})]) == _none

test_fail_nothing_recorded if _denials([]) == _none

_none := {{"item": "security", "expected": ">= 1", "actual": 0}}

_denials(regimes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"regime": regimes}}
		with data.params.regimes.security_regime_reviewed.days as 365
}

_regime(changes) := object.union(
	{
		"id": "REG-1",
		"topic": "security",
		"approved_by": "POST-1",
		"issued": "2023-01-01",
		"reviewed": null,
		"withdrawn": null,
	},
	changes,
)
