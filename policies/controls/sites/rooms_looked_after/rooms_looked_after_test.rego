package controls.sites.rooms_looked_after_test

import data.controls.sites.rooms_looked_after as control

test_pass_looked_after if _denials({}) == set()

test_pass_on_the_last_day if {
	_denials({"safeguard": [_ups("2026-05-27")], "site_round": [_round("2026-05-27", 0)]}) == set()
}

test_fail_maintained_too_long_ago if {
	_denials({"safeguard": [_ups("2026-05-26")]}) == {{"item": "SITE-1.ups", "expected": "<= 180", "actual": 181}}
}

test_fail_never_maintained if {
	_denials({"safeguard": [_ups(null)]}) == {{"item": "SITE-1.ups", "expected": "<= 180", "actual": null}}
}

test_pass_what_needs_no_maintenance if {
	_denials({"safeguard": [object.union(_ups(null), {"measure": "drainage"})]}) == set()
}

test_pass_another_site_s_facility if _denials({"safeguard": [object.union(_ups(null), {"site": "SITE-2"})]}) == set()

test_fail_nobody_holds_the_post if {
	every posts in [[], [_post(null)], [_post("P-2")]] {
		_denials({"post": posts}) == {{"item": "SITE-1.owner", "expected": "held", "actual": "POST-1"}}
	}
}

test_fail_no_recent_round if {
	_denials({"site_round": [_round("2026-05-26", 0)]}) == {_late(181)}
	_denials({"site_round": []}) == {_late(null)}
	_denials({"site_round": [_round("2026-11-24", 0)]}) == {_late(null)}
}

test_fail_register_has_gaps if {
	_denials({"site_round": [_round("2026-07-01", 0), _round("2026-11-01", 2)]}) == {{
		"item": "SITE-1.register_gaps",
		"expected": 0,
		"actual": 2,
	}}
}

test_pass_gaps_were_closed if {
	_denials({"site_round": [_round("2026-07-01", 2), _round("2026-11-01", 0)]}) == set()
}

test_fail_no_machine_room if _denials({"site": []}) == {{"item": "machine_room", "expected": ">= 1", "actual": 0}}

_denials(changes) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "records": object.union(_records, changes)}
		with data.params.sites.rooms_looked_after as {
			"purposes": ["machine_room", "off_site_backup"],
			"round_days": 180,
			"service_days": 180,
			"serviced": ["ups"],
		}
}

_records := {
	"person": [
		{"id": "P-1", "joined": "2024-01-01", "left": null},
		{"id": "P-2", "joined": "2024-01-01", "left": "2026-11-22"},
	],
	"post": [_post("P-1")],
	"safeguard": [_ups("2026-11-01")],
	"site": [
		_site("SITE-1", "machine_room"),
		_site("SITE-2", "operation_centre"),
	],
	"site_round": [_round("2026-11-01", 0)],
}

_site(id, purpose) := {"id": id, "purpose": purpose, "owner": "POST-1", "opened": "2024-01-01", "closed": null}

_post(primary) := {"id": "POST-1", "primary": primary}

_ups(serviced) := {"site": "SITE-1", "measure": "ups", "serviced": serviced}

_round(held, gaps) := {"site": "SITE-1", "held": held, "register_gaps": gaps}

_late(actual) := {"item": "SITE-1.round", "expected": "<= 180", "actual": actual}
