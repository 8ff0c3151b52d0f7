package controls.auth.password_quality_enforced_test

import data.controls.auth.password_quality_enforced as control

test_fail_not_asked if {
	stack := [_entry("[success=1 default=ignore]", "pam_unix.so")]
	denials := control.deny with input as {"pam": {"stacks": {"passwd": stack}, "quality": null}} with data.params as _params
	denials == {{"item": "passwd", "expected": ["pam_pwquality.so", "pam_unix.so"], "actual": ["pam_unix.so"]}}
}

test_fail_settings_not_shown if {
	denials := control.deny with input as object.union(_pam({}), {"pam": {"quality": null}}) with data.params as _params
	denials == {{
		"item": "passwd",
		"expected": ["pam_pwquality.so", "pam_unix.so"],
		"actual": ["pam_pwquality.so", "pam_unix.so"],
	}}
}

test_fail_short if {
	denials := control.deny with input as _pam({"minlen": 11}) with data.params as _params
	denials == {{"item": "minlen", "expected": ">= 12", "actual": 11}}
}

test_fail_short_by_credit if {
	denials := control.deny with input as _pam({"minlen": 12, "dcredit": 1, "ucredit": -1}) with data.params as _params
	denials == {{"item": "minlen", "expected": ">= 12", "actual": 11}}
}

test_fail_few_classes if {
	denials := control.deny with input as _pam({"minclass": 2, "dcredit": -1}) with data.params as _params
	denials == {{"item": "minclass", "expected": ">= 3", "actual": 2}}
}

test_fail_each_switch if {
	every name in ["enforcing", "dictcheck", "usercheck"] {
		denials := control.deny with input as _pam({name: 0}) with data.params as _params
		denials == {{"item": name, "expected": 1, "actual": 0}}
	}
}

test_fail_root_is_let_off if {
	denials := control.deny with input as _pam({"enforce_for_root": false}) with data.params as _params
	denials == {{"item": "enforce_for_root", "expected": true, "actual": false}}
}

test_pass_at_the_bounds if {
	denials := control.deny with input as _pam({}) with data.params as _params
	denials == set()
}

test_pass_classes_by_credits if {
	credits := {"minclass": 0, "dcredit": -1, "ucredit": -1, "lcredit": -1}
	denials := control.deny with input as _pam(credits) with data.params as _params
	denials == set()
}

_pam(other) := {"pam": {
	"stacks": {"passwd": [
		_entry("requisite", "pam_pwquality.so"),
		_entry("[success=1 default=ignore]", "pam_unix.so"),
	]},
	"quality": object.union(
		{
			"minlen": 12,
			"minclass": 3,
			"dcredit": 0,
			"ucredit": 0,
			"lcredit": 0,
			"ocredit": 0,
			"enforcing": 1,
			"dictcheck": 1,
			"usercheck": 1,
			"enforce_for_root": true,
		},
		other,
	),
}}

_entry(control, module) := {"type": "password", "control": control, "module": module, "args": [], "path": "x"}

_params := {"auth": {"password_quality_enforced": {"min_length": 12, "min_classes": 3}}}
