package controls.people.outsiders_cleared_test

import data.controls.people.outsiders_cleared as control

test_pass if _denials({}) == set()

test_pass_cleared_the_day_after if _denials(_access({"cleared": "2026-10-10"})) == set()

test_fail_cleared_late if _denials(_access({"cleared": "2026-10-11"})) == _uncleared("2026-10-11")

test_fail_never_cleared if _denials(_access({"cleared": null})) == _uncleared(null)

test_fail_clearing_only_planned if _denials(_access({"cleared": "2026-11-24"})) == _uncleared("2026-11-24")

test_fail_never_cleared_long_ago if {
	_denials(_access({"starts": "2025-01-06", "ends": "2025-01-09", "cleared": null})) == _uncleared(null)
}

test_pass_still_in_time if _denials(_access({"ends": "2026-11-22", "cleared": null})) == set()

test_fail_cleared_late_a_year_ago if {
	_denials(_access({"starts": "2025-01-06", "ends": "2025-01-09", "cleared": "2025-11-23"})) == _uncleared("2025-11-23")
}

test_pass_history if {
	_denials(_access({"starts": "2025-01-06", "ends": "2025-01-09", "cleared": "2025-11-22"})) == set()
}

test_pass_not_yet_begun if _denials(_access({"starts": "2026-11-24", "ends": "2026-11-30", "agreement": null})) == set()

test_fail_without_agreement if _denials(_access({"agreement": null})) == _unbound(null)

test_fail_an_agreement_of_another_party if _denials(_agreement({"party": "ORG-3"})) == _unbound("AGR-1")

test_fail_an_agreement_of_nobody_named if _denials(object.union(
	_agreement({"party": null, "person": "P-9"}),
	_access({"party": null}),
)) == _unbound("AGR-1")

test_pass_a_person_s_agreement if _denials(object.union(
	_agreement({"party": null, "person": "P-9"}),
	_access({"person": "P-9"}),
)) == set()

test_fail_an_agreement_about_something_else if _denials(_agreement({"topic": "security"})) == _unbound("AGR-1")

test_fail_signed_afterwards if _denials(_agreement({"signed": "2026-10-06"})) == _unbound("AGR-1")

test_pass_signed_on_the_first_day if _denials(_agreement({"signed": "2026-10-05"})) == set()

test_fail_ran_out_before_the_end if _denials(_agreement({"expires": "2026-10-08"})) == _unbound("AGR-1")

test_pass_ran_out_after_the_end if _denials(_agreement({"expires": "2026-10-09"})) == set()

test_pass_runs_out_today if {
	changes := object.union(_access({"ends": "2026-12-31"}), _agreement({"expires": "2026-11-23"}))
	_denials(changes) == set()
}

test_fail_ran_out_while_access_goes_on if {
	changes := object.union(_access({"ends": "2026-12-31"}), _agreement({"expires": "2026-11-22"}))
	_denials(changes) == _unbound("AGR-1")
}

test_pass_a_visit_without_agreement if _denials(_access({"topic": "visit", "agreement": null})) == set()

test_not_applicable_without_outsiders if _reason({"external_access": []})

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
		with data.params.people.outsiders_cleared as {"days": 1, "history_days": 365}
}

_uncleared(day) := {{"item": "EXT-1.cleared", "expected": "<= 1 days", "actual": day}}

_unbound(id) := {{"item": "EXT-1.agreement", "expected": "valid", "actual": id}}

_access(changes) := {"external_access": [object.union(_good.external_access[0], changes)]}

_agreement(changes) := {"agreement": [object.union(_good.agreement[0], changes)]}

_good := {
	"person": [{"id": "P-1"}],
	"agreement": [{
		"id": "AGR-1",
		"topic": "confidentiality",
		"party": "ORG-4",
		"person": null,
		"signed": "2023-01-01",
		"expires": null,
	}],
	"external_access": [{
		"id": "EXT-1",
		"topic": "system",
		"party": "ORG-4",
		"person": null,
		"starts": "2026-10-05",
		"ends": "2026-10-09",
		"cleared": "2026-10-09",
		"agreement": "AGR-1",
	}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.people.outsiders_cleared as {"days": 1, "history_days": 365}
}
