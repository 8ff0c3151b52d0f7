package controls.stack.data_protected_test

import data.controls.stack.data_protected as control

test_pass_kept if _denials("update", true) == set()

test_fail_deleted if _denials("delete", true) == _fails("delete")

test_fail_made_anew if _denials("replace", true) == _fails("replace")

test_fail_step_that_nobody_knows if _denials("", true) == _fails("")

test_pass_holds_nothing if _denials("delete", false) == set()

test_nothing_held if control.not_applicable.en with input as _input("delete", false, [])

test_not_known_whether_something_is_held if {
	not control.not_applicable with input as _input("replace", null, [{"what": "db.holds_data", "why": "unknown"}])
}

_fails(actual) := {{"item": "db", "expected": ["create", "import", "read", "refresh", "same", "update"], "actual": actual}}

_denials(op, holds) := found if {
	found := control.deny with input as _input(op, holds, [])
}

_input(op, holds, unreadable) := {"plan": {
	"hosts": [{"name": "db", "op": op, "holds_data": holds}],
	"unreadable": unreadable,
}}
