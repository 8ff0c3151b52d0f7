package controls.operation.cryptography_certified_test

import data.controls.operation.cryptography_certified as control

test_pass_on_the_last_day if _denials([_system({})], [_product({})]) == set()

test_fail_without_product if _denials([_system({})], []) == {_fails("SYS-1", "crypto_product", null)}

test_fail_product_given_up if {
	_denials([_system({})], [_product({"ended": "2026-11-22"})]) == {_fails("SYS-1", "crypto_product", null)}
}

test_fail_without_certificate if {
	_denials([_system({})], [_product({"certificate": null})]) == {_fails("CRY-1.certificate", "number", null)}
}

test_fail_certificate_ran_out if {
	_denials([_system({})], [_product({"expires": "2026-11-22"})]) == {_fails(
		"CRY-1.expires",
		">= 2026-11-23",
		"2026-11-22",
	)}
}

test_fail_another_algorithm if {
	_denials([_system({})], [_product({"algorithms": ["SM2", "RSA"]})]) == {_fails(
		"CRY-1.algorithms",
		["SM2"],
		["SM2", "RSA"],
	)}
}

test_fail_not_compared if {
	_denials([_system({})], [_product({"checked": "2025-11-22"})]) == {_fails(
		"CRY-1.checked",
		">= 2025-11-23",
		"2025-11-22",
	)}
}

test_pass_lower_level_without if {
	_denials([_system({}), _system({"id": "SYS-2", "level": 2})], [_product({"expires": null})]) == set()
}

test_fail_nothing_recorded if _denials([], []) == {_fails("system", ">= 1", 0)}

_denials(systems, products) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "crypto_product": products},
	}
		with data.params.operation.cryptography_certified as {"days": 365, "level": 3, "algorithms": ["SM2"]}
}

_fails(item, expected, actual) := {"item": item, "expected": expected, "actual": actual}

_system(changes) := object.union({"id": "SYS-1", "level": 3, "opened": "2024-01-01", "retired": null}, changes)

_product(changes) := object.union(
	{
		"id": "CRY-1",
		"systems": ["SYS-1"],
		"algorithms": ["SM2"],
		"certificate": "GM-1",
		"expires": "2026-11-23",
		"checked": "2025-11-23",
		"ended": null,
	},
	changes,
)
