package controls.organisation.meetings_followed_up_test

import data.controls.organisation.meetings_followed_up as control

test_pass if _denials({}) == set()

test_pass_on_the_last_day if _denials(_meeting({"held": "2026-05-24", "minutes": "2026-05-24"})) == set()

test_fail_too_long_ago if _denials(_meeting({"held": "2026-05-23", "minutes": "2026-05-24"})) == _unheld("2026-05-23")

test_fail_never if _denials({"meeting": []}) == _unheld(null)

test_fail_another_kind if _denials(_meeting({"topic": "leading_group"})) == _unheld(null)

test_pass_minutes_to_come if {
	recent := object.union(_good.meeting[0], {"id": "MTG-2", "held": "2026-11-09", "minutes": null})
	_denials({"meeting": [_good.meeting[0], recent]}) == set()
}

test_fail_minutes_late if {
	late := object.union(_good.meeting[0], {"id": "MTG-2", "held": "2026-11-08", "minutes": null})
	_denials({"meeting": [_good.meeting[0], late]}) == _unminuted("MTG-2")
}

test_fail_minutes_only_planned if {
	_denials(_meeting({"minutes": "2026-11-24"})) == _unminuted("MTG-1") | _unheld(null)
}

test_pass_due_today if _denials(_action({"due": "2026-11-23"})) == set()

test_fail_overdue if _denials(_action({"due": "2026-11-22"})) == _overdue(null)

test_fail_overdue_and_only_planned if {
	_denials(_action({"due": "2026-11-22", "done": "2026-11-24"})) == _overdue("2026-11-24")
}

test_pass_done_late if _denials(_action({"due": "2026-11-01", "done": "2026-11-23"})) == set()

_unheld(day) := {{"item": "regular", "expected": ">= 2026-05-24", "actual": day}}

_unminuted(id) := {{"item": sprintf("%s.minutes", [id]), "expected": "issued", "actual": null}}

_overdue(done) := {{"item": "MTG-1.actions.0", "expected": "<= 2026-11-22", "actual": done}}

_action(changes) := _meeting({"actions": [object.union({"due": null, "done": null}, changes)]})

_meeting(changes) := {"meeting": [object.union(_good.meeting[0], changes)]}

_good := {"meeting": [{
	"id": "MTG-1",
	"topic": "regular",
	"held": "2026-10-01",
	"minutes": "2026-10-03",
	"actions": [],
}]}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.meetings_followed_up as {"days": 183, "minutes_days": 14, "topics": ["regular"]}
}
