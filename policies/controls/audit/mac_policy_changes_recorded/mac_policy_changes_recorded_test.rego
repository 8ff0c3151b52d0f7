package controls.audit.mac_policy_changes_recorded_test

import data.controls.audit.mac_policy_changes_recorded as control

test_fail_not_watched if {
	denials := control.deny with input as _host("vm", [], []) with data.params.audit.mac_policy_changes_recorded as {"mac_paths": ["/etc/a"]}
	denials == {{"item": "loaded: /etc/a", "expected": "wa", "actual": null}, {"item": "merged: /etc/a", "expected": "wa", "actual": null}}
}

test_fail_gone_at_the_next_start if {
	denials := control.deny with input as _host("vm", [_watch("/etc/a")], []) with data.params.audit.mac_policy_changes_recorded as {"mac_paths": ["/etc/a"]}
	denials == {{"item": "merged: /etc/a", "expected": "wa", "actual": null}}
}

test_pass_watched if {
	denials := control.deny with input as _host("machine", [_watch("/etc/a")], [_watch("/etc/a")]) with data.params.audit.mac_policy_changes_recorded as {"mac_paths": ["/etc/a"]}
	denials == set()
}

test_pass_a_folder_above if {
	denials := control.deny with input as _host("vm", [_watch("/etc")], [_watch("/etc/a")]) with data.params.audit.mac_policy_changes_recorded as {"mac_paths": ["/etc/a"]}
	denials == set()
}

test_not_applicable_in_a_container if {
	control.not_applicable.en with input as _host("container", null, [])
	not control.not_applicable with input as _host("vm", [], [])
}

_watch(path) := {"list": "exit", "action": "always", "arch": null, "syscalls": [], "path": path, "perms": "aw", "fields": [], "keys": ["k"]}

_host(platform, loaded, merged) := {
	"os": {"platform": platform, "architecture": "x86_64"},
	"audit": {"loaded": loaded, "merged": {"rules": merged}},
}
