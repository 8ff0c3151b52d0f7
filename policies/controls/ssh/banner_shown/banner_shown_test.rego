package controls.ssh.banner_shown_test

import data.controls.ssh.banner_shown as control
import data.lib.sshd

test_fail_none if {
	every value in ["none", null, "/etc/gone"] {
		denials := control.deny with input as _host(value, "Authorised users only")
		denials == {{"item": "banner", "expected": ["/etc/issue.net"], "actual": value}}
	}
}

test_fail_empty if {
	denials := control.deny with input as _host("/etc/issue.net", " \n")
	denials == {{"item": "banner", "expected": [], "actual": "/etc/issue.net"}}
}

test_pass if {
	denials := control.deny with input as _host("/etc/issue.net", "Authorised users only")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}, "banners": {"texts": []}}
	reason == sshd.absent
}

_host(banner, text) := {
	"sshd": {"installed": true, "options": {"banner": banner}},
	"banners": {"texts": [
		{"path": "/etc/issue.net", "shown": "network", "text": text},
		{"path": "/etc/motd", "shown": "after_login", "text": "Welcome"},
	]},
}
