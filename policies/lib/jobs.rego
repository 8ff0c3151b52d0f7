# METADATA
# title: What controls of recurring jobs need to say alike
package lib.jobs

# Whether something was at most so many days ago. What is not known (null) sorts before every number, and what
# lies ahead of the clock is no age: neither passes for a small one.
recent(days, most) if {
	is_number(days)
	days >= 0
	days <= most
}

# Whether a unit runs now and will after the next start.
runs(units, name) if {
	some unit in units
	unit.name == name
	unit.enabled
	unit.active
}

any_runs(units) if {
	some unit in units
	runs(units, unit.name)
}

# A unit's state as a text; "" where it is not among the units.
state(units, name) := concat("; ", [sprintf("%s, %s", [_enabled[unit.enabled], _active[unit.active]]) |
	some unit in units
	unit.name == name
])

_enabled := {true: "enabled", false: "disabled"}

_active := {true: "active", false: "inactive"}
