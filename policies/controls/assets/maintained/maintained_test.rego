package controls.assets.maintained_test

import data.controls.assets.maintained as control

test_pass_on_the_last_day if _denials([_asset({})], [_job({})]) == set()

test_fail_the_day_after if {
	_denials([_asset({})], [_job({"done": "2026-08-14"})]) == {_fails("AST-1.maintained", ">= 2026-08-15", "2026-08-14")}
}

test_fail_never_maintained if {
	_denials([_asset({})], []) == {_fails("AST-1.maintained", ">= 2026-08-15", "2024-01-01")}
}

test_fail_maintenance_only_planned if {
	_denials([_asset({})], [_job({"done": "2026-11-24"})]) == {_fails("AST-1.maintained", ">= 2026-08-15", "2024-01-01")}
}

test_pass_just_acquired if _denials([_asset({"acquired": "2026-08-15"})], []) == set()

test_fail_without_maintainer if {
	_denials([_asset({"maintainer": null})], [_job({})]) == {_fails("AST-1.maintainer", "held post", null)}
}

test_fail_maintainer_s_post_vacant if {
	_denials([_asset({"maintainer": "POST-2"})], [_job({})]) == {_fails("AST-1.maintainer", "held post", "POST-2")}
}

test_fail_without_period if {
	_denials([_asset({"maintained_every": null})], [_job({})]) == {_fails("AST-1.maintained_every", "<= 184", null)}
}

test_fail_period_too_long if {
	_denials([_asset({"maintained_every": 185})], [_job({})]) == {_fails("AST-1.maintained_every", "<= 184", 185)}
}

test_pass_software if {
	_denials([_asset({}), _asset({"id": "AST-2", "category": "software", "maintainer": null})], [_job({})]) == set()
}

test_fail_nothing_recorded if _denials([], []) == {_fails("asset", ">= 1", 0)}

_denials(assets, jobs) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {
			"asset": assets,
			"maintenance": jobs,
			"post": [{"id": "POST-1", "primary": "P-1"}, {"id": "POST-2", "primary": null}],
			"person": [
				{"id": "P-1", "joined": "2024-01-01", "left": null},
			],
		},
	}
		with data.params.assets.maintained as {"days": 184, "categories": ["server"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_asset(changes) := object.union(
	{
		"id": "AST-1",
		"category": "server",
		"maintainer": "POST-1",
		"maintained_every": 100,
		"acquired": "2024-01-01",
		"disposed": null,
	},
	changes,
)

_job(changes) := object.union(
	{
		"id": "MNT-1",
		"assets": ["AST-1"],
		"done": "2026-08-15",
	},
	changes,
)
