package controls.organisation.leading_group_active_test

import data.controls.organisation.leading_group_active as control

test_pass if _denials({}) == set()

test_pass_by_mandate if _denials(_group({"head_by": "mandate"})) == set()

test_fail_without_mandate if _denials(_group({"head_by": "other"})) == {{
	"item": "LG-1.head_by",
	"expected": ["leader", "mandate"],
	"actual": "other",
}}

test_fail_the_head_left if _denials(_people({"P-1": "2026-11-22"})) == {{
	"item": "LG-1.head",
	"expected": "active",
	"actual": "P-1",
}}

test_pass_on_the_head_s_last_day if _denials(_people({"P-1": "2026-11-23"})) == set()

test_fail_too_few_members if _denials(_people({"P-3": "2026-01-31"})) == {{
	"item": "LG-1.members",
	"expected": ">= 2",
	"actual": 1,
}}

test_pass_met_on_the_last_day if _denials(_meeting({"held": "2025-11-23", "minutes": "2025-11-23"})) == set()

test_fail_met_too_long_ago if _denials(_meeting({"held": "2025-11-22", "minutes": "2025-11-23"})) == _unmet("2025-11-22")

test_fail_no_minutes if _denials(_meeting({"minutes": null})) == _unmet(null)

test_fail_minutes_to_come if _denials(_meeting({"minutes": "2026-11-24"})) == _unmet(null)

test_fail_chaired_by_another if _denials(_meeting({"chair": "P-9"})) == _unmet(null)

test_pass_chaired_by_a_member if _denials(_meeting({"chair": "P-3"})) == set()

test_fail_another_meeting if _denials(_meeting({"topic": "regular"})) == _unmet(null)

test_fail_dissolved if _denials(_group({"dissolved": "2026-11-22"})) == _none

test_fail_not_yet_founded if _denials(_group({"founded": "2026-11-24"})) == _none

test_fail_nothing_recorded if _denials({"committee": [], "meeting": [], "person": []}) == _none

_none := {{"item": "committee", "expected": ">= 1", "actual": 0}}

_unmet(day) := {{"item": "LG-1.meeting", "expected": ">= 2025-11-23", "actual": day}}

_group(changes) := {"committee": [object.union(_good.committee[0], changes)]}

_meeting(changes) := {"meeting": [object.union(_good.meeting[0], changes)]}

_people(left) := {"person": [{"id": id, "joined": "2023-01-01", "left": object.get(left, id, null)} |
	some id in ["P-1", "P-2", "P-3"]
]}

_good := {
	"committee": [{
		"id": "LG-1",
		"founded": "2023-01-01",
		"dissolved": null,
		"head": "P-1",
		"head_by": "leader",
		"members": ["P-2", "P-3"],
	}],
	"meeting": [{"topic": "leading_group", "held": "2026-06-01", "chair": "P-1", "minutes": "2026-06-03"}],
	"person": _people({}).person,
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.leading_group_active as {"days": 365, "members": 2}
}
