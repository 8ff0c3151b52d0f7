package controls.ssh.log_level_verbose_test

import data.controls.ssh.log_level_verbose as control
import data.lib.sshd

test_fail_level if {
	every level in ["INFO", "QUIET", "DEBUG3", null] {
		denials := control.deny with input as _sshd(level, "AUTH")
		denials == {{"item": "loglevel", "expected": "VERBOSE", "actual": level}}
	}
}

test_fail_facility if {
	denials := control.deny with input as _sshd("VERBOSE", "LOCAL3")
	denials == {{"item": "syslogfacility", "expected": ["AUTH", "AUTHPRIV"], "actual": "LOCAL3"}}
}

test_pass if {
	every facility in ["AUTH", "AUTHPRIV"] {
		control.deny == set() with input as _sshd("VERBOSE", facility)
	}
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(level, facility) := {"sshd": {"installed": true, "options": {"loglevel": level, "syslogfacility": facility}}}
