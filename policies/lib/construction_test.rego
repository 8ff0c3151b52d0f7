package lib.construction_test

import data.lib.construction

_as_of := "2026-11-23T00:00:00Z"

_system := {"id": "SYS-1", "opened": "2023-04-03", "retired": null}

test_a_system_counts_from_its_first_day_to_its_last if {
	every days, expected in {
		["2026-11-23", null]: 1,
		["2026-11-24", null]: 0,
		["2023-04-03", "2026-11-23"]: 1,
		["2023-04-03", "2026-11-22"]: 0,
	} {
		[opened, retired] := days
		count(construction.operating([{"id": "SYS-1", "opened": opened, "retired": retired}], _as_of)) == expected
	}
}

test_what_is_not_recorded if {
	construction.unrecorded([_system], {"SYS-1", "SYS-2"}) == set()
	construction.unrecorded([_system], {"SYS-2"}) == {{"item": "SYS-1", "expected": ">= 1", "actual": 0}}
	construction.unrecorded([], {"SYS-1"}) == {{"item": "system", "expected": ">= 1", "actual": 0}}
}

test_what_is_of_a_system if {
	construction.of([_system], [{"id": "a", "system": "SYS-1"}, {"id": "b", "system": "SYS-2"}]) == [{"id": "a", "system": "SYS-1"}]
}

test_assessments_count_once_they_are_held if {
	every day, expected in {"2026-11-23": 1, "2026-11-24": 0} {
		count(construction.held([_system], [{"system": "SYS-1", "held": day}], _as_of)) == expected
	}
}

test_projects_count_once_they_are_live if {
	every days, expected in {["2026-11-23"]: 1, ["2026-11-24"]: 0, [null]: 0} {
		count(construction.live([_system], [{"system": "SYS-1", "went_live": days[0]}], _as_of)) == expected
	}
}

test_only_what_went_live_by_then_brought_a_system_into_operation if {
	every days, expected in {["2023-04-03"]: {"SYS-1"}, ["2023-04-04"]: set(), [null]: set()} {
		construction.built([_system], [{"system": "SYS-1", "went_live": days[0]}]) == expected
	}
}

test_a_step_is_late_after_the_day_that_limits_it if {
	_late("2026-03-01", "2026-03-01") == set()
	_late("2026-03-02", "2026-03-01") == {{"item": "X-1.done", "expected": "<= 2026-03-01", "actual": "2026-03-02"}}
}

test_a_step_without_a_limit_must_only_have_been_taken if {
	_late("2026-11-23", null) == set()
	_late("2026-11-24", null) == {{"item": "X-1.done", "expected": "<= 2026-11-23", "actual": "2026-11-24"}}
	_late(null, null) == {{"item": "X-1.done", "expected": "<= 2026-11-23", "actual": null}}
}

test_a_limit_still_to_come_excuses_no_step_still_to_come if {
	_late("2026-11-24", "2026-12-31") == {{"item": "X-1.done", "expected": "<= 2026-11-23", "actual": "2026-11-24"}}
}

test_a_field_that_does_not_exist_is_denied if {
	construction.late({"id": "X-1"}, {"dome": null}, _as_of) == {{"item": "X-1.dome", "expected": "<= 2026-11-23", "actual": null}}
	construction.blank({"id": "X-1"}, ["dome"]) == {{"item": "X-1.dome", "expected": "recorded", "actual": null}}
	construction.untrue({"id": "X-1"}, ["dome"]) == {{"item": "X-1.dome", "expected": true, "actual": false}}
	construction.overdue({"id": "X-1"}, "dome", 365, _as_of) == {{"item": "X-1.dome", "expected": "<= 365", "actual": null}}
}

test_blank_and_untrue if {
	construction.blank({"id": "X-1", "a": "x", "b": null}, ["a", "b"]) == {{"item": "X-1.b", "expected": "recorded", "actual": null}}
	construction.untrue({"id": "X-1", "a": true, "b": false}, ["a", "b"]) == {{"item": "X-1.b", "expected": true, "actual": false}}
}

test_a_check_is_good_on_its_last_day if {
	_overdue("2025-11-23") == set()
	_overdue("2025-11-22") == {{"item": "X-1.checked", "expected": "<= 365", "actual": 366}}
	_overdue("2026-11-24") == {{"item": "X-1.checked", "expected": "<= 365", "actual": null}}
}

test_an_origin_is_absent_only_where_every_system_names_its_software if {
	own := {"system": "SYS-1", "origin": "own"}
	construction.none_of_origin([_system], [own], "outsourced")
	not construction.none_of_origin([_system], [own], "own")
	not construction.none_of_origin([_system], [], "own")
	not construction.none_of_origin([], [own], "outsourced")
}

_late(day, before) := construction.late({"id": "X-1", "done": day}, {"done": before}, _as_of)

_overdue(day) := construction.overdue({"id": "X-1", "checked": day}, "checked", 365, _as_of)
