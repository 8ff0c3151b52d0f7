package controls.operation.outsourcing_agreed_test

import data.controls.operation.outsourcing_agreed as control

test_pass_on_the_last_day if _denials([_contract({})]) == set()

test_fail_without_contract if _denials([]) == {_fails("ORG-1", "contract in force", null)}

test_fail_contract_over if {
	_denials([_contract({"expires": "2026-11-22"})]) == {_fails("ORG-1", "contract in force", null)}
}

test_fail_chosen_nobody_knows_how if {
	_denials([_contract({"selection": null, "selected_by": null})]) == {
		_fails("OSC-1.selection", "a lawful way", null),
		_fails("OSC-1.selected_by", "post", null),
	}
}

test_fail_no_scope_no_tasks if {
	_denials([_contract({"scope": [], "tasks": []})]) == {_fails("OSC-1.scope", ">= 1", []), _fails("OSC-1.tasks", ">= 1", [])}
}

test_fail_a_demand_left_out if {
	_denials([_contract({"demands": []})]) == {_fails("OSC-1.demands", ["capability"], [])}
}

test_fail_proof_ran_out if {
	proofs := [{"name": "x", "expires": "2026-11-22"}]
	_denials([_contract({"qualifications": proofs})]) == {_fails("OSC-1.qualifications", "valid", proofs)}
}

test_fail_not_assessed if {
	_denials([_contract({"assessed": "2025-11-22"})]) == {_fails("OSC-1.assessed", ">= 2025-11-23", "2025-11-22")}
}

test_pass_first_year if _denials([_contract({"assessed": null, "signed": "2025-11-23"})]) == set()

test_not_applicable_nobody_hired if {
	reason := control.not_applicable with input as _input([], [object.union(_party, {"access": false})])
	reason.zh != ""
}

test_not_applicable_ended if {
	reason := control.not_applicable with input as _input([], [object.union(_party, {"ended": "2026-11-22"})])
	reason.zh != ""
}

test_fail_nothing_recorded if {
	denials := control.deny with input as _input([], [])
		with data.params.operation.outsourcing_agreed as {"days": 365, "demands": ["capability"]}
	denials == {_fails("party", ">= 1", 0)}
}

_denials(contracts) := found if {
	found := control.deny with input as _input(contracts, [_party])
		with data.params.operation.outsourcing_agreed as {"days": 365, "demands": ["capability"]}
}

_input(contracts, parties) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {"outsourcing": contracts, "party": parties},
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_party := {"id": "ORG-1", "role": "supplier", "access": true, "ended": null}

_contract(changes) := object.union(
	{
		"id": "OSC-1",
		"party": "ORG-1",
		"signed": "2024-01-01",
		"expires": "2026-11-23",
		"selection": "public_tender",
		"selected_by": "POST-1",
		"scope": ["x"],
		"tasks": ["x"],
		"qualifications": [{"name": "x", "expires": "2026-11-23"}],
		"demands": ["capability"],
		"assessed": "2025-11-23",
	},
	changes,
)
