package controls.network.access_controlled_test

import data.controls.network.access_controlled as control

test_pass_on_the_last_day if _denials(["network_access_control", "outbound_control", "wireless_control"], "2026-05-27") == set()

test_fail_the_day_after if {
	_denials(["network_access_control", "outbound_control", "wireless_control"], "2026-05-26") == {{"item": sprintf("DEV-1.%s", [name]), "expected": "<= 180", "actual": 181} |
		some name in ["network_access_control", "outbound_control", "wireless_control"]
	}
}

test_fail_only_planned if {
	_denials(["network_access_control", "outbound_control", "wireless_control"], "2026-11-24") == {{"item": sprintf("DEV-1.%s", [name]), "expected": "<= 180", "actual": null} |
		some name in ["network_access_control", "outbound_control", "wireless_control"]
	}
}

test_fail_no_device_does_it if {
	some name in ["network_access_control", "outbound_control", "wireless_control"]
	_denials([other | some other in ["network_access_control", "outbound_control", "wireless_control"]; other != name], "2026-11-10") == {{"item": name, "expected": ">= 1", "actual": 0}}
}

_denials(names, checked) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"device": [{
			"id": "DEV-1",
			"functions": [{"name": name, "signatures": null, "checked": checked} | some name in names],
			"opened": "2024-01-01",
			"retired": null,
		}]},
	}
		with data.params.network.access_controlled as {"days": 180, "functions": ["network_access_control", "outbound_control", "wireless_control"]}
}
