package controls.audit.no_exclusions_test

import data.controls.audit.no_exclusions as control

test_pass if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [_rule("always", "exit")], "merged": {"rules": [_rule("always", "exit")]}}}
	denials == set()
}

test_fail_never if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [_rule("never", "task")], "merged": {"rules": []}}}
	denials == {{"item": "loaded: -a never,task msgtype=CWD", "expected": null, "actual": "never"}}
}

test_fail_excluded if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [], "merged": {"rules": [_rule("always", "exclude")]}}}
	denials == {{"item": "merged: -a always,exclude msgtype=CWD", "expected": null, "actual": "always"}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": null, "merged": {"rules": []}}}
	denials == {{"item": "loaded", "expected": "known", "actual": null}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_rule(action, list) := {"list": list, "action": action, "arch": null, "syscalls": [], "path": null, "perms": null, "fields": ["msgtype=CWD"], "keys": []}
