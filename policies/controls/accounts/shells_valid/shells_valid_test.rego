package controls.accounts.shells_valid_test

import data.controls.accounts.shells_valid as control

test_fail if {
	denials := control.deny with input as _host("/opt/menu", true)
	denials == {{"item": "ann", "expected": ["/bin/bash", "/bin/sh"], "actual": "/opt/menu"}}
}

test_pass if {
	control.deny == set() with input as _host("/bin/sh", true)
	control.deny == set() with input as _host("/usr/sbin/nologin", false)
}

_host(shell, can_login) := {
	"accounts": {"users": [{"name": "ann", "shell": shell, "can_login": can_login}]},
	"access": {"shells": ["/bin/sh", "/bin/bash"]},
}
