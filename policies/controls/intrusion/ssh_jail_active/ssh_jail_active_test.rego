package controls.intrusion.ssh_jail_active_test

import data.controls.intrusion.ssh_jail_active as control

test_fail_not_watched if {
	denials := control.deny with input as {"intrusion": {"ssh": null}} with data.params.intrusion.ssh_jail_active as _params
	denials == {{"item": "sshd", "expected": "watched", "actual": null}}
}

test_fail_reads_nothing_does_nothing_and_too_late if {
	denials := control.deny with input as _jail(false, [], [], 6, 599) with data.params.intrusion.ssh_jail_active as _params
	denials == {
		{"item": "source", "expected": "journal or files", "actual": []},
		{"item": "actions", "expected": ">= 1", "actual": 0},
		{"item": "failures", "expected": "1..5", "actual": 6},
		{"item": "seconds", "expected": ">= 600", "actual": 599},
	}
}

test_fail_unknown_or_zero if {
	denials := control.deny with input as _jail(true, [], ["nftables"], 0, null) with data.params.intrusion.ssh_jail_active as _params
	{denial.item | some denial in denials} == {"failures", "seconds"}
}

test_pass_on_the_boundary if {
	every jail in [_jail(true, [], ["nftables"], 5, 600), _jail(false, ["/var/log/auth.log"], ["nftables"], 1, 900)] {
		denials := control.deny with input as jail with data.params.intrusion.ssh_jail_active as _params
		denials == set()
	}
}

_jail(journal, files, actions, retries, seconds) := {"intrusion": {"ssh": {
	"watches_journal": journal, "files": files, "actions": actions, "max_retries": retries, "find_seconds": seconds,
}}}

_params := {"max_retries": 5, "find_seconds": 600}
