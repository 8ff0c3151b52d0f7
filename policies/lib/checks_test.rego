package lib.checks_test

import data.lib.checks

test_in_use_from_the_first_day_to_the_last if {
	things := [
		{"id": 1, "opened": "2026-11-23", "retired": null},
		{"id": 2, "opened": "2026-11-24", "retired": null},
		{"id": 3, "opened": "2024-01-01", "retired": "2026-11-23"},
		{"id": 4, "opened": "2024-01-01", "retired": "2026-11-22"},
	]
	[1, 3] == [thing.id | some thing in checks.in_use(things, _today)]
}

test_a_check_is_good_on_its_last_day if {
	checks.age({"checked": "2026-11-13"}, _today) == 10
	not checks.overdue({"checked": "2026-11-13"}, 10, _today)
	checks.overdue({"checked": "2026-11-12"}, 10, _today)
}

test_no_check_and_one_to_come_are_overdue if {
	checks.age(null, _today) == null
	checks.age({"checked": "2026-11-24"}, _today) == null
	checks.overdue(null, 10, _today)
	checks.overdue({"checked": "2026-11-24"}, 10, _today)
}

_today := "2026-11-23T00:00:00Z"
