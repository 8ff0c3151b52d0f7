package controls.sites.rooms_regulated_test

import data.controls.sites.rooms_regulated as control

test_pass_all_ruled if _denials([_room({})], [_regime({})]) == set()

test_fail_one_matter_unruled if {
	every rules in ["access_rules", "environment_rules", "goods_rules"] {
		_denials([_room({rules: null})], [_regime({})]) == {{
			"item": sprintf("SITE-1.%s", [rules]),
			"expected": "in force",
			"actual": null,
		}}
	}
}

test_fail_regime_not_in_force if {
	every regimes in [
		[],
		[_regime({"issued": null})],
		[_regime({"issued": "2026-11-24"})],
		[_regime({"withdrawn": "2026-11-23"})],
	] {
		_denials([_room({})], regimes) == {
			{"item": "SITE-1.access_rules", "expected": "in force", "actual": "REG-1"},
			{"item": "SITE-1.environment_rules", "expected": "in force", "actual": "REG-1"},
			{"item": "SITE-1.goods_rules", "expected": "in force", "actual": "REG-1"},
		}
	}
}

test_pass_operation_centre_needs_none if {
	centre := _room({"purpose": "operation_centre", "access_rules": null, "goods_rules": null})
	_denials([_room({}), centre], [_regime({})]) == set()
}

test_fail_no_machine_room if {
	_denials([], []) == {{"item": "machine_room", "expected": ">= 1", "actual": 0}}
}

_denials(sites, regimes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"site": sites, "regime": regimes},
	}
		with data.params.sites.rooms_regulated.purposes as ["machine_room", "off_site_backup"]
}

_room(changes) := object.union(
	{
		"id": "SITE-1",
		"purpose": "machine_room",
		"opened": "2024-01-01",
		"closed": null,
		"access_rules": "REG-1",
		"goods_rules": "REG-1",
		"environment_rules": "REG-1",
	},
	changes,
)

_regime(changes) := object.union({"id": "REG-1", "issued": "2024-01-01", "withdrawn": null}, changes)
