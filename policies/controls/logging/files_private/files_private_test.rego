package controls.logging.files_private_test

import data.controls.logging.files_private as control

test_fail_open_file if {
	denials := control.deny with input as _host("/var/log/dpkg.log", "0644")
	denials == {{"item": "/var/log/dpkg.log", "expected": "<= 0640", "actual": "0644"}}
}

test_fail_wtmp_writable if {
	denials := control.deny with input as _host("/var/log/wtmp", "0666")
	denials == {{"item": "/var/log/wtmp", "expected": "<= 0640", "actual": "0666"}}
}

test_pass_records_of_logins_readable if {
	every path in ["/var/log/wtmp", "/var/log/wtmp.1", "/var/log/lastlog"] {
		denials := control.deny with input as _host(path, "0664")
		denials == set()
	}
}

_host(path, mode) := {"logging": {"open_files": [{"path": path, "mode": mode, "owner": "root", "group": "root"}]}}
