package controls.sites.areas_kept_clear_test

import data.controls.sites.areas_kept_clear as control

test_pass_on_the_last_day if _denials([_round("2026-05-27", {})]) == set()

test_fail_no_recent_round if {
	_denials([_round("2026-05-26", {})]) == {_late(181)}
	_denials([]) == {_late(null)}
	_denials([_round("2026-11-24", {})]) == {_late(null)}
}

test_fail_something_found if {
	every found in ["material_left", "visitors_received"] {
		_denials([_round("2026-11-01", {found: 1})]) == {{
			"item": sprintf("SITE-1.%s", [found]),
			"expected": 0,
			"actual": 1,
		}}
	}
}

test_pass_nothing_found_any_more if {
	_denials([_round("2026-07-01", {"material_left": 2}), _round("2026-11-01", {})]) == set()
}

test_fail_no_site_in_use if {
	every sites in [[], [{"id": "SITE-1", "opened": "2024-01-01", "closed": "2026-11-22"}]] {
		_found(sites, []) == {{"item": "site", "expected": ">= 1", "actual": 0}}
	}
}

_denials(rounds) := _found([{"id": "SITE-1", "opened": "2024-01-01", "closed": null}], rounds)

_found(sites, rounds) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"site": sites, "site_round": rounds},
	}
		with data.params.sites.areas_kept_clear.days as 180
}

_late(actual) := {"item": "SITE-1.round", "expected": "<= 180", "actual": actual}

_round(held, changes) := object.union(
	{"site": "SITE-1", "held": held, "visitors_received": 0, "material_left": 0},
	changes,
)
