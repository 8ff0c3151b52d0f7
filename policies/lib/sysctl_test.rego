package lib.sysctl_test

import data.lib.sysctl

test_a_key_that_is_listed_twice if {
	settings := [{"key": "a", "running": "1"}, {"key": "a", "running": "0"}]
	sysctl.denials(settings, {"a": ["1"]}) == {{"item": "a", "expected": "1", "actual": "0"}}
}

test_each_key if {
	settings := [{"key": "a", "running": "1"}, {"key": "b", "running": "0"}, {"key": "c", "running": null}]
	sysctl.denials(settings, {"a": ["1", "2"], "b": ["1", "2"], "c": ["1"], "d": ["0"]}) == {
		{"item": "b", "expected": ["1", "2"], "actual": "0"},
		{"item": "c", "expected": "1", "actual": null},
		{"item": "d", "expected": "0", "actual": null},
	}
}
