package controls.people.agreements_signed_test

import data.controls.people.agreements_signed as control

test_pass_without_an_end if _denials(_person(null), [_agreement("2024-01-01", null)]) == set()

test_pass_on_the_last_day if _denials(_person(null), [_agreement("2024-01-01", "2026-11-23")]) == set()

test_fail_the_day_after if {
	_denials(_person(null), [_agreement("2024-01-01", "2026-11-22")]) == _fails("2026-11-22")
}

test_pass_renewed if {
	_denials(_person(null), [_agreement("2024-01-01", "2025-01-01"), _agreement("2025-01-01", null)]) == set()
}

test_fail_never_signed if _denials(_person(null), []) == _fails(null)

test_fail_to_be_signed_tomorrow if _denials(_person(null), [_agreement("2026-11-24", null)]) == _fails(null)

test_fail_another_topic if {
	agreement := object.union(_agreement("2024-01-01", null), {"topic": "responsibility"})
	_denials(_person(null), [agreement]) == _fails(null)
}

test_pass_access_withdrawn if _denials(_person("2026-11-23"), []) == set()

test_fail_access_to_be_withdrawn if _denials(_person("2026-11-24"), []) == _fails(null)

test_fail_nobody_recorded if {
	_denials([], []) == {{"item": "person", "expected": ">= 1", "actual": 0}}
}

_denials(people, agreements) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": people, "agreement": agreements},
	}
}

_fails(actual) := {{"item": "P-1", "expected": ">= 2026-11-23", "actual": actual}}

_person(withdrawn) := [{"id": "P-1", "access": true, "joined": "2024-01-01", "access_withdrawn": withdrawn}]

_agreement(signed, expires) := {
	"topic": "confidentiality",
	"person": "P-1",
	"party": null,
	"signed": signed,
	"expires": expires,
}
