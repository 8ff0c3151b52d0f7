# METADATA
# title: What the controls of the kernel's settings need to say alike
package lib.sysctl

# One denial for each key of `demanded` (key → its good values, the first is the usual one) and each running
# value that is none of them. A key that this kernel lacks protects nothing, so it is denied with null.
denials(settings, demanded) := {denial |
	some key, good in demanded
	some actual in _running(settings, key)
	not actual in good
	denial := {"item": key, "expected": _said(good), "actual": actual}
}

# Of a key that is listed twice both values count: which of them holds cannot be told.
_running(settings, key) := values if {
	values := {setting.running | some setting in settings; setting.key == key}
	count(values) > 0
} else := {null}

_said(good) := good[0] if {
	count(good) == 1
} else := good
