package lib.organisation_test

import data.lib.organisation

test_by_its_day if organisation.by("2026-11-23", "2026-11-23")

test_not_by_the_day_after if not organisation.by("2026-11-24", "2026-11-23")

test_nothing_is_by_no_day if not organisation.by(null, "2026-11-23")

test_nothing_is_by_a_day_that_is_none if not organisation.by("2026-11-23", null)

test_appointed if organisation.appointed("regimes", _known({}), _as_of)

test_not_appointed_for_another_work if not organisation.appointed("recruitment", _known({}), _as_of)

test_not_appointed_by_a_holder_who_left if {
	not organisation.appointed("regimes", _known({"left": "2026-11-22"}), _as_of)
}

test_not_appointed_without_a_holder if {
	not organisation.appointed("regimes", object.union(_known({}), {"person": []}), _as_of)
}

test_holds_from_its_first_day if organisation.holds({"established": "2026-01-01", "ended": null}, "2026-01-01")

test_does_not_hold_before if not organisation.holds({"established": "2026-01-01", "ended": null}, "2025-12-31")

test_holds_on_its_last_day if {
	organisation.holds({"established": "2026-01-01", "ended": "2026-06-30"}, "2026-06-30")
}

test_does_not_hold_after if {
	not organisation.holds({"established": "2026-01-01", "ended": "2026-06-30"}, "2026-07-01")
}

test_does_not_hold_on_no_day if not organisation.holds({"established": "2026-01-01", "ended": null}, null)

_as_of := "2026-11-23T00:00:00Z"

_known(changes) := {
	"person": [object.union({"id": "P-1", "joined": "2026-01-01", "left": null}, changes)],
	"post": [{"primary": "P-1", "appointed_for": ["regimes"]}],
}
