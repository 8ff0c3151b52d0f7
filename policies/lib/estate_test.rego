package lib.estate_test

import data.lib.estate

test_all_seen if _denials(["hub-1"], []) == set()

test_one_missing if {
	_denials(["hub-2", "hub-1"], []) == {{"item": "inventory", "expected": ["hub-1", "hub-2"], "actual": ["hub-1"]}}
}

test_one_missing_as_the_section_says if {
	_denials(["hub-2", "hub-1"], [{"what": "accounts of hub-2", "why": "unreachable"}]) == set()
}

test_partial if {
	estate.partial with input as {"estate": {"unreadable": [{"what": "a", "why": "b"}]}}
	not estate.partial with input as {"estate": {"unreadable": []}}
	not estate.partial with input as {"estate": {}}
}

_denials(inventory, unreadable) := found if {
	found := estate.denials with input as {"estate": {
		"inventory": inventory,
		"hosts": [{"name": "hub-1"}],
		"unreadable": unreadable,
	}}
}
