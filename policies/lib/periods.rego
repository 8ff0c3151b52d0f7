# METADATA
# title: Periods that are reported on
# description: A period is a month (2026-10), a quarter (2026-Q4) or a year (2026).
package lib.periods

import data.lib.records

_months := {"monthly": 1, "quarterly": 3, "yearly": 12}

# The periods of a definition that have ended.
ended(definition, as_of) := {_named(month, size) |
	size := _months[definition.frequency]
	first := _index(definition.starts)
	last := _index(records.today(as_of)) - 1
	first <= last
	some month in numbers.range(first, last)
	(month + 1) % size == 0
	(month + 1) - size >= first
	_reported(definition.ends, month)
}

# How many days after a period's last day a day is: 1 is the first day after it.
days_after(day, period) := records.days_since(after(period), concat("", [day, "T00:00:00Z"])) + 1

# How many days have passed since a period's last day.
days_ago(period, as_of) := records.days_since(after(period), as_of) + 1

# The first day of a period, and the first one after it.
begins(period) := _day((_last(period) + 1) - _size(period))

after(period) := _day(_last(period) + 1)

_reported(null, _)

_reported(ends, month) if _day(month + 1) <= records.day_after(concat("", [ends, "T00:00:00Z"]), 1)

# Months are counted through: year times twelve and months gone.
_index(day) := ((to_number(substring(day, 0, 4)) * 12) + to_number(trim_left(substring(day, 5, 2), "0"))) - 1

_day(month) := sprintf("%d-%02d-01", [floor(month / 12), (month % 12) + 1])

_named(month, 1) := sprintf("%d-%02d", [floor(month / 12), (month % 12) + 1])

_named(month, 3) := sprintf("%d-Q%d", [floor(month / 12), ((month % 12) + 1) / 3])

_named(month, 12) := sprintf("%d", [floor(month / 12)])

_size(period) := 12 if {
	count(period) == 4
} else := 3 if {
	contains(period, "Q")
} else := 1

_last(period) := (to_number(period) * 12) + 11 if {
	_size(period) == 12
} else := ((to_number(substring(period, 0, 4)) * 12) + (to_number(substring(period, 6, 1)) * 3)) - 1 if {
	_size(period) == 3
} else := _index(period)
