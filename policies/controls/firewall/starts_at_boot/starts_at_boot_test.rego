package controls.firewall.starts_at_boot_test

import data.controls.firewall.starts_at_boot as control

test_fail_none_or_two if {
	none := control.deny with input as _loaders([{"name": "nftables", "enabled": false, "active": true}])
	none == {{"item": "enabled loaders", "expected": "== 1", "actual": []}}
	two := control.deny with input as _loaders([
		{"name": "ufw", "enabled": true, "active": true},
		{"name": "nftables", "enabled": true, "active": true},
	])
	two == {{"item": "enabled loaders", "expected": "== 1", "actual": ["nftables", "ufw"]}}
}

test_fail_not_started if {
	denials := control.deny with input as _loaders([{"name": "nftables", "enabled": true, "active": false}])
	denials == {{"item": "nftables", "expected": "active", "actual": "inactive"}}
}

test_pass_one if {
	denials := control.deny with input as _loaders([{"name": "nftables", "enabled": true, "active": true}])
	denials == set()
}

_loaders(loaders) := {"firewall": {"loaders": loaders}}
