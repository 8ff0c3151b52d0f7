package controls.improvement.effective_test

import data.controls.improvement.effective as control

test_pass_all_pass if _denials({}) == set()

test_fail_it_fails_again if {
	_denials({"findings": [_on("hub-1", "pass"), _on("hub-2", "fail")]}) == {{"item": "I-1.hub-2", "expected": "pass", "actual": "fail"}}
}

test_fail_only_waived if {
	_denials({"findings": [_on("hub-1", "waived")]}) == {{"item": "I-1.hub-1", "expected": "pass", "actual": "waived"}}
}

test_pass_applies_on_some if {
	_denials({"findings": [_on("hub-1", "pass"), _on("ops-1", "not_applicable")]}) == set()
}

test_fail_applies_nowhere if _denials({"findings": [_on("hub-1", "not_applicable")]}) == _nowhere

test_fail_the_subject_is_gone if _denials({"findings": []}) == _nowhere

test_fail_not_judged_and_not_said_so if _denials({"findings": []}) == _nowhere

test_pass_not_judged_as_the_section_says if _unsure_denials({"findings": []}) == set()

test_fail_unknown_and_not_said_so if {
	_denials({"findings": [_on("hub-1", "unknown")]}) == {{"item": "I-1.hub-1", "expected": "pass", "actual": "unknown"}}
}

test_pass_unknown_as_the_section_says if _unsure_denials({"findings": [_on("hub-1", "unknown")]}) == set()

test_fail_unknown_here_and_failing_there if {
	_unsure_denials({"findings": [_on("hub-1", "unknown"), _on("hub-2", "fail")]}) == {{"item": "I-1.hub-2", "expected": "pass", "actual": "fail"}}
}

test_fail_no_such_control if {
	_denials({"known": false, "findings": []}) == {{"item": "I-1.control", "expected": true, "actual": false}}
}

test_pass_still_open if _denials({"closed": null, "findings": [_on("hub-1", "fail")]}) == set()

test_pass_closing_is_to_come if _denials({"closed": "2026-11-24", "findings": [_on("hub-1", "fail")]}) == set()

test_fail_on_the_last_day if {
	count(_denials({"closed": "2026-05-27", "findings": [_on("hub-1", "fail")]})) == 1
}

test_pass_a_new_problem_the_day_after if {
	_denials({"closed": "2026-05-26", "findings": [_on("hub-1", "fail")]}) == set()
}

test_not_applicable_without_any if {
	reason := control.not_applicable with input as {"improvements": {"improvements": [], "unreadable": []}}
	reason.en == "No improvement has its effect shown by a control."
}

_denials(fields) := _judged(fields, [])

_unsure_denials(fields) := _judged(fields, [{"what": "I-1", "why": "not judged"}])

_judged(fields, unreadable) := found if {
	found := control.deny with input as {"as_of": "2026-11-23T00:00:00Z", "improvements": {
		"improvements": [object.union(
			{"id": "I-1", "control": "a/b", "known": true, "closed": "2026-11-20", "findings": [_on("hub-1", "pass")]},
			fields,
		)],
		"unreadable": unreadable,
	}}
		with data.params.improvement.effective as {"days": 180}
}

_nowhere := {{"item": "I-1", "expected": ">= 1", "actual": 0}}

_on(subject, status) := {"subject": subject, "status": status}
