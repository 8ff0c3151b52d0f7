package controls.backup.repository_encrypted_test

import data.controls.backup.repository_encrypted as control

test_fail_each_kind if {
	host := {"backup": {"copies": [{"dataset": "a", "repository": "main", "encryption": "none"}], "kept": [{"client": "b", "repository": "main", "present": true, "encryption": "authenticated"}, {"client": "c", "repository": "main", "present": false, "encryption": null}]}, "database": {"backups": [{"name": "hub", "encrypted": false}]}}
	denials := control.deny with input as host
	denials == {
		{"item": "a in main", "expected": "encrypted", "actual": "none"},
		{"item": "b in main", "expected": "encrypted", "actual": "authenticated"},
		{"item": "pgBackRest hub", "expected": "encrypted", "actual": "none"},
	}
}

test_fail_none if {
	control.deny == {{"item": "copies", "expected": ">= 1", "actual": 0}} with input as {"backup": {"copies": [], "kept": []}, "database": {"backups": []}}
}

test_pass_encrypted if {
	control.deny == set() with input as {"backup": {"copies": [{"dataset": "a", "repository": "main", "encryption": "repokey-blake2"}], "kept": []}, "database": {"backups": [{"name": "hub", "encrypted": true}]}}
}

test_not_applicable_where_the_catalogue_says_so if {
	host := {"backup": {"kept": [], "catalogue": {"sets": [], "none": {"en": "x", "zh": "x"}}}, "database": {"backups": []}}
	control.not_applicable.en with input as host
	not control.not_applicable with input as object.union(host, {"database": {"backups": [{"name": "a", "encrypted": true}]}})
}
