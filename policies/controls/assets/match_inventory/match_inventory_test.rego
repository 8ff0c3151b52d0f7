package controls.assets.match_inventory_test

import data.controls.assets.match_inventory as control

test_pass_the_same if _denials([_asset("A-1", "hub-1", null)]) == set()

test_pass_what_is_no_host if _denials([_asset("A-1", "hub-1", null), _asset("A-2", null, null)]) == set()

test_fail_not_registered if {
	_denials([]) == {{"item": "hub-1", "expected": "one asset", "actual": []}}
}

test_fail_registered_twice if {
	_denials([_asset("A-2", "hub-1", null), _asset("A-1", "hub-1", null)]) == {{
		"item": "hub-1",
		"expected": "one asset",
		"actual": ["A-1", "A-2"],
	}}
}

test_fail_not_run if {
	_denials([_asset("A-1", "hub-1", null), _asset("A-2", "hub-9", null)]) == {{
		"item": "A-2",
		"expected": "a host of the inventory",
		"actual": "hub-9",
	}}
}

test_pass_on_the_last_day if _denials([_asset("A-1", "hub-1", "2026-11-23")]) == set()

test_fail_the_day_after if {
	_denials([_asset("A-1", "hub-1", "2026-11-22")]) == {{"item": "hub-1", "expected": "one asset", "actual": []}}
}

test_fail_a_system_s_host_not_run if {
	found := control.deny with input as _input([_asset("A-1", "hub-1", null)], ["hub-1", "hub-9"], null)
	found == {{"item": "SYS-1.hub-9", "expected": "a host of the inventory", "actual": "hub-9"}}
}

test_pass_a_system_out_of_use if {
	found := control.deny with input as _input([_asset("A-1", "hub-1", null)], ["hub-9"], "2026-11-22")
	found == set()
}

_denials(assets) := found if {
	found := control.deny with input as _input(assets, ["hub-1"], null)
}

_input(assets, hosts, retired) := {
	"as_of": "2026-11-23T00:00:00Z",
	"records": {
		"asset": assets,
		"system": [{"id": "SYS-1", "hosts": hosts, "opened": "2024-01-01", "retired": retired}],
	},
	"estate": {"inventory": ["hub-1"]},
}

_asset(id, host, disposed) := {"id": id, "host": host, "acquired": "2023-03-20", "disposed": disposed}
