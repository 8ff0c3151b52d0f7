package controls.stack.images_pinned_test

import data.controls.stack.images_pinned as control

test_pass_pinned if _denials(_host(_pinned, [])) == set()

test_fail_tag if _denials(_host("localhost/lab:1.0", [])) == _fails("localhost/lab:1.0")

test_fail_digest_cut_short if _denials(_host("localhost/lab@sha256:5f2c", [])) == _fails("localhost/lab@sha256:5f2c")

test_fail_none if _denials(_host(null, [])) == _fails(null)

test_unknown_is_no_violation if _denials(_host(null, ["image"])) == set()

test_no_host if control.not_applicable.en with input as {"plan": {"hosts": [], "unreadable": []}}

_pinned := sprintf("localhost/lab@sha256:%s", [concat("", [digit | some _ in numbers.range(1, 64); digit := "a"])])

_fails(actual) := {{"item": "hub-1", "expected": "@sha256:", "actual": actual}}

_denials(host) := found if {
	found := control.deny with input as {"plan": {"hosts": [host], "unreadable": _holes(host)}}
}

_host(image, unknown) := {"name": "hub-1", "op": "create", "image": image, "unknown": unknown}

_holes(host) := [{"what": fact, "why": "known only after deployment"} | some fact in host.unknown]
