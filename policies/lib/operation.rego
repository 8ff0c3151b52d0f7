# METADATA
# title: What several controls on how the hub is run need to say alike
package lib.operation

import data.lib.records

# A day that has come, and that is at most so many days ago.
recent(day, as_of, days) if {
	day != null
	age := records.days_since(day, as_of)
	age >= 0
	age <= days
}

# The first day that is still recent, in the words of a denial.
since(as_of, days) := sprintf(">= %s", [records.day_after(as_of, 0 - days)])

# In use: begun, and the last day is not over.
used(from, last, as_of) if {
	records.reached(from, as_of)
	not records.over(last, as_of)
}

# Who works there.
active(people, as_of) := {person.id | some person in people; records.active(person, as_of)}

# The posts that somebody holds who still works there.
held(posts, people, as_of) := {post.id | some post in posts; post.primary in active(people, as_of)}

# Approved no later than it began.
approved_before(thing, day) if {
	thing.approved != null
	thing.approved <= day
}

# What is wrong with things, as (thing, field, expected), in the form of denials.
denials(wrong) := {{"item": sprintf("%s.%s", [thing.id, field]), "expected": expected, "actual": actual} |
	some [thing, field, expected] in wrong
	actual := object.get(thing, field, null)
}

# The procedures on a topic that are in force.
procedures(all, topic, as_of) := [procedure |
	some procedure in all
	procedure.topic == topic
	records.in_force(procedure, as_of)
]

# What is wrong with one that has to cover some points, be approved, and be held against practice.
procedure_faults(procedure, points, as_of, days) := union({
	{[procedure, "covers", sort(points)] | some point in points; not point in procedure.covers},
	{[procedure, "approved_by", "post"] | procedure.approved_by == null},
	{[procedure, "reviewed", since(as_of, days)] | not _fresh(procedure, as_of, days)},
})

_fresh(procedure, as_of, days) if recent(procedure.issued, as_of, days)

_fresh(procedure, as_of, days) if recent(procedure.reviewed, as_of, days)

# The checks on a topic of which the period ended at most so many days ago.
checks(all, topic, as_of, days) := [check |
	some check in all
	check.topic == topic
	records.reached(check.done, as_of)
	recent(check.ends, as_of, days)
]

# What is wrong with one that found something of which nothing has come: no problem, no incident.
unfollowed(check) := {[check, "found", sprintf("<= %d", [known])] |
	known := count(check.problems) + count(check.incidents)
	check.found > known
}
