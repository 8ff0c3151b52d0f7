package lib.jobs_test

import data.lib.jobs

test_recent if {
	jobs.recent(0, 2)
	jobs.recent(2, 2)
	not jobs.recent(3, 2)
	not jobs.recent(-1, 2)
	not jobs.recent(null, 2)
}

test_runs if {
	units := [{"name": "a", "enabled": true, "active": true}, {"name": "b", "enabled": false, "active": true}]
	jobs.runs(units, "a")
	jobs.any_runs(units)
	not jobs.runs(units, "b")
	not jobs.any_runs([units[1]])
}

test_state if {
	units := [{"name": "a", "enabled": true, "active": false}]
	jobs.state(units, "a") == "enabled, inactive"
	jobs.state(units, "b") == ""
}
