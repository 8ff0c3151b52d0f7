package controls.audit.rules_loaded_test

import data.controls.audit.rules_loaded as control

test_pass_alike if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [_watch("/a"), _watch("/b")], "merged": {"rules": [_watch("/b"), _watch("/a")]}}}
	denials == set()
}

test_fail_declared_only if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [_watch("/a")], "merged": {"rules": [_watch("/a"), _watch("/b")]}}}
	denials == {{"item": "-a always,exit path=/b perm=aw key=k", "expected": "loaded", "actual": "merged"}}
}

test_fail_loaded_only if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [_watch("/a"), _watch("/b")], "merged": {"rules": [_watch("/a")]}}}
	denials == {{"item": "-a always,exit path=/b perm=aw key=k", "expected": "merged", "actual": "loaded"}}
}

test_fail_none if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": [], "merged": {"rules": []}}}
	denials == {{"item": "rules", "expected": ">= 1", "actual": 0}}
}

test_fail_no_answer if {
	denials := control.deny with input as {"os": {"platform": "vm"}, "audit": {"loaded": null, "merged": {"rules": [_watch("/a")]}}}
	denials == {{"item": "-a always,exit path=/a perm=aw key=k", "expected": "loaded", "actual": "merged"}}
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as {"os": {"platform": "container"}}
	not control.not_applicable with input as {"os": {"platform": "vm"}}
}

_watch(path) := {"list": "exit", "action": "always", "arch": null, "syscalls": [], "path": path, "perms": "aw", "fields": [], "keys": ["k"]}
