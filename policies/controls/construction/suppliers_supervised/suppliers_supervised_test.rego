package controls.construction.suppliers_supervised_test

import data.controls.construction.suppliers_supervised as control

test_pass_on_the_last_day if _denials({"reviewed": "2025-11-23", "qualified_until": "2026-11-23"}) == set()

test_fail_the_day_after if {
	_denials({"reviewed": "2025-11-22"}) == {{"item": "SUP-1.reviewed", "expected": "<= 365", "actual": 366}}
	_denials({"qualified_until": "2026-11-22"}) == {{
		"item": "SUP-1.qualified_until",
		"expected": ">= 2026-11-23",
		"actual": "2026-11-22",
	}}
}

test_fail_what_is_missing if {
	every field in ["procurement", "qualification", "qualified_until"] {
		_denials({field: null}) == {{"item": sprintf("SUP-1.%s", [field]), "expected": "recorded", "actual": null}}
	}
}

test_fail_reviewed_by_itself_by_somebody_unknown_or_by_nobody if {
	every who in [["P-2"], ["P-9"], [null]] {
		_denials({"reviewed_by": who[0]}) == {{"item": "SUP-1.reviewed_by", "expected": "not of the supplier", "actual": who[0]}}
	}
}

test_pass_never_changed if _denials({"changed": null, "change_approved": null, "change_approved_by": null}) == set()

test_pass_approved_on_the_day_of_the_change if _denials({"change_approved": "2025-12-01"}) == set()

test_fail_approved_after_the_change_or_never if {
	every day in [["2025-12-02"], [null]] {
		_denials({"change_approved": day[0]}) == {{"item": "SUP-1.change_approved", "expected": "<= 2025-12-01", "actual": day[0]}}
	}
}

test_fail_approved_by_nobody if {
	_denials({"change_approved_by": null}) == {{"item": "SUP-1.change_approved_by", "expected": "recorded", "actual": null}}
}

test_pass_whose_part_has_ended if {
	_found([_party("ORG-2", "builder", null), _party("ORG-3", "supplier", "2026-11-22")], [_supplier]) == set()
}

test_fail_a_supplier_of_whom_nothing_is_recorded if {
	_found([_party("ORG-2", "builder", null), _party("ORG-3", "supplier", "2026-11-23")], [_supplier]) == {{
		"item": "ORG-3",
		"expected": ">= 1",
		"actual": 0,
	}}
}

test_fail_nothing_recorded if {
	_found([_party("ORG-1", "operator", null)], [_supplier]) == {{"item": "party", "expected": ">= 1", "actual": 0}}
}

_denials(changes) := _found([_party("ORG-2", "builder", null)], [object.union(_supplier, changes)])

_found(parties, suppliers) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": {
		"party": parties,
		"supplier": suppliers,
		"person": [{"id": "P-1", "party": "ORG-1"}, {"id": "P-2", "party": "ORG-2"}],
	}}
		with data.params.construction.suppliers_supervised.days as 365
}

_party(id, role, ended) := {"id": id, "role": role, "ended": ended}

_supplier := {
	"id": "SUP-1",
	"party": "ORG-2",
	"procurement": "D-1",
	"qualification": "D-2",
	"qualified_until": "2027-10-31",
	"reviewed": "2026-07-08",
	"reviewed_by": "P-1",
	"changed": "2025-12-01",
	"change_approved": "2025-11-19",
	"change_approved_by": "POST-1",
}
