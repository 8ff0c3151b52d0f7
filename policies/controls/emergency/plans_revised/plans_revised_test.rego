package controls.emergency.plans_revised_test

import data.controls.emergency.plans_revised as control

test_pass_revised_the_same_day if _denials(_plan("2026-10-01"), _drill("passed", 1)) == set()

test_fail_revised_before if _denials(_plan("2026-09-30"), _drill("passed", 1)) == _fails("2026-09-30")

test_fail_never_revised if _denials(_plan(null), _drill("failed", 0)) == _fails(null)

test_fail_revision_only_planned if _denials(_plan("2026-12-01"), _drill("failed", 0)) == _fails("2026-12-01")

test_pass_nothing_found if _denials(_plan(null), _drill("passed", 0)) == set()

test_pass_still_time if {
	drill := object.union(_drill("failed", 3), {"held": "2026-10-24"})
	_denials(_plan(null), drill) == set()
}

test_fail_not_revised_after_an_incident if _after_incident("2026-09-30", true) == _fails("2026-09-30")

test_pass_revised_after_an_incident if _after_incident("2026-10-01", true) == set()

test_pass_the_plan_held if _after_incident(null, false) == set()

_after_incident(revised, plan_failed) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"emergency_plan": [_plan(revised)],
			"drill": [],
			"incident": [{"plan": "PLAN-1", "plan_failed": plan_failed, "found": "2026-10-01"}],
		},
	}
		with data.params.emergency.plans_revised.days as 30
}

test_fail_no_plan if {
	denials := control.deny with input as _input([], [])
		with data.params.emergency.plans_revised.days as 30
	denials == {{"item": "emergency_plan", "expected": ">= 1", "actual": 0}}
}

_denials(plan, drill) := found if {
	found := control.deny with input as _input([plan], [drill])
		with data.params.emergency.plans_revised.days as 30
}

_input(plans, drills) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"emergency_plan": plans, "drill": drills, "incident": []},
}

_fails(actual) := {{"item": "PLAN-1", "expected": ">= 2026-10-01", "actual": actual}}

_plan(revised) := {"id": "PLAN-1", "issued": "2024-01-01", "withdrawn": null, "revised": revised}

_drill(outcome, weaknesses) := {
	"plan": "PLAN-1",
	"held": "2026-10-01",
	"outcome": outcome,
	"weaknesses": weaknesses,
}
