package lib.records_test

import data.lib.records

test_days_are_chinas if {
	records.days_since("2026-11-23", "2026-11-22T15:59:59Z") == -1
	records.days_since("2026-11-23", "2026-11-22T16:00:00Z") == 0
	records.days_since("2026-11-23", "2026-11-23T15:59:59Z") == 0
	records.days_since("2026-11-23", "2026-11-23T16:00:00Z") == 1
	records.today("2026-11-22T16:00:00Z") == "2026-11-23"
}

test_years_are_counted_whole if {
	records.days_since("2023-11-23", "2026-11-23T00:00:00Z") == 1096
	records.days_since("2199-12-31", "2026-11-23T00:00:00Z") < 0
	records.days_since("1990-01-01", "2026-11-23T00:00:00Z") > 13000
	records.day_after("2026-12-31T00:00:00Z", 1) == "2027-01-01"
}

test_the_last_day_is_not_over if {
	not records.over("2026-11-23", "2026-11-23T00:00:00Z")
	records.over("2026-11-22", "2026-11-23T00:00:00Z")
	not records.over(null, "2026-11-23T00:00:00Z")
	not records.reached(null, "2026-11-23T00:00:00Z")
	not records.reached("2026-11-24", "2026-11-23T00:00:00Z")
}

test_somebody_who_left_keeps_access_until_it_is_withdrawn if {
	person := {"access": true, "joined": "2024-01-01", "left": "2026-01-01", "access_withdrawn": null}
	not records.active(person, "2026-11-23T00:00:00Z")
	records.can_enter(person, "2026-11-23T00:00:00Z")
	not records.can_enter(object.union(person, {"access_withdrawn": "2026-11-23"}), "2026-11-23T00:00:00Z")
}
