# METADATA
# title: What the controls of the kernel's settings need to say alike
package lib.sysctl

# One denial for each key of `demanded` (key → its good values, the first is the usual one) whose running
# value is none of them. A key that this kernel lacks protects nothing, so it is denied with null.
denials(settings, demanded) := {denial |
	some key, good in demanded
	actual := _running(settings, key)
	not actual in good
	denial := {"item": key, "expected": _said(good), "actual": actual}
}

_running(settings, key) := value if {
	values := [setting.running | some setting in settings; setting.key == key]
	value := array.concat(values, [null])[0]
}

_said(good) := good[0] if {
	count(good) == 1
} else := good
