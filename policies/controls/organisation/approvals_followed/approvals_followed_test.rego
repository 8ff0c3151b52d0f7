package controls.organisation.approvals_followed_test

import data.controls.organisation.approvals_followed as control

test_pass if _denials({}) == set()

test_pass_all_on_one_day if _denials(_access({"requested": "2026-10-03", "approvals": _given("2026-10-03", "2026-10-03")})) == set()

test_fail_a_step_left_out if {
	_denials(_access({"approvals": [{"post": "POST-2", "given": "2026-10-02"}]})) == _unfollowed(["2026-10-02 POST-2"])
}

test_fail_never_approved if _denials(_access({"approvals": []})) == _unfollowed([])

test_fail_in_the_wrong_order if {
	_denials(_access({"approvals": [
		{"post": "POST-1", "given": "2026-10-02"},
		{"post": "POST-2", "given": "2026-10-03"},
	]})) == _unfollowed(["2026-10-02 POST-1", "2026-10-03 POST-2"])
}

test_fail_the_last_consented_first if {
	_denials(_access({"approvals": _given("2026-10-03", "2026-10-02")})) == _unfollowed([
		"2026-10-03 POST-2",
		"2026-10-02 POST-1",
	])
}

test_fail_requested_afterwards if _denials(_access({"requested": "2026-10-03"})) == _unfollowed(_said)

test_fail_never_requested if _denials(_access({"requested": null})) == {{"item": "EXT-1", "expected": [], "actual": _said}}

test_fail_no_procedure_for_it if {
	_denials(_access({"topic": "visit"})) == {{"item": "EXT-1", "expected": [], "actual": _said}}
}

test_pass_by_the_procedure_of_its_day if {
	_denials({"approval": [
		object.union(_good.approval[0], {"ended": "2026-10-31"}),
		object.union(_good.approval[0], {"established": "2026-11-01", "steps": ["POST-9"]}),
	]}) == set()
}

test_pass_not_yet_begun if _denials(_access({"starts": "2026-11-24", "ends": "2026-11-30", "approvals": []})) == set()

test_fail_begins_today if count(_denials(_access({"starts": "2026-11-23", "ends": "2026-11-30", "approvals": []}))) == 1

test_fail_ended_a_year_ago if count(_denials(_access({"ends": "2025-11-23", "approvals": []}))) == 1

test_pass_history if _denials(_access({"ends": "2025-11-22", "approvals": []})) == set()

test_not_applicable_without_outsiders if _reason({"external_access": []})

test_applicable_with_outsiders if not _reason({})

test_fail_nothing_recorded if _denials({"approval": [], "external_access": []}) == {{
	"item": "approval",
	"expected": ">= 1",
	"actual": 0,
}}

test_applicable_with_nothing_recorded if not _reason({"approval": [], "external_access": []})

_reason(changes) if {
	control.not_applicable with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.approvals_followed.history_days as 365
}

_said := ["2026-10-02 POST-2", "2026-10-03 POST-1"]

_unfollowed(said) := {{"item": "EXT-1", "expected": [["POST-2", "POST-1"]], "actual": said}}

_given(first, last) := [{"post": "POST-2", "given": first}, {"post": "POST-1", "given": last}]

_access(changes) := {"external_access": [object.union(_good.external_access[0], changes)]}

_good := {
	"approval": [{
		"matter": "system_access",
		"steps": ["POST-2", "POST-1"],
		"established": "2023-01-01",
		"ended": null,
	}],
	"external_access": [{
		"id": "EXT-1",
		"topic": "system",
		"requested": "2026-10-01",
		"approvals": _given("2026-10-02", "2026-10-03"),
		"starts": "2025-10-05",
		"ends": "2026-10-09",
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.approvals_followed as {"history_days": 365}
}
