package controls.auth.su_restricted_test

import data.controls.auth.su_restricted as control

_expected := "required pam_wheel.so use_uid group="

test_fail_nobody_asked if {
	denials := control.deny with input as _su([_rootok])
	denials == {{"item": "su", "expected": _expected, "actual": []}}
}

test_fail_each_way_round if {
	every control_and_args in [
		["sufficient", ["use_uid", "group=wheel"]],
		["required", ["group=wheel"]],
		["required", ["use_uid"]],
		["required", ["use_uid", "group="]],
		["required", ["use_uid", "group=wheel", "trust"]],
		["required", ["use_uid", "group=wheel", "deny"]],
	] {
		[word, args] := control_and_args
		denials := control.deny with input as _su([_rootok, _wheel(word, args)])
		count(denials) == 1
	}
}

test_fail_someone_is_let_in_before if {
	every word in ["sufficient", "[success=done default=ignore]", "[success=1 default=ignore]"] {
		open := {"type": "auth", "control": word, "module": "pam_unix.so", "args": []}
		denials := control.deny with input as _su([open, _wheel("required", ["use_uid", "group=wheel"])])
		denials == {{"item": "su", "expected": _expected, "actual": ["required pam_wheel.so use_uid group=wheel"]}}
	}
}

test_pass if {
	every word in ["required", "requisite"] {
		control.deny == set() with input as _su([_rootok, _wheel(word, ["use_uid", "group=su-users"])])
	}
}

_su(entries) := {"pam": {"stacks": {"su": entries}}}

_rootok := {"type": "auth", "control": "sufficient", "module": "pam_rootok.so", "args": []}

_wheel(word, args) := {"type": "auth", "control": word, "module": "pam_wheel.so", "args": args}
