package lib.drills_test

import data.lib.drills

test_last_of_its_kind if {
	records := [{"kind": "alert", "days": 1}, {"kind": "restore", "days": 2}, {"kind": "restore", "days": 9}]
	drills.last(records, "restore").days == 2
	not drills.last(records, "rebuild")
}

test_kept_elsewhere if {
	drills.kept_elsewhere({"keeper": "ops-1", "here": false}).en == "Records of drills are kept on ops-1."
	not drills.kept_elsewhere({"keeper": "ops-1", "here": true})
	not drills.kept_elsewhere(null)
}

test_none_held if {
	drills.none_held({"settings": {"here": true}, "records": []}).item == "drills"
	not drills.none_held({"settings": {"here": true}, "records": [{"kind": "alert"}]})
	not drills.none_held({"settings": {"here": false}, "records": []})
	not drills.none_held({"settings": null, "records": []})
}

test_overdue if {
	section := {"records": [{"kind": "alert", "days": 3, "passed": false}, {"kind": "alert", "days": 91, "passed": true}]}
	drills.overdue(section, "alert", 90).actual == 91
	not drills.overdue(section, "alert", 91)
	drills.overdue(section, "restore", 90).actual == null
}

test_a_drill_still_to_come_is_none if {
	drills.overdue({"records": [{"kind": "alert", "days": -1, "passed": true}]}, "alert", 90).actual == -1
}
