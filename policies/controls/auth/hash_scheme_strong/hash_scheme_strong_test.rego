package controls.auth.hash_scheme_strong_test

import data.controls.auth.hash_scheme_strong as control

test_fail if {
	every words in [["md5"], ["yescrypt", "sha256"], []] {
		denials := control.deny with input as _pam([_unix(words)])
		denials == {{"item": "/etc/pam.d/common-password", "expected": ["gost_yescrypt", "sha512", "yescrypt"], "actual": words}}
	}
}

test_fail_no_line if {
	denials := control.deny with input as _pam([])
	denials == {{"item": "pam_unix.so", "expected": ">= 1", "actual": 0}}
}

test_pass if {
	every word in ["yescrypt", "sha512", "gost_yescrypt"] {
		control.deny == set() with input as _pam([_unix(["obscure", word, "use_authtok"])])
	}
}

_pam(lines) := {"pam": {"stacks": {"passwd": lines}}}

_unix(args) := {
	"type": "password",
	"control": "[success=1 default=ignore]",
	"module": "pam_unix.so",
	"args": args,
	"path": "/etc/pam.d/common-password",
}
