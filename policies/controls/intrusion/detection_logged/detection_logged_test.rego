package controls.intrusion.detection_logged_test

import data.controls.intrusion.detection_logged as control

test_fail_own_file_and_too_quiet if {
	denials := control.deny with input as {"intrusion": {"log": {"target": "/var/log/fail2ban.log", "level": "WARNING"}}}
	denials == {
		{"item": "target", "expected": ["SYSLOG", "SYSTEMD-JOURNAL"], "actual": "/var/log/fail2ban.log"},
		{"item": "level", "expected": "NOTICE or more", "actual": "WARNING"},
	}
}

test_fail_unknown if {
	denials := control.deny with input as {"intrusion": {"log": {"target": null, "level": null}}}
	count(denials) == 2
}

test_pass if {
	denials := control.deny with input as {"intrusion": {"log": {"target": "SYSLOG", "level": "NOTICE"}}}
	denials == set()
}
