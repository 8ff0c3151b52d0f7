package controls.people.parties_under_agreement_test

import data.controls.people.parties_under_agreement as control

test_pass_all_bound if {
	_denials(_parties(null), [
		_agreement("ORG-1", "confidentiality", null),
		_agreement("ORG-2", "confidentiality", null),
		_agreement("ORG-2", "security", "2026-11-23"),
	]) == set()
}

test_fail_security_agreement_ran_out if {
	_denials(_parties(null), [
		_agreement("ORG-1", "confidentiality", null),
		_agreement("ORG-2", "confidentiality", null),
		_agreement("ORG-2", "security", "2026-11-22"),
	]) == {{"item": "ORG-2.security", "expected": ">= 2026-11-23", "actual": "2026-11-22"}}
}

test_pass_part_ended if {
	_denials(_parties("2026-11-22"), [_agreement("ORG-1", "confidentiality", null)]) == set()
}

test_fail_nothing_signed if {
	{denial.item | some denial in _denials(_parties(null), [])} == {
		"ORG-1.confidentiality",
		"ORG-2.confidentiality",
		"ORG-2.security",
	}
}

test_fail_nothing_recorded if {
	_denials([], []) == {
		{"item": "builder", "expected": ">= 1", "actual": 0},
		{"item": "operator", "expected": ">= 1", "actual": 0},
	}
}

_denials(parties, agreements) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"party": parties, "agreement": agreements},
	}
}

_parties(builder_ended) := [
	{"id": "ORG-1", "role": "operator", "access": true, "ended": null},
	{"id": "ORG-2", "role": "builder", "access": true, "ended": builder_ended},
	{"id": "ORG-3", "role": "supplier", "access": false, "ended": null},
]

_agreement(party, topic, expires) := {
	"topic": topic,
	"person": null,
	"party": party,
	"signed": "2024-01-01",
	"expires": expires,
}
