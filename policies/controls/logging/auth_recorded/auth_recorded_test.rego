package controls.logging.auth_recorded_test

import data.controls.logging.auth_recorded as control

test_fail_nowhere if {
	denials := control.deny with input as {"log_settings": {"auth_files": []}}
	denials == {{"item": "file for authpriv.*", "expected": "/var/log/auth.log", "actual": null}}
}

test_pass_somewhere if {
	denials := control.deny with input as {"log_settings": {"auth_files": ["/var/log/secure"]}}
	denials == set()
}
