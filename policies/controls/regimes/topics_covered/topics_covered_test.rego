package controls.regimes.topics_covered_test

import data.controls.regimes.topics_covered as control

test_pass_in_force if _denials([_regime("change", "2024-01-01", null)]) == set()

test_fail_draft if _denials([_regime("change", null, null)]) == _none

test_fail_in_force_only_tomorrow if _denials([_regime("change", "2026-11-24", null)]) == _none

test_fail_withdrawn if _denials([_regime("change", "2024-01-01", "2026-11-23")]) == _none

test_fail_nothing_recorded if _denials([]) == _none

_none := {{"item": "change", "expected": ">= 1", "actual": 0}}

_denials(regimes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {"regime": regimes}}
		with data.params.regimes.topics_covered.topics as ["change"]
}

_regime(topic, issued, withdrawn) := {"topic": topic, "issued": issued, "withdrawn": withdrawn}
