# METADATA
# title: What several controls on records need to say alike
# description: |
#   Days are days of China Standard Time, as the people who write the records mean them.
package lib.records

_day_ns := (((24 * 60) * 60) * 1000) * 1000000

_china_ns := (((8 * 60) * 60) * 1000) * 1000000

# How many days ago a day was: 0 is today, less is still to come. Both days are counted from 1970 and
# then subtracted, since OPA's floor() gives 0 for what lies between -1 and 0.
days_since(day, as_of) := _number(as_of) - _number(concat("", [day, "T00:00:00+08:00"]))

_number(moment) := floor((time.parse_rfc3339_ns(moment) + _china_ns) / _day_ns)

# The day that lies `days` days after the date of judging.
day_after(as_of, days) := time.format([
	(time.parse_rfc3339_ns(as_of) + _china_ns) + (days * _day_ns),
	"UTC",
	"2006-01-02",
])

today(as_of) := day_after(as_of, 0)

reached(day, as_of) if {
	day != null
	days_since(day, as_of) >= 0
}

# The last day of validity, of work or of a contract is still a good day.
over(day, as_of) if {
	day != null
	days_since(day, as_of) >= 1
}

active(person, as_of) if {
	reached(person.joined, as_of)
	not over(person.left, as_of)
}

# Somebody who has left and whose access was not withdrawn still has it.
can_enter(person, as_of) if {
	person.access
	reached(person.joined, as_of)
	not reached(person.access_withdrawn, as_of)
}

# A regime or an emergency plan that is issued and not withdrawn.
in_force(document, as_of) if {
	reached(document.issued, as_of)
	not reached(document.withdrawn, as_of)
}

# Until when something holds: for ever where no end is given.
until(thing) := thing.expires if {
	thing.expires != null
} else := "9999-12-31"
