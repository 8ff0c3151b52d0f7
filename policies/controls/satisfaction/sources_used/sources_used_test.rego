package controls.satisfaction.sources_used_test

import data.controls.satisfaction.sources_used as control

test_pass_on_the_last_day if _denials({}) == set()

test_fail_evaluation_the_day_after if {
	_denials({"third_party_evaluation": [{"party": "O-1", "held": "2025-11-21"}]}) == {_denial("third_party_evaluation", 367)}
}

test_fail_survey_never_compiled if _denials({"survey": []}) == {_denial("survey", null)}

test_fail_complaints_only_to_come if {
	_denials({"complaint": [{"received": "2026-11-24"}]}) == {_denial("complaint", null)}
}

test_pass_the_newest_counts if {
	_denials({"complaint": [{"received": "2020-01-01"}, {"received": "2026-11-23"}]}) == set()
}

test_fail_evaluated_by_whoever_can_get_in if {
	_denials({"party": [{"id": "O-1", "role": "supplier", "access": true}]}) == {_denial("third_party_evaluation", null)}
}

test_fail_evaluated_by_the_operator if {
	_denials({"party": [{"id": "O-1", "role": "operator", "access": false}]}) == {_denial("third_party_evaluation", null)}
}

test_fail_evaluated_by_nobody_known if {
	_denials({"party": []}) == {_denial("third_party_evaluation", null)}
}

_denials(changes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": object.union(_records, changes)}
		with data.params.satisfaction.sources_used as {"days": 366}
}

_denial(item, actual) := {"item": item, "expected": "<= 366", "actual": actual}

_records := {
	"party": [{"id": "O-1", "role": "supplier", "access": false}],
	"third_party_evaluation": [{"party": "O-1", "held": "2025-11-22"}],
	"survey": [{"compiled": "2025-11-22"}],
	"complaint": [{"received": "2025-11-22"}],
}
