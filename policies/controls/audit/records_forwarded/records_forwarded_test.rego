package controls.audit.records_forwarded_test

import data.controls.audit.records_forwarded as control

test_pass_syslog if {
	denials := control.deny with input as {"audit": {"plugins": [{"name": "syslog", "active": true, "present": true, "direction": "out"}, {"name": "au-remote", "active": false, "present": true, "direction": "out"}]}}
	denials == set()
}

test_pass_straight if {
	denials := control.deny with input as {"audit": {"plugins": [{"name": "au-remote", "active": true, "present": true, "direction": "out"}]}}
	denials == set()
}

test_fail_off if {
	denials := control.deny with input as {"audit": {"plugins": [{"name": "syslog", "active": false, "present": true, "direction": "out"}, {"name": "af_unix", "active": true, "present": true, "direction": "out"}]}}
	denials == {{"item": "plugins that pass records on", "expected": ["au-remote", "syslog"], "actual": ["af_unix"]}}
}

test_fail_program_gone if {
	denials := control.deny with input as {"audit": {"plugins": [{"name": "syslog", "active": true, "present": false, "direction": "out"}]}}
	denials == {{"item": "plugins that pass records on", "expected": ["au-remote", "syslog"], "actual": ["syslog"]}}
}

test_fail_inwards if {
	denials := control.deny with input as {"audit": {"plugins": [{"name": "syslog", "active": true, "present": true, "direction": "in"}]}}
	denials == {{"item": "plugins that pass records on", "expected": ["au-remote", "syslog"], "actual": ["syslog"]}}
}

test_fail_none if {
	denials := control.deny with input as {"audit": {"plugins": []}}
	denials == {{"item": "plugins that pass records on", "expected": ["au-remote", "syslog"], "actual": []}}
}
