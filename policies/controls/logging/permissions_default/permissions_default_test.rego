package controls.logging.permissions_default_test

import data.controls.logging.permissions_default as control

test_fail_not_set if {
	denials := control.deny with input as {"log_settings": {"file_modes": []}} with data.params.logging.permissions_default as {"file_mode": "0640"}
	denials == {{"item": "rsyslog FileCreateMode", "expected": "<= 0640", "actual": null}}
}

test_fail_too_wide if {
	denials := control.deny with input as {"log_settings": {"file_modes": [{"file": "/etc/a", "mode": "0644"}]}} with data.params.logging.permissions_default as {"file_mode": "0640"}
	denials == {{"item": "/etc/a", "expected": "<= 0640", "actual": "0644"}}
}

test_pass_on_the_bound_or_narrower if {
	denials := control.deny with input as {"log_settings": {"file_modes": [{"file": "/etc/a", "mode": "0640"}, {"file": "/etc/b", "mode": "0600"}]}} with data.params.logging.permissions_default as {"file_mode": "0640"}
	denials == set()
}
