package controls.files.settings_owned_by_root_test

import data.controls.files.settings_owned_by_root as control

test_fail if {
	every path in ["/etc/app.conf", "/etc/postgresql-common", "/etc"] {
		denials := control.deny with data.params as _params with input as _file(path)
		denials == {{"item": path, "expected": "root", "actual": "app:app 0644"}}
	}
}

test_pass if {
	every path in ["/etc/postgresql", "/etc/postgresql/15/main/pg_hba.conf"] {
		control.deny == set() with data.params as _params with input as _file(path)
	}
	control.deny == set() with data.params as _params with input as {"files": {"loose_settings": []}}
}

_file(path) := {"files": {"loose_settings": [{"path": path, "mode": "0644", "owner": "app", "group": "app"}]}}

_params := {"files": {"settings_owned_by_root": {"service_folders": ["/etc/polkit-1", "/etc/postgresql"]}}}
