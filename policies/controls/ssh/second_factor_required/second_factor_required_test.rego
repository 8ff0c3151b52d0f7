package controls.ssh.second_factor_required_test

import data.controls.ssh.second_factor_required as control
import data.lib.sshd

_both := "publickey,keyboard-interactive"

test_fail_globally if {
	every ways in [["any"], ["publickey"], ["keyboard-interactive:pam"], [sprintf("%s:pam", [_both]), "publickey"], []] {
		denials := control.deny with input as _sshd(ways, []) with data.params as _params
		denials == {{"item": "authenticationmethods", "expected": _both, "actual": ways}}
	}
}

test_fail_for_some if {
	every criteria in [
		"Group ssh-users",
		"User hubops",
		"User hubops,ann Address 192.0.2.1",
		"User * Address 192.0.2.1",
		"User hubops Address 192.0.0.0/23",
		"User hubops Address *",
		"User hubops Address 192.0.2.1,0.0.0.0/0",
		"User hubops Address 2001:db8::/63",
		"Address 192.0.2.1",
	] {
		denials := control.deny with input as _sshd([_good], [[criteria, "publickey"]]) with data.params as _params
		item := sprintf("%s: authenticationmethods", [criteria])
		denials == {{"item": item, "expected": _both, "actual": "publickey"}}
	}
}

test_fail_password_for_the_automation if {
	criteria := "User hubops Address 192.0.2.1"
	denials := control.deny with input as _sshd([_good], [[criteria, "password"]]) with data.params as _params
	{denial.actual | some denial in denials} == {"password"}
}

test_pass_narrow_exceptions if {
	every places in ["192.0.2.1", "192.0.2.0/24,198.51.100.7", "2001:db8::/64", "2001:db8::1", "::1"] {
		criteria := sprintf("User hubops Address %s", [places])
		control.deny == set() with input as _sshd([_good], [[criteria, "publickey"]]) with data.params as _params
	}
}

test_pass_as_strict_in_a_match_block if {
	denials := control.deny with input as _sshd([_good], [["Group staff", _good]]) with data.params as _params
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null, "matches": []}}
	reason == sshd.absent
}

_good := "publickey,keyboard-interactive:pam"

_sshd(ways, blocks) := {"sshd": {
	"installed": true,
	"options": {"authenticationmethods": ways},
	"matches": [{"criteria": criteria, "option": "authenticationmethods", "value": value} | some [criteria, value] in blocks],
}}

_params := {"ssh": {"second_factor_required": {"automation_accounts": ["hubops"], "automation_min_prefix": 24}}}
