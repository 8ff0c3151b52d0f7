package controls.files.home_dotfiles_private_test

import data.controls.files.home_dotfiles_private as control

test_fail_others_may_write if {
	every kind in ["file", "directory"] {
		denials := control.deny with input as _file({"kind": kind, "mode": "0775"})
		denials == {{"item": "/home/ann/.profile", "expected": "<= 0755", "actual": "0775"}}
	}
}

test_fail_secret if {
	every path in ["/home/ann/.bash_history", "/home/ann/.ssh/id_rsa", "/home/ann/.pgpass"] {
		denials := control.deny with input as _file({"path": path, "mode": "0640"})
		denials == {{"item": path, "expected": "<= 0600", "actual": "0640"}}
	}
}

test_fail_secret_folder if {
	denials := control.deny with input as _file({"path": "/home/ann/.ssh", "kind": "directory", "mode": "0755"})
	denials == {{"item": "/home/ann/.ssh", "expected": "<= 0700", "actual": "0755"}}
}

test_fail_another_s if {
	denials := control.deny with input as _file({"owner": "eve"})
	denials == {{"item": "/home/ann/.profile", "expected": "ann", "actual": "eve"}}
}

test_pass if {
	every change in [
		{}, {"owner": "root"}, {"path": "/home/ann/.ssh", "kind": "directory", "mode": "0700"}, {"path": "/home/ann/.ssh/id_rsa.pub"},
		{"path": "/home/ann/.ssh/known_hosts"}, {"path": "/home/ann/.bash_history", "mode": "0600"},
	] {
		control.deny == set() with input as _file(change)
	}
}

_file(change) := {"access": {"logins": [{"name": "ann", "dotfiles": [object.union(
	{"path": "/home/ann/.profile", "kind": "file", "mode": "0644", "owner": "ann"},
	change,
)]}]}}
