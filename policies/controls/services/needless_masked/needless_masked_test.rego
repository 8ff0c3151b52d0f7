package controls.services.needless_masked_test

import data.controls.services.needless_masked as control

test_fail_merely_off if {
	denials := control.deny with input as {"services": {"units": [{"name": "debug-shell.service", "enabled": "disabled", "active": "inactive"}]}} with data.params.services.needless_masked as {"needless": ["debug-shell.service"]}
	denials == {{"item": "debug-shell.service", "expected": "masked", "actual": "disabled"}}
}

test_fail_masked_but_running if {
	denials := control.deny with input as {"services": {"units": [{"name": "debug-shell.service", "enabled": "masked", "active": "active"}]}} with data.params.services.needless_masked as {"needless": ["debug-shell.service"]}
	denials == {{"item": "debug-shell.service", "expected": "inactive", "actual": "active"}}
}

test_fail_runs_without_a_file if {
	denials := control.deny with input as {"services": {"units": [{"name": "debug-shell.service", "enabled": null, "active": "active"}]}} with data.params.services.needless_masked as {"needless": ["debug-shell.service"]}
	denials == {{"item": "debug-shell.service", "expected": "inactive", "actual": "active"}}
}

test_pass_masked if {
	denials := control.deny with input as {"services": {"units": [{"name": "debug-shell.service", "enabled": "masked", "active": "inactive"}, {"name": "ssh.service", "enabled": "enabled", "active": "active"}]}} with data.params.services.needless_masked as {"needless": ["debug-shell.service"]}
	denials == set()
}
