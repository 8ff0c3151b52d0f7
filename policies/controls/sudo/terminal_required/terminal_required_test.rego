package controls.sudo.terminal_required_test

import data.controls.sudo.terminal_required as control

test_fail_off if {
	denials := control.deny with input as _with({"use_pty": false}, [])
	denials == {{"item": "use_pty", "expected": true, "actual": false}}
}

test_fail_off_for_some if {
	denials := control.deny with input as _with({}, [{"to": ["ann", "%staff"], "name": "use_pty", "value": "off"}])
	denials == {{"item": "use_pty: ann, %staff", "expected": true, "actual": false}}
}

test_pass if {
	denials := control.deny with input as _with({}, [{"to": ["ann"], "name": "use_pty", "value": "on"}, {"to": ["ann"], "name": "noexec", "value": "off"}])
	denials == set()
}

_defaults := {"use_pty": true}

test_not_applicable_without_sudo if {
	control.not_applicable.en with input as {"sudo": {"installed": false}}
}

_with(defaults, bound) := {"sudo": {"installed": true, "rules": [], "bound": bound, "defaults": object.union(_defaults, defaults)}}
