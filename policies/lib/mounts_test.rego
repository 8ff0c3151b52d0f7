package lib.mounts_test

import data.lib.mounts

test_holds if {
	denials := mounts.denials(_section(["nodev", "noexec", "nosuid"], ["nodev", "nosuid"]), "/tmp", ["nodev", "nosuid"])
	denials == set()
}

test_fails_now_and_at_the_next_start if {
	denials := mounts.denials(_section(["nodev"], []), "/tmp", ["nodev", "nosuid"])
	denials == {
		{"item": "/tmp", "expected": ["nodev", "nosuid"], "actual": ["nodev"]},
		{"item": "/tmp at the next start", "expected": ["nodev", "nosuid"], "actual": []},
	}
}

test_nothing_mounted if {
	denials := mounts.denials({"mounts": [], "declared": []}, "/tmp", ["nodev"])
	denials == {
		{"item": "/tmp", "expected": ["nodev"], "actual": null},
		{"item": "/tmp at the next start", "expected": ["nodev"], "actual": null},
	}
}

test_own if {
	mounts.own(_section([], []), "/tmp")
	mounts.own({"mounts": [], "declared": [{"path": "/home"}]}, "/home")
	not mounts.own(_section([], []), "/home")
}

_section(now, next) := {
	"mounts": [{"path": "/tmp", "restrictions": now}],
	"declared": [{"path": "/tmp", "restrictions": next}],
}
