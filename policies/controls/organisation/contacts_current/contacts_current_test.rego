package controls.organisation.contacts_current_test

import data.controls.organisation.contacts_current as control

test_pass if _denials({}) == set()

test_pass_exchanged_on_the_last_day if _denials(_contact({"exchanged": "2025-11-23"})) == set()

test_fail_exchanged_too_long_ago if _denials(_contact({"exchanged": "2025-11-22"})) == _quiet("2025-11-22")

test_fail_never_exchanged if _denials(_contact({"exchanged": null})) == _quiet(null)

test_fail_exchange_only_planned if _denials(_contact({"exchanged": "2026-11-24"})) == _quiet(null)

test_pass_confirmed_on_the_last_day if _denials(_contact({"confirmed": "2026-05-24"})) == set()

test_fail_confirmed_too_long_ago if _denials(_contact({"confirmed": "2026-05-23"})) == _unconfirmed("2026-05-23")

test_fail_never_confirmed if _denials(_contact({"confirmed": null})) == _unconfirmed(null)

test_fail_confirmation_only_planned if _denials(_contact({"confirmed": "2026-11-24"})) == _unconfirmed("2026-11-24")

test_fail_a_supplier_not_listed if _denials(_contact({"party": null})) == _unlisted

test_pass_a_supplier_that_went if {
	_denials(object.union(_contact({"party": null}), _party({"ended": "2026-11-22"}))) == set()
}

test_fail_a_supplier_on_its_last_day if {
	_denials(object.union(_contact({"party": null}), _party({"ended": "2026-11-23"}))) == _unlisted
}

test_pass_the_operator_is_not_outside if {
	_denials(object.union(_contact({"party": null}), _party({"role": "operator"}))) == set()
}

test_fail_nothing_recorded if _denials({"contact": [], "party": []}) == _quiet(null)

_quiet(day) := {{"item": "supplier", "expected": ">= 2025-11-23", "actual": day}}

_unconfirmed(day) := {{"item": "CON-1", "expected": ">= 2026-05-24", "actual": day}}

_unlisted := {{"item": "ORG-4", "expected": "listed", "actual": null}}

_contact(changes) := {"contact": [object.union(_good.contact[0], changes)]}

_party(changes) := {"party": [object.union(_good.party[0], changes)]}

_good := {
	"contact": [{
		"id": "CON-1",
		"topic": "supplier",
		"party": "ORG-4",
		"exchanged": "2026-06-01",
		"confirmed": "2026-09-01",
	}],
	"party": [{"id": "ORG-4", "role": "supplier", "ended": null}],
}

_denials(changes) := found if {
	found := control.deny with input as {
		"as_of": "2026-11-23T00:00:00Z",
		"records": object.union(_good, changes),
	}
		with data.params.organisation.contacts_current as {"exchanged_days": 365, "confirmed_days": 183, "topics": ["supplier"]}
}
