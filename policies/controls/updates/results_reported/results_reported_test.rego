package controls.updates.results_reported_test

import data.controls.updates.results_reported as control

test_fail_neither if {
	denials := control.deny with input as _host(false, false)
	denials == {{"item": "results of updates", "expected": "to the system log or by mail", "actual": null}}
}

test_pass_either if {
	every way in [_host(true, false), _host(false, true)] {
		denials := control.deny with input as way
		denials == set()
	}
}

_host(syslog, mail) := {"updates": {"automatic": {"reports_to_syslog": syslog, "reports_by_mail": mail}}}
