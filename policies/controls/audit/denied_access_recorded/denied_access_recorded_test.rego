package controls.audit.denied_access_recorded_test

import data.controls.audit.denied_access_recorded as control

test_pass_recorded if {
	denials := control.deny with input as _host("vm", _rules, _rules)
	denials == set()
}

test_fail_one_call_of_one_architecture if {
	rules := [object.union(rule, {"syscalls": [call | some call in rule.syscalls; not call in _taken(rule)]}) | some rule in _rules]
	denials := control.deny with input as _host("vm", _rules, rules)
	denials == {{"item": "merged: b32 open exit=-EPERM", "expected": "always", "actual": null}}
}

test_fail_nothing_recorded if {
	denials := control.deny with input as _host("vm", null, _rules)
	count(denials) == 28
}

test_fail_narrowed_to_one_user if {
	rules := [object.union(rule, {"fields": array.concat(rule.fields, ["uid=33"])}) | some rule in _rules]
	denials := control.deny with input as _host("vm", rules, _rules)
	count(denials) == 28
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as _host("container", null, [])
	not control.not_applicable with input as _host("vm", [], [])
}

_taken(rule) := {"open"} if {
	rule.arch == "b32"
	"exit=-EPERM" in rule.fields
} else := set()

_rule(arch, fields) := {"list": "exit", "action": "always", "arch": arch, "syscalls": ["creat", "ftruncate", "open", "open_by_handle_at", "openat", "openat2", "truncate"], "path": null, "perms": null, "fields": fields, "keys": ["access"]}

_rules := [rule |
	some fields in [["auid!=unset", "auid>=1000", "exit=-EACCES"], ["auid!=unset", "auid>=1000", "exit=-EPERM"]]
	some arch in ["b32", "b64"]
	rule := _rule(arch, fields)
]

_host(platform, loaded, merged) := {
	"os": {"platform": platform, "architecture": "x86_64"},
	"audit": {"loaded": loaded, "merged": {"rules": merged}},
}
