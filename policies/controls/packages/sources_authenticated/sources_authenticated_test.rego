package controls.packages.sources_authenticated_test

import data.controls.packages.sources_authenticated as control

test_fail_trusted_source if {
	denials := control.deny with input as _host({"trusted": true}, {})
	denials == {{"item": "/etc/apt/sources.list http://mirror/debian trusted", "expected": false, "actual": true}}
}

test_fail_insecure_repositories_allowed if {
	denials := control.deny with input as _host({}, {"allow_insecure_repositories": true})
	denials == {{"item": "apt allow_insecure_repositories", "expected": false, "actual": true}}
}

test_pass_options_unset_or_off if {
	denials := control.deny with input as _host({"trusted": null, "allow_weak": false}, {"allow_unauthenticated": false})
	denials == set()
}

test_pass_source_switched_off if {
	denials := control.deny with input as _host({"trusted": true, "enabled": false}, {})
	denials == set()
}

_host(options, apt) := {"packages": {
	"sources": [object.union({"file": "/etc/apt/sources.list", "uris": ["http://mirror/debian"], "enabled": true}, options)],
	"apt": apt,
}}
