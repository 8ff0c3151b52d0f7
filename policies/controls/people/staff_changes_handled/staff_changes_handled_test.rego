package controls.people.staff_changes_handled_test

import data.controls.people.staff_changes_handled as control

test_pass if _denials({}) == set()

test_pass_withdrawn_the_day_after if _denials(_leaving({"withdrawn": "2026-09-01"})) == set()

test_fail_withdrawn_late if _denials(_leaving({"withdrawn": "2026-09-02"})) == _late("withdrawn", "2026-09-02")

test_fail_never_handed_over if _denials(_leaving({"handed_over": null})) == _late("handed_over", null)

test_fail_return_only_planned if _denials(_leaving({"returned": "2026-11-24"})) == _late("returned", "2026-11-24")

test_pass_still_in_time if {
	_denials({
		"person": [{"id": "P-1", "left": "2026-11-22"}],
		"staff_change": [object.union(_good.staff_change[0], {"effective": "2026-11-22", "returned": null})],
	}) == set()
}

test_fail_promised_afterwards if _denials(_leaving({"confidentiality": "2026-09-01"})) == _after("confidentiality", "2026-09-01")

test_fail_never_promised if _denials(_leaving({"confidentiality": null})) == _after("confidentiality", null)

test_fail_approved_afterwards if _denials(_leaving({"approved": "2026-09-01"})) == _after("approved", "2026-09-01")

test_fail_left_without_procedure if _denials({"staff_change": []}) == _unrecorded

test_fail_the_procedure_is_another_one_s if _denials(_leaving({"person": "P-2"})) == _unrecorded

test_fail_the_procedure_is_of_another_day if {
	_denials({"person": [{"id": "P-1", "left": "2026-09-15"}]}) == {{
		"item": "P-1.leaving",
		"expected": "2026-09-15",
		"actual": null,
	}}
}

test_pass_a_transfer_without_return_and_promise if _denials(_transfer({})) == set()

test_fail_a_transfer_granted_before_approval if _denials(_transfer({"granted": "2026-08-19"})) == {{
	"item": "CHS-1.granted",
	"expected": ">= approved",
	"actual": "2026-08-19",
}}

test_fail_a_transfer_keeps_the_old_access if _denials(_transfer({"withdrawn": null})) == _late("withdrawn", null)

test_not_applicable_where_nobody_moved if _reason({"person": [{"id": "P-1", "left": null}], "staff_change": []})

test_not_applicable_on_the_last_day_of_work if {
	_reason({"person": [{"id": "P-1", "left": "2026-11-23"}], "staff_change": []})
}

test_applicable_where_somebody_left if not _reason({"staff_change": []})

test_fail_nothing_recorded if _denials({"person": [], "staff_change": []}) == {{
	"item": "person",
	"expected": ">= 1",
	"actual": 0,
}}

test_applicable_with_nothing_recorded if not _reason({"person": [], "staff_change": []})

_reason(changes) if {
	control.not_applicable with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
}

_late(step, day) := {{"item": sprintf("CHS-1.%s", [step]), "expected": "<= 1 days", "actual": day}}

_after(step, day) := {{"item": sprintf("CHS-1.%s", [step]), "expected": "<= 2026-08-31", "actual": day}}

_unrecorded := {{"item": "P-1.leaving", "expected": "2026-08-31", "actual": null}}

_leaving(changes) := {"staff_change": [object.union(_good.staff_change[0], changes)]}

_transfer(changes) := {
	"person": [{"id": "P-1", "left": null}],
	"staff_change": [object.union(
		object.union(
			_good.staff_change[0],
			{"topic": "transfer", "granted": "2026-08-20", "returned": null, "confidentiality": null},
		),
		changes,
	)],
}

_good := {
	"person": [{"id": "P-1", "left": "2026-08-31"}],
	"staff_change": [{
		"id": "CHS-1",
		"person": "P-1",
		"topic": "leaving",
		"effective": "2026-08-31",
		"approved": "2026-08-20",
		"withdrawn": "2026-08-31",
		"granted": null,
		"returned": "2026-08-31",
		"handed_over": "2026-08-31",
		"confidentiality": "2026-08-31",
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.staff_changes_handled as {"days": 1}
}
