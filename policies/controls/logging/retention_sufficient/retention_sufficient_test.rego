package controls.logging.retention_sufficient_test

import data.controls.logging.retention_sufficient as control

test_fail_rotated_too_soon if {
	denials := control.deny with input as _host(28, null) with data.params.logging.retention_sufficient.retention_days as 190
	denials == {{"item": "/var/log/syslog", "expected": ">= 190 days", "actual": 28}}
}

test_fail_journal_cut if {
	denials := control.deny with input as _host(190, 30) with data.params.logging.retention_sufficient.retention_days as 190
	denials == {{"item": "journald MaxRetentionSec", "expected": ">= 190 days", "actual": 30}}
}

test_fail_cleaned_too_soon if {
	host := {"logging": {"rsyslog": {"installed": true}, "cleaning": [{"file": "a.conf", "path": "/var/log/hub", "days": 30}]}}
	denials := control.deny with input as host with data.params.logging.retention_sufficient.retention_days as 190
	denials == {{"item": "a.conf /var/log/hub", "expected": ">= 190 days", "actual": 30}}
}

test_fail_journal_only if {
	host := {"logging": {"rsyslog": {"installed": false}, "journal": {"max_retention_days": null}, "rotation": []}}
	denials := control.deny with input as host with data.params.logging.retention_sufficient.retention_days as 190
	denials == {{"item": "rsyslog", "expected": "installed", "actual": null}}
}

test_pass_long_enough_and_for_ever if {
	every kept in [190, null] {
		denials := control.deny with input as _host(kept, null) with data.params.logging.retention_sufficient.retention_days as 190
		denials == set()
	}
}

_host(kept, journal) := {"logging": {
	"rsyslog": {"installed": true},
	"journal": {"max_retention_days": journal},
	"rotation": [
		{"logs": ["/var/log/syslog", "/srv/app.log"], "present": true, "kept_days": kept},
		{"logs": ["/var/log/never-written"], "present": false, "kept_days": 7},
	],
}}
