package lib.modules_test

import data.lib.modules

test_blocked if {
	denials := modules.denials([_module({})], ["usb-storage"])
	denials == set()
}

test_blocked_by_the_kernel if {
	denials := modules.denials([_module({"install": null, "blacklisted": false, "refused_by_kernel": true})], ["usb_storage"])
	denials == set()
}

test_each_way_to_fail if {
	cases := {
		"built into the kernel": {"builtin": true},
		"loaded": {"loaded": true},
		"not blacklisted": {"blacklisted": false},
		"can be loaded": {"install": "/sbin/modprobe --ignore-install usb_storage"},
	}
	every state, how in cases {
		denials := modules.denials([_module(how)], ["usb_storage"])
		denials == {{"item": "usb_storage", "expected": "blocked", "actual": state}}
	}
}

test_not_listed if {
	denials := modules.denials([], ["udf"])
	denials == {{"item": "udf", "expected": "blocked", "actual": null}}
}

_module(how) := object.union(
	{
		"name": "usb_storage", "install": "/bin/false", "blacklisted": true,
		"refused_by_kernel": false, "loaded": false, "builtin": false,
	},
	how,
)
