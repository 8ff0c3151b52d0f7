package controls.banner.system_not_disclosed_test

import data.controls.banner.system_not_disclosed as control

test_fail_name_and_escape if {
	denials := control.deny with input as _host("console", "Debian 12 \\n") with data.params as {}
	denials == {
		{"item": "/etc/issue", "expected": null, "actual": "debian"},
		{"item": "/etc/issue", "expected": null, "actual": "\\n"},
	}
}

test_pass_a_warning if {
	denials := control.deny with input as _host("network", "Authorised users only") with data.params as {}
	denials == set()
}

test_pass_after_a_login if {
	denials := control.deny with input as _host("after_login", "Debian") with data.params as {}
	denials == set()
}

_host(shown, text) := {
	"banners": {"texts": [{"path": "/etc/issue", "shown": shown, "text": text}]},
	"os": {"id": "debian", "codename": "bookworm", "kernel": "6.1.0", "pretty_name": null},
}
