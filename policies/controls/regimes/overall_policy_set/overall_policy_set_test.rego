package controls.regimes.overall_policy_set_test

import data.controls.regimes.overall_policy_set as control

test_pass if _denials(_with({})) == set()

test_pass_reviewed_on_the_last_day if _denials(_with({"reviewed": "2025-11-23"})) == set()

test_fail_review_overdue if _denials(_with({"reviewed": "2025-11-22"})) == {{
	"item": "REG-0",
	"expected": ">= 2025-11-23",
	"actual": "2025-11-22",
}}

test_fail_review_only_planned if _denials(_with({"reviewed": "2026-11-24"})) == {{
	"item": "REG-0",
	"expected": ">= 2025-11-23",
	"actual": "2023-01-01",
}}

test_pass_new_and_not_yet_reviewed if _denials(_with({"issued": "2026-01-01", "reviewed": null})) == set()

test_fail_part_not_stated if _denials(_with({"states": ["aims"]})) == {{
	"item": "REG-0.scope",
	"expected": "stated",
	"actual": null,
}}

test_fail_not_approved if _denials(_with({"approved_by": null})) == {{
	"item": "REG-0.approved_by",
	"expected": "post",
	"actual": null,
}}

test_fail_a_draft if _denials(_with({"issued": null})) == _none

test_fail_withdrawn if _denials(_with({"withdrawn": "2026-11-23"})) == _none

test_pass_withdrawn_tomorrow if _denials(_with({"withdrawn": "2026-11-24"})) == set()

test_fail_another_topic if _denials(_with({"topic": "security"})) == _none

test_fail_nothing_recorded if _denials({"regime": []}) == _none

_none := {{"item": "policy", "expected": ">= 1", "actual": 0}}

_with(changes) := {"regime": [object.union(_good.regime[0], changes)]}

_good := {"regime": [{
	"id": "REG-0",
	"topic": "policy",
	"states": ["aims", "scope"],
	"approved_by": "POST-1",
	"issued": "2023-01-01",
	"reviewed": "2026-01-01",
	"withdrawn": null,
}]}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.regimes.overall_policy_set as {"days": 365, "states": ["aims", "scope"]}
}
