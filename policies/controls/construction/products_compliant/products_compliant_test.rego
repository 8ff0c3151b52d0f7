package controls.construction.products_compliant_test

import data.controls.construction.products_compliant as control

test_pass_on_the_last_day if _denials([_product({"candidates_reviewed": "2025-11-23"})]) == set()

test_fail_the_day_after if {
	_denials([_product({"candidates_reviewed": "2025-11-22"})]) == {{
		"item": "PROD-1.candidates_reviewed",
		"expected": "<= 365",
		"actual": 366,
	}}
}

test_fail_nobody_reviewed_the_list if {
	_denials([_product({"candidates_reviewed_by": null})]) == {{
		"item": "PROD-1.candidates_reviewed_by",
		"expected": "recorded",
		"actual": null,
	}}
}

test_fail_bought_before_it_was_tested if {
	_denials([_product({"tested": "2023-02-11"})]) == {{
		"item": "PROD-1.tested",
		"expected": "<= 2023-02-10",
		"actual": "2023-02-11",
	}}
}

test_pass_certified_on_the_first_and_on_the_last_day if {
	_denials([_product({"certificates": [_certificate("security", "2023-02-10", "2023-02-10"), _cryptography]})]) == set()
}

test_fail_certified_too_late_or_too_early if {
	every days in [["2023-02-11", "2028-01-01"], ["2018-01-01", "2023-02-09"]] {
		_denials([_product({"certificates": [_certificate("security", days[0], days[1]), _cryptography]})]) == {{
			"item": "PROD-1.security",
			"expected": "2023-02-10",
			"actual": [days],
		}}
	}
}

test_fail_certified_for_another_purpose if {
	_denials([_product({"certificates": [_certificate("security", "2022-01-01", "2027-01-01")]})]) == {{
		"item": "PROD-1.cryptography",
		"expected": "2023-02-10",
		"actual": [],
	}}
}

test_pass_in_use_on_its_last_day if _denials([_product({"removed": "2026-11-23"})]) == set()

test_fail_no_longer_in_use if _denials([_product({"removed": "2026-11-22"})]) == _none("SYS-1")

test_pass_a_product_of_no_system_in_operation if {
	_denials([_product({}), _product({"systems": ["SYS-9"], "certificates": []})]) == set()
}

test_fail_a_purpose_not_served if {
	_denials([_product({"purposes": ["security"]})]) == {{"item": "SYS-1.cryptography", "expected": ">= 1", "actual": 0}}
}

test_fail_nothing_recorded if _found([], []) == _none("system")

_none(item) := {
	{"item": sprintf("%s.cryptography", [item]), "expected": ">= 1", "actual": 0},
	{"item": sprintf("%s.security", [item]), "expected": ">= 1", "actual": 0},
}

_denials(products) := _found([{"id": "SYS-1", "opened": "2023-04-03", "retired": null}], products)

_found(systems, products) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": {"system": systems, "product": products},
	}
		with data.params.construction.products_compliant as {"days": 365, "purposes": ["cryptography", "security"]}
}

_certificate(purpose, issued, expires) := {"purpose": purpose, "issued": issued, "expires": expires}

_cryptography := _certificate("cryptography", "2022-01-01", "2027-01-01")

_product(changes) := object.union(
	{
		"id": "PROD-1",
		"purposes": ["security", "cryptography"],
		"systems": ["SYS-1"],
		"acquired": "2023-02-10",
		"certificates": [_certificate("security", "2022-01-01", "2027-01-01"), _cryptography],
		"tested": "2022-10-19",
		"candidates_reviewed": "2026-06-24",
		"candidates_reviewed_by": "P-1",
		"removed": null,
	},
	changes,
)
