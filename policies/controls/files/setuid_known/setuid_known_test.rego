package controls.files.setuid_known_test

import data.controls.files.setuid_known as control

test_fail_unknown if {
	denials := control.deny with data.params as _params with input as _file({"path": "/var/tmp/sh"})
	denials == {{"item": "/var/tmp/sh", "expected": "0755", "actual": "4755"}}
}

test_fail_others_may_write if {
	denials := control.deny with data.params as _params with input as _file({"mode": "4775"})
	denials == {{"item": "/usr/bin/su", "expected": "<= 6755", "actual": "4775"}}
}

test_fail_another_s if {
	denials := control.deny with data.params as _params with input as _file({"owner": "ann"})
	denials == {{"item": "/usr/bin/su", "expected": "root", "actual": "ann"}}
}

test_pass if {
	every mode in ["4755", "2755", "4754", "6711"] {
		control.deny == set() with data.params as _params with input as _file({"mode": mode})
	}
}

_file(change) := {"files": {"setuid": [object.union({"path": "/usr/bin/su", "mode": "4755", "owner": "root", "group": "root"}, change)]}}

_params := {"files": {"setuid_known": {"setuid_files": ["/usr/bin/su"]}}}
