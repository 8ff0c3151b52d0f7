package controls.services.super_servers_empty_test

import data.controls.services.super_servers_empty as control

test_fail_each if {
	denials := control.deny with input as {"footprint": {"super_servers": [{"file": "/etc/inetd.conf", "service": "telnet"}]}}
	denials == {{"item": "/etc/inetd.conf telnet", "expected": null, "actual": "started"}}
}

test_pass_none if {
	denials := control.deny with input as {"footprint": {"super_servers": []}}
	denials == set()
}
