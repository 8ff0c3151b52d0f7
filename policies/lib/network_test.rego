package lib.network_test

import data.lib.network

test_a_function_is_there_and_checked_of_late if _lapses([_device([_function("2026-11-13", null)])]) == set()

test_a_function_that_no_device_has if {
	_lapses([_device([])]) == _absent
	_lapses([]) == _absent
	_lapses([object.union(_device([_function("2026-11-13", null)]), {"retired": "2026-11-22"})]) == _absent
}

test_a_function_that_nobody_checked_of_late if {
	_lapses([_device([_function("2026-11-12", null)])]) == {{"item": "DEV-1.anti_spam", "expected": "<= 10", "actual": 11}}
	_lapses([_device([_function("2026-11-24", null)])]) == {{"item": "DEV-1.anti_spam", "expected": "<= 10", "actual": null}}
}

test_each_device_is_judged if {
	_lapses([_device([_function("2026-11-13", null)]), _device([_function("2026-11-12", null)])]) != set()
}

test_signatures_are_as_old_as_they_were_when_checked if {
	_outdated(_function("2026-06-08", "2026-06-01")) == set()
	_outdated(_function("2026-06-09", "2026-06-01")) == _old(8)
	_outdated(_function("2026-06-09", null)) == _old(null)
	_outdated(_function("2026-06-09", "2026-06-10")) == _old(-1)
}

test_devices_that_verify_all if _untrusted(_trust) == set()

test_devices_that_verify_too_little if {
	_untrusted(object.union(_trust, {"verifies": ["boot"]})) == {{
		"item": "DEV-1.trust.verifies",
		"expected": ["boot", "system"],
		"actual": ["boot"],
	}}
	_untrusted(object.union(_trust, {"alarms": false, "dynamic": false})) == {
		{"item": "DEV-1.trust.alarms", "expected": true, "actual": false},
		{"item": "DEV-1.trust.dynamic", "expected": true, "actual": false},
	}
}

test_devices_whose_trust_nobody_checked_of_late if {
	_untrusted(null) == {{"item": "DEV-1.trust", "expected": "<= 10", "actual": null}}
	_untrusted(object.union(_trust, {"checked": "2026-11-12"})) == {{"item": "DEV-1.trust", "expected": "<= 10", "actual": 11}}
}

test_no_device_of_the_role if {
	network.untrusted("communication", _params, [object.union(_device([]), {"trust": _trust})], _today) == {{
		"item": "communication",
		"expected": ">= 1",
		"actual": 0,
	}}
}

_lapses(devices) := network.lapses(["anti_spam"], 10, devices, _today)

_absent := {{"item": "anti_spam", "expected": ">= 1", "actual": 0}}

_outdated(function) := network.outdated(["anti_spam"], 7, [_device([function])], _today)

_old(age) := {{"item": "DEV-1.anti_spam.signatures", "expected": "<= 7", "actual": age}}

_untrusted(trust) := network.untrusted("boundary", _params, [object.union(_device([]), {"trust": trust})], _today)

_params := {"days": 10, "verifies": ["boot", "system"]}

_trust := {"verifies": ["boot", "system"], "dynamic": true, "alarms": true, "checked": "2026-11-13"}

_device(functions) := {"id": "DEV-1", "role": "boundary", "functions": functions, "opened": "2024-01-01", "retired": null}

_function(checked, signatures) := {"name": "anti_spam", "checked": checked, "signatures": signatures}

_today := "2026-11-23T00:00:00Z"
