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

lockout_order := ["pam_faillock.so preauth", "pam_unix.so", "pam_faillock.so authfail"]

# The lines of a login that a lockout rests on, in order, but for those that hold nobody up.
lockout_steps(stack) := [step |
	some entry in of_type(stack, "auth")
	entry.module in {"pam_faillock.so", "pam_unix.so", "pam_deny.so"}
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
	[steps[i], steps[j], steps[k]] == lockout_order
	i < j
	k > j
	not "pam_unix.so" in array.slice(steps, 0, i)
	not "pam_deny.so" in array.slice(steps, j, k)
}
