package controls.sudo.own_password_asked_test

import data.controls.sudo.own_password_asked as control

test_fail if {
	every name in ["rootpw", "runaspw", "targetpw"] {
		denials := control.deny with input as _with({name: true}, [{"to": ["ann"], "name": name, "value": "on"}])
		denials == {{"item": name, "expected": false, "actual": true}, {"item": sprintf("%s: ann", [name]), "expected": false, "actual": true}}
	}
}

test_pass if {
	control.deny == set() with input as _with({}, [{"to": ["ann"], "name": "rootpw", "value": "off"}])
}

_defaults := {"rootpw": false, "runaspw": false, "targetpw": false}

test_not_applicable_without_sudo if {
	control.not_applicable.en with input as {"sudo": {"installed": false}}
}

_with(defaults, bound) := {"sudo": {"installed": true, "rules": [], "bound": bound, "defaults": object.union(_defaults, defaults)}}
