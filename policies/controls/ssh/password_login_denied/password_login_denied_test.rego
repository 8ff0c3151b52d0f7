package controls.ssh.password_login_denied_test

import data.controls.ssh.password_login_denied as control
import data.lib.sshd

test_fail_with_passwords if {
	denials := control.deny with input as _sshd("yes", "no")
	denials == {{"item": "passwordauthentication", "expected": "no", "actual": "yes"}}
}

test_fail_with_passwords_by_another_name if {
	denials := control.deny with input as _sshd("no", "yes")
	denials == {{"item": "kbdinteractiveauthentication", "expected": "no", "actual": "yes"}}
}

test_fail_keyboard_alone_is_one_way if {
	both := "publickey,keyboard-interactive:pam"
	every ways in [["any"], [both, "keyboard-interactive"], ["publickey"], []] {
		denials := control.deny with input as _sshd_with("yes", ways)
		denials == {{"item": "kbdinteractiveauthentication", "expected": "no", "actual": "yes"}}
	}
}

test_fail_unknown if {
	every value in [null, "maybe"] {
		denials := control.deny with input as _sshd_with(value, ["publickey,keyboard-interactive:pam"])
		denials == {{"item": "kbdinteractiveauthentication", "expected": "no", "actual": value}}
	}
}

test_pass_as_the_second_factor if {
	denials := control.deny with input as _sshd_with("yes", ["publickey,keyboard-interactive:pam"])
	denials == set()
}

test_pass if {
	denials := control.deny with input as _sshd("no", "no")
	denials == set()
}

test_not_applicable_without_a_server if {
	reason := control.not_applicable with input as {"sshd": {"installed": false, "options": null}}
	reason == sshd.absent
}

_sshd(password, interactive) := {"sshd": {"installed": true, "options": {
	"passwordauthentication": password,
	"kbdinteractiveauthentication": interactive,
	"authenticationmethods": ["any"],
}}}

_sshd_with(interactive, ways) := {"sshd": {"installed": true, "options": {
	"passwordauthentication": "no",
	"kbdinteractiveauthentication": interactive,
	"authenticationmethods": ways,
}}}
