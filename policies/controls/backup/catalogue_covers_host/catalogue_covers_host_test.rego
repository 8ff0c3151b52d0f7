package controls.backup.catalogue_covers_host_test

import data.controls.backup.catalogue_covers_host as control

test_fail_unknown_or_forgotten if {
	control.deny == {{"item": "backup catalogue", "expected": "present", "actual": null}} with input as {"backup": {"catalogue": null}}
	control.deny == {{"item": "data sets", "expected": ">= 1", "actual": 0}} with input as {"backup": {"catalogue": {"sets": [], "none": null}}}
}

test_pass_sets_or_a_reason if {
	control.deny == set() with input as {"backup": {"catalogue": {"sets": [{"name": "a"}], "none": null}}}
	control.deny == set() with input as {"backup": {"catalogue": {"sets": [], "none": {"en": "x", "zh": "x"}}}}
}
