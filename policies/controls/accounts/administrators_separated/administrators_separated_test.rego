package controls.accounts.administrators_separated_test

import data.controls.accounts.administrators_separated as control

test_fail_empty_absent_and_of_nobody if {
	denials := control.deny with data.params as _params with input as _host([["hub-sysadmins", 1, ["sys"]], ["hub-auditors", 2, []], ["hub-secadmins", 3, ["gone"]]])
	denials == {{"item": "hub-auditors", "expected": ">= 1", "actual": 0}, {"item": "hub-secadmins", "expected": ">= 1", "actual": 0}}
	nothing := control.deny with data.params as _params with input as _host([])
	count(nothing) == 3
}

test_fail_in_two if {
	every groups in [
		[["hub-sysadmins", 1, ["sys", "aud"]], ["hub-auditors", 2, ["aud"]], ["hub-secadmins", 3, ["sec"]]],
		[["hub-sysadmins", 102, ["sys"]], ["hub-auditors", 2, ["aud"]], ["hub-secadmins", 3, ["sec"]]],
	] {
		denials := control.deny with data.params as _params with input as _host(groups)
		denials == {{"item": "aud", "expected": "<= 1", "actual": ["hub-auditors", "hub-sysadmins"]}}
	}
}

test_pass if {
	every auditors in [["hub-auditors", 2, ["aud"]], ["hub-auditors", 102, []]] {
		control.deny == set() with data.params as _params with input as _host([["hub-sysadmins", 1, ["sys"]], auditors, ["hub-secadmins", 3, ["sec"]]])
	}
}

_host(groups) := {"accounts": {
	"users": [{"name": "sys", "gid": 101}, {"name": "aud", "gid": 102}, {"name": "sec", "gid": 103}],
	"groups": [{"name": name, "gid": gid, "members": members} | some [name, gid, members] in groups],
}}

_params := {"accounts": {"administrators_separated": {"system_group": "hub-sysadmins", "audit_group": "hub-auditors", "security_group": "hub-secadmins"}}}
