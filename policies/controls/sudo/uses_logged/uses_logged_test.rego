package controls.sudo.uses_logged_test

import data.controls.sudo.uses_logged as control

test_fail_nowhere if {
	denials := control.deny with input as _with({"syslog": null}, [])
	denials == {{"item": "syslog", "expected": "authpriv", "actual": null}}
}

test_fail_off_for_some if {
	denials := control.deny with input as _with({"log_denied": false}, [
		{"to": ["ann"], "name": "syslog", "value": "off"},
		{"to": ["ann"], "name": "log_allowed", "value": "off"},
	])
	denials == {
		{"item": "syslog: ann", "expected": "authpriv", "actual": "off"},
		{"item": "log_allowed: ann", "expected": true, "actual": false},
		{"item": "log_denied", "expected": true, "actual": false},
	}
}

test_pass if {
	every defaults in [{}, {"syslog": null, "logfile": "/var/log/sudo.log"}] {
		denials := control.deny with input as _with(defaults, [{"to": ["ann"], "name": "syslog", "value": "local2"}])
		denials == set()
	}
}

_defaults := {"syslog": "authpriv", "logfile": null, "log_allowed": true, "log_denied": true}

test_not_applicable_without_sudo if {
	control.not_applicable.en with input as {"sudo": {"installed": false}}
}

_with(defaults, bound) := {"sudo": {"installed": true, "rules": [], "bound": bound, "defaults": object.union(_defaults, defaults)}}
