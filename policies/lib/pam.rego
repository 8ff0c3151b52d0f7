# METADATA
# title: Questions about a PAM stack, which is a list of lines in the order that PAM runs them
package lib.pam

of_type(stack, type) := [entry | some entry in stack; entry.type == type]

modules(stack, type) := [entry.module | some entry in of_type(stack, type)]

# `module` is asked before pam_unix takes the new password, and its refusal counts.
guards_password(stack, module) if {
	entries := of_type(stack, "password")
	some i, j
	entries[i].module == module
	not entries[i].control in {"optional", "sufficient"}
	entries[j].module == "pam_unix.so"
	i < j
}

lockout_order := ["pam_faillock.so preauth", "pam_unix.so", "pam_faillock.so authfail"]

# The lines of a login that a lockout rests on, in order; an `optional` one holds nobody up.
lockout_steps(stack) := [step |
	some entry in of_type(stack, "auth")
	entry.module in {"pam_faillock.so", "pam_unix.so", "pam_deny.so"}
	entry.control != "optional"
	step := concat(" ", array.concat([entry.module], [arg | some arg in entry.args; arg in {"preauth", "authfail"}]))
]

# A failure is counted only if pam_deny does not end the stack before.
locks_out(steps) if {
	some i, j, k
	[steps[i], steps[j], steps[k]] == lockout_order
	i < j
	k > j
	not "pam_deny.so" in array.slice(steps, j, k)
}
