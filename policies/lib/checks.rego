# METADATA
# title: What several controls say alike of things that somebody checks from time to time
# description: |
#   A check is a part of a record with the day it was made, or null where nobody made one.
package lib.checks

import data.lib.records

# What is in use: it was taken into use, and its last day is not past.
in_use(things, as_of) := [thing |
	some thing in things
	records.reached(thing.opened, as_of)
	not records.over(thing.retired, as_of)
]

# How many days ago somebody checked; null for never. A check still to come is none.
age(check, as_of) := records.days_since(check.checked, as_of) if {
	check != null
	records.reached(check.checked, as_of)
} else := null

overdue(check, _, as_of) if age(check, as_of) == null

overdue(check, days, as_of) if age(check, as_of) > days
