package controls.logging.rotation_scheduled_test

import data.controls.logging.rotation_scheduled as control

test_fail_not_there if {
	denials := control.deny with input as {"log_settings": {"rotation": {"installed": false, "timer": false, "cron": false}}}
	denials == {{"item": "logrotate", "expected": "installed", "actual": null}}
}

test_fail_nothing_starts_it if {
	denials := control.deny with input as {"log_settings": {"rotation": {"installed": true, "timer": false, "cron": false}}}
	denials == {{"item": "logrotate.timer", "expected": "active", "actual": "inactive"}}
}

test_pass_timer if {
	denials := control.deny with input as {"log_settings": {"rotation": {"installed": true, "timer": true, "cron": false}}}
	denials == set()
}

test_pass_cron if {
	denials := control.deny with input as {"log_settings": {"rotation": {"installed": true, "timer": false, "cron": true}}}
	denials == set()
}
