package controls.accounts.history_kept_test

import data.controls.accounts.history_kept as control

test_fail_nowhere if {
	every file in [null, "/dev/null", "history"] {
		denials := control.deny with data.params as _params with input as _history({"file": file})
		denials == {{"item": "HISTFILE", "expected": "/root/.bash_history", "actual": file}}
	}
}

test_fail_short if {
	every size in [9999, 0, null, -2] {
		denials := control.deny with data.params as _params with input as _history({"size": size, "file_size": size})
		denials == {
			{"item": "HISTSIZE", "expected": ">= 10000", "actual": size},
			{"item": "HISTFILESIZE", "expected": ">= 10000", "actual": size},
		}
	}
}

test_fail_undated_and_incomplete if {
	denials := control.deny with data.params as _params with input as _history({"dated": false, "left_out": ["ignoredups", "ignorespace"]})
	denials == {
		{"item": "HISTTIMEFORMAT", "expected": true, "actual": false},
		{"item": "HISTCONTROL", "expected": null, "actual": "ignorespace"},
	}
}

test_pass if {
	every change in [{}, {"size": -1, "file_size": -1}] {
		control.deny == set() with data.params as _params with input as _history(change)
	}
}

_history(change) := {"access": {"history": object.union(
	{"file": "/root/.bash_history", "size": 10000, "file_size": 10000, "dated": true, "left_out": ["ignoredups"]},
	change,
)}}

_params := {"accounts": {"history_kept": {"history_size": 10000}}}
