package controls.audit.time_changes_recorded_test

import data.controls.audit.time_changes_recorded as control

test_pass_recorded if {
	denials := control.deny with input as _host("vm", array.concat(_rules, [_watch("/etc/a")]), array.concat(_rules, [_watch("/etc/a")])) with data.params.audit.time_changes_recorded as {"time_paths": ["/etc/a"]}
	denials == set()
}

test_fail_one_call_of_one_architecture if {
	rules := [object.union(rule, {"syscalls": [call | some call in rule.syscalls; not call in _taken(rule)]}) | some rule in array.concat(_rules, [_watch("/etc/a")])]
	denials := control.deny with input as _host("vm", array.concat(_rules, [_watch("/etc/a")]), rules) with data.params.audit.time_changes_recorded as {"time_paths": ["/etc/a"]}
	denials == {{"item": "merged: b32 adjtimex", "expected": "always", "actual": null}}
}

test_fail_nothing_recorded if {
	denials := control.deny with input as _host("vm", null, array.concat(_rules, [_watch("/etc/a")])) with data.params.audit.time_changes_recorded as {"time_paths": ["/etc/a"]}
	count(denials) == 7
}

test_fail_not_watched if {
	denials := control.deny with input as _host("vm", _rules, array.concat(_rules, [_watch("/etc/a")])) with data.params.audit.time_changes_recorded as {"time_paths": ["/etc/a"]}
	denials == {{"item": "loaded: /etc/a", "expected": "wa", "actual": null}}
}

test_fail_narrowed_to_one_user if {
	rules := [object.union(rule, {"fields": array.concat(rule.fields, ["uid=33"])}) | some rule in _rules]
	denials := control.deny with input as _host("vm", rules, array.concat(_rules, [_watch("/etc/a")])) with data.params.audit.time_changes_recorded as {"time_paths": ["/etc/a"]}
	count(denials) == 7
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as _host("container", null, [])
	not control.not_applicable with input as _host("vm", [], [])
}

_taken(rule) := {"adjtimex"} if {
	rule.arch == "b32"
} else := set()

_rule(arch, fields) := {"list": "exit", "action": "always", "arch": arch, "syscalls": ["adjtimex", "clock_settime", "settimeofday"], "path": null, "perms": null, "fields": fields, "keys": ["time-change"]}

_rules := [rule |
	some fields in [[]]
	some arch in ["b32", "b64"]
	rule := _rule(arch, fields)
]

_watch(path) := {"list": "exit", "action": "always", "arch": null, "syscalls": [], "path": path, "perms": "aw", "fields": [], "keys": ["k"]}

_host(platform, loaded, merged) := {
	"os": {"platform": platform, "architecture": "x86_64"},
	"audit": {"loaded": loaded, "merged": {"rules": merged}},
}
