package controls.banner.motd_quiet_test

import data.controls.banner.motd_quiet as control

test_fail_script if {
	denials := control.deny with input as {"banners": {"scripts": ["/etc/update-motd.d/10-uname"], "texts": []}}
	denials == {{"item": "/etc/update-motd.d/10-uname", "expected": null, "actual": "executable"}}
}

test_fail_tells_of_the_system if {
	denials := control.deny with input as _text("after_login", "Debian GNU/Linux")
	denials == {
		{"item": "/etc/motd", "expected": null, "actual": "Debian"},
		{"item": "/etc/motd", "expected": null, "actual": "Linux"},
	}
}

test_pass_plain if {
	denials := control.deny with input as _text("after_login", "Maintenance on Friday")
	denials == set()
}

test_pass_shown_elsewhere if {
	denials := control.deny with input as _text("console", "Debian")
	denials == set()
}

_text(shown, text) := {"banners": {"scripts": [], "texts": [{"path": "/etc/motd", "shown": shown, "text": text}]}}
