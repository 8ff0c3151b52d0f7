package controls.audit.logs_private_test

import data.controls.audit.logs_private as control

test_pass_at_the_bounds if {
	denials := control.deny with input as {"audit": {"logs": {"folder": {"path": "/var/log/audit", "mode": "0750", "owner": "root", "group": "adm"}, "rights": [{"mode": "0640", "owner": "root", "group": "adm"}, {"mode": "0400", "owner": "root", "group": "root"}]}}}
	denials == set()
}

test_fail_open_folder if {
	denials := control.deny with input as {"audit": {"logs": {"folder": {"path": "/var/log/audit", "mode": "0755", "owner": "root", "group": "adm"}, "rights": [{"mode": "0640", "owner": "root", "group": "adm"}]}}}
	denials == {{"item": "/var/log/audit", "expected": "0750 root", "actual": "0755 root:adm"}}
}

test_fail_open_file if {
	denials := control.deny with input as {"audit": {"logs": {"folder": {"path": "/var/log/audit", "mode": "0700", "owner": "root", "group": "adm"}, "rights": [{"mode": "0644", "owner": "root", "group": "adm"}, {"mode": "0600", "owner": "syslog", "group": "adm"}, {"mode": "0640", "owner": "root", "group": "users"}]}}}
	denials == {{"item": "files", "expected": "0640 root", "actual": "0644 root:adm"}, {"item": "files", "expected": "0640 root", "actual": "0600 syslog:adm"}, {"item": "files", "expected": "0640 root", "actual": "0640 root:users"}}
}

test_fail_no_folder if {
	denials := control.deny with input as {"audit": {"logs": {"folder": null, "rights": []}}}
	denials == {{"item": "folder", "expected": "0750 root", "actual": null}}
}
