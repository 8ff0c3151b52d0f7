package controls.integrity.base_kept_elsewhere_test

import data.controls.integrity.base_kept_elsewhere as control

test_fail_none_kept if {
	denials := control.deny with input as {"integrity": {"kept_sha256": null, "base": {"sha256": "a"}}}
	denials == {{"item": "base kept away from the host", "expected": "present", "actual": null}}
}

test_fail_made_anew if {
	denials := control.deny with input as {"integrity": {"kept_sha256": "a", "base": {"sha256": "b"}}}
	denials == {{"item": "base on the host", "expected": "the one that is kept", "actual": "another"}}
}

test_fail_gone if {
	denials := control.deny with input as {"integrity": {"kept_sha256": "a", "base": null}}
	denials == {{"item": "base on the host", "expected": "the one that is kept", "actual": "none"}}
}

test_pass_the_same if {
	denials := control.deny with input as {"integrity": {"kept_sha256": "a", "base": {"sha256": "a"}}}
	denials == set()
}
