package controls.operation.people_told_test

import data.controls.operation.people_told as control

test_pass_on_the_last_day if _denials([_person({})], [_notice({})]) == set()

test_fail_the_day_after if _denials([_person({})], [_notice({"given": "2025-11-22"})]) == _fails("2025-11-22")

test_fail_only_planned if _denials([_person({})], [_notice({"given": "2026-11-24"})]) == _fails(null)

test_fail_not_confirmed if _denials([_person({})], [_notice({"confirmed_by": []})]) == _fails(null)

test_fail_another_topic if _denials([_person({})], [_notice({"topic": "incident_reporting"})]) == _fails(null)

test_pass_newcomer if _denials([_person({"joined": "2026-10-24"})], []) == set()

test_fail_newcomer_no_more if _denials([_person({"joined": "2026-10-23"})], []) == _fails(null)

test_pass_without_access if _denials([_person({"access": false})], []) == set()

test_pass_left if _denials([_person({"left": "2026-11-22"})], []) == set()

test_fail_nothing_recorded if _denials([], []) == {{"item": "person", "expected": ">= 1", "actual": 0}}

_denials(people, notices) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"person": people, "awareness_notice": notices},
	}
		with data.params.operation.people_told as {"days": 365, "newcomer_days": 30, "topics": ["malware"]}
}

_fails(actual) := {{"item": "P-1.malware", "expected": ">= 2025-11-23", "actual": actual}}

_person(changes) := object.union({"id": "P-1", "access": true, "joined": "2024-01-01", "left": null}, changes)

_notice(changes) := object.union({"topic": "malware", "given": "2025-11-23", "confirmed_by": ["P-1"]}, changes)
