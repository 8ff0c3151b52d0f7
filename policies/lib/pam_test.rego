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

_line(control, module) := {"type": "password", "control": control, "module": module}

_unix := _line("[success=1 default=ignore]", "pam_unix.so")
