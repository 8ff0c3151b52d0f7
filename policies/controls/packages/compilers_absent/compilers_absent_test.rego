package controls.packages.compilers_absent_test

import data.controls.packages.compilers_absent as control

test_fail_listed if {
	denials := control.deny with input as {"packages": {"installed": [{"name": "g++-12", "version": "12.2"}, {"name": "g", "version": "1"}]}} with data.params.packages.compilers_absent as {"compilers": ["gdb", "g++-*"]}
	denials == {{"item": "g++-12", "expected": null, "actual": "12.2"}}
}

test_pass_others if {
	denials := control.deny with input as {"packages": {"installed": [{"name": "gdb-doc", "version": "1"}]}} with data.params.packages.compilers_absent as {"compilers": ["gdb", "g++-*"]}
	denials == set()
}
