package controls.updates.automatic_test

import data.controls.updates.automatic as control

test_fail_nothing if {
	denials := control.deny with input as _host(false, null, false, []) with data.params.updates.automatic.exclude as []
	denials == {
		{"item": "unattended-upgrades", "expected": "installed", "actual": "absent"},
		{"item": "lists fetched every days", "expected": 1, "actual": null},
		{"item": "updates installed every days", "expected": 1, "actual": null},
		{"item": "security origin", "expected": "allowed", "actual": "left out"},
	}
}

test_fail_weekly if {
	denials := control.deny with input as _host(true, 7, true, []) with data.params.updates.automatic.exclude as []
	denials == {
		{"item": "lists fetched every days", "expected": 1, "actual": 7},
		{"item": "updates installed every days", "expected": 1, "actual": 7},
	}
}

test_fail_excluded if {
	denials := control.deny with input as _host(true, 1, true, ["^linux-", "nginx"]) with data.params.updates.automatic.exclude as ["nginx"]
	denials == {{"item": "^linux-", "expected": "not excluded", "actual": "excluded"}}
}

test_pass_daily if {
	denials := control.deny with input as _host(true, 1, true, []) with data.params.updates.automatic.exclude as []
	denials == set()
}

_host(installed, days, security, excluded) := {"updates": {"installed": installed, "automatic": {
	"lists_every_days": days,
	"upgrade_every_days": days,
	"security_origin": security,
	"excluded": excluded,
}}}
