# METADATA
# title: What the controls of kernel modules need to say alike
package lib.modules

# One denial for each named module that can be loaded or is there already. Of a module that is listed twice both
# entries count, and one that is not listed is not known to be blocked.
denials(modules, names) := {denial |
	some name in names
	some state in _states(modules, name)
	state != "blocked"
	denial := {"item": name, "expected": "blocked", "actual": state}
}

_states(modules, name) := states if {
	states := {_state(module) | some module in modules; module.name == replace(name, "-", "_")}
	count(states) > 0
} else := {null}

_state(module) := "built into the kernel" if {
	module.builtin
} else := "loaded" if {
	module.loaded
} else := "blocked" if {
	module.refused_by_kernel
} else := "not blacklisted" if {
	_ends_at_once(module.install)
	not module.blacklisted
} else := "blocked" if {
	_ends_at_once(module.install)
} else := "can be loaded"

_ends_at_once(command) if command in {"/bin/false", "/usr/bin/false", "/bin/true", "/usr/bin/true"}
