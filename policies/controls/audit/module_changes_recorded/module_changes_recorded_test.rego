package controls.audit.module_changes_recorded_test

import data.controls.audit.module_changes_recorded as control

test_pass_recorded if {
	denials := control.deny with input as _host("vm", _rules, _rules)
	denials == set()
}

test_fail_one_call_of_one_architecture if {
	rules := [object.union(rule, {"syscalls": [call | some call in rule.syscalls; not call in _taken(rule)]}) | some rule in _rules]
	denials := control.deny with input as _host("vm", _rules, rules)
	denials == {{"item": "merged: b32 init_module", "expected": "always", "actual": null}}
}

test_fail_nothing_recorded if {
	denials := control.deny with input as _host("vm", null, _rules)
	count(denials) == 6
}

test_fail_narrowed_to_one_user if {
	rules := [object.union(rule, {"fields": array.concat(rule.fields, ["uid=33"])}) | some rule in _rules]
	denials := control.deny with input as _host("vm", rules, _rules)
	count(denials) == 6
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as _host("container", null, [])
	not control.not_applicable with input as _host("vm", [], [])
}

_taken(rule) := {"init_module"} if {
	rule.arch == "b32"
} else := set()

_rule(arch, fields) := {"list": "exit", "action": "always", "arch": arch, "syscalls": ["delete_module", "finit_module", "init_module"], "path": null, "perms": null, "fields": fields, "keys": ["modules"]}

_rules := [rule |
	some fields in [[]]
	some arch in ["b32", "b64"]
	rule := _rule(arch, fields)
]

_host(platform, loaded, merged) := {
	"os": {"platform": platform, "architecture": "x86_64"},
	"audit": {"loaded": loaded, "merged": {"rules": merged}},
}
