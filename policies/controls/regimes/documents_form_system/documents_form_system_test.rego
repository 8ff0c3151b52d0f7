package controls.regimes.documents_form_system_test

import data.controls.regimes.documents_form_system as control

test_pass if _denials({}) == set()

test_fail_under_nothing if _denials(_procedure({"under": null})) == _unbased(null)

test_fail_under_what_is_not_there if _denials(_procedure({"under": "REG-9"})) == _unbased("REG-9")

test_fail_under_its_equal if _denials(_procedure({"under": "REG-4"})) == _unbased("REG-4")

test_fail_under_itself if _denials(_procedure({"under": "REG-3"})) == _unbased("REG-3")

test_pass_under_the_policy if _denials(_procedure({"under": "REG-1"})) == set()

test_fail_under_what_was_withdrawn if {
	_denials({"regime": [_policy, object.union(_rule, {"withdrawn": "2026-11-23"}), _norm, _last]}) == {
		{"item": "REG-3", "expected": "in force", "actual": "REG-2"},
		{"item": "rule", "expected": ">= 1", "actual": 0},
	}
}

test_pass_a_draft_under_nothing if _denials({"regime": array.concat(_good.regime, [_draft])}) == set()

test_fail_without_forms if _denials(_procedure({"forms": []})) == {{
	"item": "REG-3.forms",
	"expected": ">= 1",
	"actual": 0,
}}

test_fail_no_procedure if _denials({"regime": [_policy, _rule, _norm]}) == {{
	"item": "procedure",
	"expected": ">= 1",
	"actual": 0,
}}

test_fail_nobody_drafts if _denials({"post": [{"primary": "P-1", "appointed_for": []}]}) == _nobody

test_fail_the_drafter_left if {
	_denials({"person": [{"id": "P-1", "joined": "2023-01-01", "left": "2026-11-22"}]}) == _nobody
}

test_fail_nothing_recorded if count(_denials({"regime": [], "post": [], "person": []})) == 4

_nobody := {{"item": "drafting", "expected": "post", "actual": null}}

_unbased(under) := {{"item": "REG-3", "expected": "in force", "actual": under}}

_procedure(changes) := {"regime": [_policy, _rule, _norm, object.union(_last, changes)]}

_policy := _regime("REG-1", "policy", null)

_rule := _regime("REG-2", "change", "REG-1")

_norm := _regime("REG-4", "work_norm", "REG-1")

_last := _regime("REG-3", "procedure", "REG-2")

_draft := object.union(_regime("REG-5", "security", null), {"issued": null})

_regime(id, topic, under) := {
	"id": id,
	"topic": topic,
	"under": under,
	"forms": [{"en": "Form", "zh": "表单"}],
	"issued": "2023-01-01",
	"withdrawn": null,
}

_good := {
	"regime": [_policy, _rule, _norm, _last],
	"post": [{"primary": "P-1", "appointed_for": ["regimes"]}],
	"person": [{"id": "P-1", "joined": "2023-01-01", "left": null}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
}
