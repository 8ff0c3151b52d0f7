package controls.ssh.users_restricted_test

import data.controls.ssh.users_restricted as control
import data.lib.sshd

test_fail_without_lists if {
	denials := control.deny with input as _sshd([], [])
	denials == {{"item": "allowgroups", "expected": ">= 1", "actual": 0}}
}

test_fail_when_everyone_is_named if {
	denials := control.deny with input as _sshd(["admin", "*"], [])
	denials == {{"item": "allowgroups", "expected": ">= 1", "actual": 0}}
}

test_pass_with_groups if {
	denials := control.deny with input as _sshd([], ["ssh-users"])
	denials == set()
}

test_pass_with_users if {
	denials := control.deny with input as _sshd(["hubops@192.0.2.*"], [])
	denials == set()
}

test_not_applicable_without_a_server if {
	control.not_applicable == sshd.absent with input as {"sshd": {"installed": false, "options": null}}
	control.deny == set() with input as {"sshd": {"installed": false, "options": null}}
}

_sshd(users, groups) := {"sshd": {"installed": true, "options": {"allowusers": users, "allowgroups": groups}}}
