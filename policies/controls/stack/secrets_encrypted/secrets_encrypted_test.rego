package controls.stack.secrets_encrypted_test

import data.controls.stack.secrets_encrypted as control

test_pass_encrypted if _denials("secret", true) == set()

test_pass_ordinary_value if _denials("known", false) == set()

test_fail_in_the_open if {
	_denials("known", true) == {{"item": "db.env.PASSWORD", "expected": "secret", "actual": "plain text"}}
}

test_unknown_is_no_violation if _denials("unknown", true) == set()

test_nothing_declared if {
	control.not_applicable.en with input as {"plan": {"resources": [{"properties": []}], "unreadable": []}}
}

_denials(kind, sensitive) := found if {
	found := control.deny with input as {"plan": {"unreadable": [], "resources": [{
		"name": "db",
		"properties": [{"path": "env.PASSWORD", "kind": kind, "value": null, "sensitive": sensitive}],
	}]}}
}
