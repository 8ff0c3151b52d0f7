package controls.backup.secrets_private_test

import data.controls.backup.secrets_private as control

test_fail_open if {
	denials := control.deny with input as _host([_file("0644", "root", "root"), _file("0600", "ann", "root"), _file("0644", "root", "postgres")])
	denials == {
		{"item": "/x/passphrase", "expected": "<= 0600 root", "actual": "0644 root"},
		{"item": "/x/passphrase", "expected": "<= 0600 root", "actual": "0600 ann"},
		{"item": "/x/passphrase", "expected": "<= 0640 root", "actual": "0644 root"},
	}
}

test_fail_none if {
	control.deny == {{"item": "passphrase", "expected": "present", "actual": null}} with input as _host([])
}

test_pass_private if {
	control.deny == set() with input as _host([_file("0400", "root", "root"), _file("0640", "root", "postgres")])
}

test_not_applicable_where_the_catalogue_says_so if {
	control.not_applicable.en with input as {"backup": {"secrets": [], "catalogue": {"sets": [], "none": {"en": "x", "zh": "x"}}}}
	not control.not_applicable with input as {"backup": {"secrets": [], "catalogue": null}}
}

_file(mode, owner, group) := {"path": "/x/passphrase", "mode": mode, "owner": owner, "group": group}

_host(secrets) := {"backup": {"secrets": secrets}}
