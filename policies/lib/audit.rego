# METADATA
# title: What the controls of audit rules need to say alike
package lib.audit

# One denial for each path whose changes are not recorded, by the rules that are loaded or by those of the next start.
unwatched(audit, paths) := {denial |
	some where, rules in _both(audit)
	some path in paths
	not _watched(rules, path)
	denial := {"item": sprintf("%s: %s", [where, path]), "expected": "wa", "actual": null}
}

# One denial for each system call that is not recorded on some architecture. A rule counts where no condition but
# those of `narrowing` holds it back.
unrecorded(machine, audit, calls, narrowing) := {denial |
	some where, rules in _both(audit)
	some arch, absent in _tables(machine)
	some call in calls
	not call in absent
	not _recorded(rules, arch, call, narrowing)
	denial := {"item": sprintf("%s: %s %s", [where, arch, call]), "expected": "always", "actual": null}
}

# Those of people, not of services: whoever has logged in and has an account of a person.
users := {"auid>=1000", "auid!=unset"}

# A rule in auditctl's words.
text(rule) := concat(" ", array.concat(_head(rule), array.concat(_what(rule), _rest(rule))))

_both(audit) := {"loaded": _listed(audit.loaded), "merged": audit.merged.rules}

_listed(rules) := rules if {
	is_array(rules)
} else := []

_watched(rules, path) if {
	some rule in rules
	_always(rule)
	rule.arch == null
	rule.syscalls == []
	rule.fields == []
	contains(rule.perms, "w")
	contains(rule.perms, "a")
	startswith(sprintf("%s/", [path]), sprintf("%s/", [trim_right(rule.path, "/")]))
}

_recorded(rules, arch, call, narrowing) if {
	some rule in rules
	_always(rule)
	rule.arch in {arch, null}
	_about(rule, call)
	rule.path == null
	rule.perms == null
	every field in rule.fields {
		field in narrowing
	}
}

_always(rule) if {
	rule.list == "exit"
	rule.action == "always"
}

_about(rule, call) if call in rule.syscalls

_about(rule, _) if rule.syscalls == []

# Each table of system calls that the kernel serves, with the older calls that it lacks. All are demanded of a machine
# that is not known.
_tables(machine) := {"b64": {"chmod", "chown", "creat", "lchown", "open", "rename", "rmdir", "unlink"}} if {
	machine in {"aarch64", "loongarch64", "riscv64"}
} else := {"b64": set(), "b32": set()}

_head(rule) := array.concat(
	["-a", sprintf("%s,%s", [rule.action, rule.list])],
	[sprintf("arch=%s", [rule.arch]) | rule.arch != null],
)

_what(rule) := array.concat(
	[sprintf("-S %s", [concat(",", rule.syscalls)]) | rule.syscalls != []],
	[word | some word in [sprintf("path=%s", [rule.path]), sprintf("perm=%s", [rule.perms])]; rule.path != null],
)

_rest(rule) := array.concat(rule.fields, [sprintf("key=%s", [key]) | some key in rule.keys])
