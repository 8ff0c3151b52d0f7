# METADATA
# title: What the controls of the start need to say alike
package lib.boot

# Kernel and firmware of a host that shows none are not known to be good.
unknown(section) := {{"item": "kernel and firmware", "expected": "known", "actual": null}} if {
	is_null(section.machine)
} else := set()
