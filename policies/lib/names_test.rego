package lib.names_test

import data.lib.names

test_a_star_stands_for_anything if {
	names.matches("systemd-logind.service", ["ssh.service", "systemd-*"])
	names.matches("python3.11", ["python3*"])
	names.matches("gcc-12", ["gcc-[0-9][0-9]"])
}

test_the_whole_name_must_match if {
	not names.matches("gcc-12-base", ["gcc-[0-9][0-9]"])
	not names.matches("mysystemd-x", ["systemd-*"])
	not names.matches("x", [])
}

test_the_members_that_match if {
	names.matching({"gcc", "perl"}, ["g*"]) == {"gcc"}
}
