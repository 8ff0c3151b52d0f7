package controls.updates.timers_active_test

import data.controls.updates.timers_active as control

test_fail_disabled_and_stopped if {
	denials := control.deny with input as _timers(false, false)
	denials == {
		{"item": "apt-daily.timer", "expected": "enabled and active", "actual": "disabled, inactive"},
		{"item": "apt-daily-upgrade.timer", "expected": "enabled and active", "actual": "disabled, inactive"},
	}
}

test_pass_running if {
	denials := control.deny with input as _timers(true, true)
	denials == set()
}

_timers(enabled, active) := {"updates": {"timers": [
	{"name": "apt-daily.timer", "enabled": enabled, "active": active},
	{"name": "apt-daily-upgrade.timer", "enabled": enabled, "active": active},
]}}
