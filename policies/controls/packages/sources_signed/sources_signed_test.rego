package controls.packages.sources_signed_test

import data.controls.packages.sources_signed as control

test_fail_any_key if {
	denials := control.deny with input as _sources(null, true)
	denials == {{"item": "/etc/apt/sources.list http://mirror/debian bookworm", "expected": "signed-by", "actual": null}}
}

test_pass_named if {
	denials := control.deny with input as _sources("/usr/share/keyrings/debian-archive-keyring.gpg", true)
	denials == set()
}

test_pass_switched_off if {
	denials := control.deny with input as _sources(null, false)
	denials == set()
}

_sources(signed_by, enabled) := {"packages": {"sources": [{
	"file": "/etc/apt/sources.list",
	"uris": ["http://mirror/debian"],
	"suites": ["bookworm"],
	"signed_by": signed_by,
	"enabled": enabled,
}]}}
