package controls.packages.cleartext_servers_absent_test

import data.controls.packages.cleartext_servers_absent as control

test_fail_listed_package if {
	denials := control.deny with input as _host("telnetd") with data.params.packages.cleartext_servers_absent.names as ["telnetd"]
	denials == {{"item": "telnetd", "expected": null, "actual": "1.0"}}
}

test_pass_other_package if {
	denials := control.deny with input as _host("openssh-server") with data.params.packages.cleartext_servers_absent.names as ["telnetd"]
	denials == set()
}

_host(name) := {"packages": {"installed": [{"name": name, "version": "1.0", "status": "installed"}]}}
