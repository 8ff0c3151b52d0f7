package controls.sudo.files_protected_test

import data.controls.sudo.files_protected as control

test_fail_open if {
	every mode in ["0444", "0640", "0460"] {
		denials := control.deny with input as _files({"mode": mode})
		denials == {{"item": "/etc/sudoers", "expected": "<= 0440", "actual": mode}}
	}
}

test_fail_folder if {
	denials := control.deny with input as _files({"kind": "directory", "mode": "0775"})
	denials == {{"item": "/etc/sudoers", "expected": "<= 0755", "actual": "0775"}}
}

test_fail_another_s if {
	every who in [["ann", "root"], ["root", "adm"]] {
		denials := control.deny with input as _files({"owner": who[0], "group": who[1]})
		denials == {{"item": "/etc/sudoers", "expected": "root:root", "actual": concat(":", who)}}
	}
}

test_pass if {
	every change in [{}, {"mode": "0400"}, {"kind": "directory", "mode": "0755"}] {
		control.deny == set() with input as _files(change)
	}
}

test_not_applicable_without_sudo if {
	control.not_applicable.en with input as {"sudo": {"installed": false}}
}

_files(change) := {"sudo": {"installed": true, "files": [object.union(
	{"path": "/etc/sudoers", "kind": "file", "mode": "0440", "owner": "root", "group": "root"},
	change,
)]}}
