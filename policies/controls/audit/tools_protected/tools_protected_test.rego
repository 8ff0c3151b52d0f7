package controls.audit.tools_protected_test

import data.controls.audit.tools_protected as control

test_pass_at_the_bound if {
	denials := control.deny with input as {"audit": {"tools": [{"path": "/sbin/auditctl", "mode": "0755", "owner": "root", "group": "root"}, {"path": "/sbin/auditd", "mode": "0750", "owner": "root", "group": "root"}, {"path": "/sbin/ausearch", "mode": "0755", "owner": "root", "group": "root"}]}}
	denials == set()
}

test_fail_each_way if {
	denials := control.deny with input as {"audit": {"tools": [{"path": "/sbin/auditctl", "mode": "4755", "owner": "root", "group": "root"}, {"path": "/sbin/auditd", "mode": "0775", "owner": "root", "group": "root"}, {"path": "/sbin/ausearch", "mode": "0755", "owner": "hubops", "group": "root"}, {"path": "/sbin/aureport", "mode": "0755", "owner": "root", "group": "adm"}]}}
	denials == {{"item": "/sbin/auditctl", "expected": "0755 root:root", "actual": "4755 root:root"}, {"item": "/sbin/auditd", "expected": "0755 root:root", "actual": "0775 root:root"}, {"item": "/sbin/ausearch", "expected": "0755 root:root", "actual": "0755 hubops:root"}, {"item": "/sbin/aureport", "expected": "0755 root:root", "actual": "0755 root:adm"}}
}

test_fail_absent if {
	denials := control.deny with input as {"audit": {"tools": [{"path": "/sbin/auditd", "mode": "0755", "owner": "root", "group": "root"}]}}
	denials == {{"item": "auditctl", "expected": "present", "actual": null}, {"item": "ausearch", "expected": "present", "actual": null}}
}
