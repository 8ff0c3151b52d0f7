package controls.people.outsiders_approved_test

import data.controls.people.outsiders_approved as control

test_pass if _denials({}) == set()

test_pass_all_on_the_first_day if {
	_denials(_access({"requested": "2026-10-05", "approvals": [{"post": "POST-1", "given": "2026-10-05"}]})) == set()
}

test_fail_requested_afterwards if _denials(_access({"requested": "2026-10-06"})) == _after("requested", "2026-10-06")

test_fail_never_requested if _denials(_access({"requested": null})) == _after("requested", null)

test_fail_never_approved if _denials(_access({"approvals": []})) == _after("approvals", null)

test_fail_the_last_approval_came_afterwards if {
	_denials(_access({"approvals": [
		{"post": "POST-1", "given": "2026-10-04"},
		{"post": "POST-2", "given": "2026-10-06"},
	]})) == _after("approvals", "2026-10-06")
}

test_fail_without_escort if _denials(_access({"handled_by": null})) == {{
	"item": "EXT-1.handled_by",
	"expected": "person",
	"actual": null,
}}

test_fail_not_registered if _denials(_access({"registered": null})) == _unregistered(null)

test_fail_registration_only_planned if _denials(_access({"registered": "2026-11-24"})) == _unregistered("2026-11-24")

test_pass_not_yet_begun if {
	_denials({"person": [_insider], "external_access": [object.union(_good.external_access[0], {
		"requested": null,
		"starts": "2026-11-24",
	})]}) == set()
}

test_pass_history if {
	_denials({"person": [_insider], "external_access": [object.union(_good.external_access[0], {
		"requested": null,
		"starts": "2025-11-01",
		"ends": "2025-11-22",
	})]}) == set()
}

test_pass_on_the_last_day if _denials(_access({"ends": "2026-11-23"})) == set()

test_fail_works_on_after_the_end if _denials(_access({"ends": "2026-11-22"})) == _unknown

test_fail_a_visit_is_no_access_to_systems if _denials(_access({"topic": "visit"})) == _unknown

test_fail_somebody_else_s_access if _denials(_access({"person": null})) == _unknown

test_not_applicable_without_outsiders if _reason({"person": [_insider], "external_access": []})

test_not_applicable_once_the_outsider_left if {
	_reason({"person": [object.union(_good.person[0], {"left": "2026-11-22"})], "external_access": []})
}

test_applicable_with_outsiders if not _reason({})

test_fail_nothing_recorded if _denials({"person": [], "external_access": []}) == {{
	"item": "person",
	"expected": ">= 1",
	"actual": 0,
}}

test_applicable_with_nothing_recorded if not _reason({"person": [], "external_access": []})

_reason(changes) if {
	control.not_applicable with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.outsiders_approved.history_days as 365
}

_after(step, day) := {{"item": sprintf("EXT-1.%s", [step]), "expected": "<= 2026-10-05", "actual": day}}

_unregistered(day) := {{"item": "EXT-1.registered", "expected": "day", "actual": day}}

_unknown := {{"item": "P-9", "expected": "external_access", "actual": null}}

_insider := object.union(_good.person[0], {"employment": "full_time"})

_access(changes) := {"external_access": [object.union(_good.external_access[0], changes)]}

_good := {
	"person": [{"id": "P-9", "employment": "outsourced", "access": true, "joined": "2026-10-05", "left": null}],
	"external_access": [{
		"id": "EXT-1",
		"topic": "system",
		"person": "P-9",
		"requested": "2026-10-01",
		"approvals": [{"post": "POST-1", "given": "2026-10-02"}],
		"starts": "2026-10-05",
		"ends": "2026-12-31",
		"handled_by": "P-2",
		"registered": "2026-10-05",
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.outsiders_approved as {"history_days": 365}
}
