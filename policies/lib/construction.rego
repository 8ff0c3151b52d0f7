# METADATA
# title: What the controls of construction need to say alike
# description: |
#   Fields are named by text, where OPA cannot tell a slip of the pen; `object.get` makes one a denial.
package lib.construction

import data.lib.records

# The systems that are judged: those in operation.
operating(systems, as_of) := [system |
	some system in systems
	records.reached(system.opened, as_of)
	not records.over(system.retired, as_of)
]

# A hub without a system in operation, or a system of which nothing is known, passes nothing.
unrecorded(systems, known) := {_none(system.id) |
	some system in systems
	not system.id in known
} | {_none("system") | count(systems) == 0}

_none(item) := {"item": item, "expected": ">= 1", "actual": 0}

# What is recorded of these systems.
of(systems, things) := [thing |
	some system in systems
	some thing in things
	thing.system == system.id
]

# Projects of these systems whose result is in operation.
live(systems, projects, as_of) := [project |
	some project in of(systems, projects)
	records.reached(project.went_live, as_of)
]

# Graded assessments of these systems that were held.
held(systems, assessments, as_of) := [assessment |
	some assessment in of(systems, assessments)
	records.reached(assessment.held, as_of)
]

# The systems that some project brought into operation; a later one only changed them.
built(systems, projects) := {system.id |
	some system in systems
	some project in of([system], projects)
	project.went_live <= system.opened
	project.went_live != null
}

# Steps, each with the day before which it had to be taken, or null where it only must have been.
late(record, steps, as_of) := {{"item": _place(record, field), "expected": sprintf("<= %s", [limit]), "actual": day} |
	some field, before in steps
	day := object.get(record, field, null)
	limit := min([one | some one in [before, records.today(as_of)]; one != null])
	not _within(day, limit)
}

_within(day, limit) if {
	day != null
	day <= limit
}

blank(record, fields) := {{"item": _place(record, field), "expected": "recorded", "actual": null} |
	some field in fields
	object.get(record, field, null) == null
}

untrue(record, fields) := {{"item": _place(record, field), "expected": true, "actual": false} |
	some field in fields
	object.get(record, field, false) == false
}

# A check that was not made for too many days. One still to come is none.
overdue(record, field, days, as_of) := {{"item": _place(record, field), "expected": sprintf("<= %d", [days]), "actual": age} |
	age := _age(object.get(record, field, null), as_of)
	not _recent(age, days)
}

_age(day, as_of) := records.days_since(day, as_of) if {
	records.reached(day, as_of)
} else := null

_recent(age, days) if {
	age != null
	age <= days
}

_place(record, field) := sprintf("%s.%s", [record.id, field])

# Software of a system has an origin; where every system says so, what is not there does not apply.
none_of_origin(systems, software, origin) if {
	count(unrecorded(systems, {one.system | some one in software})) == 0
	count([one | some one in of(systems, software); one.origin == origin]) == 0
}

no_own_software := {
	"en": "No software of a system in operation was developed by the hub itself; each system names its software.",
	"zh": "在用系统均已登记所用软件，其中没有自行开发的软件。",
}
