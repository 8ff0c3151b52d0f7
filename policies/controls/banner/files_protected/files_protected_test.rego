package controls.banner.files_protected_test

import data.controls.banner.files_protected as control

test_fail_others_write if {
	every mode in ["0664", "0666", "0755"] {
		denials := control.deny with input as _text(mode, "root")
		denials == {{"item": "/etc/issue", "expected": "<= 0644", "actual": mode}}
	}
}

test_fail_another_owner if {
	denials := control.deny with input as _text("0644", "ann")
	denials == {{"item": "/etc/issue", "expected": "root", "actual": "ann"}}
}

test_pass_at_the_bound_and_stricter if {
	every mode in ["0644", "0440"] {
		control.deny == set() with input as _text(mode, "root")
	}
}

_text(mode, owner) := {"banners": {"texts": [{"path": "/etc/issue", "mode": mode, "owner": owner}]}}
