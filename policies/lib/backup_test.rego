package lib.backup_test

import data.lib.backup

_set(way, off_site) := {"name": "a", "way": way, "off_site": off_site}

_places := [{"name": "main", "off_site": false}, {"name": "far", "off_site": true}]

test_only_the_catalogue_excuses if {
	backup.nothing({"sets": [], "none": {"en": "It is empty.", "zh": "空"}}).en
	not backup.nothing({"sets": [], "none": null})
	not backup.nothing({"sets": [_set("files", true)], "none": {"en": "x", "zh": "x"}})
	not backup.nothing(null)
}

test_what_is_expected_where if {
	count(backup.expected({"sets": [_set("files", true)], "repositories": _places})) == 2
	count(backup.expected({"sets": [_set("dump", false)], "repositories": _places})) == 1
	count(backup.expected({"sets": [_set("postgres", true)], "repositories": _places})) == 0
}

test_copies if {
	copies := [{"dataset": "a", "repository": "main", "hours": 1}]
	backup.copy(copies, {"name": "a"}, {"name": "main"}).hours == 1
	not backup.copy(copies, {"name": "a"}, {"name": "far"})
	backup.label({"name": "a"}, {"name": "far"}) == "a in far"
}

test_a_cluster_that_answers if {
	backup.answers({"online": true, "settings": {}})
	not backup.answers({"online": true, "settings": null})
	not backup.answers({"online": false, "settings": {}})
}

test_sets_of_a_way if {
	count(backup.of_way({"sets": [_set("dump", true)]}, "dump")) == 1
	backup.of_way(null, "dump") == []
}
