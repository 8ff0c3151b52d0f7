package lib.audit_test

import data.lib.audit

_watch := {
	"list": "exit", "action": "always", "arch": null, "syscalls": [],
	"path": "/etc/pam.d", "perms": "aw", "fields": [], "keys": ["identity"],
}

_call := {
	"list": "exit", "action": "always", "arch": "b64", "syscalls": ["chmod", "fchmod"],
	"path": null, "perms": null, "fields": ["auid!=unset", "auid>=1000"], "keys": ["perm_mod"],
}

_audit(rules) := {"loaded": rules, "merged": {"rules": rules}}

_unwatched(rule, path) := {denial.item | some denial in audit.unwatched(_audit([rule]), [path])}

_both(item) := {sprintf("loaded: %s", [item]), sprintf("merged: %s", [item])}

test_a_directory_is_watched_with_all_below_it if {
	_unwatched(_watch, "/etc/pam.d") == set()
	_unwatched(_watch, "/etc/pam.d/sshd") == set()
	_unwatched(_watch, "/etc/pam.d2") == _both("/etc/pam.d2")
	_unwatched(_watch, "/etc") == _both("/etc")
	_unwatched(object.union(_watch, {"path": "/"}), "/etc/pam.d") == set()
}

test_a_watch_that_is_narrowed_is_none if {
	every change in [{"perms": "w"}, {"perms": "r"}, {"fields": ["auid>=1000"]}, {"action": "never"}, {"list": "user"}, {"path": null}, {"arch": "b64"}, {"syscalls": ["open"]}] {
		_unwatched(object.union(_watch, change), "/etc/pam.d") == _both("/etc/pam.d")
	}
}

test_what_is_not_loaded_is_denied_alone if {
	denials := audit.unwatched({"loaded": null, "merged": {"rules": [_watch]}}, ["/etc/pam.d"])
	denials == {{"item": "loaded: /etc/pam.d", "expected": "wa", "actual": null}}
}

_unrecorded(machine, rules) := {denial.item | some denial in audit.unrecorded(machine, _audit(rules), ["chmod"], audit.users)}

test_each_architecture_counts if {
	_unrecorded("x86_64", [_call]) == _both("b32 chmod")
	_unrecorded("x86_64", [_call, object.union(_call, {"arch": "b32"})]) == set()
	_unrecorded("x86_64", [object.union(_call, {"arch": null})]) == set()
	_unrecorded("x86_64", [object.union(_call, {"arch": null, "syscalls": []})]) == set()
	_unrecorded("aarch64", []) == set()
	_unrecorded("", [_call]) == _both("b32 chmod")
}

test_a_rule_that_is_narrowed_further_is_none if {
	every change in [{"fields": ["auid>=1000", "uid=33"]}, {"fields": ["auid>=2000"]}, {"action": "never"}, {"list": "exclude"}, {"syscalls": ["chown"]}, {"path": "/etc", "perms": "aw"}, {"perms": "x"}] {
		_unrecorded("x86_64", [object.union(object.union(_call, {"arch": null}), change)]) == _both("b32 chmod") | _both("b64 chmod")
	}
}

test_a_rule_is_worded_as_auditctl_does if {
	audit.text(_watch) == "-a always,exit path=/etc/pam.d perm=aw key=identity"
	audit.text(_call) == "-a always,exit arch=b64 -S chmod,fchmod auid!=unset auid>=1000 key=perm_mod"
}
