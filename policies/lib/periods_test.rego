package lib.periods_test

import data.lib.periods

test_periods_end_with_their_last_day if {
	_ended("monthly", "2026-10-31T15:59:59Z") == {"2026-07", "2026-08", "2026-09"}
	_ended("monthly", "2026-10-31T16:00:00Z") == {"2026-07", "2026-08", "2026-09", "2026-10"}
	_ended("quarterly", "2026-12-31T00:00:00Z") == {"2026-Q3"}
	_ended("quarterly", "2027-01-01T00:00:00Z") == {"2026-Q3", "2026-Q4"}
}

test_years_end_with_december if {
	yearly := {"frequency": "yearly", "starts": "2024-01-01", "ends": null}
	periods.ended(yearly, "2026-12-31T00:00:00Z") == {"2024", "2025"}
	periods.ended(yearly, "2024-12-31T00:00:00Z") == set()
}

test_nothing_ended_before_it_began if {
	_ended("monthly", "2026-07-31T00:00:00Z") == set()
	_ended("monthly", "2025-01-01T00:00:00Z") == set()
}

test_a_definition_ends if {
	ended := {"frequency": "monthly", "starts": "2026-07-01", "ends": "2026-08-31"}
	periods.ended(ended, "2026-11-23T00:00:00Z") == {"2026-07", "2026-08"}
	cut := {"frequency": "monthly", "starts": "2026-07-01", "ends": "2026-08-30"}
	periods.ended(cut, "2026-11-23T00:00:00Z") == {"2026-07"}
}

test_first_and_following_days if {
	[periods.begins(period) | some period in ["2026-10", "2026-Q4", "2026", "2026-12"]] == [
		"2026-10-01",
		"2026-10-01",
		"2026-01-01",
		"2026-12-01",
	]
	[periods.after(period) | some period in ["2026-10", "2026-Q4", "2026", "2026-Q1", "2026-08"]] == [
		"2026-11-01",
		"2027-01-01",
		"2027-01-01",
		"2026-04-01",
		"2026-09-01",
	]
}

test_days_are_counted_from_the_last_day if {
	periods.days_after("2026-10-31", "2026-10") == 0
	periods.days_after("2026-11-01", "2026-10") == 1
	periods.days_after("2026-10-30", "2026-10") == -1
	periods.days_ago("2026-10", "2026-11-10T15:00:00Z") == 10
	periods.days_ago("2026-10", "2026-11-10T16:00:00Z") == 11
}

_ended(frequency, as_of) := periods.ended({"frequency": frequency, "starts": "2026-07-01", "ends": null}, as_of)
