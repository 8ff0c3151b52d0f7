package controls.files.identity_files_protected_test

import data.controls.files.identity_files_protected as control

test_fail_each_mode if {
	every file in [["/etc/passwd", "0664", "0644"], ["/etc/shadow", "0644", "0640"], ["/etc/gshadow-", "0660", "0640"]] {
		[path, mode, most] := file
		denials := control.deny with input as _file(path, mode, "root", "root")
		denials == {{"item": path, "expected": sprintf("<= %s", [most]), "actual": mode}}
	}
}

test_fail_owner_and_group if {
	denials := control.deny with input as _file("/etc/shadow", "0640", "ann", "staff")
	denials == {
		{"item": "/etc/shadow", "expected": "root", "actual": "ann"},
		{"item": "/etc/shadow", "expected": ["root", "shadow"], "actual": "staff"},
	}
}

test_fail_shadow_has_members if {
	denials := control.deny with input as {"files": {"identity": [], "shadow_group": ["bob", "ann"]}}
	denials == {{"item": "group shadow", "expected": [], "actual": ["ann", "bob"]}}
}

test_pass_at_the_bounds_and_stricter if {
	every file in [["/etc/passwd", "0644"], ["/etc/shadow", "0640"], ["/etc/shadow-", "0600"], ["/etc/group-", "0600"]] {
		[path, mode] := file
		control.deny == set() with input as _file(path, mode, "root", "shadow")
	}
}

_file(path, mode, owner, group) := {"files": {
	"identity": [{"path": path, "mode": mode, "owner": owner, "group": group}],
	"shadow_group": [],
}}
