package controls.satisfaction.review_decided_test

import data.controls.satisfaction.review_decided as control

test_pass_on_the_last_day if _denials({}, {}) == set()

test_fail_the_day_after if _denials({"ends": "2026-03-23"}, {}) == _none

test_fail_period_not_over if _denials({"ends": "2026-11-24"}, {}) == _none

test_fail_not_compiled_yet if _denials({"compiled": "2026-11-24"}, {}) == _none

test_fail_a_group_is_missing if {
	_denials({"surveys": []}, {}) == {_missing("citizens")}
}

test_fail_the_survey_is_of_another_group if {
	_denials({}, {"survey": [object.union(_survey, {"group": "agencies"})]}) == {_missing("citizens")}
}

test_fail_no_evaluation if _denials({"evaluations": []}, {}) == {_missing("evaluations")}

test_fail_nothing_decided if _denials({"decisions": []}, {}) == {_missing("decisions")}

test_pass_decision_awaited_on_the_last_day if {
	_denials({"compiled": "2026-10-24", "decided": null, "decisions": []}, {}) == set()
}

test_fail_decision_awaited_the_day_after if {
	_denials({"compiled": "2026-10-23", "decided": "2026-11-24"}, {}) == {_missing("decisions")}
}

test_fail_complaints_left_out if {
	complaints := [{"received": "2026-01-01"}, {"received": "2026-03-24"}, {"received": "2026-03-25"}]
	_denials({}, {"complaint": complaints}) == {{"item": "R-1.complaints", "expected": 2, "actual": 1}}
}

test_pass_below_the_target_with_an_improvement if {
	_denials({"improvements": ["I-1"]}, {"survey": [_disappointed]}) == set()
}

test_fail_below_the_target_without_one if {
	_denials({}, {"survey": [_disappointed]}) == {{"item": "R-1.S-1", "expected": ">= 75", "actual": 74.75}}
}

test_fail_nobody_answered if {
	silent := object.union(_survey, {"answered": 0, "scores": _scores(0, 0)})
	_denials({}, {"survey": [silent]}) == {{"item": "R-1.S-1", "expected": ">= 75", "actual": 0}}
}

_denials(changes, records) := found if {
	review := object.union(_review, changes)
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union({"survey": [_survey], "satisfaction_review": [review], "complaint": [{"received": "2026-02-01"}]}, records),
	}
		with data.params.satisfaction.review_decided as {"groups": ["citizens"], "days": 244, "decide_days": 30, "target": 75}
}

_none := {{"item": "satisfaction_review", "expected": ">= 1", "actual": 0}}

_missing(what) := {"item": concat(".", ["R-1", what]), "expected": ">= 1", "actual": 0}

_review := {
	"id": "R-1", "starts": "2026-01-01", "ends": "2026-03-24", "compiled": "2026-04-10", "surveys": ["S-1"], "evaluations": ["E-1"],
	"complaints": 1, "decided": "2026-04-20", "decisions": [{"en": "a", "zh": "一"}], "improvements": [],
}

_survey := {"id": "S-1", "group": "citizens", "answered": 100, "scores": _scores(100, 0)}

_disappointed := object.union(_survey, {"scores": _scores(99, 1)})

_scores(satisfied, neutral) := {
	"very_dissatisfied": 0, "dissatisfied": 0, "neutral": neutral, "satisfied": satisfied, "very_satisfied": 0,
}
