package controls.accounts.root_path_safe_test

import data.controls.accounts.root_path_safe as control

test_fail_no_directory if {
	every kind in ["relative", "file"] {
		denials := control.deny with input as _path({"entry": ".", "kind": kind})
		denials == {{"item": ".", "expected": "directory", "actual": kind}}
	}
}

test_fail_open if {
	every mode in ["0775", "0757", "1777"] {
		denials := control.deny with input as _path({"mode": mode})
		denials == {{"item": "/usr/bin", "expected": "<= 0755", "actual": mode}}
	}
}

test_fail_another_s if {
	denials := control.deny with input as _path({"owner": "ann"})
	denials == {{"item": "/usr/bin", "expected": "root", "actual": "ann"}}
}

test_pass if {
	every change in [{}, {"mode": "0700"}, {"kind": "absent", "mode": null, "owner": null}] {
		control.deny == set() with input as _path(change)
	}
}

_path(change) := {"access": {"root_path": [object.union({"entry": "/usr/bin", "kind": "directory", "mode": "0755", "owner": "root"}, change)]}}
