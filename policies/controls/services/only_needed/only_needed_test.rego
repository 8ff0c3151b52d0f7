package controls.services.only_needed_test

import data.controls.services.only_needed as control

test_fail_enabled if {
	denials := control.deny with input as {"services": {"units": [{"name": "cups.service", "enabled": "enabled", "sub": "running"}]}} with data.params.services.only_needed as {"units": ["ssh.service", "systemd-*"]}
	denials == {{"item": "cups.service", "expected": "not enabled", "actual": "enabled"}}
}

test_fail_running_all_the_same if {
	denials := control.deny with input as {"services": {"units": [{"name": "cups.socket", "enabled": "disabled", "sub": "listening"}, {"name": "x.timer", "enabled": null, "sub": "waiting"}]}} with data.params.services.only_needed as {"units": ["ssh.service", "systemd-*"]}
	denials == {{"item": "cups.socket", "expected": "not running", "actual": "listening"}, {"item": "x.timer", "expected": "not running", "actual": "waiting"}}
}

test_pass_declared_or_off if {
	denials := control.deny with input as {"services": {"units": [{"name": "ssh.service", "enabled": "enabled", "sub": "running"}, {"name": "cups.service", "enabled": "disabled", "sub": "dead"}]}} with data.params.services.only_needed as {"units": ["ssh.service", "systemd-*"]}
	denials == set()
}
