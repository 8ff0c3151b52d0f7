package controls.regimes.duties_defined_test

import data.controls.regimes.duties_defined as control

test_pass_defined if _denials([_party([_duty], null)]) == set()

test_fail_without_duties if {
	_denials([_party([], null)]) == {{"item": "ORG-1", "expected": ">= 1", "actual": 0}}
}

test_fail_part_ended if _denials([_party([_duty], "2026-11-22")]) == _none

test_fail_nothing_recorded if _denials([]) == _none

_none := {{"item": "operator", "expected": ">= 1", "actual": 0}}

_denials(parties) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"party": parties}}
		with data.params.regimes.duties_defined.roles as ["operator"]
}

_party(duties, ended) := {"id": "ORG-1", "role": "operator", "duties": duties, "ended": ended}

_duty := {"en": "Runs the hub", "zh": "运行中枢"}
