package lib.sites_test

import data.lib.sites

_as_of := "2026-11-23T00:00:00Z"

_room := {"id": "SITE-1", "purpose": "machine_room", "opened": "2024-01-01", "closed": null}

test_a_site_is_in_use_from_its_first_to_its_last_day if {
	every change in [{}, {"opened": "2026-11-23"}, {"closed": "2026-11-23"}, {"closed": "2027-01-01"}] {
		sites.open(object.union(_room, change), _as_of)
	}
	every change in [{"opened": "2026-11-24"}, {"closed": "2026-11-22"}] {
		not sites.open(object.union(_room, change), _as_of)
	}
}

test_a_system_runs_from_its_first_to_its_last_day if {
	every change in [{}, {"opened": "2026-11-23"}, {"retired": "2026-11-23"}] {
		sites.running(object.union({"opened": "2024-01-01", "retired": null}, change), _as_of)
	}
	every change in [{"opened": "2026-11-24"}, {"retired": "2026-11-22"}] {
		not sites.running(object.union({"opened": "2024-01-01", "retired": null}, change), _as_of)
	}
}

test_sites_count_by_their_purpose if {
	sites.used([_room], ["off_site_backup", "machine_room"], _as_of) == [_room]
	sites.used([_room], ["off_site_backup"], _as_of) == []
	sites.used([_room], [], _as_of) == []
}

test_another_site_s_or_another_safeguard_does_not_count if {
	every change in [{"site": "SITE-2"}, {"measure": "generator"}] {
		sites.lacking([_ups(change)], _room, ["ups"], 180, _as_of) == {{
			"item": "SITE-1.ups",
			"expected": "present",
			"actual": null,
		}}
	}
}

test_each_of_several_of_a_kind_counts if {
	sites.lacking([_ups({}), _ups({"works": false})], _room, ["ups"], 180, _as_of) == {{
		"item": "SITE-1.ups",
		"expected": "in order",
		"actual": "not in order",
	}}
	sites.lacking([_ups({}), _ups({})], _room, ["ups"], 180, _as_of) == set()
}

test_what_does_not_work_is_said_before_how_long_ago_it_was_seen if {
	sites.lacking([_ups({"works": false, "checked": "2020-01-01"})], _room, ["ups"], 180, _as_of) == {{
		"item": "SITE-1.ups",
		"expected": "in order",
		"actual": "not in order",
	}}
}

_ups(changes) := object.union({"site": "SITE-1", "measure": "ups", "checked": "2026-11-01", "works": true}, changes)

test_recent_is_from_the_period_s_first_day_until_today if {
	sites.recent("2026-11-23", 180, _as_of)
	sites.recent("2026-05-27", 180, _as_of)
	not sites.recent("2026-05-26", 180, _as_of)
	not sites.recent("2026-11-24", 180, _as_of)
	not sites.recent(null, 180, _as_of)
}

_rounds := [
	{"id": "R-1", "site": "SITE-1", "held": "2026-07-01"},
	{"id": "R-2", "site": "SITE-1", "held": "2026-11-01"},
	{"id": "R-3", "site": "SITE-1", "held": "2026-11-01"},
	{"id": "R-4", "site": "SITE-1", "held": "2026-11-24"},
	{"id": "R-5", "site": "SITE-2", "held": "2026-11-20"},
]

test_the_last_rounds_are_all_of_the_last_day_that_was_reached if {
	[round.id | some round in sites.last_rounds(_rounds, _room, _as_of)] == ["R-2", "R-3"]
	sites.last_rounds([], _room, _as_of) == []
}

test_a_site_is_walked_through_within_the_period if {
	sites.unwalked(_rounds, _room, 22, _as_of) == set()
	sites.unwalked(_rounds, _room, 21, _as_of) == {{"item": "SITE-1.round", "expected": "<= 21", "actual": 22}}
	sites.unwalked([], _room, 21, _as_of) == {{"item": "SITE-1.round", "expected": "<= 21", "actual": null}}
}
