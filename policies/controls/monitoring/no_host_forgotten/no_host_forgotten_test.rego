package controls.monitoring.no_host_forgotten_test

import data.controls.monitoring.no_host_forgotten as control

test_fail_not_scraped if {
	denials := control.deny with input as _central(["ops-1"], {})
	denials == {{"item": "hub-1 scraped", "expected": true, "actual": false}}
}

test_fail_scraped_otherwise if {
	central := {"targets": [{"job": "certificate", "instance": "hub-1"}], "hosts": {"inventory": ["hub-1"], "without_backup": [], "backed_up": ["hub-1"], "checked": null}}
	control.deny == {{"item": "hub-1 scraped", "expected": true, "actual": false}} with input as {"monitoring": {"central": central}}
}

test_fail_not_backed_up if {
	denials := control.deny with input as _central(["hub-1", "ops-1"], {"backed_up": ["ops-1"]})
	denials == {{"item": "hub-1 backed up", "expected": true, "actual": false}}
}

test_fail_not_checked if {
	denials := control.deny with input as _central(["hub-1", "ops-1"], {"checked": ["hub-1"]})
	denials == {{"item": "ops-1 checked", "expected": true, "actual": false}}
}

test_fail_not_in_the_inventory if {
	every known in [{"backed_up": ["hub-1", "ops-1", "old-1"]}, {"without_backup": ["old-1"]}, {"checked": ["hub-1", "ops-1", "old-1"]}] {
		denials := control.deny with input as _central(["hub-1", "ops-1"], known)
		denials == {{"item": "old-1 in the inventory", "expected": true, "actual": false}}
	}
}

test_fail_told_of_none if {
	denials := control.deny with input as _central([], {"inventory": null})
	denials == {{"item": "inventory", "expected": ">= 1 host", "actual": null}}
}

test_fail_nothing_known if {
	denials := control.deny with input as {"monitoring": {"central": null, "server": {"here": true}}}
	denials == {{"item": "inventory", "expected": ">= 1 host", "actual": null}}
}

test_pass if {
	every known in [{}, {"checked": null}, {"backed_up": ["ops-1"], "without_backup": ["hub-1"]}] {
		denials := control.deny with input as _central(["hub-1", "ops-1"], known)
		denials == set()
	}
}

test_fail_no_server_was_named if {
	unnamed := {"item": "server", "expected": "a host of the inventory", "actual": null}
	unnamed in control.deny with input as {"monitoring": {"central": null, "server": null, "services": []}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": null}}
}

test_not_applicable_elsewhere if {
	control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": false}}}
	not control.not_applicable with input as {"monitoring": {"central": null, "server": {"here": true}}}
}

_central(scraped, known) := {"monitoring": {"central": {
	"targets": [{"job": "node", "instance": host} | some host in scraped],
	"hosts": object.union(_whole, known),
}}}

_whole := {
	"inventory": ["hub-1", "ops-1"],
	"without_backup": [],
	"backed_up": ["hub-1", "ops-1"],
	"checked": ["hub-1", "ops-1"],
}
