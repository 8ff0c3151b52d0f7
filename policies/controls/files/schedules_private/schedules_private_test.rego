package controls.files.schedules_private_test

import data.controls.files.schedules_private as control

test_fail_each_kind if {
	every file in [
		["/etc/crontab", "file", "0644", "<= 0600"],
		["/etc/cron.d", "directory", "0755", "<= 0700"],
		["/etc/cron.allow", "file", "0644", "<= 0640"],
	] {
		[path, kind, mode, expected] := file
		denials := control.deny with input as _file(path, kind, mode, "root")
		denials == {{"item": path, "expected": expected, "actual": mode}}
	}
}

test_fail_owner if {
	denials := control.deny with input as _file("/etc/crontab", "file", "0600", "ann")
	denials == {{"item": "/etc/crontab", "expected": "root", "actual": "ann"}}
}

test_pass_at_the_bounds if {
	every file in [["/etc/crontab", "file", "0600"], ["/etc/cron.d", "directory", "0700"], ["/etc/at.allow", "file", "0640"]] {
		[path, kind, mode] := file
		control.deny == set() with input as _file(path, kind, mode, "root")
	}
}

test_pass_without_cron if {
	denials := control.deny with input as {"files": {"schedules": []}}
	denials == set()
}

_file(path, kind, mode, owner) := {"files": {"schedules": [{
	"path": path,
	"kind": kind,
	"mode": mode,
	"owner": owner,
}]}}
