# METADATA
# title: Questions about a PAM stack, which is a list of lines in the order that PAM runs them
package lib.pam

of_type(stack, type) := [entry | some entry in stack; entry.type == type]

modules(stack, type) := [entry.module | some entry in of_type(stack, type)]

# What the module refuses is refused; any other word, known or not, may let the stack go on.
refuses(entry) if entry.control in {"required", "requisite"}

refuses(entry) if regex.match(`^\[.*\bdefault=(die|bad)\b.*\]$`, entry.control)

# `module` is asked before pam_unix takes the new password, and its refusal counts.
guards_password(stack, module) if {
	entries := of_type(stack, "password")
	some i
	entries[i].module == module
	refuses(entries[i])
	names := [entry.module | some entry in entries]
	not "pam_unix.so" in array.slice(names, 0, i)
	"pam_unix.so" in names
}

# Without the module's consent nobody gets past it: nothing before it lets anyone in, and what follows its refusal refuses.
demands(stack, module) if {
	entries := of_type(stack, "auth")
	some i
	entries[i].module == module
	every entry in array.slice(entries, 0, i) {
		entry.control in {"required", "requisite", "optional"}
	}
	_stops(entries, i)
}

_stops(entries, i) if refuses(entries[i])

_stops(entries, i) if {
	regex.match(`^\[success=[0-9]+ default=ignore\]$`, entries[i].control)
	entries[i + 1].module in {"pam_faillock.so", "pam_deny.so"}
	not "preauth" in entries[i + 1].args
	refuses(entries[i + 1])
}

# What a line gives the module as `name=value`, or null.
argument(entry, name) := trim_prefix(given[0], prefix) if {
	prefix := concat("", [name, "="])
	given := [arg | some arg in entry.args; startswith(arg, prefix)]
	count(given) > 0
} else := null

no_one_time_passwords := {
	"en": "No login on this host asks for a one-time password.",
	"zh": "本机没有任何登录方式使用一次性口令。",
}

# What asks for the secret that is guessed at.
_asks := {"pam_unix.so", "pam_oath.so"}

lockout_order := ["pam_faillock.so preauth", "pam_unix.so", "pam_faillock.so authfail"]

# The lines of a login that a lockout rests on, in order, but for those that hold nobody up.
lockout_steps(stack) := [step |
	some entry in of_type(stack, "auth")
	entry.module in ({"pam_faillock.so", "pam_deny.so"} | _asks)
	_holds_up(entry)
	step := concat(" ", array.concat([entry.module], [arg | some arg in entry.args; arg in {"preauth", "authfail"}]))
]

_holds_up(entry) if {
	entry.control != "optional"
	not "preauth" in entry.args
}

# Only a refusal before the password is asked for keeps the one out who guessed it.
_holds_up(entry) if {
	"preauth" in entry.args
	refuses(entry)
}

# A failure is counted only if the password is not asked for sooner and pam_deny does not end the stack before.
locks_out(steps) if {
	some i, j, k
	steps[i] == "pam_faillock.so preauth"
	steps[j] in _asks
	steps[k] == "pam_faillock.so authfail"
	i < j
	k > j
	count({step | some step in array.slice(steps, 0, i)} & _asks) == 0
	not "pam_deny.so" in array.slice(steps, j, k)
}
