package lib.pam_test

import data.lib.pam

test_guard_before_unix if pam.guards_password([_line("requisite", "guard.so"), _unix], "guard.so")

test_guard_after_unix if not pam.guards_password([_unix, _line("requisite", "guard.so")], "guard.so")

test_guard_without_power if {
	every word in ["optional", "sufficient", "", "Required", "[default=ignore]", "[success=done default=die"] {
		not pam.guards_password([_line(word, "guard.so"), _unix], "guard.so")
	}
}

test_guard_with_power if {
	every word in ["required", "requisite", "[default=die]", "[success=ok ignore=ignore default=bad]"] {
		pam.guards_password([_line(word, "guard.so"), _unix], "guard.so")
	}
}

test_guard_between_two_unix if not pam.guards_password([_unix, _line("requisite", "guard.so"), _unix], "guard.so")

test_guard_alone if not pam.guards_password([_line("requisite", "guard.so")], "guard.so")

test_lines_of_another_type_do_not_count if {
	not pam.guards_password([object.union(_line("required", "guard.so"), {"type": "auth"}), _unix], "guard.so")
	pam.modules([_unix], "auth") == []
}

test_demands if {
	every word in ["required", "requisite", "[default=die]"] {
		pam.demands([_auth("optional", "delay.so", []), _auth(word, "otp.so", [])], "otp.so")
	}
	pam.demands([_auth("[success=1 default=ignore]", "otp.so", []), _auth("requisite", "pam_deny.so", [])], "otp.so")
}

test_demands_nothing if {
	every word in ["sufficient", "optional", "[success=1 default=ignore]", ""] {
		not pam.demands([_auth(word, "otp.so", [])], "otp.so")
	}
	not pam.demands([_auth("[success=1 default=ignore]", "otp.so", []), _auth("requisite", "pam_faillock.so", ["preauth"])], "otp.so")
	not pam.demands([_auth("sufficient", "other.so", []), _auth("required", "otp.so", [])], "otp.so")
	not pam.demands([], "otp.so")
}

test_argument if {
	entry := _auth("required", "otp.so", ["digits=6", "digits=8", "window"])
	pam.argument(entry, "digits") == "6"
	is_null(pam.argument(entry, "window"))
}

test_lockout_of_one_time_passwords if {
	pam.locks_out(["pam_faillock.so preauth", "pam_oath.so", "pam_faillock.so authfail"])
	not pam.locks_out(["pam_oath.so", "pam_faillock.so preauth", "pam_unix.so", "pam_faillock.so authfail"])
}

_auth(control, module, args) := {"type": "auth", "control": control, "module": module, "args": args}

_line(control, module) := {"type": "password", "control": control, "module": module}

_unix := _line("[success=1 default=ignore]", "pam_unix.so")
