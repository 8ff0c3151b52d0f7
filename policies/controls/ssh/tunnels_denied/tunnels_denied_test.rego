package controls.ssh.tunnels_denied_test

import data.controls.ssh.tunnels_denied as control
import data.lib.sshd

test_fail_each if {
	denials := control.deny with input as _sshd(["point-to-point", "clientspecified", "yes"])
	denials == {
		{"item": "permittunnel", "expected": "no", "actual": "point-to-point"},
		{"item": "gatewayports", "expected": "no", "actual": "clientspecified"},
		{"item": "allowstreamlocalforwarding", "expected": "no", "actual": "yes"},
	}
}

test_fail_unknown if {
	denials := control.deny with input as _sshd([null, null, null])
	count(denials) == 3
}

test_pass if {
	denials := control.deny with input as _sshd(["no", "no", "no"])
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_sshd(values) := {"sshd": {"installed": true, "options": {
	"permittunnel": values[0],
	"gatewayports": values[1],
	"allowstreamlocalforwarding": values[2],
}}}
